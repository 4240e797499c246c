"""The paragraphs, rows and bodies in a Word file of ours that a reviewer may change."""

from __future__ import annotations

from tools.reviewer import Element, w

RUNNING = ("Textkrper", "Aufzhlungszeichen", "Listennummer")
"""The styles of running text and of lists in the shipped template."""
LISTS = ("Verzeichnis", "Abbildungsverzeichnis", "Inhaltsverzeichnis")
WORKS = "Literaturverzeichnis"
"""The styles of contents, behind which the text of the house begins, and of the bibliography."""
LEAST = 25
"""Letters from which on a paragraph is long enough to be known again."""


def running(root: Element) -> list[Element]:
    """The paragraphs of running text that stand in no table."""
    lines = [p for body in root.iterfind(w("body")) for p in body.iterfind(w("p"))]
    styles = [style_of(p) for p in lines]  # what stands before and behind is counted and computed
    first = max((n for n, s in enumerate(styles) if s.startswith(LISTS)), default=-1) + 1
    last = styles.index(WORKS) if WORKS in styles else len(lines)
    return [p for p in lines[first:last] if style_of(p) in RUNNING and len(words_of(p)) >= LEAST]


def bodies(root: Element) -> list[Element]:
    """The lines with bodies in the tables of goals and Empfehlungen."""
    return [
        line
        for row in root.iter(w("tr"))
        if len(row.findall(w("tc"))) == 2
        and words_of(row.findall(w("tc"))[0]) in ("Zuständigkeit", "Adressaten")
        for line in row.findall(w("tc"))[1].iterfind(w("p"))
        if words_of(line) and not words_of(line).endswith(".")  # the box that explains the rows
    ]


def goal_rows(root: Element) -> list[Element]:
    """Rows with label, ID and wording of goals below which nothing stands in their table."""
    return [
        row
        for row in root.iter(w("tr"))
        if len(row.findall(w("tc"))) == 3
        and before(row) is not None
        and level_of(row) not in ("", "Kennung")
        and row.getnext() is not None
        and not row_words(row).startswith("Zuständigkeit")
        and len(row.findall(w("tc"))[1].findall(w("p"))) == 1
        and words_of(row.findall(w("tc"))[1])[-2:].isdigit()
        and style_of(lines_of(row.findall(w("tc"))[0])[0]) == "TabelleEbene3"
    ]


def words_of(element: Element) -> str:
    """What it prints, what is taken out with tracking left away."""
    return " ".join("".join(t.text or "" for t in element.iter(w("t"))).split())


def row_words(row: Element) -> str:
    """Its cells, parted as reports part them."""
    return " | ".join(filter(None, (words_of(p) for p in row.iter(w("p")))))


def cut_of(place: Element) -> list[tuple[Element, int]]:
    """Texts and places in them at which a paragraph can be split."""
    found = []
    for run in place.iterfind(w("r")):
        for text in run.findall(w("t")):
            words = text.text or ""
            found += [(text, at) for at in range(10, len(words) - 10) if words[at] == " "]
    return found


def level_of(row: Element | None) -> str:
    """What its first cell says."""
    cells = [] if row is None else row.findall(w("tc"))
    return words_of(cells[0]) if cells else ""


def lines_of(cell: Element) -> list[Element]:
    """Its paragraphs."""
    return cell.findall(w("p"))


def behind(element: Element) -> Element:
    """What follows an element that is not the last."""
    follows = element.getnext()
    assert follows is not None
    return follows


def before(row: Element) -> Element | None:
    """The row before one; None of the first."""
    last = row.getprevious()
    return last if last is not None and last.tag == w("tr") else None


def style_of(place: Element) -> str:
    """The ID of its style."""
    style = place.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))


def drop(place: Element, text: Element, *, after: bool) -> None:
    """Take out what stands behind (or before) a text in its paragraph."""
    run = next(a for a in [text, *text.iterancestors()] if a.getparent() is place)
    for child in [c for c in place if c.tag != w("pPr")]:
        at, here = place.index(child), place.index(run)
        if (at > here) if after else (at < here):
            place.remove(child)
