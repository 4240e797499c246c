"""Running text to the same with what belongs together on one line: "§ 8", "5 %", "und -bekämpfung".

Nothing of this is typed, nor kept in a file of the strategy: it is made where a page is printed, and
whoever reads a printed page sees ordinary spaces and hyphens (``generator.model.seen``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.model.mark import Mark
from generator.render.running_text import Inline, LineBreak, Run

NBSP = "\u00a0"
_HELD = {" ": NBSP, "-": "\u2011"}
_PLACE = re.compile(r" (?:(?=[\dIVXLC…])|(?<=[.§\d\]] ))|-(?<![\w-]-)(?=\w)")
"""Where something may have to be held: looked at closer, with the words before and behind."""


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


_NUMBERED = _words(
    "Abb Abs Abschnitt Absatz Anlage Anm Art Artikel Band Bd Beschluss BT-Drs Drs Drucksache Hs Jg Kap "
    "Kapitel LT-Drs Nr Nrn Nummer Pkt Punkt Rdnr Rn S Satz Seite Tab Tabelle Teil Ziff Ziffer ca lit rd "
    "vgl Abbildung § §§"
)
"""What a number behind it belongs to, an abbreviation without its full stop."""
_UNITS = _words(
    "% ‰ € $ °C Euro EUR Cent ct Prozent Prozentpunkte Prozentpunkten Promille Tsd Mio Mrd Millionen "
    "Milliarden km m cm mm m² m³ km² ha kg g t l kWh MWh GWh kW MW GW h Std Min Uhr Stunden Minuten "
    "Tage Tagen Wochen Monate Monaten Jahre Jahren ff f"
)
"""What belongs to a number before it."""
_MONTHS = _words(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember "
    "Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez"
)
_DIGITS = "0123456789.,/–-"
_BEFORE, _BEHIND = "([„‚»«“\"'–", ".,;:!?)]“”»«\"'"


def kept_text(text: str) -> str:
    """A text of one look; as long as before, sign by sign."""
    return _with(text, places(text))


def kept(content: Sequence[Inline], outer: Mark = "plain") -> Sequence[Inline]:
    """What stands in a paragraph, held across runs; where both editions differ, as each has it.

    References and links stay as they are: what Word computes again would undo it.
    """
    if len(content) == 1 and isinstance(run := content[0], Run):
        found_here = places(run.text)
        return (replace(run, text=_with(run.text, found_here)),) if found_here else content
    new = _view(content, "deleted")
    marked = any(inline.mark != "plain" for inline in content)
    old = _view(content, "inserted") if marked else new
    if not (old or new):
        return content
    found = ((inline, old.get(at, []), new.get(at, [])) for at, inline in enumerate(content))
    return [part for one in found for part in _held(*one, outer)]


def places(text: str) -> list[int]:
    """Offsets of the spaces and hyphens at which a line must not end."""
    return [found.start() for found in _PLACE.finditer(text) if _belongs(text, found.start())]


def _belongs(text: str, at: int) -> bool:
    if text[at] == "-":
        return True
    left = text[text.rfind(" ", 0, at) + 1 : at].split(NBSP)[-1].lstrip(_BEFORE).rstrip("]")
    end = text.find(" ", at + 1)
    whole = text[at + 1 : end if end >= 0 else len(text)].split(NBSP)[0].lstrip("[")
    right = whole.rstrip(_BEHIND)
    if not left or not whole or whole[0] == "…":
        return bool(left and whole)
    if whole[0].isdigit():
        short = left[:-1] if left[-1] == "." else left
        return short in _NUMBERED or (_is_number(right, 3, 3) and _is_number(left, 1, 3))
    if left[-1] == ".":
        return _belongs_behind_stop(left[:-1], whole, right)
    if left[-1].isdigit():
        return _belongs_behind_number(text[: at - len(left)], left, right)
    return _is_roman(right) and left.replace("-", "").isalpha()


def _is_number(text: str, least: int, most: int) -> bool:
    """Whether it has so many digits: "12 000" is one number, "2018 120" are two."""
    return text.isdigit() and least <= len(text) <= most


def _is_roman(text: str) -> bool:
    return bool(text) and not text.strip("IVXLC")


def _belongs_behind_stop(left: str, whole: str, right: str) -> bool:
    """ "z. B.", "5. Mai", "Nr. IV", "Mio. €" """
    if left in _UNITS:
        return right in _UNITS
    if _is_number(left, 1, 2):
        return right in _MONTHS
    if len(left) == 1:
        short, stop, _ = whole.partition(".")
        return bool(stop) and short.isalpha() and len(short) <= 3
    return left in _NUMBERED and _is_roman(right)


def _belongs_behind_number(before: str, left: str, right: str) -> bool:
    """ "5 %", "12 ff.", and the law behind a paragraph: "§ 44 ThürSchulG" """
    if right in _UNITS:
        return not left.strip(_DIGITS)
    law = right.isalnum() and sum(map(str.isupper, right)) > 1
    return law and before.endswith(("§ ", "§\u00a0", "§"))


def _with(text: str, found: Iterable[int]) -> str:
    signs = list(text)
    for at in found:
        signs[at] = _HELD[signs[at]]
    return "".join(signs)


def _view(content: Iterable[Inline], gone: str) -> dict[int, list[int]]:
    """What one edition shows as one text: the number of a run to the offsets in it."""
    text, starts = "", []
    for number, inline in enumerate(content):
        if inline.mark != gone:
            starts.append((len(text), number))
            text += "\n" if isinstance(inline, LineBreak) else getattr(inline, "text", "")
    found: dict[int, list[int]] = {}
    run = 0
    for at in places(text):
        while run + 1 < len(starts) and starts[run + 1][0] <= at:
            run += 1
        start, number = starts[run]
        found.setdefault(number, []).append(at - start)
    return found


def _held(inline: Inline, old: Sequence[int], new: Sequence[int], outer: Mark) -> Iterator[Inline]:
    """One inline; a space that only one edition holds is another one in the other."""
    mark = inline.mark if inline.mark != "plain" else outer
    if not isinstance(inline, Run) or not (old or new):
        yield inline
    elif mark != "plain" or old == new:
        yield replace(inline, text=_with(inline.text, old if mark == "deleted" else new))
    else:
        yield from _differing(inline, frozenset(old), frozenset(new))


def _differing(run: Run, old: frozenset[int], new: frozenset[int]) -> Iterator[Inline]:
    done = 0
    text = _with(run.text, old & new)
    for at in sorted(old ^ new):
        if at > done:
            yield replace(run, text=text[done:at])
        sign = text[at]
        now, before = (_HELD[sign], sign) if at in new else (sign, _HELD[sign])
        yield replace(run, text=before, mark="deleted")
        yield replace(run, text=now, mark="inserted")
        done = at + 1
    if done < len(text):
        yield replace(run, text=text[done:])
