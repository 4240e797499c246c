"""A zip file to its entries, within limits: a few kilobytes can be made to unpack to terabytes."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

MOST_ENTRIES, MOST_BYTES = 5_000, 200 << 20
"""Of one archive, and of all its entries unpacked: ten times what large Word files have."""
_PIECE = 1 << 20


class NoArchiveError(Exception):
    """The bytes are no zip file that can be read whole; the message says why, in German."""


def _too_large() -> NoArchiveError:
    return NoArchiveError(f"ausgepackt sind es mehr als {MOST_BYTES >> 20} MB")


def archive_bytes(path: Path) -> bytes:
    """A file that is said to be a zip; OSError, NoArchiveError where it cannot be for its size."""
    if path.stat().st_size > MOST_BYTES:
        raise _too_large()
    return path.read_bytes()


def entries(data: bytes) -> dict[str, bytes]:
    """Name -> content of the files; NoArchiveError where it is damaged, encrypted or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dict(_unpacked(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise NoArchiveError("sie ist beschädigt") from error
    except RuntimeError as error:  # zipfile's word for a password
        raise NoArchiveError("sie ist mit einem Kennwort geschützt") from error


def _unpacked(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """What the directory says about sizes is a claim: the bytes are counted."""
    listed = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(listed) > MOST_ENTRIES:
        raise NoArchiveError(f"sie enthält mehr als {MOST_ENTRIES} Teile")
    left = MOST_BYTES
    for entry in listed:
        pieces = []
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                pieces.append(piece)
                left -= len(piece)
                if left < 0:
                    raise _too_large()
        yield entry.filename, b"".join(pieces)
