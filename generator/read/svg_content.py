"""The bytes of an SVG to its size, or to half a German sentence on why it is refused.

A drawing may only draw: no script, no style sheet or picture from elsewhere, no entities, and no
element that asks for itself again and again. Allowed is what is listed (SVG 1.1, second edition).
"""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
MOST_BYTES, MOST_ELEMENTS, DEEPEST = 4 << 20, 50_000, 30
DEEPEST_NESTING = 200
"""Elements in elements, and drawings that ask for others, one in the other."""
_NAMES = """
    svg g defs title desc metadata path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop clipPath mask pattern marker symbol use style switch view
    filter feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG
    feFuncR feGaussianBlur feMerge feMergeNode feOffset feDropShadow
"""
_DRAWS = frozenset(_NAMES.split())
_ENCODINGS = ("UTF-8", "ASCII", "US-ASCII")
_RUNS = re.compile(r"\{http://www\.w3\.org/(?:1999/xhtml|2001/xml-events)\}|.*\}script$")
_ELSEWHERE = re.compile(
    r"@import|url\(\s*[\"']?\s*(?!#)[^\s\"')]|image-set\(|expression\(|javascript:|\\[0-9a-f]",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\s*(\d*\.?\d+(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_SAVE = "Die Zeichnung als «normales SVG» ohne Verknüpfungen speichern oder als PNG ausgeben."


def svg_size(data: bytes) -> tuple[float, float] | str:
    """Width and height in pixels of CSS (96 to the inch)."""
    if len(data) > MOST_BYTES:
        return f"ist größer als {MOST_BYTES >> 20} MB. Die Zeichnung vereinfachen oder als PNG ausgeben."
    try:
        _refuse_more_than_elements(data)
        root = ElementTree.fromstring(data)
    except _MoreThanElementsError:
        return f"enthält eine DOCTYPE- oder Verarbeitungsanweisung, mit der sich Fremdes einbinden ließe. {_SAVE}"
    except (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError):
        return "ist keine lesbare SVG-Datei in UTF-8. Die Zeichnung noch einmal speichern."
    if root.tag != f"{SVG}svg":
        return "ist keine SVG-Datei. Das Bild in einem Zeichenprogramm als SVG speichern."
    if refused := _refused(root):
        return f"{refused}. {_SAVE}"
    return _size(root)


class _MoreThanElementsError(Exception):
    """What stands in the file besides elements, text and comments."""


def _refuse_more_than_elements(data: bytes) -> None:
    """Stops at the first of them, before anything of it is used; ValueError for another encoding."""
    depth = 0

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST_NESTING:
            raise ValueError(name)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(_: str, encoding: str | None, __: int) -> None:
        if (encoding or "UTF-8").upper() not in _ENCODINGS:
            raise ValueError(encoding)

    def refuse(*_: object) -> None:
        raise _MoreThanElementsError

    data.decode("utf-8-sig")
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.XmlDeclHandler = declared
    parser.StartDoctypeDeclHandler = parser.ProcessingInstructionHandler = refuse
    parser.Parse(data, True)


def _refused(root: Element) -> str:
    """What in the drawing does more than draw."""
    for node in root.iter():
        name = node.tag.removeprefix(SVG)
        if node.tag.startswith(SVG) and name not in _DRAWS:
            return f"enthält <{name}>, was mehr tut als zeichnen"
        if not node.tag.startswith(SVG) and _RUNS.match(node.tag):
            return "enthält ein Skript oder eine Webseite"
        if said := _refused_values(node, name):
            return said
    return "zeichnet dasselbe zu oft" if _drawn(root) > MOST_ELEMENTS else ""


def _refused_values(node: Element, name: str) -> str:
    for key, value in node.attrib.items():
        plain = str(key).rpartition("}")[2].lower()
        if plain.startswith("on"):
            return f"enthält ein Skript ({plain})"
        if key == _BASE:
            return "verweist auf etwas außerhalb der Datei"
        if plain == "href" and not str(value).strip().startswith("#"):
            return "verweist auf etwas außerhalb der Datei"
        if _ELSEWHERE.search(str(value)):
            return "bindet etwas von außerhalb der Datei ein"
    if name == "style" and _ELSEWHERE.search("".join(map(str, node.itertext()))):
        return "bindet ein Stilblatt oder Bild von außerhalb ein"
    return ""


def _drawn(root: Element) -> int:
    """How many elements are drawn once every <use> stands for what it names; bounded."""
    named = {str(node.get("id")): node for node in root.iter() if node.get("id")}
    counted: Counter[str] = Counter()

    def of(node: Element, around: frozenset[str]) -> int:
        total = 0
        for one in node.iter():
            total += 1
            target = str(one.get(XLINK) or one.get("href") or "").strip().removeprefix("#")
            if one.tag == f"{SVG}use" and target in named:
                if target in around or len(around) > DEEPEST:
                    return MOST_ELEMENTS + 1  # it asks for itself, or nobody can see its end
                if target not in counted:
                    counted[target] = of(named[target], around | {target})
                total += counted[target]
            if total > MOST_ELEMENTS:
                break
        return total

    return of(root, frozenset())


def _size(root: Element) -> tuple[float, float] | str:
    sides = [_LENGTH.fullmatch(str(root.get(name, ""))) for name in ("width", "height")]
    if all(sides):
        width, height = (float(m[1]) * _UNITS[m[2] or ""] for m in sides if m)
        return width, height
    try:
        box = [float(part) for part in str(root.get("viewBox", "")).replace(",", " ").split()]
    except ValueError:
        box = []
    if len(box) != 4:
        return f"nennt weder Breite und Höhe noch eine viewBox. {_SAVE}"
    return box[2], box[3]
