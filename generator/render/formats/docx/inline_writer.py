"""Inlines to runs: text, cross-references, web links, footnotes, marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from generator.render.blocks import Address, Footnote, Inline, LineBreak, Link, Mark, Reference, Run
from generator.render.formats.docx.marks import Marks
from generator.render.formats.docx.printout import Printout
from generator.render.formats.docx.xml import attribute, escape
from generator.render.targets import Target
from generator.render.visitor import Visitor

LIGHTER = "lighter"
"""In the place of a style of characters: not bold, whatever the paragraph is."""
_SOFT = "\u00ad"
_PARTING = " ,–"
"""Signs before a reference to a page that part it from the words before it."""


def text_run(text: str, properties: str = "") -> str:
    """One run; ``properties`` is the inside of its w:rPr."""
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    pieces = [f'<w:t xml:space="preserve">{part}</w:t>' for part in escape(text).split(_SOFT)]
    # Word prints the sign itself as a hyphen in the middle of a line; its own element breaks a word.
    return f"<w:r>{properties}{'<w:softHyphen/>'.join(pieces)}</w:r>"


def field_runs(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with its cached result."""
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    mark = f"<w:r>{properties}<w:fldChar w:fldCharType="
    return (
        f'{mark}"begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {attribute(instruction)} '
        f'</w:instrText></w:r>{mark}"separate"/></w:r>{result}{mark}"end"/></w:r>'
    )


class InlineWriter(Visitor[str], Struct):
    """Writes inlines; collects footnotes, links and what is printed on the way."""

    styles: Mapping[str, str]
    targets: Mapping[str, Target]
    pages: Mapping[str, int] | None
    marks: Marks
    links: dict[str, str] = field(default_factory=dict)
    """The relationship ids of the web addresses in the document itself."""
    note_links: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    printout: Printout = field(default_factory=Printout)
    ink: str = ""
    """What stands last in the properties of each run, where the paper is another than the style's."""
    inherit: bool = False
    """Whether links look like the text around them: on a dark cell theirs would vanish."""
    fields: bool = True
    """Whether references are fields that Word counts again, else links with the same words."""
    _in_note: bool = False

    def write(
        self,
        content: Iterable[Inline],
        address: Address | None,
        mark: Mark = "plain",
        style: str = "",
        joined: bool = False,
    ) -> str:
        """The inlines that end one paragraph; ``mark`` is that of the paragraph or row around them.

        ``joined`` to the next one, the paragraph ends only there.
        """
        base = self._base(style)
        runs = "".join([self._one(inline, mark, base) for inline in content])
        self.printout.end(address, joined)
        return runs

    def _base(self, style: str) -> str:
        if style == LIGHTER:
            return '<w:b w:val="0"/><w:bCs w:val="0"/>'
        return self._styled(style) if style else ""

    def _styled(self, style: str) -> str:
        return f'<w:rStyle w:val="{self.styles[style]}"/>'

    def _one(self, inline: Inline, outer: Mark, base: str) -> str:
        runs = self.visit(inline, inline.mark if inline.mark != "plain" else outer, base)
        if inline.mark == "deleted" and outer == "inserted":  # in neither edition: only shown
            return self.marks.around(runs, "inserted")
        return runs

    def rest(self, node: Any) -> str:
        """There is no other inline."""
        raise TypeError(node)

    def run(self, run: Run, mark: Mark, base: str) -> str:
        """Text of one look."""
        self.printout.add(run.text, mark)
        if run.shown != "plain":
            base += self._shown(run.shown)
        return self.marks.around(_run(run, base, self.ink), mark)

    def _shown(self, shown: Mark) -> str:
        """The look of what is new or gone for a reader of both editions."""
        key = "new" if shown == "inserted" else "gone"
        return self._styled(key) if self.styles[key] else SHOWN[key]

    def line_break(self, _: LineBreak, mark: Mark, base: str) -> str:
        """A forced end of the line."""
        self.printout.add("\n", mark)
        return self.marks.around("<w:r><w:br/></w:r>", mark)

    def link(self, link: Link, mark: Mark, base: str) -> str:
        """A link to the web."""
        links = self.note_links if self._in_note else self.links
        run = self.marks.around(
            text_run(link.text, ("" if self.inherit else self._styled("link")) + self.ink), mark
        )
        self.printout.add(link.text, mark)
        key = links.setdefault(link.address, f"rIdLink{len(links) + 1}")
        return f'<w:hyperlink r:id="{key}" w:history="1">{run}</w:hyperlink>'

    def reference(self, reference: Reference, mark: Mark, base: str) -> str:
        """A field to the bookmark inside a link to it: LibreOffice's PDF follows the link.

        What no field can compute (the words of a table row) is the link alone.
        """
        properties = (base or ("" if self.inherit else self._styled("reference"))) + self.ink
        rest = reference.text.lstrip(_PARTING) if reference.page else reference.text
        runs = self._reference_runs(reference, rest, properties)
        if not runs:
            return ""
        self.printout.add(reference.text, mark)
        runs = self.marks.around(runs, mark)
        if reference.target not in self.targets:
            return self._parting(reference.text, rest, base, mark) + runs
        anchor = attribute(reference.target)
        link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{runs}</w:hyperlink>'
        return self._parting(reference.text, rest, base, mark) + link

    def _parting(self, text: str, rest: str, base: str, mark: Mark) -> str:
        """What stands before a link, outside of it: LibreOffice joins two links to one place that
        touch, and moves text between their fields.
        """
        before = text.removesuffix(rest)
        return self.marks.around(text_run(before, base + self.ink), mark) if before else ""

    def _reference_runs(self, reference: Reference, text: str, properties: str) -> str:
        name = reference.target
        if reference.page:
            page = (self.pages or {}).get(name)
            if page is None:
                return ""
            number = text_run(str(page), properties)
            before = text_run(text, properties) if text else ""
            return before + self._field(f"PAGEREF {name} \\h", number, properties)
        target = self.targets.get(name, Target("place"))
        printed = target.text if reference.computed is None else reference.computed
        if target.kind == "place" or not printed or not text.endswith(printed):
            return text_run(text, properties)
        lead = text[: len(text) - len(printed)]
        switch = "\\r \\h" if target.kind == "number" else "\\h"
        result = text_run(printed, properties)
        before = text_run(lead, properties) if lead else ""
        return before + self._field(f"REF {name} {switch}", result, properties)

    def _field(self, instruction: str, result: str, properties: str) -> str:
        return field_runs(instruction, result, properties) if self.fields else result

    def footnote(self, footnote: Footnote, mark: Mark, base: str) -> str:
        """The sign; the note itself is marked too, as its reader sees it apart from the sign."""
        number = len(self.notes) + 1
        self._in_note = True
        with self.printout.note(number):
            self.printout.add(" ", "plain")
            content = "".join([self._one(inline, mark, "") for inline in footnote.content])
        self._in_note = False
        sign = self._styled("footnote_mark")
        self.notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self.styles["footnote"]}"/>'
            f"</w:pPr><w:r><w:rPr>{sign}</w:rPr><w:footnoteRef/></w:r>"
            f"{text_run(' ')}{content}</w:p></w:footnote>"
        )
        reference = f'<w:r><w:rPr>{sign}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        return self.marks.around(reference, mark)


SHOWN = {
    "new": '<w:b/><w:bCs/><w:color w:val="0B5C2B"/>',
    "gone": '<w:strike/><w:color w:val="8C1D18"/>',
}
"""What new and gone words look like in a template without styles for them."""


def _run(run: Run, base: str, ink: str) -> str:
    if not run.text:
        return ""
    if run.bold:
        base += "<w:b/><w:bCs/>"
    if run.italic:
        base += "<w:i/><w:iCs/>"
    return text_run(run.text, base + ink)
