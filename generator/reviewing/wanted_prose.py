"""What a reviewer did to paragraphs of a text, to the text that a draft holds then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.likeness import HARDLY_CHANGED, SAME_WORDING
from generator.match.new_places import CELL, NOTE
from generator.match.normal_text import plain
from generator.match.word_merge import merged, tokens
from generator.model.address import Address
from generator.model.goal import Handlungsfeld
from generator.model.head import Kapitel
from generator.model.prose_markup import markup
from generator.model.recommendation import Thema
from generator.model.review import Statement
from generator.model.text import Prosatext
from generator.reviewing.draft import Draft
from generator.reviewing.prose_draft import COMPUTED, IN_TABLE, ProseDraft
from generator.reviewing.prose_printer import ProseLine, prints, source_of
from generator.reviewing.prose_splices import SEAM, escaped
from generator.reviewing.undecided import StandsError, UndecidedError
from generator.reviewing.wanted_rows import OUTSIDE

NEAR = 20
"""Paragraphs behind a place among which one that was put in there is looked for again."""
NO_TEXT = "Zu {} gibt es diesen Text in der Strategie nicht mehr."
CHANGED = (
    "Der Absatz ist in der Strategie inzwischen an derselben Stelle geändert, oder es ist nicht "
    "eindeutig, wohin diese Änderung darin gehört: «{}»."
)
LOST = "Den Absatz gibt es in der Strategie so nicht mehr; was damit geschehen soll, ist zu entscheiden."
LOST_PLACE = (
    "Wo das jetzt stehen soll, ist nicht eindeutig: der Absatz davor («{}») steht so nicht mehr in der "
    "Strategie."
)
INTO_ANOTHER = "Der Absatz wurde in einen anderen gezogen; von Hand eintragen."
NEW_NOTE = (
    "Eine neue Fußnote. Im Text steht sie als «^[{}]» hinter dem Wort, zu dem sie gehört; von Hand "
    "eintragen."
)
CITES = "In der Fußnote steht ein Beleg aus sources.yaml; von Hand ändern."
NOTE_GONE = "Die Fußnote gibt es im Text nicht mehr."
INSERTED_MARKUP = (
    "Eingefügtes «{{ … }}», «[[…]]» oder «[@…]» würde das Programm als Auszeichnung lesen. Den Inhalt "
    "ausgeschrieben eintragen."
)


def prose_changed(draft: Draft, one: Statement, address: Address) -> None:
    """Make it; StandsError where the text says it already, UndecidedError where it is a question."""
    stelle = "nach" if address.place.startswith("nach") else "vor"
    if one.look in (CELL, NOTE) and one.kind == "added":
        raise UndecidedError(IN_TABLE if one.look == CELL else NEW_NOTE.format(one.new.strip()))
    if any(sign in one.new and sign not in one.old for sign in ("{{", "[[", "[@")):
        raise UndecidedError(INSERTED_MARKUP)
    text = draft.text(address.element, stelle)
    if text is None:
        _first(draft, one, address.element, stelle)
        return
    made = ProseDraft(text, draft.ground.printer)
    if one.footnote is not None:
        _note(made, one, address)
    elif one.kind == "added":
        _add(made, one, address, draft)
    elif one.kind == "removed":
        _remove(made, one, address)
    elif one.kind == "moved":
        _move(made, one, address)
    else:
        _rewrite(made, one, address)
    wanted = [line.pattern for line in made.lines]
    if not "".join(wanted):
        draft.write(address.element, stelle, None, [])
    else:
        draft.write(address.element, stelle, made.text, wanted)


def _first(draft: Draft, one: Statement, element: str, stelle: str) -> None:
    """The first paragraph of a text that is not there yet."""
    if one.kind == "removed" or (one.footnote is not None and not plain(one.new)):
        raise StandsError
    record = draft.record(element)
    if not isinstance(record, Kapitel | Handlungsfeld | Thema):
        raise UndecidedError(OUTSIDE)
    if one.kind != "added" or one.beside:
        raise UndecidedError(NO_TEXT.format(element))
    lines = {"heading": "## ", "item": "- "}.get(one.look, "") + plain(one.new)
    for inhalt in (lines, escaped(lines)):
        text = Prosatext.model_validate({"id": element, "stelle": stelle, "inhalt": inhalt})
        shown = [line.pattern for line in ProseDraft(text, draft.ground.printer).lines]
        if shown == [plain(one.new)]:
            draft.write(element, stelle, text, shown)
            return
    raise UndecidedError(NO_TEXT.format(element))


def _rewrite(made: ProseDraft, one: Statement, address: Address) -> None:
    """A paragraph changed or split, several joined."""
    lines = made.lines
    shown = [line.shown for line in lines]
    joins = one.kind == "merged"
    old = one.old.split("\n") if joins else [one.old]
    new = one.new.replace("\n", f" {SEAM} ") if one.kind in ("split", "merged") else one.new
    first = _found(lines, old, address)
    if first is None:
        if _found(lines, [part for part in new.split(SEAM) if plain(part)], address) is not None:
            raise StandsError
        first = _alike(shown, old, new, address)
    if first is None:
        raise UndecidedError(LOST)
    last = first + len(old) - 1
    current = f" {SEAM} ".join(shown[first : last + 1])
    wanted = merged(f" {SEAM} ".join(old), new, current)
    if wanted is None:
        raise UndecidedError(CHANGED.format(current.replace(f" {SEAM} ", " / ")))
    if plain(wanted) == plain(current):
        raise StandsError
    made.rewrite(first, last, wanted)


def _add(made: ProseDraft, one: Statement, address: Address, draft: Draft) -> None:
    lines = made.lines
    place = (address, plain(one.beside))
    number = draft.put.get(place, 0)
    behind = _behind(lines, one, address)
    near = [line.pattern for line in lines[behind + 1 : behind + 1 + NEAR]]
    words = [part for part in one.new.split("\n") if plain(part)]
    if all(plain(part) in near for part in words):
        raise StandsError
    for count, part in enumerate(words, number):
        made.insert(behind + count, part, one.look)
    draft.put[place] = number + len(words)


def _remove(made: ProseDraft, one: Statement, address: Address) -> None:
    lines = made.lines
    old = one.old.split("\n")
    first = _found(lines, old, address)
    shown = [line.shown for line in lines]
    if first is None and _alike(shown, old, one.old, address, HARDLY_CHANGED) is None:
        raise StandsError
    if first is None:
        raise UndecidedError(CHANGED.format(one.old))
    for _ in old:
        made.remove(first)


def _move(made: ProseDraft, one: Statement, address: Address) -> None:
    to = one.to
    if to is None or to.field != "inhalt":
        raise UndecidedError(INTO_ANOTHER)
    if (to.element, to.place) != (address.element, address.place):
        raise UndecidedError(INTO_ANOTHER.replace("einen anderen", "einen anderen Text"))
    lines = made.lines
    first = _found(lines, [one.old], address)
    behind = _behind(lines, one, to)
    if first is None and _found(lines, [one.new], to) == behind + 1:
        raise StandsError
    if first is None:
        raise UndecidedError(LOST)
    wanted = merged(one.old, one.new, lines[first].shown)
    if wanted is None:
        raise UndecidedError(CHANGED.format(lines[first].shown))
    same = plain(wanted) == plain(lines[first].shown)
    if same and behind in (first, first - 1):
        raise StandsError
    if behind not in (first, first - 1):
        made.move(first, behind)
        first = behind + 1 if behind < first else behind
    if not same:
        made.rewrite(first, first, wanted)


def _note(made: ProseDraft, one: Statement, address: Address) -> None:
    """A footnote changed or taken out: one that was typed is a text, one that cites is computed.

    One that was moved goes with its paragraph.
    """
    if one.kind == "moved" and plain(one.old) == plain(one.new):
        raise StandsError
    lines = made.lines
    index, number = address.index or 0, one.footnote or 0
    notes = _groups(lines[index].place.notes) if index < len(lines) else []
    if number >= len(notes):
        if not plain(one.new):
            raise StandsError
        raise UndecidedError(NOTE_GONE)
    start, end = notes[number]
    raw = made.text.inhalt[start:end]
    if not plain(one.new):
        made.text = made.other(made.text.inhalt[:start] + made.text.inhalt[end:])
        return
    (token, *more) = markup(raw)
    if more or token.kind != "anmerkung":
        raise UndecidedError(COMPUTED.format(one.old.strip(), source_of([raw])))
    if any(its.kind == "fussnote" for its in markup(token.argument)):
        raise UndecidedError(CITES)
    inside = ProseDraft(
        made.text.model_copy(update={"inhalt": token.argument.strip()}), made.printer
    )
    if len(inside.lines) != 1:
        raise UndecidedError(NOTE_GONE)
    wanted = merged(one.old, one.new, inside.lines[0].shown)
    if wanted is None:
        raise UndecidedError(CHANGED.format(inside.lines[0].shown))
    if plain(wanted) == plain(inside.lines[0].shown):
        raise StandsError
    inside.rewrite(0, 0, wanted)
    note = f"^[{inside.text.inhalt}]"
    made.text = made.other(made.text.inhalt[:start] + note + made.text.inhalt[end:])


def _groups(notes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The notes as they are printed: those that follow each other directly are one."""
    found: list[tuple[int, int]] = []
    for start, end in notes:
        if found and found[-1][1] == start:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _behind(lines: Sequence[ProseLine], one: Statement, to: Address) -> int:
    """The paragraph behind which something belongs, -1 for in front of all."""
    index = (to.index or 0) - 1
    if index < 0 or not plain(one.beside):
        return -1
    near = plain(one.beside)
    found = _nearest([n for n, line in enumerate(lines) if prints(line.pattern, near)], index)
    if found is None:
        found = _alike([line.shown for line in lines], [one.beside], one.beside, to)
    if found is None:
        raise UndecidedError(LOST_PLACE.format(_short(one.beside)))
    return found


def _found(lines: Sequence[ProseLine], old: Sequence[str], address: Address) -> int | None:
    """Where these paragraphs stand one behind the other, nearest to where they were printed."""
    wanted = [plain(text) for text in old]
    have = [line.pattern for line in lines]
    places = [
        n
        for n in range(len(have) - len(wanted) + 1)
        if all(map(prints, have[n : n + len(wanted)], wanted))
    ]
    return _nearest(places, address.index or 0)


def _alike(
    shown: Sequence[str],
    old: Sequence[str],
    new: str,
    address: Address,
    least: float = SAME_WORDING,
) -> int | None:
    """Where paragraphs stand that are these, changed in the meantime."""
    weighed = []
    for first in range(len(shown) - len(old) + 1):
        window = f" {SEAM} ".join(shown[first : first + len(old)])
        share = max(_share(window, f" {SEAM} ".join(old)), _share(window, new))
        weighed.append((share, -abs(first - (address.index or 0)), first))
    best = max(weighed, default=(0.0, 0, 0))
    return best[2] if best[0] >= least else None


def _share(one: str, other: str) -> float:
    words, others = Counter(map(str.strip, tokens(one))), Counter(map(str.strip, tokens(other)))
    every = sum(words.values()) + sum(others.values())
    return 2 * sum((words & others).values()) / every if every else 0.0


def _nearest(places: Sequence[int], index: int) -> int | None:
    return min(places, key=lambda place: abs(place - index), default=None)


def _short(text: str) -> str:
    words = plain(text)
    return words if len(words) <= 60 else f"{words[:50]} …"
