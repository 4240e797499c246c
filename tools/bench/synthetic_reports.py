"""A folder to one that has been reported on: two periods, every Ergebnisziel in the first, half of them in the second."""

from __future__ import annotations

import re
from pathlib import Path

_STATES = ("geplant", "begonnen", "fortgeschritten", "abgeschlossen", "daueraufgabe")
_PERIODS = """zeitraeume:
- {kennung: "2025", stichtag: 2025-12-31}
- {kennung: "2026", stichtag: 2026-12-31}
berichte:
"""
_MEASURED = 15
"""Every so many of them have an effect figure."""


def report(strategy: Path) -> int:
    """Write progress.yaml, whatever it said; how many reports."""
    goals = re.findall(r"\bid: (EZ\w+)", (strategy / "goals.yaml").read_text("utf-8"))
    asked = re.findall(r"\bid: (EM\w+)", (strategy / "recommendations.yaml").read_text("utf-8"))
    before = [_told(goal, 2025, _STATES[n % 3]) for n, goal in enumerate(goals)]
    now = [_told(goal, 2026, _STATES[n % 5]) for n, goal in enumerate(goals) if n % 2]
    stated = [f"- {{id: {goal}, frist: 2026-06-30, kosten: 4.500 Euro}}" for goal in goals[::4]]
    figures = [_measured(goal) for goal in goals[::_MEASURED]]
    sent = [
        f"- {{id: {one}, an: land, datum: 2026-02-08, antwort: Das wird geprüft.}}" for one in asked
    ]
    lines = [*before, *now, "angaben:", *stated, "werte:", *figures, "versand:", *sent]
    (strategy / "progress.yaml").write_text(_PERIODS + "\n".join(lines) + "\n", "utf-8")
    return len(before) + len(now)


def _told(goal: str, year: int, state: str) -> str:
    said = f"Zwei Termine im Monat finden statt. Im Jahr {year} waren alle Plätze belegt."
    return (
        f'- {{id: {goal}, zeitraum: "{year}", stand: {state}, datum: {year}-11-02, text: {said}}}'
    )


def _measured(goal: str) -> str:
    values = ", ".join(
        f'{{wert: "{value}", stichtag: {year}-12-31, herkunft: Listen}}'
        for year, value in ((2025, 46), (2026, 52))
    )
    return f'- {{id: {goal}, groesse: Teilnehmende, einheit: Personen, start: "40", ziel: "60", gemessen: [{values}]}}'
