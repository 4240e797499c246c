"""The schema of each file takes what the reader takes and refuses what it refuses for its form."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner
from ruamel.yaml import YAML

from generator.cli import main
from generator.edit.given_files import GivenFiles
from generator.edit.whole import whole_files
from generator.finding import Finding, Severity
from generator.json_schema.file_schemas import FILES, NAMES, file_schema, file_schema_text
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_head, read_strategy
from tests.compare.mutate import fortschreibung
from tests.edit.editing import files_of
from tests.json_schema.spoiled import spoiled
from tests.shapes import FILES as SHAPES
from tools.field_tables import records

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    file.parent.relative_to(ROOT).as_posix()
    for folder in ("strategy", "examples", "tests/checks/base")
    for file in (ROOT / folder).rglob("strategy.yaml")
)
FORM = {"Z004", "Z007", "Z008", "Z009", "Z102"}
"""Rules by which the reader refuses a value for its form, or a key where it does not belong."""


def judged(folder: Path, kopf: Any) -> None:
    """check-jsonschema finds nothing in any file of a folder."""
    for name, file in NAMES.items():
        if not (folder / file).is_file():
            continue
        schema = folder / f"{name}.json"
        schema.write_text(file_schema_text(name, kopf), "utf-8")
        command = ["--schemafile", str(schema), str(folder / file)]
        ended = CliRunner().invoke(check_jsonschema, command)
        assert ended.exit_code == 0, ended.output


def written(files: dict[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("folder", SHIPPED)
def test_every_strategy_that_we_ship_fits(folder: str, tmp_path: Path) -> None:
    files = {name: data for name, data in files_of(folder).items() if name.endswith(".yaml")}
    judged(written(files, tmp_path), read_head(GivenFiles(files)))


@pytest.mark.parametrize("name", SHAPES)
def test_levels_that_stand_in_any_way_fit(name: str, tmp_path: Path) -> None:
    judged(written(SHAPES[name], tmp_path), read_head(GivenFiles(SHAPES[name])))


@cache
def shipped_strategy(folder: str) -> Strategy:
    strategy = read_strategy(Folder(ROOT / folder)).strategy
    assert strategy is not None
    return strategy


@pytest.mark.parametrize("number", range(2))
@pytest.mark.parametrize("folder", ["strategy", "examples/auental", "examples/weidenfurt"])
def test_random_strategies_fit_as_the_program_writes_them(
    folder: str, number: int, tmp_path: Path
) -> None:
    """Those in which no goal was moved to where the reader refuses its level."""
    usual = shipped_strategy(folder)
    made = (fortschreibung(usual, seed, steps=6) for seed in range(number * 50, 1000))
    strategy, files = next(
        (strategy, files)
        for strategy, files in ((one, whole_files(one)) for one in made)
        if not any(f.rule in FORM for f in read_strategy(GivenFiles(files)).findings)
    )
    judged(written(files, tmp_path), strategy.kopf)


def loaded(text: str) -> Any:
    """As programs read YAML 1.2: dates stay texts, as JSON knows none."""
    reader = YAML(typ="safe", pure=True)
    return json.loads(json.dumps(reader.load(text), default=str))


def errors(name: str, files: dict[str, bytes], usual: dict[str, bytes]) -> list[str]:
    """What the schema of the strategy refuses in its file."""
    kopf = read_head(GivenFiles(files)) or read_head(GivenFiles(usual))
    assert kopf is not None
    found = jsonschema.Draft202012Validator(file_schema(name, kopf)).iter_errors(
        loaded(files[NAMES[name]].decode())
    )
    return [error.message for error in found]


def refused(name: str, files: dict[str, bytes]) -> tuple[list[Finding], bool]:
    """What the reader refuses in the file for its form, and whether it has anything else to say."""
    found = [
        finding
        for finding in read_strategy(GivenFiles(files)).findings
        if finding.position.file == NAMES[name] and finding.severity is Severity.ERROR
    ]
    form = [finding for finding in found if finding.rule in FORM]
    return form, len(form) < len(found)


BROKEN: dict[str, list[tuple[str, str]]] = {
    "strategy": [
        ("format: 2", "format: 3"), ("format: 2", "format: zwei"), ("format: 2\n", ""), ("titel:", "titell:"),
        ("status: entwurf", "status: fertig"), ("status: entwurf", "status: [entwurf]"),
        ("stand: 2026-05-01", "stand: 0"), ("stand: 2026-05-01", "stand: '1606003200'"),
        ("stand: 2026-05-01", "stand: 2026-05-01T00:00:00Z"), ("stand: 2026-05-01", "stand: 20260501"),
        ("titel:", "anzahl: {ziele: '1.000'}\ntitel:"), ("titel:", "anzahl: {ziele: '1_000'}\ntitel:"),
        ("titel:", "schwellen: {akteur_anteil: '40.0'}\ntitel:"), ("stand: 2026-05-01", "stand: Mai 2026"), ("stand: 2026-05-01", "stand: ''"),
        ('kennung: "2"', 'kennung: "Fassung 2"'), (', bezeichnung: Zweite Fassung', ""),
        ("art: stadt", "art: dorf"), ("gremium: Gemeinderat", "gremium: []"), ("gremium:", "rat:"),
        ("schluessel: ziele", "schluessel: Ziele"), ("praefix: ZI", "praefix: Z1"), ("mehrzahl: Ziele, ", ""),
        ("unter: handlungsfeld", "unter: {a: b}"), ("traegt: [zustaendigkeit]", "traegt: zustaendigkeit"),
        ("traegt: [zustaendigkeit]", "traegt: [mittel]"), ("uebrige: drucken", "uebrige: ja"),
        ("teile: {uebrige: drucken}", "teile: [uebrige]"), ("titel: Zukunft Lindach", "titel: ''"),
        ("titel: Zukunft Lindach", "titel: {de: Zukunft}"), ("titel:", "anzahl: {ziele: viele}\ntitel:"),
        ("titel:", "anzahl: [3]\ntitel:"), ("titel:", "nummerierung: ja\ntitel:"),
        ("titel:", "schweregrade: {Z308: weg}\ntitel:"), ("titel:", "schwellen: {akteur_anteil: 101}\ntitel:"),
        ("titel:", "schwellen: {akteur_anteil: hoch}\ntitel:"), ("titel:", "abkuerzungen: {SGB: }\ntitel:"),
        ("titel:", "gremien: [{genitiv: des Rates}]\ntitel:"), ("titel:", "gremien: {name: Rat}\ntitel:"),
        ("titel:", "kapitel: [{id: a-b, titel: A}]\ntitel:"), ("titel:", "kapitel: [{id: a}]\ntitel:"),
        ("titel:", "kapitel: [{id: a, titel: A, inhalt: bild}]\ntitel:"), ("titel:", "kapitel: Vorwort\ntitel:"),
        ("titel:", "kapitel: [{id: a, titel: A, nummeriert: nein}]\ntitel:"),
        ("titel:", "abweichungen: [{regel: 110, id: a, grund: B}]\ntitel:"),
        ("titel:", "abweichungen: [{regel: Z110, id: a}]\ntitel:"),
        ("titel:", "beschlussregeln: [{ebene: ziel, art: neu}]\ntitel:"),
    ],
    "goals": [
        ("id: HF1", "id: HF 1"), ("id: HF1", "id:"), ("titel: Wohnen", "titel: [Wohnen]"), ("titel:", "title:"),
        ("    ziele:", "    zielle:"), ("    ziele:", "    indikatoren:"), ("id: ZI01", "id: Straße"),
        ("text: Alle finden eine Wohnung.", "text: ''"), (", text: Nachbarn kennen sich.", ""),
        ("zustaendig: [bauamt]", "zustaendig: bauamt"), ("zustaendig: [bauamt]", "zustaendig: [das Bauamt]"),
        ("zustaendig: [bauamt]", "zustaendig: [{wortlaut: Amt}]"),
        ("zustaendig: [bauamt]", "zustaendig: [{akteur: bauamt, rolle: leitung}]"),
        ("zustaendig: [bauamt]", "zustaendig: [[bauamt]]"), ("zustaendig: [bauamt]", "flankiert_von: HF1"),
        ("zustaendig: [bauamt]", "kinder: []"), ("zustaendig: [bauamt]", "stufe: ziele"),
        ("massnahmen: [{id: MA03, text: Die Hallen öffnen in den Ferien., zustaendig: [verein]}]", "massnahmen: MA03"),
        ("handlungsfelder:", "handlungsfeld:"), ("gruppe: Nachbarn", "gruppe: {a: b}"),
    ],
    "actors": [
        ("art: intern", "art: amt"), (", art: intern", ""), ("name: Bauamt", "name: ''"), ("name: Bauamt", "Name: Bauamt"),
        ("art: intern", "art: intern, bis: bald"), ("art: intern", "art: intern, frueher: [Hochbauamt]"),
        ("art: intern", "art: intern, nachfolger: {id: amt}"), ("art: intern", "art: intern, teil_von: das Rathaus"),
        ("akteure: [", "akteure: [3, "), ("akteure: [", "akteure: [[], "),
    ],
}  # fmt: skip
"""File to what is typed wrong: 77 slips, each refused for its form by the reader and by the schema."""


@pytest.mark.parametrize(
    ("name", "right", "wrong"), [(name, *slip) for name, slips in BROKEN.items() for slip in slips]
)
def test_what_the_reader_refuses_for_its_form_the_schema_refuses(
    name: str, right: str, wrong: str
) -> None:
    usual = SHAPES["side by side"]
    text = usual[NAMES[name]].decode()
    assert right in text
    files = usual | {NAMES[name]: text.replace(right, wrong, 1).encode()}
    form, _ = refused(name, files)
    assert form
    assert errors(name, files, usual)


def spoilt_files() -> Iterator[tuple[str, str, int]]:
    for folder in ("strategy", "examples/auental", "examples/weidenfurt"):
        for name, file in NAMES.items():
            if (ROOT / folder / file).is_file():
                yield from ((folder, name, seed) for seed in range(3))


@pytest.mark.parametrize(("folder", "name", "seed"), list(spoilt_files()))
def test_reader_and_schema_agree_about_whatever_is_typed(folder: str, name: str, seed: int) -> None:
    """Both ways, but for two: a text that is only true or false, and one that is only blank."""
    usual = {k: v for k, v in files_of(folder).items() if k.endswith(".yaml")}
    data = yaml.load(usual[NAMES[name]], Loader=yaml.BaseLoader)
    done, other = spoiled(data, seed)
    text = yaml.safe_dump(other, allow_unicode=True, sort_keys=False)
    files = usual | {NAMES[name]: text.encode()}
    form, more = refused(name, files)
    found = errors(name, files, usual)
    if not more and not done.endswith((" ist True", " ist '  '")):
        assert bool(form) == bool(found), (done, form, found)


def test_every_key_that_the_reader_knows_is_titled_explained_and_of_one_form() -> None:
    """One form a key: no choice between several in which an editor names them all."""
    kopf = shipped_strategy("examples/weidenfurt").kopf
    seen = set()
    for name, file in NAMES.items():
        schema = file_schema(name, kopf)
        jsonschema.Draft202012Validator.check_schema(schema)
        assert not {"anyOf", "oneOf"} & set(keys(schema))
        described = [v for one in objects(schema) for v in one["properties"].items()]
        for _, record in records(FILES[file]):
            for key, field in record.model_fields.items():
                same = [one for k, one in described if k == key and one["title"] == field.title]
                seen |= {key} if same else set()
                if same and field.description:
                    assert any(field.description in one.get("description", "") for one in same)
    assert len(seen) > 60


def keys(node: Any) -> Iterator[str]:
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    yield from node if isinstance(node, dict) else ()
    for one in inside:
        yield from keys(one)


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """All that describe a record."""
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, dict) and node.get("additionalProperties") is False:
        yield node
    for one in inside:
        yield from objects(one)


def test_every_example_fits_its_own_schema() -> None:
    kopf = shipped_strategy("strategy").kopf
    tried = 0
    for name in NAMES:
        whole = file_schema(name, kopf)
        for one in objects(whole):
            for schema in one["properties"].values():
                for example in schema.get("examples", ()):
                    jsonschema.Draft202012Validator(
                        {"$defs": whole["$defs"], "$ref": "#/$defs/asked"}
                        | {"$defs": whole["$defs"] | {"asked": schema}}
                    ).validate(example)
                    tried += 1
    assert tried > 150


def test_the_examples_are_those_of_the_table_of_keys() -> None:
    """generator/json_schema/examples.json is brought up to date by: python -m tools.field_tables."""
    from tools.field_tables import EXAMPLES, examples

    assert EXAMPLES.read_text("utf-8") == examples()


@pytest.mark.parametrize("words", [("schema",), ("schema", "goals"), ("schema", "goals.yaml")])
def test_the_command_shows_a_schema_or_what_there_is(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--strategy", str(ROOT / "examples/weidenfurt")]) == 0
    out = capsys.readouterr().out
    if len(words) == 1:
        *files, _, _ = out.splitlines()
        assert [line.split()[0] for line in files] == list(NAMES)  # one line each
    else:
        assert out == file_schema_text("goals", shipped_strategy("examples/weidenfurt").kopf)


@pytest.mark.parametrize(
    ("head", "words", "said"),
    [
        ("format: 2\n", ("gaols",), "Gemeint ist vermutlich «goals»"),
        ("format: 2\nstufen: [3]\n", ("goals",), "lassen sich nicht lesen"),
        ("format: [\n", ("actors",), "lassen sich nicht lesen"),
        (None, ("goals",), "strategy.yaml fehlt"),
    ],
)
def test_without_readable_levels_there_is_one_sentence(
    head: str | None, words: tuple[str, ...], said: str,
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    if head is not None:
        (tmp_path / "strategy.yaml").write_text(head, "utf-8")
    assert main(["schema", *words, "--strategy", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
