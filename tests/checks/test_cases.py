"""Every rule by its cases: cases/zNNN.yaml says what it finds and what it leaves alone.

A case changes the strategy in base/ (``files`` replaces whole files, ``patch`` parts of them,
``encoding`` the encoding of one, ``padded`` by how many bytes a picture is longer) and lists under ``expected`` the findings of its rule, in the
order of file and line; an empty list is a promise that the rule stays silent. ``asof`` is the
day that was asked for. ``before`` holds
patches that turn the base into the predecessor, with which the strategy is then compared.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checking import in_print
from generator.checks.registry import catalogue
from generator.checks.run import Extent, compared, run
from generator.finding import Finding
from generator.graph.edition import Edition
from generator.model.print_gap import NOT_PRINTED
from generator.read.neighbours import neighbours
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.read.seals import FormerId
from generator.render.documents.context import context_of
from tests.editions import compare

Write = Callable[..., Path]
HERE = Path(__file__).parent
BASE = HERE / "base"
# Z014 compares a folder with its seal, Z016 and Z017 look for the predecessor, Z020 for schemas, Z021
# compares a closed period with its seal, Z805 asks git: tests of those.
ELSEWHERE = {"Z014", "Z016", "Z017", "Z020", "Z021", "Z805"}
FORMER = {"file": "strategy.yaml", "old": 'kennung: "2026-entwurf"', "new": 'kennung: "2018"'}


def cases() -> Iterator[Any]:
    for file in sorted((HERE / "cases").glob("z*.yaml")):
        for case in yaml.safe_load(file.read_text("utf-8")):
            yield pytest.param(file.stem.upper(), case, id=f"{file.stem}: {case['name']}")


def base() -> dict[str, str]:
    files = [*BASE.glob("*.yaml"), *BASE.glob("texts/*.md")]
    return {f.relative_to(BASE).as_posix(): f.read_text("utf-8") for f in files}


def changed(case: dict[str, Any]) -> dict[str, str | bytes | None]:
    """The files of the base with the changes of a case."""
    files: dict[str, Any] = base() | case.get("files", {})
    patched(files, case.get("patch", []))
    for name, more in case.get("padded", {}).items():
        files[name] = files[name][:-12] + bytes(more) + files[name][-12:]
    for name, encoding in case.get("encoding", {}).items():
        files[name] = files[name].encode(encoding)
    return files


def patched(files: dict[str, Any], patches: list[dict[str, str]]) -> None:
    for patch in patches:
        assert patch["old"] in files[patch["file"]], f"no such text in the base: {patch['old']}"
        files[patch["file"]] = files[patch["file"]].replace(patch["old"], patch["new"], 1)


def findings(
    write: Write, case: dict[str, Any], said: Callable[[str], str] = lambda text: text
) -> list[Finding]:
    """What all rules find in a case whose texts are ``said`` otherwise."""

    def folder(files: dict[str, Any], **name: str) -> Folder:
        kept = {k: said(text) if isinstance(text, str) else text for k, text in files.items()}
        return Folder(write(kept, **name))

    known = case.get("former")
    former = None if known is None else {i: FormerId(*of) for i, of in known.items()}
    origin = folder(changed(case))
    reading = read_strategy(origin)
    if "before" not in case:
        root = origin.root
        edition = (
            Edition(reading.strategy, neighbours(root, reading.strategy))
            if reading.strategy
            else None
        )
        shown = in_print(reading, context_of(edition)) if edition else NOT_PRINTED
        asked = Extent(words=case.get("words", False), asof=case.get("asof"))
        return run(reading, former, edition, shown, extent=asked)
    files = base()
    patched(files, [FORMER, *case["before"]])
    old = read_strategy(folder(files, name="vorher")).strategy
    assert old is not None
    assert reading.strategy is not None
    return compared(reading, compare(old, reading.strategy))


@pytest.mark.parametrize(("rule", "case"), list(cases()))
def test_rule(rule: str, case: dict[str, Any], strategy_folder: Write) -> None:
    found = [f for f in findings(strategy_folder, case) if f.rule == rule]
    shown = [
        f"{f.position.file}:{f.position.line}:{f.position.column} [{f.id}] {f.message}"
        for f in found
    ]
    assert len(found) == len(case["expected"]), shown
    for finding, expected in zip(found, case["expected"], strict=True):
        matches(finding, expected)


def matches(finding: Finding, expected: dict[str, Any]) -> None:
    place = finding.position
    assert finding.id == expected.get("id"), finding.message
    assert expected.get("text", "") in finding.message
    assert place.file.endswith(expected.get("file", ""))
    assert place.line == expected.get("line", place.line), finding
    assert place.column == expected.get("column", place.column), finding
    assert finding.severity.value == expected.get("severity", finding.severity.value)
    assert finding.accepted == expected.get("accepted", False)


def test_the_base_has_nothing_to_report() -> None:
    """What the cases change is the only thing a rule can find in them."""
    assert run(read_strategy(Folder(BASE)), {}) == ()


@pytest.mark.parametrize("rule", sorted({rule.code for rule in catalogue()} - ELSEWHERE))
def test_every_rule_has_failing_and_passing_cases(rule: str) -> None:
    file = HERE / "cases" / f"{rule.lower()}.yaml"
    outcomes = [bool(case["expected"]) for case in yaml.safe_load(file.read_text("utf-8"))]
    assert True in outcomes
    assert False in outcomes
