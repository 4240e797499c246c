"""The findings on a file that holds words of reviewers to those that the house can do something about."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.finding import Finding

if TYPE_CHECKING:
    from generator.read.yaml_source import Parsed

_OTHERS = frozenset({"von", "alt", "neu", "zu", "text"})
_FLATTENED = "Z019"


def of_the_house(parsed: Parsed) -> list[Finding]:
    """Without what looks like a list or a heading in words that reviewers typed: so they said it."""
    if all(finding.rule != _FLATTENED for finding in parsed.findings):
        return parsed.findings
    keys = sorted(
        (place, key) for mapping in parsed.maps for key, place in mapping.values_at.items()
    )

    def typed_by(finding: Finding) -> str:
        at = bisect_right(keys, ((finding.position.line, finding.position.column), "~")) - 1
        return keys[at][1] if at >= 0 else ""

    return [f for f in parsed.findings if f.rule != _FLATTENED or typed_by(f) not in _OTHERS]
