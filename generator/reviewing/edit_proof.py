"""What a strategy prints before and after an edit, to whether nothing but the edit has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field

from generator.match.normal_text import plain
from generator.model.address import Address
from generator.render.formats.docx.printed_map import PrintedMap
from generator.reviewing.draft import ROW, PrintUnit
from generator.reviewing.prose_printer import prints

_OWN = ("text", "titel", "gruppe", "kuerzel", "id", "pruefen", "bezeichnung", "inhalt")
"""Fields whose lines hold their own words; other lines name what stands elsewhere, too."""
WHOLE = ("text", "titel", "gruppe", "name", "kuerzel")
"""Fields that stand in each of their prints as a whole."""
LISTS = ("inhaltsverzeichnis", "ueberblick")
"""The places that name all leading goals, or none where they are too many or too long."""


def is_text(unit: PrintUnit) -> bool:
    """Whether prose is meant."""
    return unit[1].startswith("inhalt ")


class Edits(Struct, frozen=True):
    """What is meant to become another.

    ``wordings``: a field to its value before and after. ``texts``: a text to the paragraphs that it
    prints then, with signs for what is computed. ``rows``: the elements that come, go or stand elsewhere. ``others``: fields of which
    only is known that they may change. ``computed``: the texts with markup, whose numbers may follow.
    ``beside``: values of such fields before and after, which may stand in one line with a wording.
    ``unlisted``: the elements that contents and overview name on one side only, for want of room.
    """

    wordings: Mapping[PrintUnit, tuple[str, str]] = field(default_factory=dict)
    texts: Mapping[PrintUnit, Sequence[str]] = field(default_factory=dict)
    rows: Collection[str] = ()
    others: Collection[PrintUnit] = ()
    computed: Collection[PrintUnit] = ()
    beside: Mapping[PrintUnit, tuple[str, str]] = field(default_factory=dict)
    unlisted: Collection[str] = ()

    @property
    def units(self) -> set[PrintUnit]:
        """All of them."""
        rows = {(element, ROW) for element in self.rows}
        return {*self.wordings, *self.texts, *self.others, *rows}


UnitPrints = Mapping[PrintUnit, list[tuple[str, str]]]
"""To each field what is printed of it: (place, words), in the order of the document."""


def unproven(before: PrintedMap | None, after: PrintedMap | None, edits: Edits) -> set[PrintUnit]:
    """Those edits that cannot be shown to have changed what they say and nothing else.

    Each place that prints a wording must print the new one, a text its new paragraphs, every
    other line of an element what it printed before. Computed words may follow.
    """
    old, new = (_prints(printed, edits.unlisted) for printed in (before, after))
    if not old:
        return edits.units
    wrong = {unit for unit in edits.wordings if not _reworded(old, new, unit, edits)}
    wrong |= {unit for unit in edits.texts if not _reads(new, unit, edits.texts[unit])}
    composed = {element for element, _ in edits.others}  # a line may hold several of its fields
    for unit in old.keys() | new.keys():
        if unit in edits.units or unit[0] in edits.rows or unit[0] in composed:
            continue
        if not _stays(old.get(unit, []), new.get(unit, []), unit, edits):
            return edits.units
    return wrong


def _prints(printed: PrintedMap | None, unlisted: Collection[str]) -> UnitPrints:
    found: defaultdict[PrintUnit, list[tuple[str, str]]] = defaultdict(list)
    for entry in printed.paragraphs if printed else ():
        whose = entry.address
        if whose is not None and not (whose.element in unlisted and whose.place in LISTS):
            note = "" if entry.note is None else "note"
            place = " ".join(filter(None, (_further(whose), note)))
            found[unit_of(whose)].append((place, plain(entry.text)))
    return found


def unit_of(address: Address) -> PrintUnit:
    """Whose words are printed there, wherever that is."""
    if address.field != "inhalt":
        return address.element, address.field
    return address.element, f"inhalt {'nach' if address.place.startswith('nach') else 'vor'}"


def _further(address: Address) -> str:
    """The place of a further print; "" of the main one."""
    return "" if address.main else address.place


def _reworded(old: UnitPrints, new: UnitPrints, unit: PrintUnit, edits: Edits) -> bool:
    first, second = map(plain, edits.wordings[unit])
    values = {**edits.wordings, **edits.beside}.items()
    others = [
        tuple(map(plain, value)) for other, value in values if other != unit and other[0] == unit[0]
    ]
    before, after = old.get(unit, []), new.get(unit, [])
    if not before or len(before) != len(after):
        return False
    return all(
        place == other and first in was and _made(was.replace(first, second), others, now)
        for (place, was), (other, now) in zip(before, after, strict=True)
    )


def _made(line: str, others: Sequence[tuple[str, ...]], now: str) -> bool:
    """Whether a line has become the other one, by changes of what else it is made of, too."""
    for first, second in others if line != now else ():
        line = line.replace(first, second)
    return line == now


def _reads(new: UnitPrints, unit: PrintUnit, wanted: Sequence[str]) -> bool:
    """Whether a text prints these paragraphs; what a list of contents repeats stands among them."""
    main = [words for place, words in new.get(unit, []) if not place]
    kept = [words for words in wanted if words]
    return len(main) == len(kept) and all(map(prints, kept, main))


def _stays(
    was: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]], unit: PrintUnit, edits: Edits
) -> bool:
    """Whether words of others stay; numbers in them may follow what was counted or called anew."""
    if was == now:
        return True
    whole = [place for place, _ in was] == [place for place, _ in now]
    follows = unit in edits.computed or not unit[1].startswith(_OWN)
    return follows and (whole or bool(edits.rows) or unit[1] not in _OWN)
