"""A PDF with text to a foreign document: its lines by pages, headings by the size of their letters, tables by rows.

Read by pdfplumber, which is installed with the extra ``pdf`` alone.
"""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from generator.errors import GeneratorError
from generator.receive.coded_rows import coded_rows
from generator.receive.foreign import ForeignDocument, ForeignLine, Passage
from generator.receive.plain_passages import Begins, plain_document
from generator.receive.plain_text import cleaned
from generator.receive.printed_pages import EDGE, Keep
from generator.receive.wrapped_cells import whole_cells

_ROW, _END = "\ue005", "\ue006"
_MARK = re.compile(f"{_ROW}(\\d+){_END}")
_LARGER = 1.07
"""So much larger than running text are letters of headings at least."""
_SHARE = 5
"""Running text has at least one in so many letters; where no size has, the size of most letters counts."""
_LARGEST_HEADING = 160
_PAGE_DIGITS = 3
_SMALL, _NEAR = 0.85, 1.5
"""Letters that hang beside a line are so much smaller, and no more points away from it."""
_APART = 2
"""So many times its size is a number away from the text that is not part of it."""
MISSING = GeneratorError(
    "PDF-Dateien liest nur das Zusatzpaket pdf.",
    "Einrichten mit: pip install 'strategie-generator[pdf]'; oder den Text der PDF als .txt speichern.",
)
SCAN = "Die Datei {} enthält keinen Text, vermutlich ist sie gescannt."
SILENT = "Ohne Text (Bilder oder Scans): {} von {} Seiten der PDF (Seite {})."


class _Layout(Struct):
    """What was read of a PDF: lines, rows by the number that stands for them, sizes by the letters they have.

    ``heads`` are the sizes of lines by their number, in tenths of a point, bold ones a little larger.
    """

    lines: list[str] = field(default_factory=list)
    rows: dict[int, tuple[int, tuple[tuple[str, ...], ...]]] = field(default_factory=dict)
    heads: dict[int, int] = field(default_factory=dict)
    sizes: Counter[float] = field(default_factory=Counter)
    silent: list[int] = field(default_factory=list)
    tables: int = 0


def pdf_document(name: str, data: bytes, keep: Keep, begins: Begins) -> ForeignDocument:
    """GeneratorError where the extra is not installed, the file is damaged or has no text."""
    try:
        import pdfplumber
    except ImportError as error:
        raise MISSING from error
    layout = _Layout()
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages = len(pdf.pages)
            for number, page in enumerate(pdf.pages, 1):
                _page(page, number, layout)
                page.close()
    except GeneratorError:
        raise
    except Exception as error:  # pdfminer raises whatever a damaged file makes it meet
        raise GeneratorError(
            f"Die Datei {name} ist beschädigt oder geschützt und lässt sich nicht lesen.",
            "Um eine PDF ohne Schutz oder um das Word-Dokument bitten.",
        ) from error
    if len(layout.silent) == pages:
        raise GeneratorError(
            SCAN.format(name), "Um das Word-Dokument oder eine PDF mit Text bitten."
        )
    said: tuple[str, ...] = ()
    if layout.silent:
        listed = ", ".join(map(str, layout.silent))
        said = (SILENT.format(len(layout.silent), pages, listed),)
    document = plain_document(name, "\n".join(layout.lines), keep, begins)
    return replace(_restored(document, layout), said=said)


def _page(page: Any, number: int, layout: _Layout) -> None:
    """The lines of a page from its top, rows of tables among them."""
    # A coloured field behind a heading is drawn like a table of one cell.
    tables = [t for t in page.find_tables() if any(len(row.cells) > 1 for row in t.rows)]
    inside = [table.bbox for table in tables]
    found: list[tuple[float, list[str], int]] = []
    level(page.chars)
    lines = page.extract_text_lines(return_chars=True, strip=True)
    lines = [line for line in lines if not any(_within(line, box) for box in inside)]
    for at, line in enumerate(lines):
        edge = at < EDGE or at >= len(lines) - EDGE
        text, size = _sized(line, layout)
        found.append((line["top"], list(number_apart(text, line, edge=edge)), size))
    for table in tables:
        found.append((table.bbox[1], ["", *_rows(table, layout), ""], 0))
    if not found:
        layout.silent.append(number)
    layout.lines.append("\f" if number > 1 else "")
    bottom = 0.0
    for top, texts, size in sorted(found, key=lambda entry: entry[0]):
        if top - bottom > _gap(page):
            layout.lines.append("")
        layout.heads |= {len(layout.lines) + at: size for at in range(1, len(texts) + 1) if size}
        layout.lines += texts
        bottom = top


def _gap(page: Any) -> float:
    """Distance of two lines from which on a blank one stands between them, in points."""
    tops = sorted({round(char["top"], 1) for char in page.chars})
    steps = [b - a for a, b in itertools.pairwise(tops) if b - a > 4]
    return (Counter(round(step) for step in steps).most_common(1)[0][0] if steps else 14) * 1.35


def _within(line: Mapping[str, Any], box: Sequence[float]) -> bool:
    middle = (line["top"] + line["bottom"]) / 2
    return bool(
        box[1] <= middle <= box[3] and box[0] - 2 <= line["x0"] and line["x1"] <= box[2] + 2
    )


def number_apart(text: str, line: Mapping[str, Any], *, edge: bool) -> Iterator[str]:
    """A line; at the edge of a page a number set far from the words is one of its own: the page's."""
    chars = [char for char in line["chars"] if char["text"].strip()]
    digits = len(list(itertools.takewhile(lambda c: c["text"].isdigit(), reversed(chars))))
    if edge and 0 < digits <= _PAGE_DIGITS and digits < len(chars):
        gap = chars[-digits]["x0"] - chars[-digits - 1]["x1"]
        if gap > _APART * chars[-digits]["size"] and text[-digits:].isdigit():
            yield from (text[:-digits].rstrip(), text[-digits:])
            return
    yield text


def level(chars: Sequence[dict[str, Any]]) -> None:
    """Put small letters that hang below or above the line beside them ("CO₂") on that line."""
    for before, char in itertools.pairwise(chars):
        near = -1 < char["x0"] - before["x1"] < _NEAR
        small = char["size"] < _SMALL * before["size"] or before.get("leveled") == char["size"]
        if near and small and before["top"] <= char["bottom"] and char["top"] <= before["bottom"]:
            leveled = {key: before[key] for key in ("top", "bottom", "doctop")}
            char.update(leveled, leveled=char["size"])


def _sized(line: Mapping[str, Any], layout: _Layout) -> tuple[str, int]:
    """A line and the size of its letters, 0 for what has none."""
    sizes = Counter(round(char["size"], 1) for char in line["chars"] if char["text"].strip())
    text = cleaned(str(line["text"]))
    if not sizes:
        return text, 0
    size = sizes.most_common(1)[0][0]
    bold = all("bold" in char["fontname"].lower() for char in line["chars"] if char["text"].strip())
    layout.sizes[size] += len(text)
    return text, round(10 * size) + (4 if bold else 0)


def _rows(table: Any, layout: _Layout) -> Iterator[str]:
    layout.tables += 1
    rows = (tuple(cleaned(cell or "") for cell in row) for row in table.extract())
    for row in whole_cells(rows):
        number = len(layout.rows)
        layout.rows[number] = (layout.tables, tuple(tuple(cell.split("\n")) for cell in row))
        yield f"{_ROW}{number}{_END}"
        yield ""


def _restored(document: ForeignDocument, layout: _Layout) -> ForeignDocument:
    """Marks to the rows that they stand for, lines in larger letters to headings with their depth."""
    body = running_size(layout.sizes)
    large = {size for size in layout.heads.values() if size >= 10 * body * _LARGER}
    sizes = sorted(large, reverse=True)
    passages: list[Passage] = []
    for passage in document.passages:
        passages += _unmarked(passage, layout, sizes)
    passages = list(coded_rows(_joined(passages)))
    once = _title_levels(passages)
    passages = [replace(p, level=p.level - once) if p.level > once else p for p in passages]
    return replace(document, passages=tuple(passages))


def running_size(sizes: Mapping[float, int]) -> float:
    """The size of running text, in points: the largest that many letters have. Long annexes in
    smaller letters may have more of them and make no heading of the text before them.
    """
    letters = sum(sizes.values())
    often = [size for size, count in sizes.items() if count * _SHARE >= letters]
    return max(often, default=max(sizes, key=lambda size: sizes[size], default=0.0))


def _unmarked(passage: Passage, layout: _Layout, sizes: Sequence[int]) -> Iterator[Passage]:
    first = _MARK.match(passage.lines[0].text)
    if first:
        table, cells = layout.rows[int(first[1])]
        number, page = passage.number, passage.page
        made = tuple(tuple(ForeignLine(text, number, page) for text in cell) for cell in cells)
        yield Passage(tuple(line for cell in made for line in cell), "row", cells=made, table=table)
        return
    run: list[ForeignLine] = []
    level = 0
    for line in passage.lines:
        size = layout.heads.get(line.number, 0)
        own = sizes.index(size) + 1 if size in sizes else 0
        if run and own != level:
            yield _made(passage, run, level)
            run = []
        level = own
        run.append(line)
    if run:
        yield _made(passage, run, level)


def _joined(passages: Sequence[Passage]) -> list[Passage]:
    """Headings that go on in the next line are one."""
    found: list[Passage] = []
    for passage in passages:
        last = found[-1] if found else None
        if last is not None and last.kind == passage.kind == "heading" and _goes_on(last, passage):
            text = f"{last.lines[0].text} {passage.lines[0].text}"
            found[-1] = replace(last, lines=(replace(last.lines[0], text=text),))
        else:
            found.append(passage)
    return found


def _goes_on(last: Passage, passage: Passage) -> bool:
    near = passage.number - last.lines[-1].number <= 2 and last.page == passage.page
    return near and last.level == passage.level and not passage.lines[0].text[:1].isdigit()


def _title_levels(passages: Sequence[Passage]) -> int:
    """How many of the highest levels occur but once: letters of a cover, not of chapters."""
    counts = Counter(passage.level for passage in passages if passage.kind == "heading")
    levels = sorted(counts)
    return next((at for at, level in enumerate(levels) if counts[level] > 1), 0)


def _made(passage: Passage, lines: Sequence[ForeignLine], level: int) -> Passage:
    length = sum(len(line.text) for line in lines)
    sentence = lines[-1].text.rstrip().endswith((".", "!", "?"))  # larger letters of a lead
    if level and length <= _LARGEST_HEADING and not sentence:
        text = " ".join(line.text.strip() for line in lines)
        return Passage((replace(lines[0], text=text),), "heading", level)
    return replace(passage, lines=tuple(lines))
