"""The steps of a command to a line on the terminal, once it has taken a second."""

from __future__ import annotations

import threading
from collections.abc import Callable


class StepShower:
    """Shows the running step, and each that follows, as soon as the command is slow."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show_text = show
        self._step = ""
        self._late = False
        self._timer = threading.Timer(1.0, self._overdue)
        self._timer.daemon = True

    def __enter__(self) -> StepShower:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def step(self, text: str) -> None:
        """A new step begins."""
        self._step = text
        if self._late:
            self._show()

    def _overdue(self) -> None:
        self._late = True
        self._show()

    def _show(self) -> None:
        self._show_text(f"… {self._step}\n")
