"""A Word template to what the writer needs of it: parts, style ids, cell looks, numberings."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from msgspec import Struct

from generator.errors import GeneratorError
from generator.render.formats.docx.house_package import REMEDY, HousePackage, open_house
from generator.render.formats.docx.styles import NUMBERED, OPTIONAL, STYLES, Style
from generator.render.formats.docx.xml import W, XmlElement, w

CELL_STYLES = tuple(key for key in STYLES if key.startswith("cell"))


class Template(Struct, frozen=True):
    """An opened template; ``styles`` maps the writer's keys to the file's style ids."""

    name: str
    package: HousePackage
    stylesheet: XmlElement
    styles: dict[str, str]
    looks: dict[str, str]
    """Key of a cell style to the w:tcBorders and w:shd of its cells."""
    numberings: dict[str, tuple[int, int]]
    highest_number: int


def read_template(path: Path) -> Template:
    """Open a template; GeneratorError names what is missing in it."""
    package, name = open_house(path), path.name
    sheet = package.trees.get(package.related("styles") or "")
    if sheet is None:
        raise GeneratorError(f"Die Vorlage {name} hat keine Formatvorlagen.", REMEDY)
    named = _styles_by_name(sheet)
    styles = _style_ids(name, named)
    numbering = package.trees.get(package.related("numbering") or "")
    numberings, highest = _numberings(numbering, name, styles, sheet)
    looks = {key: _cell_look(named, STYLES[key]) for key in CELL_STYLES}
    for key, (style, instead) in OPTIONAL.items():
        there = named.get((style.kind, style.name.casefold()))
        styles[key] = styles.get(instead, "") if there is None else there.get(w("styleId"), "")
        if key.startswith("cell"):
            looks[key] = looks[instead] if there is None else _cell_look(named, style)
    return Template(name, package, sheet, styles, looks, numberings, highest)


def _styles_by_name(sheet: XmlElement) -> dict[tuple[str, str], XmlElement]:
    """(kind, name in lower case) to style: Word changes ids by language, never names."""
    result = {}
    for style in sheet.iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            result[style.get(w("type"), ""), name.get(w("val"), "").casefold()] = style
    return result


def _style_ids(name: str, named: dict[tuple[str, str], XmlElement]) -> dict[str, str]:
    missing = [
        style for style in STYLES.values() if (style.kind, style.name.casefold()) not in named
    ]
    if missing:
        first = missing[0]
        others = ", ".join(f"«{style.label}»" for style in missing[1:])
        raise GeneratorError(
            f"Der Vorlage {name} fehlt die Formatvorlage «{first.label}» ({first.use})."
            + (f" Es fehlen außerdem: {others}." if others else ""),
            "Die Formatvorlage in Word unter genau diesem Namen anlegen. " + REMEDY,
        )
    return {
        key: named[style.kind, style.name.casefold()].get(w("styleId"), "")
        for key, style in STYLES.items()
    }


def _numberings(
    numbering: XmlElement | None, name: str, styles: dict[str, str], sheet: XmlElement
) -> tuple[dict[str, tuple[int, int]], int]:
    """The (w:num, w:abstractNum) of each numbered style, and the highest w:num in use."""
    by_id = {style.get(w("styleId"), ""): style for style in sheet.iter(w("style"))}
    abstract = {
        int(number.get(w("numId"), "0")): int(kind.get(w("val"), "0"))
        for number in (() if numbering is None else numbering.iter(w("num")))
        for kind in number.iterfind(w("abstractNumId"))
    }
    result = {}
    for key in NUMBERED:
        number = _style_number(by_id, styles[key])
        if number not in abstract:
            label = STYLES[key].label
            raise GeneratorError(
                f"Die Formatvorlage «{label}» der Vorlage {name} ist nicht nummeriert.",
                "In Word die Liste mit mehreren Ebenen mit der Formatvorlage verknüpfen. " + REMEDY,
            )
        result[key] = number, abstract[number]
    return result, max(abstract, default=0)


def _style_number(by_id: dict[str, XmlElement], style_id: str) -> int:
    """The w:num of a style or of what it is based on; 0 for none."""
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        number = by_id[style_id].find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None:
            return int(number.get(w("val"), "0"))
        based = by_id[style_id].find(w("basedOn"))
        style_id = "" if based is None else based.get(w("val"), "")
    return 0


def _cell_look(named: dict[tuple[str, str], XmlElement], of: Style) -> str:
    """Moves shading and borders from the paragraph style to where a cell has them.

    Left with the paragraph they would frame the text inside the cell once more.
    """
    style = named["paragraph", of.name.casefold()]
    properties = style.find(w("pPr"))
    if properties is None:
        return ""
    result = ""
    borders, shading = properties.find(w("pBdr")), properties.find(w("shd"))
    if borders is not None:
        sides = [borders.find(w(side)) for side in ("top", "left", "bottom", "right")]
        inside = "".join(_bare(side) for side in sides if side is not None)
        result += f"<w:tcBorders>{inside}</w:tcBorders>"
        properties.remove(borders)
    if shading is not None:
        result += _bare(shading)
        properties.remove(shading)
    return result


def _bare(element: XmlElement) -> str:
    """An element without children as text, without the namespace declarations lxml adds."""
    attributes = "".join(
        f' w:{etree.QName(name).localname}="{value!s}"'
        for name, value in element.attrib.items()
        if etree.QName(name).namespace == W and etree.QName(name).localname != "space"
    )
    return f"<w:{etree.QName(element).localname}{attributes}/>"
