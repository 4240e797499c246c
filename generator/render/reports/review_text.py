"""A review to text for the terminal: what is to be decided first, then all in the document's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from pathlib import PurePath
from textwrap import fill

from msgspec import Struct

from generator.compare.words import marked as compared
from generator.model.german import counted
from generator.model.review import (
    WORDS,
    Applied,
    FileState,
    Recorded,
    ReturnedFile,
    Review,
    State,
    Statement,
)
from generator.model.stellungnahme import CALLED, DECIDED
from generator.render.documents.telling.marked import shorten
from generator.render.reports.review_verdict import verdict
from generator.render.reports.terminal import WIDTH, Painter, filled, marked, painter
from generator.render.reports.visible import in_a_line, visible

STATES: dict[State, str] = {
    "unchanged": "unverändert: genau die Datei, die erzeugt wurde",
    "resaved": "nur neu gespeichert; kein Wort ist geändert",
    "changed": "verändert",
    "foreign": "nicht von diesem Programm erzeugt oder ohne dessen Angaben",
}
REMARKED = "kein Wort ist geändert, es kamen nur Anmerkungen hinzu"
BASES = {
    "map": "",
    "source": " (verglichen mit dem Stand der Strategie, aus dem sie entstand)",
    "rejected": " (verglichen mit sich selbst ohne die nachverfolgten Änderungen)",
}
SEAM = " ¶ "
"""Between two paragraphs of which one was made, or that were made of one."""
NOTE = "Fußnote geändert"
NOBODY = "ohne Änderungsverfolgung getippt"
HOW_TO_DECIDE = (
    "Entschieden wird in stellungnahmen.yaml unter «entscheidung»; mit «--offene» gilt Offenes ohne "
    "Widerspruch als übernommen."
)

Labels = Mapping[str, str]
"""ID to how a planner calls the element: "Ergebnisziel EZ33"."""


def encode(review: Review, labels: Labels, *, colour: bool = False) -> str:
    """Files, decisions, statements by element, sums."""
    text = _Text(labels, painter(colour))
    lines = [
        *text.files(review.files),
        *text.decisions(review.statements),
        *text.statements(review.statements),
        *text.sums(review),
    ]
    return visible("\n".join(lines) + "\n")


def encode_recorded(recorded: Recorded) -> str:
    """What went into stellungnahmen.yaml, and what is no longer wanted."""
    new = len(recorded.added)
    names = (
        f" ({recorded.added[0]}{f' bis {recorded.added[-1]}' if new > 1 else ''})" if new else ""
    )
    there = f"; {recorded.known} schon festgehalten" if recorded.known else ""
    lines = ["", f"Festgehalten: {counted(new, 'Stellungnahme', 'Stellungnahmen')}{names}{there}."]
    if recorded.superseded:
        gone = ", ".join(recorded.superseded)
        lines.append(
            filled(f"In den neueren Dateien nicht mehr enthalten und überholt: {gone}.", "")
        )
    lines += [f"Geschrieben: {', '.join(recorded.written)}"] if recorded.written else []
    lines += [fill(note, WIDTH) for note in recorded.notes]
    return visible("\n".join(lines) + "\n")


def encode_applied(applied: Applied, review: Review, labels: Labels) -> str:
    """What was taken over and what was not, with the reasons, and how to go back."""
    by_id = {one.id: one for one in review.statements}
    wanted = (applied.taken, applied.done, applied.refused, applied.open, applied.rejected)
    taken = f"Übernommen: {counted(len(applied.taken), 'Änderung', 'Änderungen')}."
    lines = ["", taken if any(wanted) else "Zu übernehmen war nichts."]
    lines += [f"  {one} {_title(by_id[one], labels)}" for one in applied.taken]
    if applied.done:
        lines.append(f"Stand schon in der Strategie: {', '.join(applied.done)}.")
    if applied.refused:
        lines.append(f"Nicht übernommen: {len(applied.refused)}.")
    for one, why in applied.refused.items():
        lines.append(filled(f"{one} {_title(by_id[one], labels)}: {why}", "  "))
    if applied.rejected:
        lines.append(filled(f"Abgelehnt oder überholt: {', '.join(applied.rejected)}.", ""))
    if applied.open:
        lines.append(
            filled(f"Noch nicht entschieden: {', '.join(applied.open)}. {HOW_TO_DECIDE}", "")
        )
    lines += [f"Geschrieben: {', '.join(applied.written)}"] if applied.written else []
    lines += [fill(note, WIDTH) for note in applied.notes]
    return visible("\n".join(lines) + "\n")


def encode_states(states: Iterable[FileState]) -> str:
    """One line a file, and what is to be known about it."""
    lines = []
    for one in states:
        edition = f" Fassung {one.edition}." if one.edition else ""
        lines.append(f"{one.file}: {_state(one)}.{edition}")
        lines += [filled(note, "  ") for note in one.notes]
    return visible("\n".join(lines) + "\n")


def _state(one: FileState) -> str:
    groups = [(one.changes, "Stelle", "Stellen"), (one.comments, "Anmerkung", "Anmerkungen")]
    numbers = ", ".join(counted(*entry) for entry in groups if entry[0])
    if not numbers:
        return STATES[one.state]
    state = REMARKED if one.state == "resaved" else STATES[one.state]
    return f"{state} ({numbers}; «strategie review» zeigt sie)"


class _Text(Struct, frozen=True):
    labels: Labels
    paint: Painter

    def files(self, files: Iterable[ReturnedFile]) -> Iterator[str]:
        for file in files:
            edition = f", Fassung {file.edition}" if file.edition else ""
            yield f"{file.file}{edition}{BASES[file.base]}"
            for note in file.notes:
                yield self.paint(filled(note, "  "), "33;1")

    def decisions(self, statements: Iterable[Statement]) -> Iterator[str]:
        """Conflicts between files and inside one, computed values, what could not be placed: one line each, told below."""
        found = [one for one in statements if _is_decision(one)]
        if found:
            yield ""
            yield self.paint(f"Zu entscheiden ({len(found)})", "33;1")
        for one in found:
            yield filled(f"{one.id} {_title(one, self.labels)}: {one.why}", "  ")

    def statements(self, statements: Iterable[Statement]) -> Iterator[str]:
        for title, group in groupby(statements, key=lambda one: _title(one, self.labels)):
            yield ""
            yield self.paint(title, "1")
            for one in group:
                yield from self.statement(one)

    def statement(self, one: Statement) -> Iterator[str]:
        who = in_a_line(one.author or "") or (
            NOBODY if not one.tracked and one.kind != "comment" else "unbekannt"
        )
        date = f", {_date(in_a_line(one.date))}" if one.date else ""
        what = NOTE if one.footnote is not None and one.new else CALLED[WORDS[one.kind]]
        if one.reply_to:
            what = f"Antwort auf {one.reply_to}"
        done = " (erledigt)" if one.done else ""
        yield f"  {one.id} {what}{done} · {who}{date} · {PurePath(one.file).name}"
        yield from self.content(one)
        if one.recorded and one.decision != "abgelehnt":
            yield filled(f"{one.recorded}: {DECIDED[one.decision]}.", "      ")
        if one.kind != "comment" or one.decision == "abgelehnt":
            verdict = "Lässt sich übernehmen." if one.applicable else str(one.why)
            yield self.paint(filled(verdict, "      "), "32" if one.applicable else "2")
        if one.note:
            yield filled(one.note, "      ")

    def content(self, one: Statement) -> Iterator[str]:
        if one.kind == "comment":
            if one.quote or one.also:
                yield filled(f"{self.concerned(one)}:", "      ")
            for line in (one.comment or "").split("\n"):
                yield filled(line, "      ")
            return
        before = one.old if one.upon is None else one.upon
        if one.kind in ("split", "merged"):
            before, after = before.replace("\n", SEAM), one.new.replace("\n", SEAM)
        else:
            after = one.new
        spans = shorten(compared(" ".join(before.split()), " ".join(after.split())))
        shown = one.new if one.kind == "moved" else marked(spans)
        yield self.coloured(filled(shown, "      "))
        if one.kind == "moved" and one.to is not None and one.beside:
            yield filled(f"Jetzt hinter „{_short(one.beside)}“.", "      ")
        elif one.kind == "moved" and (near := one.after or one.parent):
            yield filled(f"Jetzt bei {self.labels.get(near, near)}.", "      ")

    def concerned(self, one: Statement) -> str:
        """The words and the further elements that a remark concerns."""
        quote = [f"zu „{_short(one.quote)}“"] if one.quote else []
        also = [self.labels.get(element, element) for element in one.also]
        return ", ".join([*quote, *([f"auch zu {', '.join(also)}"] if also else [])])

    def coloured(self, text: str) -> str:
        """Old words red, new ones green; the signs around them tell it without colour too."""
        text = re.sub(r"\[-.*?-\]", lambda m: self.paint(m[0], "31"), text, flags=re.DOTALL)
        return re.sub(r"\{\+.*?\+\}", lambda m: self.paint(m[0], "32"), text, flags=re.DOTALL)

    def sums(self, review: Review) -> Iterator[str]:
        yield ""
        for file in review.files:
            name = PurePath(file.file).name
            yield (
                f"{name}: {counted(file.inserted, 'Zeichen', 'Zeichen')} eingefügt, {file.deleted} "
                f"gestrichen, {counted(file.comments, 'Anmerkung', 'Anmerkungen')}; "
                f"nicht zugeordnet: {file.unplaced}."
            )
        yield verdict(review.statements)


def _is_decision(one: Statement) -> bool:
    """Not what was decided already; of bodies all that cannot simply be taken over: unknown ones."""
    if one.decision != "offen" or one.stands:
        return False
    asked = one.kind in ("responsibility", "addressee") and not one.applicable
    return bool(one.conflicts) or one.mixed or asked or one.kind == "computed" or not one.placed


def _title(one: Statement, labels: Labels) -> str:
    """The element; of what is new, behind or below which it stands."""
    if one.element:
        return labels.get(one.element, one.element)
    if one.after:
        return f"hinter {labels.get(one.after, one.after)}"
    if one.parent:
        return f"unter {labels.get(one.parent, one.parent)}"
    return "Vom Programm gesetzter Text" if one.kind == "computed" else "Ohne bekannte Stelle"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:60]} … {words[-15:]}"


def _date(text: str) -> str:
    try:
        return f"{datetime.fromisoformat(text):%d.%m.%Y %H:%M}"
    except ValueError:
        return text
