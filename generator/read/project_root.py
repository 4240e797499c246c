"""Places as they are named from the current folder to places as the project's forge names them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from generator.finding import Finding

_GIT = ".git"
"""A folder, or in a worktree and a submodule a file (gitrepository-layout)."""


def named_from(strategy: Path) -> Callable[[Finding], Finding]:
    """Names the file of a finding from the root of the git project around a strategy.

    Without such a project, and for a file outside of it, names stay as they are. Links are not
    followed: the forge knows a file by the way that leads to it in the project.
    """
    root = project_root(strategy)
    if root is None:
        return lambda finding: finding
    return lambda finding: _renamed(finding, root)


def project_root(folder: Path) -> Path | None:
    """The nearest folder above, or this one, that is the root of a git project."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links
    return next((place for place in (here, *here.parents) if (place / _GIT).exists()), None)


def _renamed(finding: Finding, root: Path) -> Finding:
    file = Path(os.path.abspath(finding.position.file))  # noqa: PTH100
    if not file.is_relative_to(root):
        return finding
    name = file.relative_to(root).as_posix()
    return replace(finding, position=replace(finding.position, file=name))
