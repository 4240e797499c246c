"""The map of what was printed to the custom XML part of the package: the only one, a template's stay there."""

from __future__ import annotations

from posixpath import dirname, relpath

from generator.render.formats.docx.package_writer import relationships, relationships_path
from generator.render.formats.docx.printed_map import NAMESPACE, PARTS
from generator.render.formats.docx.xml import HEAD

PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
STORE_ITEM = "{7AF0E0C7-912D-5A2B-9484-3BF3963C0B3B}"
"""What Word calls the part in its data store: unique in a file, so it can be the same in all."""
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"

ITEM, ITEM_PROPERTIES = f"{PARTS}item1.xml", f"{PARTS}itemProps1.xml"
TYPES = {ITEM: "application/xml", ITEM_PROPERTIES: PROPERTIES}
"""Path to content type."""


def custom_parts(data: bytes) -> dict[str, bytes]:
    """The part, its properties and the relationship between them."""
    properties = (
        f'{HEAD}<ds:datastoreItem xmlns:ds="{STORE}" ds:itemID="{STORE_ITEM}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    target = relpath(ITEM_PROPERTIES, dirname(ITEM))
    related = relationships([("rId1", "customXmlProps", target, False)])
    return {ITEM: data, ITEM_PROPERTIES: properties.encode(), relationships_path(ITEM): related}
