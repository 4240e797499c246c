"""The entries of changes.yaml to what they say of a change, or of the sections of a changed text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.compare.changes import Change
from generator.compare.text_sections import Headings, changed_sections
from generator.model.change_kinds import explained
from generator.model.register import Aenderungsgrund


class GivenReason(Struct, frozen=True):
    """Why something changed; ``editorial`` is None where nobody said.

    ``open_sections`` are the headings of changed sections for which nothing is said.
    """

    reason: str | None = None
    editorial: bool | None = None
    open_sections: tuple[str, ...] = ()


class Reasons:
    """Looks up what was given for an element, a kind of change and a section."""

    def __init__(self, given: Iterable[Aenderungsgrund]) -> None:
        self._whole: dict[tuple[str, str], Aenderungsgrund] = {}
        self._parts: dict[tuple[str, str], dict[str, Aenderungsgrund]] = {}
        for reason in given:
            for about in explained(reason) if reason.begruendung else ():
                if reason.abschnitt is None:
                    self._whole.setdefault(about, reason)
                else:
                    self._parts.setdefault(about, {}).setdefault(title(reason.abschnitt), reason)

    def given(self, change: Change) -> GivenReason:
        """For the change, or joined of those for its sections."""
        whole = self._whole.get((change.id, change.kind))
        parts = self._parts.get((change.id, change.kind))
        if parts and change.key.startswith("text:"):
            return _joined(list(_of_sections(change, parts, whole)))
        if whole is None:
            return GivenReason()
        return GivenReason(whole.begruendung, _editorial([whole]))


def title(written: str) -> str:
    """A heading as it is looked for: white space does not count."""
    return " ".join(written.split())


def _of_sections(
    change: Change, parts: dict[str, Aenderungsgrund], whole: Aenderungsgrund | None
) -> Iterator[tuple[Headings, Aenderungsgrund | None]]:
    """To each changed section the reason of the nearest heading above it, else that of the whole text."""
    for path in changed_sections(change.before, change.after):
        named = next((parts[name] for name in reversed(path) if name in parts), None)
        yield path, named or whole


def _joined(found: list[tuple[Headings, Aenderungsgrund | None]]) -> GivenReason:
    given = list({id(reason): reason for _, reason in found if reason}.values())
    said = " ".join(_said(reason) for reason in given)
    left = tuple(path[-1] if path else "" for path, reason in found if reason is None)
    return GivenReason(said or None, None if left else _editorial(given), left)


def _said(reason: Aenderungsgrund) -> str:
    words = reason.begruendung or ""
    return f"Abschnitt „{title(reason.abschnitt)}“: {words}" if reason.abschnitt else words


def _editorial(given: list[Aenderungsgrund]) -> bool | None:
    """Only what is editorial in every part is."""
    if not given or not all(reason.einstufung for reason in given):
        return None
    return all(reason.einstufung == "redaktionell" for reason in given)
