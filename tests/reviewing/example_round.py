"""The round that the handbook tells: three people change the example county's document, one decides.

``python -m tests.reviewing.example_round FOLDER`` leaves the folder as the handbook's pictures
show it: the files that came back in ``zurueck``, all decided, ``output`` built anew.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.cli import main
from tests.judges import ROOT
from tests.match.wordlike import with_comments, wordlike
from tests.reviewing.opinions import FILE, decide, entries
from tools.reviewer import Reviewer

Words = Mapping[str, Mapping[int, str]]
"""ID to the place of a word in its wording, and what takes its place."""

SOZIALAMT: Words = {
    "MA04": {4: "an", 5: "zwei Abenden"},
    "MA06": {9: "Planungsraum jedes Jahr"},
    "MA07": {5: "Nachmittag, am Abend"},
}
VERKEHR: Words = {"MA07": {11: "Ortsteile mit Haltestelle."}, "MA08": {7: "möglichst ohne"}}
BEIRAT: Words = {"MA04": {4: "an", 5: "jedem Abend"}}
PLACES = "In den Büchereien entstehen Übungsplätze mit fester Ansprechperson."
STELLEN = "{Anna Weber: Sozialamt, zurueck/verkehr.docx: Verkehrsgesellschaft, Bert Brand: Seniorenbeirat}"
WEEKLY = "Der Pflegestützpunkt berät auch an einem Abend in der Woche und auf Wunsch zu Hause."
MORE = "Mehr als ein Abend in der Woche ist mit dem Personal nicht zu leisten."


def returned_files(sent: bytes) -> Iterator[tuple[str, bytes]]:
    """What comes back: changed in Word with tracking, typed without, and with a remark."""
    amt, _ = Reviewer("Anna Weber", 1, "2026-11-24T10:12:00Z").replace(sent, SOZIALAMT)
    yield "sozialamt", wordlike(amt, 1)
    yield "verkehr", Reviewer("", 2).replace(sent, VERKEHR)[0]
    beirat, _ = Reviewer("Bert Brand", 3, "2026-11-26T18:40:00Z").replace(sent, BEIRAT)
    yield "beirat", with_comments(beirat, [(PLACES, "Bert Brand", "Wer betreut die Plätze?")])


def put_back(sent: bytes) -> list[Path]:
    """The files that came back, in the folder ``zurueck``."""
    Path("zurueck").mkdir(exist_ok=True)
    paths = []
    for name, data in returned_files(sent):
        paths.append(Path("zurueck") / f"{name}.docx")
        paths[-1].write_bytes(data)
    return paths


def decide_all() -> None:
    """What the coordinator types into stellungnahmen.yaml."""
    text = FILE.read_text("utf-8")
    head, _, rest = text.partition("    stellungnahmen:")
    title = "    bezeichnung: Beteiligung der Ämter und des Seniorenbeirats\n"
    FILE.write_text(f"{head}{title}    stellen: {STELLEN}\n    stellungnahmen:{rest}", "utf-8")
    for one in entries():
        match one.get("element"), one.get("von"), one["art"]:
            case "MA04", "Anna Weber", _:
                decide(one["id"], "teilweise", fassung=WEEKLY, begruendung=MORE)
            case "MA04", _, _:
                decide(one["id"], "abgelehnt", begruendung=MORE)
            case "MA08", _, _:
                decide(one["id"], "abgelehnt", begruendung="Barrierefrei heißt ohne Stufe.")
            case "MA13", "Bert Brand", "anmerkung":
                decide(
                    one["id"], "uebernommen", antwort="Die Volkshochschule; sie ist federführend."
                )
            case _, _, "umformuliert":
                decide(one["id"], "uebernommen")


def _whole_round(folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "examples" / "auental", folder / "strategy")
    with contextlib.chdir(folder):
        main(["build"])
        paths = [path.as_posix() for path in put_back(Path("output/strategie.docx").read_bytes())]
        main(["review", *paths, "--record"])
        decide_all()
        main(["review", *paths, "--apply"])
        main(["build"])


if __name__ == "__main__":
    _whole_round(Path(sys.argv[1]))
