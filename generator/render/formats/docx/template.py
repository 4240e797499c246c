"""A Word template to what the writer needs of it: parts, style ids, cell looks, numberings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from posixpath import basename, dirname, join, normpath

from lxml import etree

from generator.archive import NoArchiveError, entries
from generator.errors import GeneratorError, system_reason
from generator.render.formats.docx.styles import NUMBERED, STYLES
from generator.render.formats.docx.xml import RELATIONSHIPS, W, w

Element = etree._Element
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CELL_STYLES = tuple(key for key in STYLES if key.startswith("cell"))
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(frozen=True, slots=True)
class Template:
    """An opened template; ``styles`` maps the writer's keys to the file's style ids."""

    name: str
    files: dict[str, bytes]
    main: str
    """Path of the main part, ``word/document.xml`` unless Word for the web wrote it."""
    stylesheet: Element
    styles: dict[str, str]
    looks: dict[str, str]
    """Key of a cell style to the w:tcBorders and w:shd of its cells."""
    numberings: dict[str, tuple[int, int]]
    highest_number: int

    def part(self, kind: str) -> str | None:
        """The path of the one part of this kind ("styles", "settings", "numbering")."""
        for entry in parse(self.files[rels_path(self.main)]):
            if entry.get("Type") == OFFICE + kind:
                return target_path(self.main, entry.get("Target", ""))
        return None


def parse(data: bytes) -> Element:
    """The root element of a part."""
    return etree.fromstring(data, PARSER)


def rels_path(part: str) -> str:
    """Where the relationships of a part stand."""
    return join(dirname(part), "_rels", basename(part) + ".rels")


def target_path(part: str, target: str) -> str:
    """A relationship's target as path in the package."""
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))


def read_template(path: Path) -> Template:
    """Open a template; GeneratorError names what is missing in it."""
    files = _files(path)
    main = _main_part(path, files)
    bare = Template(path.name, files, main, etree.Element("none"), {}, {}, {}, 0)
    sheet_path = bare.part("styles")
    if sheet_path is None or sheet_path not in files:
        raise GeneratorError(f"Die Vorlage {path.name} hat keine Formatvorlagen.", REMEDY)
    sheet = parse(files[sheet_path])
    named = _styles_by_name(sheet)
    styles = _style_ids(path.name, named)
    numberings, highest = _numberings(bare, path.name, styles, sheet)
    looks = {key: _cell_look(named, key) for key in CELL_STYLES}
    return Template(path.name, files, main, sheet, styles, looks, numberings, highest)


REMEDY = "Am einfachsten von der mitgelieferten Vorlage templates/kreistag.docx ausgehen."


def _files(path: Path) -> dict[str, bytes]:
    try:
        return entries(path.read_bytes())
    except FileNotFoundError:
        raise GeneratorError(f"Die Vorlage {path} gibt es nicht.", REMEDY) from None
    except OSError as error:
        raise GeneratorError(
            f"Die Vorlage {path} lässt sich nicht lesen: {system_reason(error)}.", REMEDY
        ) from None
    except NoArchiveError as error:
        raise GeneratorError(
            f"Die Vorlage {path} lässt sich nicht als Word-Datei (.docx) lesen: {error}.",
            "Die Datei in Word öffnen und als .docx speichern, ohne Kennwort.",
        ) from None


def _main_part(path: Path, files: dict[str, bytes]) -> str:
    if "_rels/.rels" in files:
        for entry in parse(files["_rels/.rels"]).iter(f"{{{RELATIONSHIPS}}}Relationship"):
            if entry.get("Type") == OFFICE + "officeDocument":
                return target_path("", entry.get("Target", ""))
    raise GeneratorError(f"Die Vorlage {path} ist keine Word-Datei (.docx).", REMEDY)


def _styles_by_name(sheet: Element) -> dict[tuple[str, str], Element]:
    """(kind, name in lower case) to style: Word changes ids by language, never names."""
    result = {}
    for style in sheet.iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            result[style.get(w("type"), ""), name.get(w("val"), "").casefold()] = style
    return result


def _style_ids(name: str, named: dict[tuple[str, str], Element]) -> dict[str, str]:
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
    template: Template, name: str, styles: dict[str, str], sheet: Element
) -> tuple[dict[str, tuple[int, int]], int]:
    """The (w:num, w:abstractNum) of each numbered style, and the highest w:num in use."""
    by_id = {style.get(w("styleId"), ""): style for style in sheet.iter(w("style"))}
    path = template.part("numbering")
    root = parse(template.files[path]) if path else etree.Element("none")
    abstract = {
        int(number.get(w("numId"), "0")): int(kind.get(w("val"), "0"))
        for number in root.iter(w("num"))
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


def _style_number(by_id: dict[str, Element], style_id: str) -> int:
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


def _cell_look(named: dict[tuple[str, str], Element], key: str) -> str:
    """Moves shading and borders from the paragraph style to where a cell has them.

    Left with the paragraph they would frame the text inside the cell once more.
    """
    style = named["paragraph", STYLES[key].name.casefold()]
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


def _bare(element: Element) -> str:
    """An element without children as text, without the namespace declarations lxml adds."""
    attributes = "".join(
        f' w:{etree.QName(name).localname}="{value!s}"'
        for name, value in element.attrib.items()
        if etree.QName(name).namespace == W and etree.QName(name).localname != "space"
    )
    return f"<w:{etree.QName(element).localname}{attributes}/>"
