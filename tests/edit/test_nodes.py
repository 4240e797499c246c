"""Each value of a file is known with the place where it begins and ends."""

from __future__ import annotations

import pytest
import yaml

from generator.edit.nodes import Scalar, YamlGroup, YamlNode, parsed
from generator.edit.source import FileText
from tests.edit.editing import COUNTIES, files_of
from tests.edit.variants import variant


def values(node: YamlNode) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    return [value for item in node.items for value in values(item.node)]


@pytest.mark.parametrize("folder", COUNTIES)
def test_what_stands_at_its_place_is_the_value(folder: str) -> None:
    """Each piece alone, read by PyYAML, gives what the whole file gives there."""
    files = files_of(folder)
    for name, data in [*files.items(), *variant(files, 3).items(), *variant(files, 5).items()]:
        if not name.endswith(".yaml"):
            continue
        source = FileText(data.decode().removeprefix("\ufeff"))
        for value in values(parsed(source)):
            if value.value is not None:
                alone = yaml.load("k: " + source.text[value.start : value.end], yaml.BaseLoader)
                assert " ".join(alone["k"].split()) == value.value


PLACES = """\
# Kopf
a: "x\u2028y"   # so
? b
:   - eins
    -   k: |
          zwei

        l:
c: {d: [e, f: g], "h": ~}
"""


def test_the_places_of_keys_dashes_and_brackets() -> None:
    tree = parsed(FileText(PLACES))
    text = [PLACES[item.start : item.end] for item in tree.items]
    assert text == [
        'a: "x\u2028y"',
        "? b\n:   - eins\n    -   k: |\n          zwei\n\n        l:",
        'c: {d: [e, f: g], "h": ~}',
    ]
    listed, braces = tree.by_key["b"].node, tree.by_key["c"].node
    assert isinstance(listed, YamlGroup)
    assert isinstance(braces, YamlGroup)
    assert [PLACES[item.start] for item in listed.items] == ["-", "-"]
    assert (listed.flow, braces.flow, tree.by_key["b"].explicit) == (False, True, True)
    pair = braces.by_key["d"].node.items[1].node  # type: ignore[union-attr]
    assert isinstance(pair, YamlGroup)
    assert pair.bare
    assert PLACES[pair.start : pair.end] == "f: g"


def test_a_value_that_is_missing_has_the_place_it_would_have() -> None:
    text = "a:\nb: # noch offen\n"
    tree = parsed(FileText(text))
    assert [text[: item.end].rpartition("\n")[2] for item in tree.items] == ["a:", "b:"]
