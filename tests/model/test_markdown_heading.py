"""Headings as CommonMark reads them (0.31, 4.2), in time that grows with the text only."""

import pytest
from markdown_it import MarkdownIt

from generator.model.markdown_heading import markdown_headings

LINES = (
    "# Wasser", "###### Wasser", "####### Wasser", "#Wasser", "#\tWasser", "   ## Wasser", "## Wasser ##",
    "# Wasser ###########  ", "### C# ist keine Tonart", "# C#", "# C# #", "# Wasser # und Boden", "#", "# ", "## ##",
    "# #", "Wasser # Boden", "- # Wasser", "# *Wasser* und `Boden #`",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_the_heading_that_commonmark_sees(line: str) -> None:
    tokens = MarkdownIt("commonmark").parse(line)
    seen = [
        (int(token.tag[1]), tokens[at + 1].content)
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and tokens[at + 1].content
    ]
    found = list(markdown_headings(f"davor\n\n{line}\ndahinter"))
    assert [(one.level, one.text) for one in found] == seen
    for one in found:
        text = f"davor\n\n{line}\ndahinter"
        assert text[one.start : one.end] == line
        assert text.startswith(one.text, one.at)


@pytest.mark.parametrize("sign", ["#", " ", "\t", "# ", " #", "\u00a0"])
def test_however_long_a_run_of_signs_is_it_is_read_once(sign: str) -> None:
    text = f"# x{sign * 300_000}x\n# {sign * 300_000}\n# Ende"
    assert [one.text for one in markdown_headings(text)][-1] == "Ende"
