from __future__ import annotations

import pytest

from generator.edit.proposals import proposed_reasons
from tests.edit.editing import county, read

MISSING = [("EZ01", "umformuliert", ""), ("LZ02", "neu", ""), ("fazit", "text", "Ausblick")]
LINES = [
    "- id: EZ01", "  art: umformuliert", "  einstufung: inhaltlich", '  begruendung: ""',
    "- id: LZ02", "  art: neu", "  einstufung: inhaltlich", '  begruendung: ""',
    "- id: fazit", "  art: text", "  abschnitt: Ausblick", "  einstufung: inhaltlich", '  begruendung: ""',
]  # fmt: skip
ENTRY = "{id: HF1, art: neu, einstufung: inhaltlich, begruendung: Neu.}"


@pytest.mark.parametrize(
    ("reasons", "indent"),
    [
        (None, 2),
        ("aenderungen: []\n", 2),
        ("# Gründe\naenderungen:\n\n# Ziele\n- {}\n", 0),
        ("aenderungen:\n    - {}\n", 4),
        ("\ufeff  aenderungen:\r\n    - {}\r\n", 4),
        ("{{aenderungen: [{}]}}\n", 2),
    ],
)
def test_the_entries_are_indented_like_those_of_the_file(reasons: str | None, indent: int) -> None:
    data = None if reasons is None else reasons.format(ENTRY).encode()
    if data is not None:
        read(county(changes=data))
    lines = proposed_reasons(MISSING, data)
    assert lines == [" " * indent + line for line in LINES]


def test_pasted_below_the_others_they_are_read_as_entries() -> None:
    reasons = f"aenderungen:\n   - {ENTRY}\n"
    pasted = "\n".join(proposed_reasons(MISSING, reasons.encode())).replace('""', "Gekürzt.")
    strategy = read(county(changes=f"{reasons}{pasted}\n"))
    assert [(*a.id, *a.art, a.abschnitt or "") for a in strategy.aenderungen[1:]] == MISSING
