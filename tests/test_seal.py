"""Sealing replaces exactly the section fassung, however the head is written."""

from __future__ import annotations

from datetime import date

import pytest

from generator.edit.given_files import GivenFiles
from generator.errors import GeneratorError
from generator.finding import Severity
from generator.model.kinds import COUNCIL, PROGRESS
from generator.model.strategy import Strategy
from generator.read.reading import read_strategy
from generator.seal import Decision, next_draft, sealed_files
from tests.edit.editing import county, files_of

NOT_SEALED = {PROGRESS, COUNCIL}
"""Reports and the paper for the council: they are no part of what is adopted."""
DECISION = Decision("2027", "1/27", date(2027, 1, 5))
BLOCK = """\
fassung:
  kennung: 2026-entwurf
  bezeichnung: Erste Fortschreibung
  status: entwurf
  stand: 2026-11-22
  vorgaenger: "2018"
"""
FLOW = "{kennung: 2026-entwurf, bezeichnung: Erste Fortschreibung, status: entwurf, stand: 2026-11-22, vorgaenger: '2018'}"
LINES = "\n".join(["", *(f"  {line}" for line in BLOCK.splitlines()[1:])])

# What stands before the section, the section, what stands behind it.
HEADS: dict[str, tuple[str, str, str]] = {
    "first": ("", BLOCK, "format: 1\ntitel: Teilhabe\n"),
    "in the middle": ("format: 1\n", BLOCK, "# danach\ntitel: Teilhabe\n"),
    "last": ("format: 1\ntitel: Teilhabe\n\n", BLOCK, ""),
    "last, without a line end": ("format: 1\n", BLOCK.rstrip("\n"), ""),
    "indented": ("  format: 1\n", BLOCK.replace("\n", "\n  ").rstrip(" ").replace("fassung", "  fassung", 1), "  titel: Teilhabe\n"),
    "U+2028 in a text before": ('format: 1\ntitel: "Gut älter\u2028werden"\n', BLOCK, "hinweise: [Ein Satz.]\n"),
    "U+2029 in a text before": ("format: 1\ntitel: Gut\u2029 älter\n", BLOCK, "hinweise: [Ein Satz.]\n"),
    "U+0085 in a text before": ("format: 1\ntitel: 'Gut\u0085älter'\nkurztitel: >-\n  Gut\u0085\n", BLOCK, "hinweise: [Ein Satz.]\n"),
    "all three inside": ("format: 1\n", BLOCK.replace("Erste Fortschreibung", '"Erste\u2028Fort\u2029schreib\u0085ung"'), "titel: Teilhabe\n"),
    "byte order mark": ("\ufeffformat: 1\n", BLOCK, "titel: Teilhabe\n"),
    "CRLF": ("format: 1\r\n", BLOCK.replace("\n", "\r\n"), "titel: Teilhabe\r\n"),
    "CR": ("format: 1\r", BLOCK.replace("\n", "\r"), "titel: Teilhabe\r"),
    "one line": ("format: 1\n", f"fassung: {FLOW}\n", "titel: Teilhabe\n"),
    "a whole file in braces": ("{format: 1, ", f"fassung: {FLOW}", ", titel: Teilhabe}\n"),
    "like JSON": ('{"format":1,', '"fassung":{"kennung":"2026-entwurf","bezeichnung":"Erste","status":"entwurf","stand":"2026-11-22","vorgaenger":"2018"}', ',"titel":"Teilhabe"}'),
    "several lines in braces": ("format: 1\n", "fassung: {\n  kennung: x,   # eins\n  bezeichnung: y,\n  # zwei\n  status: entwurf, stand: 2026-11-22,\n  vorgaenger: '2018',\n}\n", "titel: Teilhabe\n"),
    "quoted keys": ('"format": 1\n', BLOCK.replace("fassung", '"fassung"').replace("  kennung", "  'kennung'").replace("status", '"status"'), "'titel': Teilhabe\n"),
    "explicit keys": ("? format\n: 1\n", f"? fassung\n:{LINES}\n", "? titel\n: Teilhabe\n"),
    "explicit keys on one line": ("format: 1\n", "? 'fassung'\n: kennung: x\n  bezeichnung: y\n  status: entwurf\n  stand: 2026-11-22\n  ? vorgaenger\n  : \"2018\"\n", "titel: Teilhabe\n"),
    "comments in odd places": ("# Kopf\n\nformat: 1 # eins\n", "fassung: # die Fassung: so\n\n  # innen\n  kennung: x   # Name\n# am Rand\n  bezeichnung: >- # gefaltet\n    y\n\n  # vor status\n  status: entwurf\n  stand: 2026-11-22\n  vorgaenger: \"2018\"\n", "# fassung: auskommentiert\ntitel: Teilhabe\n"),
    "block scalars around it": ("format: 1\ntitel: |\n  Teilhabe\n  fassung: nein\n", BLOCK.replace("Erste Fortschreibung", "|+\n    Erste\n    Fortschreibung\n"), "hinweise:\n  - >\n    fassung: auch nicht\n"),
    "document markers": ("%YAML 1.1\n--- # Kopf\nformat: 1\n", BLOCK, "titel: Teilhabe\n...\n"),
    "other steps": ("format: 1\n", BLOCK.replace("\n  ", "\n       "), "titel: Teilhabe\n"),
    "values on lines of their own": ("format: 1\n", BLOCK.replace(": ", ":\n      "), "titel: Teilhabe\n"),
    "empty values": ("format: 1\n", BLOCK + "  beschluss:\n  beschlossen_am: ~ # noch nicht\n", "titel: Teilhabe\n"),
    "tabs between": ("format:\t1\n", BLOCK.replace(": ", ":\t"), "titel:\tTeilhabe\n"),
    "a key of that name elsewhere": ("format: 1\nabkuerzungen:\n  fassung: die Fassung\n", BLOCK, "schreibweisen: {fassung: Fassung}\n"),
}  # fmt: skip


def strategy_in(files: dict[str, bytes]) -> Strategy:
    reading = read_strategy(GivenFiles(files))
    assert not [f for f in reading.findings if f.severity is Severity.ERROR]
    assert reading.strategy is not None
    return reading.strategy


@pytest.mark.parametrize("name", HEADS)
def test_the_section_is_replaced_and_nothing_else(name: str) -> None:
    before, section, after = HEADS[name]
    files = county(head=before + section + after)
    old = strategy_in(files)
    sealed = sealed_files(GivenFiles(files), old, DECISION)
    draft = {**files, **next_draft(GivenFiles(files), old, DECISION)}
    for made, fassung in ((sealed, _sealed(old)), (draft, _draft())):
        new = strategy_in(made)
        assert new.kopf.fassung.model_dump(mode="json", exclude_none=True) == fassung
        assert new.kopf.model_copy(update={"fassung": old.kopf.fassung}) == old.kopf
        text = made["strategy.yaml"].decode()
        assert text.startswith(before)
        assert text.endswith(after)
        assert made["goals.yaml"] == files["goals.yaml"]


def _sealed(old: Strategy) -> dict[str, str]:
    return {
        "kennung": "2027",
        "bezeichnung": old.kopf.fassung.bezeichnung,
        "status": "beschlossen",
        "stand": "2027-01-05",
        "beschluss": "1/27",
        "beschlossen_am": "2027-01-05",
        "vorgaenger": "2018",
    }


def _draft() -> dict[str, str]:
    return {
        "kennung": "2028-entwurf",
        "bezeichnung": "Entwurf nach Fassung 2027",
        "status": "entwurf",
        "stand": "2027-01-05",
        "vorgaenger": "2027",
    }


@pytest.mark.parametrize(
    ("reasons", "emptied"),
    [
        (None, "# Begründungen der Änderungen gegenüber der vorigen Fassung: je Kennung und Art\naenderungen: []\n"),
        ("# Gründe\naenderungen: []\n", "# Gründe\naenderungen: []\n"),
        (
            "# Gründe\naenderungen:\n# Ziele\n- {id: HF1, art: neu, einstufung: inhaltlich, begruendung: Neu.}\n\n# Texte\n- id: HF1\n  art: text\n  einstufung: inhaltlich\n  begruendung: >-\n    Auch neu.\n",
            "# Gründe\naenderungen: []\n# Ziele\n# Texte\n",
        ),
        ("{aenderungen: [{id: HF1, art: neu, einstufung: inhaltlich, begruendung: Neu.}]}", "{aenderungen: []}"),
        (
            "aenderungen:\n- id: [HF1,\n    strategie]\n  art:\n    - neu # ja\n    - text\n  begruendung: ''\n",
            "aenderungen: []\n",
        ),
    ],
    ids=["no file", "an empty list", "entries", "braces", "lists"],
)  # fmt: skip
def test_the_next_draft_has_no_reasons_but_the_comments_of_the_file(
    reasons: str | None, emptied: str
) -> None:
    files = county(head=f"format: 1\n{BLOCK}", **({"changes": reasons} if reasons else {}))
    draft = {**files, **next_draft(GivenFiles(files), strategy_in(files), DECISION)}
    assert (draft["changes.yaml"] or b"").decode() == emptied
    assert strategy_in({k: v for k, v in draft.items() if v is not None}).aenderungen == ()


def test_a_file_that_is_saved_while_it_is_sealed_is_not_set_back() -> None:
    files = county(head=f"format: 1\n{BLOCK}")
    checked = strategy_in(files)
    saved = {**files, "goals.yaml": files["goals.yaml"].replace(b"Bildung", b"Bildung und mehr")}
    for make in (sealed_files, next_draft):
        with pytest.raises(GeneratorError, match=r"^goals\.yaml: Während des Siegelns"):
            make(GivenFiles(saved), checked, DECISION)


@pytest.mark.parametrize("folder", ["strategy", "examples/auental"])
def test_the_edition_keeps_all_other_files_and_lines(folder: str) -> None:
    files = files_of(folder)
    sealed = sealed_files(GivenFiles(files), strategy_in(files), DECISION)
    assert {n for n in files if n not in NOT_SEALED and sealed[n] != files[n]} == {"strategy.yaml"}
    assert NOT_SEALED.isdisjoint(sealed)
    old, new = (made["strategy.yaml"].decode().splitlines() for made in (files, sealed))
    assert len(new) == len(old) + 2
    assert len([line for line in new if line not in old]) == 5
