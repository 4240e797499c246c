"""What every reporter gets: findings, counts, rule titles and the source lines."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from generator.finding import Finding, RuleEntry, Severity


class Report(Struct, frozen=True):
    """The outcome of a check.

    ``lines`` yields the lines of a file as shown in a position (for the excerpt);
    ``rules`` are all rules by code; ``strict`` makes warnings count,
    ``date`` is that of the strategy (ISO 8601).
    """

    findings: Sequence[Finding]
    counts: Mapping[str, int]
    labels: Mapping[str, str]
    rules: Mapping[str, RuleEntry]
    lines: Callable[[str], Sequence[str]]
    strict: bool = False
    date: str = "1980-01-01"
    colour: bool = False
    unsettled: Sequence[Finding] = ()
    """Notes on the Fortschreibung: they do not count."""

    def fails(self, finding: Finding) -> bool:
        """Whether this finding makes the check fail."""
        if finding.accepted:
            return False
        worst = Severity.WARNING if self.strict else Severity.ERROR
        return finding.severity.rank <= worst.rank

    @property
    def failed(self) -> bool:
        """Whether the check as a whole fails."""
        return any(self.fails(f) for f in self.findings)


def as_json(content: Any) -> str:
    """What programs read and people can, umlauts as they are."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
