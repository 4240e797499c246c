"""The headers and footers that the pages of a document show, each once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.receive.markup import attribute
from generator.receive.package_reader import Package, root_of
from generator.render.formats.docx.xml import R, XmlElement, w

_KINDS = {w("headerReference"): "header", w("footerReference"): "footer"}
_ID = f"{{{R}}}id"


def frame(package: Package) -> Iterator[tuple[str, XmlElement]]:
    """(header | footer, root); one that is there but stands on no page is nobody's text.

    A section has those of the one before unless it names its own (ECMA-376 part 1, 17.10.1);
    first and even pages differ only where that is switched on.
    """
    even = any(
        root_of(part).find(w("evenAndOddHeaders")) is not None
        for part in package.related("settings")
    )
    seen: dict[str, str] = {}
    current: dict[tuple[str, str], str] = {}
    for section in root_of(package.main).iter(w("sectPr")):
        first = section.find(w("titlePg")) is not None
        shown = {"default"} | ({"first"} if first else set()) | ({"even"} if even else set())
        for reference in section:
            if reference.tag in _KINDS:
                kind, pages = _KINDS[reference.tag], attribute(reference, "type", "default")
                current[kind, pages] = reference.get(_ID, "")
        seen |= {key: kind for (kind, pages), key in current.items() if pages in shown}
    for kind in ("header", "footer"):
        for key in (key for key, of in seen.items() if of == kind):
            part = package.main.rels.get(key)
            if part is not None and not part.is_external:
                yield kind, root_of(part.target_part)
