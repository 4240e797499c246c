"""The commands of the programs we are measured against, on our own content."""

import sys
from pathlib import Path

from generator.pipeline import check
from generator.render.documents.context import context_of
from generator.render.documents.strategy_document.document import strategy_document
from tools.bench.pandoc_markdown import markdown


def pandoc(folder: Path) -> list[str]:
    """Pandoc on the content of strategie.docx as Markdown, which is written to ``folder``."""
    import pypandoc

    checked = check(folder / "strategy")
    if checked.edition is None:
        raise SystemExit(f"{folder} cannot be read")
    text = markdown(strategy_document(context_of(checked.edition)))
    (folder / "strategie.md").write_text(text, "utf-8")
    return [pypandoc.get_pandoc_path(), "-o", "x.docx", "--toc", "strategie.md"]


_REDLINE = """
import sys
from pathlib import Path
from python_redlines import DocxodusEngine
made = DocxodusEngine().run_redline("Bench", Path(sys.argv[1]), Path(sys.argv[2]))
Path("redline.docx").write_bytes(made[0])
"""


def redlines(old: Path, new: Path) -> list[str]:
    """python-redlines with Docxodus on two Word files; it unpacks its program on first use."""
    return [sys.executable, "-c", _REDLINE, str(old), str(new)]
