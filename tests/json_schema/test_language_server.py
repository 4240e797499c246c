"""What an editor offers and says in the project that ``init`` founds, asked of yaml-language-server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.edit.form import written_fields
from generator.json_schema.file_schemas import FILES, NAMES
from generator.model.goal import Ziel
from tests.json_schema.language_server import Server, language_server

WIRED = "# yaml-language-server: $schema=../schema/{}.json\n"
FIELD = "handlungsfelder:\n  - id: HF1\n    titel: Wohnen\n    ziele:\n      - id: ZI01\n        text: A\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    root = tmp_path_factory.mktemp("musterau") / "neu"
    words = ("--name", "Stadt Musterau", "--stufen", "Ziel,Maßnahme")
    assert main(["init", str(root), *words]) == 0
    with language_server(root) as started:
        yield started


@pytest.mark.parametrize("name", [name for name, file in NAMES.items() if file.endswith(".yaml")])
def test_the_keys_of_every_file_are_offered_and_explained(name: str, server: Server) -> None:
    offered = server.completions(f"strategy/{NAMES[name]}", WIRED.format(name) + "|\n")
    keys = written_fields(FILES[NAMES[name]]).keys()
    assert keys <= offered.keys()
    titles = FILES[NAMES[name]].model_fields
    assert all(offered[key] == titles[key].description for key in keys if titles[key].description)


def test_below_each_level_the_lists_of_this_county_are_offered(server: Server) -> None:
    goals = WIRED.format("goals")
    below_field = server.completions(
        "strategy/goals.yaml", goals + FIELD.partition("    titel")[0] + "    |\n"
    )
    assert {"ziele", "titel"} <= below_field.keys()
    assert "massnahmen" not in below_field
    below_goal = server.completions("strategy/goals.yaml", goals + FIELD + "        |\n")
    own = written_fields(Ziel).keys() - {"id", "text"}  # those are there
    assert own | {"massnahmen"} <= below_goal.keys()
    assert not {"ziele", "leitziele", "kinder", "stufe"} & below_goal.keys()


def test_keys_of_the_long_form_and_words_of_a_choice_are_offered(server: Server) -> None:
    body = FIELD + "        zustaendig:\n          - akteur: amt\n            |\n"
    offered = server.completions("strategy/goals.yaml", WIRED.format("goals") + body)
    assert {"rolle", "wortlaut"} <= offered.keys()
    actors = WIRED.format("actors") + "akteure:\n  - id: amt\n    name: Amt\n    art: |\n"
    kinds = server.completions("strategy/actors.yaml", actors)
    assert {"intern", "extern", "land", "bund", "gruppe", "unbestimmt"} == set(kinds)
    body = WIRED.format("strategy") + "format: 2\nkoerperschaft:\n  |\n"
    offered = server.completions("strategy/strategy.yaml", body)
    assert set(offered) == {"name", "art", "gremium", "verwaltung"}  # no words of format 1


def test_what_a_key_means_is_shown_in_german_with_an_example(server: Server) -> None:
    text = WIRED.format("goals") + FIELD.replace("ziele:", "zie|le:")
    assert "in der Reihenfolge des Dokuments" in server.hover("strategy/goals.yaml", text)
    text = WIRED.format("actors") + "akteure:\n  - id: amt\n    frue|her: []\n"
    shown = server.hover("strategy/actors.yaml", text)
    assert "für Leser älterer Fassungen" in shown
    assert "Seniorenbüro" in shown


def test_files_without_a_fault_are_not_underlined(server: Server) -> None:
    for file in (server.root / "strategy").glob("*.yaml"):
        assert server.faults(f"strategy/{file.name}", file.read_text("utf-8")) == []


def test_whatever_has_the_wrong_form_is_told_in_german(server: Server) -> None:
    head = (server.root / "strategy/strategy.yaml").read_text("utf-8")
    wrong = head.replace("status: entwurf", "status: fertig")
    assert server.faults("strategy/strategy.yaml", wrong) == [
        "Hier steht eines von «entwurf», «beschlossen»."
    ]
    told = server.faults(
        "strategy/goals.yaml",
        WIRED.format("goals")
        + FIELD.replace("text: A", "text: []")
        .replace("ZI01", "ZI-1")
        .replace("ziele", "Ziele: 3\n    ziele"),
    )
    assert told == [
        "Erlaubt sind Buchstaben ohne Umlaute, Ziffern und _ (höchstens 40), am Anfang ein Buchstabe.",
        "Hier gehört ein Text hin.",
        "Eigenschaft Ziele ist nicht erlaubt.",
    ]


def test_the_settings_for_vs_code_wire_every_file_to_a_schema_that_is_there(server: Server) -> None:
    settings = yaml.safe_load((server.root / ".vscode/settings.json").read_text("utf-8"))
    wired = settings["yaml.schemas"]
    assert set(wired.values()) == {f"strategy/{f}" for f in FILES if f.endswith(".yaml")}
    assert all((server.root / schema).is_file() for schema in wired)
    for schema, file in wired.items():
        path = server.root / file
        if path.is_file():
            line = f"# yaml-language-server: $schema=../{schema[2:]}\n"
            assert line in path.read_text("utf-8"), Path(file)
