"""Findings to what a person or a program can take in: no message without end, no flood of the same."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.finding import Finding

MANY, SHOWN = 50, 2
"""Of more than MANY of one rule in one file a person is told SHOWN, and how many there are."""
KEPT = 1000
"""So many of one rule in one file reach a program."""
_QUOTE, _MESSAGE, _ID = 160, 1000, 80
_QUOTED = re.compile(rf"«([^»]{{{_QUOTE},}})»")


def without_flood(
    findings: Sequence[Finding], most: int, shown: int
) -> Iterator[tuple[Finding, int]]:
    """Each finding to be told, with how many more of its kind are not told behind it (else 0).

    Of a rule that finds more than ``most`` in one file, ``shown`` are told.
    """
    total = Counter((f.rule, f.position.file) for f in findings)
    met: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        kind = (finding.rule, finding.position.file)
        met[kind] += 1
        if total[kind] <= most or met[kind] < shown:
            yield bounded(finding), 0
        elif met[kind] == shown:
            yield bounded(finding), total[kind] - shown


def for_programs(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of a machine format; the last of a flood says how many were left out."""
    return [
        replace(finding, message=f"{finding.message} ({and_more(more)})") if more else finding
        for finding, more in without_flood(findings, KEPT, KEPT)
    ]


def and_more(number: int) -> str:
    """``und 4.998 weitere in dieser Datei``."""
    return f"und {number:,} weitere in dieser Datei".replace(",", ".")


def bounded(finding: Finding) -> Finding:
    """The finding with quotations, message and ID cut to what a screen holds."""
    identity = finding.id or ""
    if len(finding.message) <= _QUOTE and len(identity) <= _ID:
        return finding
    message = finding.message
    if len(identity) > _ID:
        message = message.replace(identity, _cut(identity, _ID))
    message = _QUOTED.sub(lambda m: f"«{_cut(m[1], _QUOTE)}»", message)
    return replace(finding, message=_cut(message, _MESSAGE), id=_cut(identity, _ID) or None)


def _cut(text: str, longest: int) -> str:
    """Beginning and end of a text that is too long: at its end stands what to do."""
    if len(text) <= longest:
        return text
    tail = longest // 3
    return f"{text[: longest - tail - 3]} … {text[-tail:]}"
