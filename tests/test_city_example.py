"""The example of a city: lists side by side, running numbers, two deciding bodies, a picture, a short paper."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from tests.judges import ROOT

COUNTY = re.compile(r"Kreistag|Landkreis|Landrat", re.IGNORECASE)


@pytest.fixture(scope="module")
def products(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    output = tmp_path_factory.mktemp("ausgabe")
    with pytest.MonkeyPatch.context() as context:
        context.chdir(ROOT)
        command = ["build", "--strategy", "examples/weidenfurt", "--output", str(output)]
        assert main([*command, "--pages", "off"]) == 0
    return {path.name: path.read_bytes() for path in Path(output).iterdir()}


def text_of(data: bytes, part: str = "") -> str:
    """All that a file says, or a part of it."""
    if data[:2] != b"PK":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = (name for name in archive.namelist() if name.endswith(part or ".xml"))
        parts = [archive.read(name).decode() for name in names]
        return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", "\n".join(parts)))


def test_it_is_clean_to_the_last_hint(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", "--strict", "--strategy", "examples/weidenfurt"]) == 0
    assert capsys.readouterr().out == (
        "Gezählt: 9 Ziele, 14 Maßnahmen, 0 Empfehlungen.\nBestanden: keine Beanstandung.\n"
    )


def test_no_product_speaks_of_a_county(products: dict[str, bytes]) -> None:
    for name, data in products.items():
        assert not COUNTY.findall(text_of(data)), name


def test_ziele_and_massnahmen_are_counted_each_through_the_document(
    products: dict[str, bytes],
) -> None:
    text = text_of(products["strategie.docx"], "word/document.xml")
    for level, most, behind in (("Ziel", 9, r", Z\d\d"), ("Maßnahme", 14, "")):
        found = re.findall(rf"^{level} (\d+)({behind})$", text, re.MULTILINE)
        assert [int(number) for number, _ in found] == list(range(1, most + 1))
        assert not behind or len({id_ for _, id_ in found}) == most
    assert "bisher Ziel 4, jetzt Ziel 6" in text_of(products["synopse.docx"])


def test_what_the_city_does_not_have_is_not_counted(products: dict[str, bytes]) -> None:
    for name in ("synopse.docx", "aenderungen.md", "aenderungen.html"):
        assert "Empfehlungen" not in text_of(products[name], "word/document.xml"), name


def test_two_bodies_decide_each_on_its_own(products: dict[str, bytes]) -> None:
    text = text_of(products["synopse.docx"])
    assert "für 3 Änderungen ein Beschluss vorgesehen (Gemeinderat)" in text
    assert "für 5 Änderungen ein Beschluss vorgesehen (Jugendhilfeausschuss)" in text


def test_the_picture_is_in_the_word_file_once_as_drawing_and_once_for_older_words(
    products: dict[str, bytes],
) -> None:
    with zipfile.ZipFile(io.BytesIO(products["strategie.docx"])) as archive:
        media = sorted(Path(name).suffix for name in archive.namelist() if "/media/" in name)
    assert media == [".png", ".svg"]


def test_the_short_paper_goes_without_what_only_repeats(products: dict[str, bytes]) -> None:
    text = text_of(products["strategie.docx"])
    assert "Auf einen Blick" not in text
    assert "Zuständigkeitsmatrix" not in text
    assert "Kennzahlen" in text
