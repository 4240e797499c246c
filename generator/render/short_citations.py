"""Works to the short forms by which footnotes and the bibliography tell them apart.

An author stands with the year ("Zander, Margherita 2010"); where there is none the title does, and
where there is none either the web address: first its domain, more of it where that is needed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

from generator.model.register import Quelle

NBSP = "\u00a0"
NO_TITLE = "[Titel nicht angegeben]"
_ADDRESS = r"(?i)([a-z]+://)?(?:www\.)?(?P<host>[^\s/?#@]+\.[^\W\d_]{2,})(?P<rest>[/?#]\S*)?"


def short_forms(works: Iterable[Quelle]) -> dict[str, str]:
    """ID to short form, no two alike; letters (2010a) in the order of ``works`` where they must be."""
    of = {work.id: work for work in works}
    level = dict.fromkeys(of, 0)
    while clashing := [c for c in _clashing(of, level) if _can_say_more(of[c], level[c])]:
        for identity in clashing:
            level[identity] += 1
    forms = {identity: _form(work, level[identity]) for identity, work in of.items()}
    return forms | _lettered(of, level, set(forms.values()))


def names(work: Quelle) -> tuple[str, ...]:
    """What a work may be called, the shortest first; each later one tells more."""
    if work.urheber:
        return (f"{work.urheber} (Hrsg.)" if work.herausgeber else work.urheber,)
    address = tuple(dict.fromkeys(_parts(work.adresse))) if work.adresse else ()
    if work.titel:
        return (work.titel, f"{work.titel} ({address[0]})") if address else (work.titel,)
    return address or (NO_TITLE,)


def is_address(text: str) -> bool:
    """Whether a name is a web address (www.auental.de), which has no year to be missing."""
    return " " not in text and re.fullmatch(_ADDRESS, text) is not None


def _parts(address: str) -> Iterator[str]:
    """ "auental.de", "auental.de/armut", "https://www.auental.de/armut"."""
    match = re.fullmatch(_ADDRESS, address)
    if match:
        host = match["host"].lower()
        yield host
        yield host + (match["rest"] or "").rstrip("/")
    yield address


def _clashing(of: dict[str, Quelle], level: dict[str, int]) -> list[str]:
    """The works whose form another one has too."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for identity, work in of.items():
        groups[_form(work, level[identity])].append(identity)
    return [identity for group in groups.values() if len(group) > 1 for identity in group]


def _can_say_more(work: Quelle, level: int) -> bool:
    return level + 1 < len(names(work))


def _lettered(of: dict[str, Quelle], level: dict[str, int], taken: set[str]) -> dict[str, str]:
    """The works that nothing but a letter tells apart."""
    forms: dict[str, str] = {}
    letters: defaultdict[str, Iterator[int]] = defaultdict(count)
    for identity in sorted(_clashing(of, level), key=list(of).index):
        work = of[identity]
        numbers = letters[_form(work, level[identity])]
        free = (_form(work, level[identity], _letter(number)) for number in numbers)
        forms[identity] = next(form for form in free if form not in taken)
        taken.add(forms[identity])
    return forms


def _form(work: Quelle, level: int, letter: str = "") -> str:
    name = names(work)[level]
    if work.jahr:
        return f"{name} {work.jahr}{letter}"
    if work.urheber and not is_address(work.urheber):
        return f"{name} o.{NBSP}J.{letter}"
    return f"{name} ({letter})" if letter else name


def _letter(index: int) -> str:
    """a, b, … z, aa, ab, …"""
    first, last = divmod(index, 26)
    return (_letter(first - 1) if first else "") + chr(ord("a") + last)
