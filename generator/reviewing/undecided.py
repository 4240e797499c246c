"""Why something that a reviewer wants cannot be written as it is: one German sentence."""

from __future__ import annotations


class UndecidedError(Exception):
    """A question that only a person can answer; its text is the reason that is shown."""


class StandsError(Exception):
    """What is wanted stands in the strategy already."""
