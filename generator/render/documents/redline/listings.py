"""Lists of two editions to one list with marked entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.render.blocks import Item, Listing, Mark, Paragraph
from generator.render.documents.redline.alignment import Pair, aligned, steps
from generator.render.documents.redline.references import References
from generator.render.documents.redline.sequence import bag, common, fingerprint
from generator.render.documents.redline.text import Content, merged


def merged_listing(old: Listing, new: Listing, references: References) -> Listing:
    """A list in running text; an entry whose inner list is of another kind is replaced."""
    pairs = _pairs(old.items, new.items)
    items: list[Item] = []
    for i, j in steps(pairs, len(old.items), len(new.items)):
        if i is not None and j is not None:
            items.append(_merged_item(old.items[i], new.items[j], references))
        elif i is not None:
            items.append(marked_item(old.items[i], "deleted", references))
        elif j is not None:
            items.append(marked_item(new.items[j], "inserted", references))
    return replace(new, items=tuple(items))


def marked_listing(listing: Listing, mark: Mark, references: References) -> Listing:
    """A list that goes or comes as a whole."""
    items = tuple(marked_item(item, mark, references) for item in listing.items)
    return replace(listing, items=items)


def marked_item(item: Item, mark: Mark, references: References) -> Item:
    """An entry that goes or comes, with the list below it."""
    content = references.copied(item.content, mark)
    below = item.below and marked_listing(item.below, mark, references)
    return replace(item, content=content, below=below, mark=mark)


def _merged_item(old: Item, new: Item, references: References) -> Item:
    below = new.below
    if old.below and new.below:
        below = merged_listing(old.below, new.below, references)
    elif old.below:
        below = marked_listing(old.below, "deleted", references)
    elif new.below:
        below = marked_listing(new.below, "inserted", references)
    return replace(new, content=merged(old.content, new.content, references), below=below)


def _pairs(old: Sequence[Item], new: Sequence[Item]) -> list[Pair]:
    def alike(i: int, j: int) -> float:
        one, other = old[i].below, new[j].below
        if one and other and (one.ordered, one.start) != (other.ordered, other.start):
            return 0.0
        return common(_words(old[i].content), _words(new[j].content))

    return aligned([fingerprint(o) for o in old], [fingerprint(n) for n in new], alike)


def _words(content: Content) -> Counter[str]:
    return bag(Paragraph(content))
