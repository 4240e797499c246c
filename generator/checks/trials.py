"""How often the rules were right on published texts of public bodies, and how that is told.

The texts were pasted into projects of ``strategie init`` as they stand, headings as chapters, sentences
and paragraphs also as goals; each finding was read beside its text. Right is one that whoever edits the text
would follow. What only the pasting had spoilt (a sentence cut in two) is not counted. The rules were mended where the
texts showed it, and counted after that; on those that are ``fresh`` nothing was mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct


class Trial(Struct, frozen=True):
    """``found`` maps rules to how many findings were right and how many wrong."""

    body: str
    text: str
    words: int
    goals: int
    found: Mapping[str, tuple[int, int]]
    fresh: bool = False
    """Whether nothing was mended because of it."""


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
    Trial("Land", "früheres Regierungsprogramm, fünf weitere Kapitel", 38_700, 600, {"Z312": (14, 1)}, fresh=True),
    Trial("Gemeindeebene", "weitere Satzungen und Ordnungen", 20_400, 190, {"Z301": (1, 0), "Z311": (3, 0), "Z312": (2, 1), "Z314": (1, 0)}),
    Trial("Großstadt", "Klimaschutzkonzept mit Sachstand zu 54 Maßnahmen, zwei Fassungen", 11_700, 191, {"Z301": (0, 1), "Z307": (6, 0), "Z308": (19, 0), "Z311": (6, 0), "Z312": (32, 1), "Z314": (1, 0), "Z335": (11, 0), "Z337": (4, 0), "Z338": (2, 0), "Z502": (1, 0)}),
    Trial("Großstadt", "früherer Sachstand dieses Konzepts, als Text", 5_500, 0, {"Z311": (3, 0), "Z312": (16, 1), "Z335": (4, 0), "Z337": (1, 0), "Z338": (1, 0)}),
    Trial("Stadtstaat", "Koalitionsvertrag, 26 Kapitel", 44_200, 0, {"Z311": (6, 0), "Z312": (13, 2), "Z316": (1, 0), "Z331": (1, 0), "Z334": (1, 0), "Z335": (8, 0), "Z336": (4, 0), "Z337": (2, 0)}),
    Trial("Großstadt", "Anträge und Stellungnahmen eines Beirats", 9_100, 0, {"Z311": (4, 0), "Z312": (9, 0), "Z314": (1, 0), "Z316": (2, 0), "Z330": (1, 0), "Z331": (1, 0), "Z334": (1, 0), "Z335": (13, 0), "Z336": (5, 0), "Z337": (1, 0), "Z338": (1, 0)}),
    Trial("Großstadt", "Kulturstrategie, in einfacher Sprache und im Wortlaut", 3_000, 33, {"Z308": (1, 0), "Z331": (1, 0), "Z334": (1, 0), "Z335": (4, 3), "Z337": (1, 0)}),
    Trial("Parteien in zwei Großstädten", "sechs Programme für den Rat", 74_700, 0, {"Z311": (2, 0), "Z312": (37, 7), "Z314": (26, 0), "Z316": (10, 0), "Z331": (1, 0), "Z333": (1, 0), "Z334": (2, 0), "Z335": (22, 0), "Z336": (32, 0), "Z337": (8, 0), "Z338": (1, 0)}),
    Trial("Bündnis in einer Großstadt", "Beiträge und Pressemitteilungen", 17_400, 0, {"Z311": (6, 0), "Z312": (20, 3), "Z314": (8, 0), "Z331": (1, 0), "Z334": (1, 0), "Z335": (6, 0), "Z337": (2, 0), "Z338": (1, 0)}, fresh=True),
    Trial("Vier Städte und Länder", "kurze Texte, auch in Leichter Sprache und aus PDF", 3_600, 0, {"Z311": (7, 0), "Z312": (7, 0), "Z314": (4, 0), "Z331": (1, 0), "Z334": (1, 0), "Z335": (4, 5), "Z336": (1, 1), "Z337": (1, 0), "Z339": (1, 0)}),
    Trial("Großstadt", "Klimaschutzkonzept, eingelesen aus PDF", 33_600, 67, {"Z311": (5, 0), "Z312": (25, 4), "Z330": (5, 0), "Z334": (1, 0), "Z335": (21, 0), "Z337": (4, 0), "Z338": (1, 0), "Z339": (4, 0)}),
    Trial("Großstadt", "Handlungsprogramm mit Steckbriefen, eingelesen aus PDF", 26_700, 166, {"Z311": (8, 0), "Z312": (8, 3), "Z330": (2, 0), "Z331": (0, 1), "Z334": (1, 0), "Z335": (12, 1), "Z336": (2, 0), "Z337": (1, 0)}),
    Trial("Partei im Bund", "Grundsatzprogramm", 13_000, 0, {"Z311": (1, 0), "Z312": (3, 0), "Z335": (5, 0), "Z337": (2, 0)}),
    Trial("Bundesbehörde", "Bericht über Indikatoren, eingelesen aus PDF", 13_400, 0, {"Z312": (2, 0), "Z331": (0, 1), "Z337": (1, 1)}, fresh=True),
    Trial("Dorf und Land", "Steckbrief aus Word und Leitfaden", 3_500, 0, {"Z312": (3, 3), "Z336": (2, 0), "Z337": (1, 0)}),
    Trial("Drei Parteien eines anderen Staates", "Verhandlungspapier aus PDF, Z312 jeder sechste", 75_500, 60, {"Z310": (1, 0), "Z312": (36, 5), "Z314": (3, 0), "Z331": (14, 0), "Z333": (39, 0), "Z334": (1, 0), "Z335": (41, 2), "Z336": (13, 0), "Z337": (4, 0), "Z338": (1, 0), "Z339": (0, 1)}, fresh=True),
)  # fmt: skip
TRIED = frozenset(
    (
        "Z101", "Z103", "Z104", "Z108", "Z110", "Z201", "Z203", "Z204", "Z205", "Z206", "Z207", "Z301", "Z302", "Z303",
        "Z305", "Z306", "Z307", "Z308", "Z310", "Z311", "Z312", "Z313", "Z314", "Z315", "Z316", "Z330", "Z331", "Z332",
        "Z333", "Z334", "Z335", "Z336", "Z337", "Z338", "Z339", "Z340", "Z341", "Z343", "Z405", "Z502",
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
        text = f"{trial.text} *" if trial.fresh else trial.text
        yield f"| {trial.body} | {text} | {words} | {goals} | {right + wrong} | {wrong} |"
