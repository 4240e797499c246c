"""What a check has to say: where, how serious, and in which words."""

from enum import StrEnum

from msgspec import Struct


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


class RuleEntry(Struct, frozen=True):
    """A rule as catalogue, reports and rule book name it; ``manual`` says in German what it checks
    and what to do.
    """

    code: str
    severity: Severity
    title: str
    manual: str


class Position(Struct, frozen=True, order=True):
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int


class Finding(Struct, frozen=True):
    """One mistake or remark; ``message`` is one or two German sentences, element first."""

    rule: str
    severity: Severity
    message: str
    position: Position
    id: str | None = None
    accepted: bool = False
    reason: str | None = None
