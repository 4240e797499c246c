"""What a check has to say: where, how serious, and in which words."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How serious a finding is; only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The German word shown to people."""
        return {"error": "Fehler", "warning": "Warnung", "hint": "Hinweis"}[self.value]

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return list(Severity).index(self)


@dataclass(frozen=True)
class RuleEntry:
    """A rule as catalogue, reports and rule book name it; ``manual`` says in German what it checks
    and what to do.
    """

    code: str
    severity: Severity
    title: str
    manual: str


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake or remark; ``message`` is one or two German sentences, element first."""

    rule: str
    severity: Severity
    message: str
    position: Position
    id: str | None = None
    accepted: bool = False
    reason: str | None = None
