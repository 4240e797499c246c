"""The map of what was printed to a custom XML part of the package, beside those of the template."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from posixpath import dirname, relpath

from generator.render.formats.docx.printed_map import NAMESPACE, PARTS, is_map
from generator.render.formats.docx.template import OFFICE, Template, parse, rels_path, target_path
from generator.render.formats.docx.xml import HEAD, RELATIONSHIPS

PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
ITEM = "{7AF0E0C7-912D-5A2B-9484-3BF3963C0B3B}"
"""What Word calls the part in its data store: unique in a file, so it can be the same in all."""
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


class CustomXml:
    """Where the part stands in a package with these files; numbers of other parts stay theirs."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        taken = {name.lower() for name in files}
        free = (
            number
            for number in count(1)
            if taken.isdisjoint(f"{PARTS}item{kind}{number}.xml".lower() for kind in ("", "Props"))
        )
        number = next(free)
        self.item = f"{PARTS}item{number}.xml"
        self.properties = f"{PARTS}itemProps{number}.xml"

    @property
    def types(self) -> dict[str, str]:
        """Path to content type."""
        return {self.item: "application/xml", self.properties: PROPERTIES}

    def files(self, data: bytes) -> dict[str, bytes]:
        """The part, its properties and the relationship between them."""
        properties = (
            f'{HEAD}<ds:datastoreItem xmlns:ds="{STORE}" ds:itemID="{ITEM}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        target = relpath(self.properties, dirname(self.item))
        relationships = (
            f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1"'
            f' Type="{OFFICE}customXmlProps" Target="{target}"/></Relationships>'
        )
        return {
            self.item: data,
            self.properties: properties.encode(),
            rels_path(self.item): relationships.encode(),
        }

    def target(self, main: str) -> str:
        """The part as the main part's relationships name it."""
        return relpath(self.item, dirname(main))


def former_maps(template: Template) -> set[str]:
    """Paths of maps, with what belongs to them, in a template that once was a document of ours."""
    found: set[str] = set()
    for name, data in template.files.items():
        if name.startswith(PARTS) and name.endswith(".xml") and is_map(data):
            relationships = template.files.get(rels_path(name))
            entries = parse(relationships) if relationships else ()
            found |= {target_path(name, entry.get("Target", "")) for entry in entries}
            found |= {name, rels_path(name)}
    return found
