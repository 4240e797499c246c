"""The tables of what ``review`` and ``verify`` print, by the word behind ``--format``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.review import Applied, FileState, Recorded, Review


def _review_text(
    review: Review,
    labels: Mapping[str, str],
    recorded: Recorded | None,
    applied: Applied | None,
    colour: bool,
) -> tuple[str, str]:
    from generator.render.reports import review_text

    told = review_text.encode_recorded(recorded) if recorded is not None else ""
    told += review_text.encode_applied(applied, review, labels) if applied is not None else ""
    return review_text.encode(review, labels, colour=colour), told


def _review_json(
    review: Review,
    labels: Mapping[str, str],
    recorded: Recorded | None,
    applied: Applied | None,
    colour: bool,
) -> tuple[str, str]:
    from generator.render.reports.review_json import encode

    return encode(review, recorded, applied), ""


def _states_text(states: Iterable[FileState]) -> str:
    from generator.render.reports.review_text import encode_states

    return encode_states(states)


def _states_json(states: Iterable[FileState]) -> str:
    from generator.render.reports.review_json import encode_states

    return encode_states(states)


REVIEW_FORMATS: Mapping[
    str,
    Callable[[Review, Mapping[str, str], Recorded | None, Applied | None, bool], tuple[str, str]],
] = {"text": _review_text, "json": _review_json}
"""Of a review, what a planner calls each element, what was kept and taken over, and whether in colours: the
report, and what is said beside it where the report goes into a file."""

VERIFY_FORMATS: Mapping[str, Callable[[Iterable[FileState]], str]] = {
    "text": _states_text,
    "json": _states_json,
}
"""Of the state of each file."""
