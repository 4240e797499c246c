"""The table of open formats: the suffix of a file to what encodes a whole strategy in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.graph.edition import Edition
    from generator.render.exports.exported import Exported


def _json(edition: Edition) -> Exported:
    from generator.render.exports.strategy_json import encode

    return encode(edition)


def _csv(edition: Edition) -> Exported:
    from generator.render.exports.element_table import encode

    return encode(edition)


def _stratml(edition: Edition) -> Exported:
    from generator.render.exports.stratml import encode

    return encode(edition)


EXPORTS: Mapping[str, Callable[[Edition], Exported]] = MappingProxyType(
    {".json": _json, ".csv": _csv, ".xml": _stratml}
)
