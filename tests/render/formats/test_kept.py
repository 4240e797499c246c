"""What is dear to compute is computed once, and keeping it never stands in the way."""

from pathlib import Path

from generator.render.formats import png, svg
from generator.render.formats.kept import digest, kept
from tests.render.formats import sample

FONTS = Path(__file__).parents[3] / "templates" / "fonts"


def test_a_result_is_made_once(tmp_path: Path) -> None:
    made: list[str] = []

    def make() -> bytes:
        made.append("einmal")
        return b"Seite 7"

    assert [kept(tmp_path / "neu", "seiten.json", make) for _ in range(3)] == [b"Seite 7"] * 3
    assert made == ["einmal"]
    assert [file.name for file in (tmp_path / "neu").iterdir()] == ["seiten.json"]


def test_a_folder_that_cannot_be_used_changes_no_result(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("kein Ordner", "utf-8")
    assert kept(tmp_path / "datei", "seiten.json", lambda: b"Seite 7") == b"Seite 7"
    assert kept(None, "seiten.json", lambda: b"Seite 8") == b"Seite 8"


def test_parts_do_not_run_into_each_other() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc")


def test_a_picture_from_the_cache_is_the_one_that_would_be_drawn(tmp_path: Path) -> None:
    text = svg.encode(sample.DRAWING)
    drawn = png.encode(text, 90, FONTS)
    assert png.encode(text, 90, FONTS, cache=tmp_path) == drawn
    (picture,) = tmp_path.iterdir()
    assert picture.read_bytes() == drawn
    png.encode.cache_clear()
    picture.write_bytes(b"aus dem Ordner")
    assert png.encode(text, 90, FONTS, cache=tmp_path) == b"aus dem Ordner"
    assert png.encode(text, 91, FONTS, cache=tmp_path) != b"aus dem Ordner"
    png.encode.cache_clear()
