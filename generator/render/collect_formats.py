"""The forms in which ``collect`` tells what sheets said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.collected import Collected


def _text(found: Collected) -> str:
    from generator.render.reports.collect_text import encode

    return encode(found)


def _json(found: Collected) -> str:
    from generator.render.reports.collect_json import encode

    return encode(found)


COLLECT_FORMATS: Mapping[str, Callable[[Collected], str]] = MappingProxyType(
    {"text": _text, "json": _json}
)
