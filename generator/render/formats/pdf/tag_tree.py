"""The structure tree of a PDF (ISO 32000-1, 14.7): its elements, and the marked content they own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

TagElement = DictionaryObject


class Owned(Struct, frozen=True):
    """Marked content of an element: the page (its object number), and its number there."""

    page: int
    number: int


def kind(element: TagElement) -> str:
    """The type of an element without its slash ("P", "TD")."""
    return str(element.get("/S", "")).removeprefix("/")


def kids(element: TagElement) -> list[Any]:
    """What stands directly in an element as the file has it: elements, numbers, references."""
    if "/K" not in element:
        return []
    found = element["/K"]
    return list(found) if isinstance(found, ArrayObject) else [element.raw_get("/K")]


def is_element(kid: Any) -> bool:
    """Whether it is an element, not marked content or an annotation."""
    found = kid.get_object()
    return isinstance(found, DictionaryObject) and "/S" in found


def below(element: TagElement) -> Iterator[TagElement]:
    """The elements directly in an element."""
    return (kid.get_object() for kid in kids(element) if is_element(kid))


def walk(element: TagElement) -> Iterator[TagElement]:
    """An element and all below it, in the order of reading."""
    yield element
    for child in below(element):
        yield from walk(child)


def attributes(element: TagElement) -> list[DictionaryObject]:
    """What an element says of its look and of its table (14.7.6)."""
    given = element.get("/A")
    found = given.get_object() if given is not None else ArrayObject()
    listed = found if isinstance(found, ArrayObject) else [found]
    return [one for entry in listed if isinstance(one := entry.get_object(), DictionaryObject)]


def owned(element: TagElement, page: int = 0) -> Iterator[tuple[TagElement, Owned]]:
    """All marked content of an element and of those below it, each with its owner, in order."""
    here = _page(element) or page
    for kid in kids(element):
        found = kid.get_object()
        if isinstance(found, NumberObject):
            yield element, Owned(here, int(found))
        elif is_element(kid):
            yield from owned(found, here)
        elif isinstance(found, DictionaryObject) and "/MCID" in found:
            number: Any = found["/MCID"]
            yield element, Owned(_page(found) or here, int(number))


def _page(element: TagElement) -> int:
    raw = element.raw_get("/Pg") if "/Pg" in element else None
    return getattr(raw, "idnum", 0)


class TagTree:
    """The tree of a file that is being written, and the way from content back to its element."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self.root: TagElement = writer.root_object["/StructTreeRoot"].get_object()  # type: ignore[assignment]
        parents = self.root["/ParentTree"].get_object()
        self._numbers = dict(_numbers(parents))

    def elements(self, *kinds: str) -> Iterator[TagElement]:
        """All elements, or those of the types that are named, in the order of reading."""
        for top in below(self.root):
            yield from (found for found in walk(top) if not kinds or kind(found) in kinds)

    def new(self, of: str, parent: TagElement, content: Iterable[Any] = ()) -> TagElement:
        """An element of a type, not yet in its parent; the elements in ``content`` become its own."""
        element = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/StructElem"),
                NameObject("/S"): NameObject(f"/{of}"),
                NameObject("/P"): parent.indirect_reference,
            }
        )
        if "/Pg" in parent:
            element[NameObject("/Pg")] = parent.raw_get("/Pg")
        self._writer._add_object(element)
        self.fill(element, content)
        return element

    def fill(self, element: TagElement, content: Iterable[Any]) -> None:
        """Give an element what stands in it; the elements in it name it as their parent."""
        given = ArrayObject(getattr(kid, "indirect_reference", None) or kid for kid in content)
        element[NameObject("/K")] = given
        for child in below(element):
            child[NameObject("/P")] = element.indirect_reference

    def span(self, parent: TagElement, numbers: list[Any]) -> TagElement:
        """A Span, not yet in its parent, with marked content that was the parent's own."""
        span = self.new("Span", parent, numbers)
        for number in numbers:
            self.own(parent["/Pg"], span, int(number))
        return span

    def owner(self, page: PageObject, number: int) -> TagElement | None:
        """The element of marked content."""
        owners = self._numbers.get(int(page.get("/StructParents", -1)))
        if not isinstance(owners, ArrayObject) or number >= len(owners):
            return None
        found = owners[number].get_object()
        return found if isinstance(found, DictionaryObject) else None

    def own(self, page: Any, element: TagElement, number: int | None = None) -> int:
        """Let marked content of a page, new where no number is given, be an element's; its number.

        It does not yet stand in the element.
        """
        owners = self._owners(page)
        if number is None:
            owners.append(element.indirect_reference)
            return len(owners) - 1
        owners[number] = element.indirect_reference
        return number

    def _owners(self, page: Any) -> Any:
        """Who owns what of a page; one on which nothing was told yet gets its list."""
        if "/StructParents" not in page:
            page[NameObject("/StructParents")] = self._entry(ArrayObject())
        return self._numbers[int(page["/StructParents"])]

    def _entry(self, value: Any) -> NumberObject:
        """A new entry of the tree of owners; its key."""
        key = NumberObject(max(self._numbers, default=-1) + 1)
        parents: Any = self.root["/ParentTree"]
        self._numbers[int(key)] = value
        parents["/Nums"].extend([key, value])
        self.root[NameObject("/ParentTreeNextKey")] = NumberObject(key + 1)
        return key

    def own_annotation(self, annotation: DictionaryObject, element: TagElement) -> None:
        """Let an annotation be an element's (7.18.5 of ISO 14289-1)."""
        annotation[NameObject("/StructParent")] = self._entry(element.indirect_reference)


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree (7.9.7 of ISO 32000-1)."""
    flat = tree.get("/Nums")
    entries = flat.get_object() if flat is not None else ()
    for at in range(0, len(entries), 2):
        yield int(entries[at]), entries[at + 1].get_object()
    for kid in tree.get("/Kids", ()):
        yield from _numbers(kid.get_object())
