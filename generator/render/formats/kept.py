"""Results that are dear to compute, kept in a folder by the digest of what they follow from."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path


def digest(*parts: bytes) -> str:
    """What names a result: 32 hex digits over all it follows from."""
    lengths = ",".join(str(len(part)) for part in parts)
    return sha256(b"".join((lengths.encode(), *parts))).hexdigest()[:32]


def kept(folder: Path | None, name: str, make: Callable[[], bytes]) -> bytes:
    """What the folder holds under ``name``, else what ``make`` yields, which is then kept.

    Keeping is a convenience: without a folder, or where it cannot be read or written,
    the result is made anew each time.
    """
    if folder is None:
        return make()
    with contextlib.suppress(OSError):
        return (folder / name).read_bytes()
    data = make()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, half = tempfile.mkstemp(prefix=".neu-", dir=folder)  # never a torn file
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(half, folder / name)
    return data
