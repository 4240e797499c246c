"""The findings of one mistake that was made many times to one that names the lines of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.finding import Finding
from generator.model.head import Abweichung

_FEW = 3
"""So many are told one by one: each has to be found anyway."""
_SHOWN = 5


def once(findings: Iterable[Finding], accepted: Iterable[Abweichung] = ()) -> Iterator[Finding]:
    """Of more than three that say the same of other elements of a file, the first with how many there are.

    They say the same where they name the same word or sign. A rule of which the house has ``accepted`` findings is told one by one: they name their elements.
    """
    excepted = {entry.regel for entry in accepted}
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for number, finding in enumerate(findings):
        alone = (str(number),) if finding.rule in excepted or "«" not in finding.message else ()
        key = (finding.rule, finding.position.file, _said(finding), *alone)
        groups.setdefault(key, []).append(finding)
    for group in groups.values():
        yield from group if len(group) <= _FEW else [_first_of(group)]


def _said(finding: Finding) -> str:
    """The message without the element that it is about: "Prozessziel PZ06: …"."""
    subject, colon, said = finding.message.partition(": ")
    return said if colon and finding.id and finding.id in subject else finding.message


def _first_of(group: list[Finding]) -> Finding:
    first, *others = group
    lines = list(dict.fromkeys(finding.position.line for finding in others))
    shown = ", ".join(map(str, lines[:_SHOWN])) + (" …" if len(lines) > _SHOWN else "")
    message = (
        f"{first.message} So steht es an {len(group)} Stellen dieser Datei, auch in Zeile {shown}."
    )
    return replace(first, message=message)
