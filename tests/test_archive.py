"""A zip file that is damaged, locked or made to fill the memory is refused with a reason."""

import io
import zipfile
from pathlib import Path

import pytest

from generator import archive
from generator.archive import NoArchiveError, entries

TEMPLATE = Path(__file__).parents[1] / "templates" / "kreistag.docx"


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return buffer.getvalue()


def test_a_word_file_is_unpacked_whole() -> None:
    with zipfile.ZipFile(TEMPLATE) as source:
        expected = {name: source.read(name) for name in source.namelist()}
    assert entries(TEMPLATE.read_bytes()) == expected


def test_what_unpacks_to_too_much_is_refused_while_unpacking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 3 << 20)
    data = packed({"a": bytes(2 << 20), "b": bytes(2 << 20)})
    assert len(data) < 10_000
    with pytest.raises(NoArchiveError, match="mehr als 3 MB"):
        entries(data)
    assert len(entries(packed({"a": bytes(3 << 20)}))["a"]) == 3 << 20


def test_a_size_that_the_directory_belies_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The central directory says one byte; what is unpacked is counted all the same."""
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    data = packed({"a": bytes(2 << 20)})
    size = (2 << 20).to_bytes(4, "little")
    lying = data.replace(size, (1).to_bytes(4, "little"))
    assert lying != data
    with pytest.raises(NoArchiveError):
        entries(lying)


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 2)
    assert len(entries(packed({"a": b"", "b": b""}))) == 2
    with pytest.raises(NoArchiveError, match="mehr als 2 Teile"):
        entries(packed({"a": b"", "b": b"", "c": b""}))


@pytest.mark.parametrize("at", [0.1, 0.3, 0.5, 0.9, 0.99])
def test_a_torn_or_changed_file_is_refused(at: float) -> None:
    data = TEMPLATE.read_bytes()
    place = int(len(data) * at)
    with pytest.raises(NoArchiveError, match="beschädigt"):
        entries(data[:place])
    changed = bytearray(data)
    changed[place : place + 400] = bytes(400)
    with pytest.raises(NoArchiveError):
        entries(bytes(changed))


def test_a_password_is_named_as_the_reason() -> None:
    data = bytearray(packed({"a": b"geheim"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1  # the bit "encrypted" (APPNOTE 4.4.4)
    with pytest.raises(NoArchiveError, match="Kennwort"):
        entries(bytes(data))
