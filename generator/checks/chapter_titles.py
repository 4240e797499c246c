"""Chapters that explain or list rather than tell, known by their titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.checks.check_context import CheckContext

LISTS = r"(?i)(?:verzeichnis der )?abkürzung|glossar"
"""They explain abbreviations."""
WORKS = r"(?i)(?:verwendete |weiterführende )?(?:literatur|quellen)|bibliogra"
"""They name works of others."""


def chapters_titled(context: CheckContext, pattern: str) -> frozenset[str]:
    """The IDs of chapters whose titles begin so."""
    return frozenset(c.id for c in context.strategy.kopf.kapitel if re.match(pattern, c.titel))
