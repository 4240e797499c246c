"""How often the rules were right on published texts of public bodies, and how that is told.

The texts were pasted into projects of ``strategie init`` as they stand, headings as chapters, sentences
and paragraphs also as goals; each finding was read beside its text. Right is one that whoever edits the text
would follow. What only the pasting had spoilt (a sentence cut in two) is not counted. The rules were mended where the
texts showed it, and counted after that; on the last but one nothing was mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Trial:
    """``found`` maps rules to how many findings were right and how many wrong."""

    body: str
    text: str
    words: int
    goals: int
    found: Mapping[str, tuple[int, int]]


TRIALS = (
    Trial("Kreisebene", "Satzungen und Richtlinien", 15_100, 18, {"Z311": (1, 0), "Z312": (8, 0), "Z314": (2, 0), "Z316": (1, 0)}),
    Trial("Gemeindeebene", "Umweltleitlinien, Satzungen und Richtlinien", 16_000, 25, {"Z311": (5, 0), "Z312": (6, 0), "Z314": (2, 0)}),
    Trial("Großstadt", "Niederschriften und Anträge eines Stadtteilbeirats, aus PDF", 17_100, 0, {"Z311": (4, 0), "Z312": (17, 1), "Z314": (8, 0)}),
    Trial("Partei in einer Großstadt", "Programm für den Rat", 13_700, 395, {"Z312": (10, 0), "Z314": (12, 0)}),
    Trial("Stadtstaat", "Handbuch der Verwaltung", 13_100, 0, {"Z311": (1, 0), "Z312": (16, 2), "Z315": (3, 0)}),
    Trial("Land", "Regierungsprogramm, 14 Kapitel als Ziele", 65_700, 3_888, {"Z301": (39, 0), "Z310": (1, 0), "Z311": (1, 0), "Z312": (27, 6)}),
    Trial("Land", "früheres Regierungsprogramm, drei Kapitel", 19_900, 90, {"Z312": (14, 0), "Z314": (1, 0)}),
    Trial("Bundesbehörde", "Handbuch für Behörden", 16_100, 0, {"Z311": (2, 0), "Z312": (8, 2), "Z314": (1, 0)}),
    Trial("Bund", "Regierungsprogramm", 89_400, 2_374, {"Z301": (10, 0), "Z311": (10, 0), "Z312": (51, 6)}),
    Trial("Land", "früheres Regierungsprogramm, fünf weitere Kapitel", 38_700, 600, {"Z312": (14, 1)}),
    Trial("Gemeindeebene", "weitere Satzungen und Ordnungen", 20_400, 190, {"Z301": (1, 0), "Z311": (3, 0), "Z312": (2, 1), "Z314": (1, 0)}),
)  # fmt: skip
TRIED = frozenset(
    (
        "Z101", "Z103", "Z104", "Z108", "Z110", "Z201", "Z203", "Z204", "Z205", "Z206", "Z207", "Z301", "Z302", "Z303",
        "Z305", "Z306", "Z307", "Z308", "Z310", "Z311", "Z312", "Z313", "Z314", "Z315", "Z316", "Z405", "Z502",
    )
)  # fmt: skip
"""The rules that such texts and goals can show something of."""


def results(rule: str) -> tuple[int, int]:
    """How many findings of a rule were right and how many wrong in all trials."""
    found = [trial.found.get(rule, (0, 0)) for trial in TRIALS]
    return sum(right for right, _ in found), sum(wrong for _, wrong in found)


def told(rule: str) -> str:
    """The sentence of the manual on how often a rule was right; "" where it was not tried."""
    if rule not in TRIED:
        return ""
    right, wrong = results(rule)
    if not right + wrong:
        return "In den Proben an veröffentlichten Texten: kein Befund."
    return (
        f"In den Proben an veröffentlichten Texten: {right} von {right + wrong} Befunden richtig."
    )


def table() -> Iterator[str]:
    """The trials as a Markdown table, a line each."""
    yield "| Wessen Text | Was | Wörter | Ziele | Befunde | davon falsch |"
    yield "|---|---|---:|---:|---:|---:|"
    for trial in TRIALS:
        right = sum(found[0] for found in trial.found.values())
        wrong = sum(found[1] for found in trial.found.values())
        words, goals = (f"{number:,}".replace(",", ".") for number in (trial.words, trial.goals))
        yield f"| {trial.body} | {trial.text} | {words} | {goals} | {right + wrong} | {wrong} |"
