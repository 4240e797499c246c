"""Reading: every mistake in one run, at its place, and nothing lost on the way."""

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.read.origin import Folder
from generator.read.reading import Reading, read_strategy
from generator.read.revision import Revision

SHIPPED = Path(__file__).parents[2] / "strategy" / "editions" / "2018"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the adopted edition that a test may damage."""
    shutil.copytree(SHIPPED, tmp_path / "strategie")
    return tmp_path / "strategie"


def read(folder: Path) -> Reading:
    return read_strategy(Folder(folder))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")


def places(reading: Reading) -> set[tuple[str, int, int, str]]:
    return {
        (f.position.file.rsplit("/", 1)[-1], f.position.line, f.position.column, f.rule)
        for f in reading.findings
    }


def test_the_adopted_edition_is_read_whole() -> None:
    reading = read(SHIPPED)
    assert reading.findings == ()
    strategy = reading.strategy
    assert strategy is not None
    levels = [goal.stufe for goal in strategy.goals()]
    assert [levels.count(k) for k in ("leitziele", "prozessziele", "ergebnisziele")] == [12, 24, 59]
    assert len(list(strategy.recommendations())) == 16
    assert len(strategy.quellen) == 18


def test_all_mistakes_of_all_files_are_named_in_one_run(folder: Path) -> None:
    goals = folder / "goals.yaml"
    replace(goals, "    - id: LZ01\n      text: >-", "    - id: LZ01\n      txt: x\n      text: >-")
    replace(goals, "            - fachaemter\n            - jobcenter", "            jobcenter")
    replace(folder / "actors.yaml", "art: extern", "art: exten")
    replace(folder / "key_figures.yaml", 'wert: "13.964"', "wert: 13.964")
    replace(folder / "strategy.yaml", "stand: 2018-09-05", "stand: 5.9.18")
    replace(
        folder / "strategy.yaml", "  leitziele: 13\n", "  leitziele: dreizehn\n  leitziele: 13\n"
    )
    (folder / "actor.yaml").write_text("akteure: []\n", "utf-8")
    found = {rule for _, _, _, rule in places(read(folder))}
    assert found == {"Z006", "Z007", "Z008", "Z010", "Z012"}


def test_after_a_mistake_the_rest_of_the_file_is_read(folder: Path) -> None:
    replace(
        folder / "goals.yaml",
        "    - id: LZ01\n      text: >-",
        "    - id: LZ01\n      txt: x\n      text: >-",
    )
    replace(folder / "goals.yaml", "titel: ", "title: ")
    reading = read(folder)
    assert reading.strategy is not None
    assert len(list(reading.strategy.goals())) == 95
    assert sorted(f.rule for f in reading.findings) == ["Z007", "Z007"]
    unknown = next(f for f in reading.findings if "txt" in f.message)
    assert unknown.id == "LZ01"
    assert "«text»" in unknown.message
    assert unknown.position.line == 5
    assert unknown.position.column == 7


@pytest.mark.parametrize(
    ("old", "new", "fragment"),
    [
        ("status: beschlossen", "status: beschlosen", "«beschlossen»"),
        ("stand: 2018-09-05", "stand: 05.09.2018", "2026-11-22"),
        ("titel: Armutspräventionsstrategie für den Ilm-Kreis", "titel:", "leer"),
        ("titel: Armutspräventionsstrategie für den Ilm-Kreis", "titel: [a, b]", "eine Liste"),
        ("format: 1", "format: 3", "höchstens 2"),
        ("format: 1", "format: eins", "ganze Zahl"),
        ('kennung: "2018"', 'kennung: "20 18"', "Erlaubt sind"),
        ("  leitziele: 13", "  leitziele: dreizehn", "ganze Zahl"),
        ("id: vorwort", "id: vorwört", "Umlaute"),
    ],
)
def test_a_wrong_value_is_explained_in_german(
    folder: Path, old: str, new: str, fragment: str
) -> None:
    replace(folder / "strategy.yaml", old, new)
    reading = read(folder)
    assert len(reading.findings) == 1
    assert fragment in reading.findings[0].message
    assert reading.strategy is not None


def test_a_missing_section_is_one_finding(folder: Path) -> None:
    path = folder / "strategy.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if line.startswith("fassung:"))
    end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith(" "))
    path.write_text("".join(lines[:start] + lines[end:]), "utf-8")
    assert [f.rule for f in read(folder).findings] == ["Z009"]


def test_what_an_editor_changes_invisibly_is_no_change(folder: Path) -> None:
    """BOM, CRLF, decomposed umlauts and other line breaks give an equal strategy."""
    before = read(folder).strategy
    for path in [*folder.glob("*.yaml"), *folder.glob("texts/*.md")]:
        text = unicodedata.normalize("NFD", path.read_text("utf-8")).replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    text = folder / "texts" / "vorwort.md"
    body = text.read_text("utf-8-sig").split("---\n")[-1]
    paragraphs = [" ".join(p.split()) for p in body.split("\n\n")]
    text.write_text("---\nwortlaut: nacherzaehlt\n---\n" + "\n\n\n".join(paragraphs), "utf-8")
    after = read(folder)
    assert after.findings == ()
    assert after.strategy == before


def test_windows_1252_is_named_and_read_all_the_same(folder: Path) -> None:
    path = folder / "actors.yaml"
    path.write_bytes(path.read_text("utf-8").encode("cp1252"))
    reading = read(folder)
    assert [f.rule for f in reading.findings] == ["Z001"]
    assert reading.strategy == read(SHIPPED).strategy


def test_a_git_revision_reads_like_a_folder(folder: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=Sozialplanung", "-c", "user.email=planung@example.org"]
        subprocess.run(
            ["git", *identity, *arguments], cwd=folder.parent, check=True, capture_output=True
        )

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "Fassung 2018")
    replace(folder / "goals.yaml", "Arbeitslose Personen", "Arbeitslose Menschen")
    reading = read_strategy(Revision(folder, "HEAD"))
    assert reading.strategy == read(SHIPPED).strategy
    with pytest.raises(GeneratorError, match="kein-stand"):
        read_strategy(Revision(folder, "kein-stand"))


def test_no_strategy_at_all_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=r"strategy\.yaml fehlt"):
        read(tmp_path)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    junk=st.binary(max_size=300),
    at=st.floats(0, 1),
    name=st.sampled_from(sorted(p.name for p in SHIPPED.glob("*.yaml"))),
)
def test_whatever_a_file_holds_reading_never_raises(
    tmp_path_factory, junk: bytes, at: float, name: str
) -> None:
    folder = tmp_path_factory.mktemp("kaputt") / "strategie"
    shutil.copytree(SHIPPED, folder)
    path = folder / name
    data = path.read_bytes()
    cut = int(len(data) * at)
    path.write_bytes(data[:cut] + junk + data[cut:])
    read(folder)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    start=st.floats(0, 1),
    length=st.integers(1, 400),
    name=st.sampled_from(["goals.yaml", "strategy.yaml", "sources.yaml"]),
)
def test_a_file_with_a_hole_is_readable_or_has_findings(
    tmp_path_factory, start: float, length: int, name: str
) -> None:
    folder = tmp_path_factory.mktemp("luecke") / "strategie"
    shutil.copytree(SHIPPED, folder)
    data = (folder / name).read_bytes()
    cut = int(len(data) * start)
    (folder / name).write_bytes(data[:cut] + data[cut + length :])
    reading = read(folder)
    assert reading.findings or reading.strategy is not None


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("goals.yaml", "handlungsfelder:", "handlungfelder:"),
        ("goals.yaml", "uebergreifend:", "übergreifend:"),
        ("goals.yaml", "          ergebnisziele:", "          ergebnissziele:"),
        ("goals.yaml", "      text: >-", "      txt: >-"),
        ("actors.yaml", "akteure:", "aktöre:"),
        ("actors.yaml", "art: intern", "arte: intern"),
        ("strategy.yaml", "fassung:", "fasung:"),
        ("sources.yaml", "urheber:", "urheberin:"),
    ],
)
def test_a_mistyped_name_is_one_finding_and_nothing_is_lost(
    folder: Path, name: str, old: str, new: str
) -> None:
    replace(folder / name, old, new)
    reading = read(folder)
    assert [f.rule for f in reading.findings] == ["Z007"]
    assert reading.strategy == read(SHIPPED).strategy


@pytest.mark.parametrize(
    ("old", "new", "fragment"),
    [
        ("        ergebnisziele:\n            - id: EZ03", "        ergebnisziele:\n            – id: EZ03", "mit dem kurzen Strich"),
        ("            - jobcenter\n", "            -jobcenter\n", "Nach dem Strich am Anfang fehlt ein Leerzeichen"),
        ('  - id: HF2\n    titel: "Förderung von Bildungschancen, Chancengleichheit und sozialer Teilhabe"', '  - id: HF2\n    titel: "Förderung', "fehlt am Ende dieser Zeile das schließende"),
        ('    titel: "Förderung von', '    titel: "Die "Förderung" von', "beendet ihn vorzeitig"),
        ('    titel: "Förderung von', '    titel:\u00a0"Förderung von', "geschütztes Leerzeichen"),
        ("  - id: HF2\n", "  - id:HF2\n", "Nach dem Doppelpunkt"),
    ],
)  # fmt: skip
def test_the_line_that_broke_the_structure_is_named_and_not_the_next(
    folder: Path, old: str, new: str, fragment: str
) -> None:
    goals = folder / "goals.yaml"
    before = goals.read_text("utf-8")
    assert old in before
    replace(goals, old, new)
    wrong = before[: before.index(old)].count("\n") + new.rstrip("\n").count("\n") + 1
    found = [f for f in read(folder).findings if f.rule == "Z005"]
    assert [(f.position.line, fragment in f.message) for f in found] == [(wrong, True)], found


def test_a_word_document_is_one_finding(folder: Path) -> None:
    (folder / "texts" / "PZ07.md").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)
    (folder / "actors.yaml").write_bytes(b"{\\rtf1 Akteure}")
    found = read(folder).findings
    assert sorted(f.position.file.rsplit("/", 1)[-1] for f in found) == ["PZ07.md", "actors.yaml"]
    assert all("kein einfacher Text" in f.message for f in found)


def test_a_strategy_that_lay_elsewhere_or_is_not_exported_is_read_from_git(tmp_path: Path) -> None:
    old = tmp_path / "alt" / "ägypten strategie"
    shutil.copytree(SHIPPED, old)
    (tmp_path / ".gitattributes").write_text("*.md export-ignore\n", "utf-8")
    for command in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x"),
    ):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    new = tmp_path / "strategie"
    old.rename(new)
    with pytest.raises(GeneratorError, match="gibt es den Ordner der Strategie nicht"):
        read_strategy(Revision(new, "HEAD"))
    reading = read_strategy(Revision(new, "HEAD:alt/ägypten strategie"))
    assert reading.strategy == read(SHIPPED).strategy


@pytest.mark.parametrize("key", ["zustaendig", "flankiert_von"])
def test_an_empty_text_for_a_list_is_a_finding(folder: Path, key: str) -> None:
    replace(
        folder / "goals.yaml",
        "        - id: LZ02\n".replace("        ", "      ", 1),
        f'      - id: LZ02\n        {key}: ""\n',
    )
    assert [f.rule for f in read(folder).findings] == ["Z008"]


def test_a_tab_or_an_empty_register_hides_nothing_else(folder: Path) -> None:
    replace(
        folder / "goals.yaml",
        "      - id: LZ02\n",
        "      - id: LZ02\n\t\t    txt: x\n".replace("\t\t    ", "\t\t\t\t"),
    )
    (folder / "figures.yaml").write_text("", "utf-8")
    reading = read(folder)
    assert {"Z003", "Z004", "Z007"} <= {f.rule for f in reading.findings}
    assert reading.strategy is not None


def test_a_control_character_by_its_code_is_a_finding(folder: Path) -> None:
    replace(folder / "actors.yaml", 'name: "Sozialamt"', 'name: "Sozial\\x02amt"')
    (found,) = read(folder).findings
    assert (found.rule, "U+0002" in found.message) == ("Z002", True)


def test_a_nest_without_end_is_a_finding(folder: Path) -> None:
    (folder / "actors.yaml").write_text("akteure: " + "[" * 20_000, "utf-8")
    assert {f.rule for f in read(folder).findings} == {"Z005"}
