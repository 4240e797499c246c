"""The way back from file to file: sent out, changed by people and programs, reviewed, taken over."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from generator.cli import main
from generator.model.goal import Ziel
from generator.model.recommendation import Empfehlung
from generator.read.origin import Folder
from generator.read.strategy import read_strategy
from tests.judges import ROOT
from tests.match.wordlike import with_comments, without_bookmarks, wordlike
from tests.office import saved, scripted
from tests.receive.test_package import strict
from tests.receive.word import unzipped, zipped
from tools.reviewer import Edit, Reviewer

COUNTIES = ("strategy", "examples/auental")
PRODUCTS = ("strategie", "synopse", "aenderungsfassung")
EDITS = Path(__file__).parent / "match" / "libreoffice_reviews.py"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A county in a folder with its Word files, each made once."""

    @cache
    def build(county: str) -> Path:
        folder = tmp_path_factory.mktemp("gebaut")
        shutil.copytree(ROOT / county, folder / "strategy")
        named = ["--strategy", str(folder / "strategy"), "--output", str(folder / "output")]
        assert main(["build", "--pages", "off", "--only", ",".join(PRODUCTS), *named]) == 0
        return folder

    return build


@pytest.fixture(params=COUNTIES, ids=lambda name: Path(name).name)
def project(
    request: pytest.FixtureRequest,
    built: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A county with its Word files in output/, as current directory; for each of both counties."""
    return copied(built(request.param), tmp_path, monkeypatch)


@pytest.fixture
def auental(built: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same for the example county alone."""
    return copied(built("examples/auental"), tmp_path, monkeypatch)


def copied(source: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(source, target, dirs_exist_ok=True)
    monkeypatch.chdir(target)
    return target


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    capsys.readouterr()
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def records(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[dict]:
    code, out = run(capsys, "review", "--format", "json", *arguments)
    assert code == 0, out
    content = json.loads(out)
    for file in content["files"]:
        assert file["accounted"]["unplaced"] == 0, file
    return content["records"]


def states(capsys: pytest.CaptureFixture[str], *files: Path) -> list[str]:
    code, out = run(capsys, "verify", "--format", "json", *files)
    found = [file["state"] for file in json.loads(out)["files"]]
    assert code == int(not set(found) <= {"unchanged", "resaved"})
    return found


def output(product: str = "strategie") -> Path:
    return Path("output") / f"{product}.docx"


def returned(name: str, data: bytes) -> Path:
    path = Path("zurueck") / f"{name}.docx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def wordings(folder: Path = Path("strategy")) -> dict[str, str]:
    strategy = read_strategy(Folder(folder)).strategy
    assert strategy is not None
    elements: Iterable[Ziel | Empfehlung] = [*strategy.goals(), *strategy.recommendations()]
    return {element.id: element.text for element in elements}


def plain(text: str) -> str:
    return " ".join(text.split())


def told(found: list[dict], *names: str) -> Counter[tuple[object, ...]]:
    return Counter(
        tuple(plain(r[n]) if n in ("old", "new") else r[n] for n in names) for r in found
    )


def expected(edits: Iterable[Edit], author: str | None) -> Counter[tuple[object, ...]]:
    return Counter((e.element, author, plain(e.old), plain(e.new)) for e in edits)


def lines(folder: Path) -> dict[str, list[bytes]]:
    files = [p for p in folder.rglob("*") if p.is_file() and "editions" not in p.parts]
    return {p.relative_to(folder).as_posix(): p.read_bytes().splitlines(True) for p in files}


def fingerprint(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file())
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


# untouched files


def test_our_own_files_are_unchanged_and_give_no_statement(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [output(product) for product in PRODUCTS]
    assert states(capsys, *files) == ["unchanged"] * 3
    assert records(capsys, *files) == []


def test_files_saved_again_by_libreoffice_are_resaved_and_give_no_statement(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once, twice, and through ODT, which loses the map."""
    files = [output(product) for product in PRODUCTS]
    once = saved(project / "einmal", files, "docx")
    for again in (once, saved(project / "zweimal", once, "docx"),
                  saved(project / "odt", files, "odt", "docx")):  # fmt: skip
        assert records(capsys, *again) == []
        assert states(capsys, *again) == ["resaved"] * 3


def test_a_file_with_page_numbers_saved_again_is_resaved(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = run(capsys, "build", "--pages", "auto", "--only", "strategie")
    if "ohne Seitenzahlen" in out:
        pytest.skip("needs the program soffice (see .ci/run)")
    assert states(capsys, output()) == ["unchanged"]
    for kinds in (("docx",), ("odt", "docx")):
        again = saved(auental / "-".join(kinds), [output()], *kinds)
        assert records(capsys, *again) == []
        assert states(capsys, *again) == ["resaved"]


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_file_saved_again_by_word_gives_no_statement(
    product: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = output(product).read_bytes()
    again = [
        wordlike(data, 7),
        zipped(strict(unzipped(data))),
        wordlike(without_bookmarks(data), 8),
    ]
    files = [returned(f"{number}", content) for number, content in enumerate(again)]
    assert records(capsys, *files) == []
    assert states(capsys, *files) == ["resaved"] * 3


# forty wordings


LOOKS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda data: data,
    "split runs": lambda data: wordlike(data, 3),
    "no bookmark": without_bookmarks,
    "no bookmark, split runs": lambda data: wordlike(without_bookmarks(data), 4),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["Anna Amt", ""], ids=["tracked", "typed"])
def test_forty_changed_wordings_are_all_found_none_invented_and_all_taken_over(
    name: str, look: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = wordings()
    data, edits = Reviewer(name, 11).edit(output().read_bytes(), 40, before)
    file = returned("amt", LOOKS[look](data))
    found = records(capsys, file)
    assert told(found, "element", "author", "old", "new") == expected(edits, name or None)
    assert {r["kind"] for r in found} == {"reworded"}
    assert all(r["applicable"] and r["tracked"] == bool(name) for r in found)
    assert states(capsys, file) == ["changed"]

    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert code == 0
    assert f"Übernommen: {len(edits)} Änderungen." in out
    assert "Nicht übernommen" not in out
    assert wordings() == before | {e.element: plain(e.new) for e in edits}


def test_what_is_taken_over_changes_no_other_line_and_a_second_time_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = lines(Path("strategy"))
    sealed = fingerprint(Path("strategy/editions"))
    data, edits = Reviewer("Anna Amt", 5).edit(output().read_bytes(), 12, wordings())
    file = returned("amt", data)
    run(capsys, "review", file, "--apply", "--offene")
    new = lines(Path("strategy"))
    changed = {name for name in old if old[name] != new[name]}
    assert changed <= {"goals.yaml", "recommendations.yaml"}
    kept = sum(len(set(old[name]) & set(new[name])) for name in changed)
    gone = sum(len(set(old[name]) - set(new[name])) for name in changed)
    assert gone <= sum(len(e.old) for e in edits) / 20
    assert kept > gone
    assert fingerprint(Path("strategy/editions")) == sealed
    for name in changed:
        assert (Path("strategy.vorher") / name).read_bytes() == b"".join(old[name])

    once = fingerprint(Path())
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert code == 0
    assert fingerprint(Path()) == once
    assert "Übernommen: 0 Änderungen." in out
    assert "Stand schon in der Strategie: " in out


def test_files_with_windows_line_ends_keep_them(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in Path("strategy").rglob("*.*"):
        if "editions" not in file.parts and file.suffix in (".yaml", ".md"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = wordings()
    data, edits = Reviewer("", 2).edit(output().read_bytes(), 8, before)
    file = returned("amt", data)
    run(capsys, "review", file, "--apply", "--offene")
    assert wordings() == before | {e.element: plain(e.new) for e in edits}
    goals = Path("strategy/goals.yaml").read_bytes()
    assert goals.count(b"\n") == goals.count(b"\r\n") > 100
    once = fingerprint(Path("strategy"))
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


def test_the_road_from_build_to_build(auental: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sent out, changed by two people, remarked, taken over, built again: what is new is printed."""
    every = list(wordings().items())
    first, second, third = every[2][0], every[5][0], every[9][0]
    data = output().read_bytes()
    amt, edits = Reviewer("Anna Amt", 21).edit(data, 3, {first, second, third})
    remarked = with_comments(data, [(every[12][1], "Beirat", "Wer übernimmt das?")])
    files = [returned("amt", wordlike(amt, 1)), returned("beirat", remarked)]
    found = records(capsys, *files)
    remarks = [r for r in found if r["kind"] == "comment"]
    assert [(r["element"], r["author"], r["comment"]) for r in remarks] == [
        (every[12][0], "Beirat", "Wer übernimmt das?"),
        (every[12][0], "Amt", "Danke."),
    ]
    assert remarks[1]["reply_to"] == remarks[0]["id"]
    assert len(found) == len(edits) + 2
    code, out = run(capsys, "review", *files, "--apply", "--offene")
    assert (code, "Die Prüfung nennt" in out) == (0, True)
    assert "strategy.vorher" in out
    run(capsys, "build", "--pages", "off", "--only", "strategie")
    printed = unzipped(output().read_bytes())["word/document.xml"].decode()
    for edit in edits:
        assert plain(edit.new).replace("&", "&amp;") in printed
    assert states(capsys, output()) == ["unchanged"]


# LibreOffice as the reviewers' program


def test_wordings_changed_in_libreoffice_are_found_and_taken_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tracked and typed; as saved, saved once more, and through ODT."""
    before, source = wordings(), str(project / output())
    halves = list(libreoffice_edits(before))
    arguments = []
    for name, edits in zip(("verfolgt", "getippt"), halves, strict=True):
        wanted = {"tracked": name == "verfolgt", "edits": list(edits.values())}
        Path(f"{name}.json").write_text(json.dumps(wanted), "utf-8")
        arguments += [source, f"{name}.json", str(project / f"{name}.docx")]
    made = scripted(project, EDITS, arguments)
    assert json.loads(made) == [len(edits) for edits in halves]
    files = [project / "verfolgt.docx", project / "getippt.docx"]
    for again in (
        files,
        saved(project / "a", files, "docx"),
        saved(project / "b", files, "odt", "docx"),
    ):
        for file, edits in zip(again, halves, strict=True):
            found = records(capsys, file)
            assert told(found, "element", "old", "new") == Counter(
                (i, plain(old), changed(old, *words)) for i, (old, *words) in edits.items()
            )
            assert all(r["tracked"] == (file.stem == "verfolgt") for r in found)
    run(capsys, "review", *again, "--apply", "--offene")
    new = {i: changed(old, *words) for edits in halves for i, (old, *words) in edits.items()}
    assert wordings() == before | new


def libreoffice_edits(before: dict[str, str]) -> Iterator[dict[str, tuple[str, str, str]]]:
    """Two times up to twenty: ID to wording, a word that it has once, and what becomes of that."""
    random = Random(3)
    ids = [i for i in sorted(before) if list(before.values()).count(before[i]) == 1]
    random.shuffle(ids)
    for half in (ids[:20], ids[20:40]):
        words = {i: [w for w in before[i].split() if before[i].count(w) == 1] for i in half}
        chosen = {i: random.choice(words[i]) for i in half if words[i]}
        yield {i: (before[i], word, f"ganz {word.upper()}") for i, word in chosen.items()}


def changed(old: str, words: str, others: str) -> str:
    return plain(old.replace(words, others))


# random reviewers


@pytest.mark.parametrize("seed", range(6))
def test_random_reviewers_of_the_whole_document_are_told_word_for_word(
    seed: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Any paragraph, tracked and typed, in all three Word products; nothing is invented or lost."""
    for product in PRODUCTS:
        data = output(product).read_bytes()
        for name in ("Anna Amt", ""):
            changed, edits = Reviewer(name, seed).edit(data, 30)
            look = LOOKS[list(LOOKS)[seed % len(LOOKS)]]
            found = records(capsys, returned("amt", look(changed)))
            wanted = Counter((name or None, plain(e.old), plain(e.new)) for e in edits)
            assert told(found, "author", "old", "new") == wanted, product


@pytest.mark.parametrize("seed", range(3))
def test_disjoint_changes_of_three_reviewers_are_all_taken_over(
    seed: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, data = wordings(), output().read_bytes()
    ids = Random(seed).sample(sorted(before), min(30, len(before)))
    files, wanted = [], dict(before)
    for number, name in enumerate(("Anna Amt", "", "Beirat")):
        changed, edits = Reviewer(name, seed).edit(data, 40, ids[number::3])
        files.append(returned(f"{number}", changed))
        wanted |= {e.element: plain(e.new) for e in edits}
    assert not [r for r in records(capsys, *files) if r["conflicts"]]
    run(capsys, "review", *files, "--apply", "--offene")
    assert wordings() == wanted


def test_the_same_wording_changed_differently_by_two_is_shown_and_not_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, data = wordings(), output().read_bytes()
    identity = sorted(before)[3]
    text = before[identity]
    word = max(text.split(), key=len)
    files = []
    for name, other in (("Anna Amt", "ERSTENS"), ("Beirat", "ZWEITENS")):
        content = unzipped(data)
        main_part = content["word/document.xml"].decode()
        start = main_part.index(f'w:name="{identity}"')
        at = main_part.index(word, start)
        changed = main_part[:at] + other + main_part[at + len(word) :]
        content["word/document.xml"] = changed.encode()
        files.append(returned(name, zipped(content)))
    found = records(capsys, *files)
    assert [r["element"] for r in found] == [identity, identity]
    assert [r["conflicts"] for r in found] == [["R002"], ["R001"]]
    code, out = run(capsys, "review", *files)
    assert code == 0
    assert out.index("Zu entscheiden (2)") < out.index("[-")
    once = fingerprint(Path("strategy"))
    run(capsys, "review", *files, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


def test_a_draft_that_went_on_takes_what_does_not_touch_it(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = output().read_bytes()
    goals = Path("strategy/goals.yaml")
    old = "Digitale Angebote schließen niemanden aus."
    assert old in goals.read_text("utf-8")
    content = unzipped(data)
    content["word/document.xml"] = content["word/document.xml"].replace(
        old.encode(), "Digitale Angebote schließen wirklich niemanden aus.".encode()
    )
    file = returned("amt", zipped(content))
    text = goals.read_text("utf-8").replace(old, "Gute Angebote schließen niemanden aus.")
    goals.write_text(text, "utf-8")
    run(capsys, "review", file, "--apply", "--offene")
    assert "Gute Angebote schließen wirklich niemanden aus." in goals.read_text("utf-8")


# what it refuses, and what it leaves alone


def test_review_and_verify_write_nothing_but_the_report_asked_for(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, _ = Reviewer("Anna Amt", 1).edit(output().read_bytes(), 5, wordings())
    file = returned("amt", data)
    before = fingerprint(auental)
    for form in ("text", "json"):
        run(capsys, "review", file, "--format", form)
        run(capsys, "verify", file, "--format", form)
    assert fingerprint(auental) == before
    code, out = run(capsys, "review", file, "--output", "bericht.txt")
    assert (code, out) == (0, "Bericht: bericht.txt\n")
    assert "Anna Amt" in Path("bericht.txt").read_text("utf-8")
    Path("bericht.txt").unlink()
    assert fingerprint(auental) == before


@pytest.mark.parametrize(
    ("arguments", "fragment"),
    [
        (["review"], "DATEI"),
        (["review", "gibt-es-nicht.docx"], "gibt-es-nicht.docx gibt es nicht"),
        (["review", "zurueck/*.docx"], "Zu zurueck/*.docx gibt es keine Datei"),
        (["review", "~$strategie.docx"], "~$"),
        (["review", "strategy"], "Ordner"),
        (["review", "strategy/goals.yaml"], "keine Word-Datei"),
        (["review", "output/strategie.docx", "--apply"], "--offene"),
        (["review", "output/strategie.docx", "--strategy", "nirgends"], "nirgends/strategy.yaml"),
        (["review", "output/strategie.docx", "--output", "output"], "Ordner"),
        (["review", "output/strategie.docx", "--record"], "--record"),
        (["verify", "strategy/goals.yaml"], "keine Word-Datei"),
        (
            ["review", "output/strategie.docx", "--apply", "--offene",
             "--strategy", "strategy/editions/2023"],
            "gesiegelte Fassung",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_gives_one_sentence_and_exit_code_2(
    arguments: list[str], fragment: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprint(auental)
    code, out = run(capsys, *arguments)
    assert (code, fragment in out) == (2, True), out
    assert "Traceback" not in out
    assert fingerprint(auental) == before


def test_a_shell_that_expands_no_names_is_helped_and_words_lock_files_are_passed_over(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = output().read_bytes()
    for name in ("b", "a"):
        returned(name, data)
    Path("zurueck/~$a.docx").write_bytes(b"\x05Anna")
    code, out = run(capsys, "verify", "zurueck/*.docx", "--format", "json")
    assert code == 0
    assert [file["file"] for file in json.loads(out)["files"]] == [
        "zurueck/a.docx",
        "zurueck/b.docx",
    ]


def test_a_strategy_with_mistakes_is_not_written_into(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, _ = Reviewer("Anna Amt", 1).edit(output().read_bytes(), 5, wordings())
    file = returned("amt", data)
    with Path("strategy/actors.yaml").open("a", encoding="utf-8") as actors:
        actors.write("unbekannt: 1\n")
    before = fingerprint(Path("strategy"))
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert (code, "fehlerfrei" in out) == (2, True)
    assert fingerprint(Path("strategy")) == before


def test_a_foreign_file_is_told_as_such(auental: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = Path("haus.docx")
    shutil.copy(ROOT / "templates" / "kreistag.docx", house)
    assert states(capsys, house) == ["foreign"]
    _, out = run(capsys, "verify", house)
    assert "nicht von diesem Programm erzeugt" in out


def test_verify_needs_no_strategy_where_the_file_knows_itself(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, _ = Reviewer("Anna Amt", 1).edit(output().read_bytes(), 3, wordings())
    file = returned("amt", data)
    shutil.rmtree("strategy")
    assert states(capsys, output(), file) == ["unchanged", "changed"]
