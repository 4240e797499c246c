"""What a Word file prints, and whose it is, to the custom XML part that goes with it, and back.

The part outlives changes of the program and what other programs do to the document, so that a
file that comes back can be compared with what was printed. It holds nothing but printed text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree
from msgspec import Struct

from generator.errors import GeneratorError
from generator.render.blocks import Address
from generator.render.formats.docx.xml import HEAD, XmlElement, attribute, escape

NAMESPACE = "urn:strategie-generator:druck"
VERSION = "1"
PARTS = "customXml/"
"""The folder of such parts in the package; a template may have others there."""


class PrintedParagraph(NamedTuple):
    """One w:p that prints something; ``note`` is the number of the footnote whose text it is.

    ``address`` is None for what is computed or comes from the template. ``text`` may hold
    more than the field's value: "Prüfvermerk zu PZ06: " before it, " (Federführung)" behind.
    """

    text: str
    address: Address | None = None
    note: int | None = None
    cell: int | None = None
    """In which cell of its row it stands, counted from 0, where two cells may say the same."""


class PrintedMap(Struct, frozen=True):
    """The paragraphs of a Word file in order, a footnote right behind the one with its sign.

    ``content`` is the SHA-256 of main part and footnotes as they were written; ``frame`` is what
    headers and footers print, each text once.
    """

    product: str
    edition: str
    digest: str
    content: str
    paragraphs: tuple[PrintedParagraph, ...]
    frame: tuple[str, ...] = ()


def encode(printed: PrintedMap) -> bytes:
    """The part as bytes; same map, same bytes."""
    head = (
        f'<druck xmlns="{NAMESPACE}" version="{VERSION}" erzeugnis="{attribute(printed.product)}"'
        f' fassung="{attribute(printed.edition)}" pruefsumme="{attribute(printed.digest)}"'
        f' inhalt="{attribute(printed.content)}" xml:space="preserve">'
    )
    lines = "".join([_line(paragraph) for paragraph in printed.paragraphs])
    frame = "".join([f"<k>{escape(text)}</k>\n" for text in printed.frame])
    return f"{HEAD}{head}\n{lines}{frame}</druck>".encode()


def _line(paragraph: PrintedParagraph) -> str:
    text, address, note, cell = paragraph
    whose = "" if address is None else _whose(address)
    if note is not None:
        whose += f' n="{note}"'
    if cell is not None:
        whose += f' z="{cell}"'
    return f"<p{whose}>{escape(text)}</p>\n"


def _whose(address: Address) -> str:
    place = f' s="{attribute(address.place)}"' if address.place else ""
    index = f' i="{address.index}"' if address.index is not None else ""
    return f' e="{attribute(address.element)}" f="{attribute(address.field)}"{place}{index}'


def decode(data: bytes) -> PrintedMap | None:
    """The map of a part; None where it is another part or no longer readable.

    GeneratorError where a later version of the program wrote it.
    """
    root = _root(data)
    if root is None:
        return None
    if root.get("version") != VERSION:
        raise GeneratorError(
            "Die Datei wurde von einer anderen Version dieses Programms erzeugt, deren Angaben "
            "zum gedruckten Text diese nicht lesen kann.",
            "Das Programm auf den Stand bringen, mit dem die Datei erzeugt wurde.",
        )
    try:
        paragraphs = tuple(_paragraph(line) for line in root.iter(f"{{{NAMESPACE}}}p"))
    except ValueError:
        return None
    return PrintedMap(
        root.get("erzeugnis", ""),
        root.get("fassung", ""),
        root.get("pruefsumme", ""),
        root.get("inhalt", ""),
        paragraphs,
        tuple(line.text or "" for line in root.iter(f"{{{NAMESPACE}}}k")),
    )


def _root(data: bytes) -> XmlElement | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    return root if root.tag == f"{{{NAMESPACE}}}druck" else None


def _paragraph(line: XmlElement) -> PrintedParagraph:
    element, index, note = line.get("e"), line.get("i"), line.get("n")
    address = None
    if element is not None:
        place = line.get("s", "")
        address = Address(element, line.get("f", ""), place, None if index is None else int(index))
    cell = line.get("z")
    counted = [None if number is None else int(number) for number in (note, cell)]
    return PrintedParagraph(line.text or "", address, *counted)


def find(files: Mapping[str, bytes]) -> PrintedMap | None:
    """The map in the parts of a package, by path; None where there is none.

    Programs that save a file may number its custom parts anew, and a template has its own.
    """
    names = (name for name in sorted(files) if name.startswith(PARTS) and name.endswith(".xml"))
    return next(filter(None, (decode(files[name]) for name in names)), None)
