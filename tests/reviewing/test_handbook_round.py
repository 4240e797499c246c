"""The handbook's chapter on Word files that come back, walked step by step with the example county."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest

from tests.receive.word import unzipped
from tests.reviewing.example_round import WEEKLY, decide_all, put_back
from tests.reviewing.opinions import FILE, entries
from tests.reviewing.road import fingerprint, output, run, states, wordings

CARRIED = "Der Rufbus fährt auch am Nachmittag, am Abend und am Samstag in alle Ortsteile mit Haltestelle."


def git(*arguments: str) -> str:
    by = ["-c", "user.name=Amt", "-c", "user.email=amt@example.org"]
    done = subprocess.run(["git", *by, *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def test_a_round_of_stellungnahmen_from_the_mail_to_the_abwaegung(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The project is kept in git, as «strategie init» sets it up.
    Path(".gitignore").write_text("/output/\n/zurueck/\n/strategy/stellungnahmen.yaml\n", "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Entwurf")
    before = wordings()

    # 1, 2. The draft went out; three files come back and are put into a folder.
    sent = output().read_bytes()
    assert b"trackRevisions" in unzipped(sent)["word/settings.xml"]
    files = put_back(sent)

    # 3. «strategie review» shows what is in them: who, when, which words.
    once = fingerprint(Path("strategy"))
    code, out = run(capsys, "review", "zurueck/*.docx")
    assert code == 0
    assert "Wortlaut geändert · Anna Weber, 24.11.2026 10:12 · sozialamt.docx" in out
    assert "ohne Änderungsverfolgung getippt · verkehr.docx" in out
    assert "berät auch [-am Abend-]{+an zwei Abenden+} und auf Wunsch zu Hause." in out
    assert "Wer betreut die Plätze?" in out

    # 4. What two people made of the same words stands on top; what fits together does not.
    top = out[out.index("Zu entscheiden (2)") : out.index("Wortlaut geändert")]
    assert (top.count("Maßnahme MA04"), "MA07" in top) == (3, False)

    # 5. Every sign is accounted for, and nothing was written.
    assert out.count("nicht zugeordnet: 0.") == len(files)
    assert fingerprint(Path("strategy")) == once

    # 6. «--record» keeps all of it, and git does not see the names.
    code, out = run(capsys, "review", "zurueck/*.docx", "--record")
    assert "Festgehalten: 8 Stellungnahmen (S001 bis S008)." in out
    assert git("status", "--porcelain") == ""

    # 7. The coordinator decides in that file; «strategie check» looks at it as well.
    decide_all()
    code, out = run(capsys, "check", "--strict")
    assert (code, "Z80" in out) == (0, False)

    # 8. «--apply» writes what was decided: each as it was decided, in one line each.
    code, out = run(capsys, "review", "zurueck/*.docx", "--apply")
    assert "Übernommen: 4 Änderungen." in out
    assert "Abgelehnt oder überholt: R001, R006." in out
    new = {i: text for i, text in wordings().items() if text != before[i]}
    assert set(new) == {"MA04", "MA06", "MA07"}
    assert (new["MA04"], new["MA07"]) == (WEEKLY, CARRIED)
    changed = [line for line in git("diff", "-U0").splitlines() if line[:1] in "+-"]
    assert {line for line in changed if line[:3] in ("+++", "---")} == {
        "--- a/strategy/goals.yaml",
        "+++ b/strategy/goals.yaml",
    }
    assert sum(line[0] == "+" for line in changed) - 1 <= 6

    # A second call changes nothing, nor does recording once more.
    once = fingerprint(Path("strategy"))
    _, out = run(capsys, "review", "zurueck/*.docx", "--record", "--apply")
    assert "Festgehalten: 0 Stellungnahmen; 8 schon festgehalten." in out
    assert fingerprint(Path("strategy")) == once

    # 9. «strategie build» prints the new wordings and the Abwägungstabelle.
    code, out = run(capsys, "build", "--pages", "off")
    assert (code, "abwaegung.docx" in out, "noch offen." in out) == (0, True, False)
    printed = unzipped(output().read_bytes())["word/document.xml"].decode()
    assert WEEKLY in printed
    table = unzipped(output("abwaegung").read_bytes())["word/document.xml"].decode()
    for words in (
        "Sozialamt",
        "Verkehrsgesellschaft",
        "Seniorenbeirat",
        "Barrierefrei heißt ohne Stufe.",
    ):
        assert words in table
    assert "Anna Weber" not in table
    lines = csv.reader(
        io.StringIO(Path("output/abwaegung.csv").read_text("utf-8-sig")), delimiter=";"
    )
    assert len(list(lines)) == 1 + len(entries())
    others = [p for p in Path("output").iterdir() if not p.name.startswith("abwaegung")]
    assert not [p for p in others if p.suffix != ".docx" and b"Anna Weber" in p.read_bytes()]

    # 10. «strategie verify» tells whether a file is still the one that was made.
    assert states(capsys, output(), files[0]) == ["unchanged", "changed"]
    assert FILE.is_file()
