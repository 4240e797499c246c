"""What a product is made from."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from generator.compare.comparison import Comparison
    from generator.graph.reporting import Reporting
    from generator.render.documents.context import Context
    from generator.render.documents.telling.teller import Telling


class Inputs(Struct, frozen=True, dict=True):
    """All that a product may be made from; ``compared`` is None where there is no predecessor."""

    context: Context
    compared: Comparison | None = None
    digest: str = ""
    pages: str = "off"
    faulty: bool = False
    revision: str | None = None
    every: bool = False
    """Whether the Synopse and the web page also hold what did not change."""
    remarks: bool = False
    """Whether the Änderungsfassung says at its margin why each change is made and who decides."""
    cache: Path | None = None

    reports: Reporting | None = None
    """What was reported, as seen at the end of a period."""

    @property
    def reported(self) -> Reporting:
        """For a product that cannot be without it."""
        assert self.reports is not None
        return self.reports

    @property
    def comparison(self) -> Comparison:
        """For a product that cannot be without it."""
        assert self.compared is not None
        return self.compared

    @cached_property
    def former(self) -> Context:
        """The former edition as its documents print it."""
        from generator.render.documents.context import context_of

        return context_of(self.comparison.before, self.context)

    @cached_property
    def telling(self) -> Telling:
        """What is told of the comparison."""
        from generator.render.documents.telling.teller import Telling

        return Telling(self.comparison, self.context, self.former)
