"""A build never deletes or overwrites a file that it did not write itself."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.outputs import RECORD, put_out


def put(folder: Path, left_out: tuple[str, ...] | None = (), **files: bytes) -> list[str]:
    """Puts out products named by their stem; returns the notes."""
    named = {f"{stem}.docx": content for stem, content in files.items()}
    return put_out(folder, named, left_out).notes


def content(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != RECORD
    }


def test_what_was_written_before_is_replaced_and_removed_without_a_word(tmp_path: Path) -> None:
    assert put(tmp_path, strategie=b"1", synopse=b"1") == []
    assert put(tmp_path, ("synopse.docx",), strategie=b"2") == []
    assert content(tmp_path) == {"strategie.docx": b"2"}


def test_a_product_edited_by_hand_is_kept_beside_the_new_one_and_named(tmp_path: Path) -> None:
    put(tmp_path, strategie=b"1")
    (tmp_path / "strategie.docx").write_bytes(b"von Hand")
    (note,) = put(tmp_path, strategie=b"2")
    assert "«strategie (von Hand geändert).docx»" in note
    assert content(tmp_path) == {
        "strategie.docx": b"2",
        "strategie (von Hand geändert).docx": b"von Hand",
    }
    assert put(tmp_path, strategie=b"3") == []
    assert (tmp_path / "strategie (von Hand geändert).docx").read_bytes() == b"von Hand"


def test_a_second_edit_does_not_replace_the_first(tmp_path: Path) -> None:
    for edit in (b"erste", b"zweite", b"zweite", b"dritte"):
        put(tmp_path, strategie=b"1")
        (tmp_path / "strategie.docx").write_bytes(edit)
        put(tmp_path, strategie=b"2")
    assert content(tmp_path) == {
        "strategie.docx": b"2",
        "strategie (von Hand geändert).docx": b"erste",
        "strategie (von Hand geändert 2).docx": b"zweite",
        "strategie (von Hand geändert 3).docx": b"dritte",
    }


def test_a_file_that_no_product_replaces_stays_and_is_named(tmp_path: Path) -> None:
    """The PDF that somebody saved from Word, under the name the program would use."""
    put(tmp_path, strategie=b"1")
    (tmp_path / "strategie.pdf").write_bytes(b"aus Word")
    for _ in range(2):
        (note,) = put(tmp_path, ("strategie.pdf",), strategie=b"2")
        assert "«strategie.pdf»" in note
        assert content(tmp_path) == {"strategie.docx": b"2", "strategie.pdf": b"aus Word"}


def test_a_folder_without_the_list_is_the_users(tmp_path: Path) -> None:
    (tmp_path / "strategie.docx").write_bytes(b"alt")
    (tmp_path / "synopse.docx").write_bytes(b"alt")
    notes = put(tmp_path, ("synopse.docx",), strategie=b"neu")
    assert len(notes) == 2
    assert content(tmp_path) == {
        "strategie.docx": b"neu",
        "strategie (von Hand geändert).docx": b"alt",
        "synopse.docx": b"alt",
    }


def test_a_file_that_is_already_as_it_shall_be_is_nobodys_edit(tmp_path: Path) -> None:
    (tmp_path / "strategie.docx").write_bytes(b"neu")
    assert put(tmp_path, strategie=b"neu") == []
    assert content(tmp_path) == {"strategie.docx": b"neu"}


def test_the_list_can_be_checked_by_sha256sum_and_never_changes_from_run_to_run(
    tmp_path: Path,
) -> None:
    put(tmp_path, synopse=b"2", strategie=b"1")
    first = (tmp_path / RECORD).read_text("utf-8")
    assert first == "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}.docx\n"
        for name, data in (("strategie", b"1"), ("synopse", b"2"))
    )
    put(tmp_path, strategie=b"1", synopse=b"2")
    assert (tmp_path / RECORD).read_text("utf-8") == first
    subprocess.run(["sha256sum", "-c", RECORD], cwd=tmp_path, check=True, capture_output=True)


def test_a_build_of_one_product_leaves_the_others_listed(tmp_path: Path) -> None:
    put(tmp_path, strategie=b"1", synopse=b"1")
    put(tmp_path, None, synopse=b"2")
    assert put(tmp_path, strategie=b"3", synopse=b"3") == []
    assert content(tmp_path) == {"strategie.docx": b"3", "synopse.docx": b"3"}


def test_what_a_former_version_wrote_under_another_name_goes_with_it(tmp_path: Path) -> None:
    put(tmp_path, altesblatt=b"1", strategie=b"1")
    assert put(tmp_path, strategie=b"2") == []
    assert content(tmp_path) == {"strategie.docx": b"2"}


@pytest.mark.parametrize(
    "name", ["../draußen.docx", "{outside}", "a/../../draußen.docx", "..\\draußen.docx"]
)
def test_a_list_that_names_files_outside_the_folder_removes_none(tmp_path: Path, name: str) -> None:
    outside, folder = tmp_path / "draußen.docx", tmp_path / "output"
    outside.write_bytes(b"fremd")
    put(folder, strategie=b"1")
    line = f"{hashlib.sha256(b'fremd').hexdigest()}  {name.format(outside=outside)}\n"
    (folder / RECORD).write_text(line, "utf-8")
    put(folder, strategie=b"2")
    assert outside.read_bytes() == b"fremd"


@pytest.mark.parametrize("junk", [b"", b"\xff\xfe\x00", b"kein Verzeichnis\n", b"a" * 100_000])
def test_a_list_that_is_none_makes_every_file_the_users(tmp_path: Path, junk: bytes) -> None:
    put(tmp_path, strategie=b"1")
    (tmp_path / RECORD).write_bytes(junk)
    put(tmp_path, strategie=b"2")
    assert content(tmp_path)["strategie (von Hand geändert).docx"] == b"1"


def test_where_writing_fails_an_edited_product_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, strategie=b"1")
    (tmp_path / "strategie.docx").write_bytes(b"von Hand")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "x")

    with monkeypatch.context() as patch:
        patch.setattr("shutil.copy2", full)
        with pytest.raises(GeneratorError, match="kein Platz"):
            put(tmp_path, strategie=b"2")
    assert content(tmp_path) == {"strategie.docx": b"von Hand"}


def test_a_link_in_the_output_is_replaced_and_what_it_leads_to_is_not(tmp_path: Path) -> None:
    outside, folder = tmp_path / "ablage.docx", tmp_path / "output"
    outside.write_bytes(b"in der Ablage")
    folder.mkdir()
    (folder / "strategie.docx").symlink_to(outside)
    put(folder, strategie=b"neu")
    assert outside.read_bytes() == b"in der Ablage"
    assert (folder / "strategie.docx").read_bytes() == b"neu"
