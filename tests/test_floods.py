"""However much is wrong, the report stays readable: bounded messages, one for a flood, in bounded time."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

MIB = 1_000_000


def patched(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    return change


def encoded(name: str, encoding: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_bytes((folder / name).read_text("utf-8").encode(encoding))

    return change


def filled(name: str, data: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes(data) and None


FLOODS = {
    "a long value": patched("goals.yaml", "text: Digitale", "text: " + "x" * 5 * MIB),
    "a long word": patched("texts/WZ05.md", "Der", "Ä" * 2 * MIB + " 93 Maßnahmen Der"),
    "a long ID": patched("goals.yaml", "id: WZ01", "id: " + "x" * 5 * MIB),
    "a long name of a body": patched("actors.yaml", "name: Amt für Soziales", "name: Amt" + "x" * MIB),
    "a long name of many words": patched("actors.yaml", "name: Amt für Soziales", "name: Amt" + " xylophon" * 50_000),
    "a long title of a work": patched("sources.yaml", "Bevölkerung", "B" + "x" * MIB),
    "a long name of a figure": patched("key_figures.yaml", "Pflegebedürftige Menschen,", "P" + "x" * MIB + ","),
    "a long title of a chapter": patched("strategy.yaml", "Das Wichtigste", "D" + "x" * MIB),
    "a long name of a level": patched("strategy.yaml", "name: Teilziel", "name: T" + "x" * MIB),
    "a long name of the house": patched("strategy.yaml", "name: Landkreis Auental", "name: L" + "x" * MIB),
    "a long spelling": patched("strategy.yaml", "titel:", "schreibweisen: {" + "q" * MIB + ": w}\ntitel:"),
    "a long key": patched("goals.yaml", "text: Digitale", "y" * 5 * MIB + ": Digitale"),
    "a long reference": patched("goals.yaml", "text: Digitale", "flankiert_von: [" + "z" * 5 * MIB + "]\n    text: Digitale"),
    **{
        f"a text of {what}": patched("texts/WZ05.md", "Der", f"{text}. Es gibt 93 Maßnahmen. Der")
        for what, text in {
            "hyphens": "Ab-ab" * 200_000 + " Ab-abc" * 50_000,
            "words for women and men": "Bürgerinnen und Bürger, Bürger*innen, " * 20_000 + "innen-" * 100_000,
            "works in brackets": "(Zelt, 2020) (Müller und " * 20_000,
            "references": "Kapitel 99 und siehe 9.9.9 und S. 22 " * 10_000,
            "leftovers": "TODO XX [Name] (Quelle prüfen) ??? ....... " * 10_000,
            "paragraphs": "Dies ist ein Absatz mit genau so vielen Wörtern wie nötig sind hier.\n\n" * 20_000,
            "numbers": "Hier sind 1.000 Kinder (10 %) da, 10-15 Jahre alt . " * 10_000,
            "signs": "A" * MIB + " " + "a" * MIB + "*innen b´s c@d.de „ » \" (" + " E-Mail EMail z.B. z. B." * 10_000,
            "beginnings of notes": "^[" * 50_000,
            "signs in headings": "\n\n# " + "#" * 200_000 + " x\n\n# x" + " " * 200_000 + "x\n\n# " + "# " * 100_000 + "x\n\n",
            "headings": "\n\n# " + "Wort " * 20_000 + "\n\n# " + "Wort " * 19_999 + "Wart",
        }.items()
    },
    "UTF-32": encoded("goals.yaml", "utf-32"),
    "UTF-32 without a mark": encoded("texts/WZ05.md", "utf-32-be"),
    "UTF-16 without a mark": encoded("goals.yaml", "utf-16-be"),
    "zeros": filled("texts/WZ05.md", bytes(3 * MIB)),
    "brackets": patched("texts/WZ05.md", "Der", "[" * 5000 + " Der"),
    "nested brackets": patched("goals.yaml", "text: Digitale", "zustaendig: " + "[" * 5000 + "]" * 5000 + "\n    text: Digitale"),
    "references": patched("texts/WZ05.md", "Der", "[[NIE]] [@nie] {{ kennzahl.nie }} ABQ " * 5000 + " Der"),
    "controls": patched("texts/WZ05.md", "Der", "a\x01" * 20_000 + " Der"),
    "tabs": patched("goals.yaml", "handlungsfelder:", "\tx: y\n" * 20_000 + "handlungsfelder:"),
    "comments": patched("goals.yaml", "handlungsfelder:", "x: y #z\n" * 20_000 + "handlungsfelder:"),
    "conflicts": patched("texts/WZ05.md", "Der", "\n<<<<<<< a\n=======\n>>>>>>> b\n" * 10_000 + " Der"),
    "empty entries": patched("strategy.yaml", "titel:", "abkuerzungen: {" + ", ".join(f"Q{i}Q: ''" for i in range(10_000)) + "}\ntitel:"),
}  # fmt: skip


LONG_BUT_RIGHT = {"a long value", "a long spelling"} | {
    flood for flood in FLOODS if flood.startswith(("a long name", "a long title"))
}


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("flood", FLOODS)
def test_no_flood_makes_a_report_without_end(
    auental: Path, flood: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    FLOODS[flood](auental)
    before = time.process_time()  # the machine may be busy with others
    code = main(["check", "--strategy", str(auental), "--format", form])
    seconds = time.process_time() - before
    said = capsys.readouterr()
    assert code == 1 or (code == 0 and flood in LONG_BUT_RIGHT), said.err
    assert len(said.out) < (10_000 if form == "text" else MIB)
    assert max(map(len, said.out.splitlines())) < 2_000
    assert seconds < 10


def test_what_is_wrong_5000_times_is_told_twice_and_counted(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    patched("texts/WZ05.md", "Der", "[[NIE]] " * 5000 + "Der")(auental)
    main(["check", "--strategy", str(auental)])
    told = capsys.readouterr().out
    assert told.count(": Z302 ") == 2
    assert "… Z302 und 4.998 weitere in dieser Datei" in told
    assert "Fehler (5000)" in told
    main(["check", "--strategy", str(auental), "--format", "json"])
    kept = [f for f in json.loads(capsys.readouterr().out)["findings"] if f["rule"] == "Z302"]
    assert len(kept) == 1000
    assert kept[-1]["message"].endswith("(und 4.000 weitere in dieser Datei)")


@pytest.mark.parametrize(("number", "told"), [(50, 50), (51, 2)])
def test_fifty_are_told_one_by_one_and_not_more(
    auental: Path, capsys: pytest.CaptureFixture[str], number: int, told: int
) -> None:
    patched("texts/WZ05.md", "Der", "[[NIE]] " * number + "Der")(auental)
    main(["check", "--strategy", str(auental)])
    assert capsys.readouterr().out.count(": Z302 ") == told


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])  # fmt: skip
@pytest.mark.parametrize("name", ["actors.yaml", "texts/WZ05.md"])
def test_a_wide_encoding_is_one_finding_and_read_all_the_same(
    auental: Path, encoding: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def findings() -> list[tuple[str, str]]:
        main(["check", "--strategy", str(auental), "--format", "json"])
        found = json.loads(capsys.readouterr().out)["findings"]
        return [(f["rule"], f["message"]) for f in found]

    sound = findings()  # what is reported of the example is late here and there
    encoded(name, encoding)(auental)
    ((rule, message),) = [finding for finding in findings() if finding not in sound]
    assert rule == "Z001"
    assert encoding[:6].upper() in message
