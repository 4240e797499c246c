"""Files that are to be written, read as if they lay in a folder: what they say is what counts."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.errors import GeneratorError
from generator.finding import Finding, Severity
from generator.model.strategy import Strategy
from generator.read.reading import read_strategy

Files = Mapping[str, bytes]
"""Name below the folder of the strategy ("goals.yaml", "texts/PZ06.md") -> content."""


class GivenFiles(Struct, frozen=True):
    """An origin (see read/origin) of contents that stand in no folder."""

    files: Files

    def names(self) -> list[str]:
        """See Origin."""
        return sorted(self.files)

    def folders(self) -> list[str]:
        """See Origin."""
        return sorted({name.split("/")[0] for name in self.files if "/" in name})

    def read(self, name: str) -> bytes | None:
        """See Origin."""
        return self.files.get(name)

    def is_link(self, name: str) -> bool:
        """See Origin."""
        return False

    def shown(self, name: str) -> str:
        """See Origin."""
        return name


def strategy_in(files: Files) -> Strategy:
    """What files that are to be edited say; GeneratorError names the first place that is misread."""
    strategy, errors = _read(files)
    if strategy is None or errors:
        first = errors[0]
        raise GeneratorError(
            f"Die Dateien werden nicht geändert, solange sie sich nicht fehlerfrei lesen lassen, zuerst "
            f"{first.position.file}:{first.position.line}: {first.message}",
            "«strategie check» zeigt alle Stellen. Erst beheben, dann noch einmal versuchen.",
        )
    return strategy


def says(files: Files, wanted: Strategy) -> bool:
    """Whether files say exactly what is wanted, and nothing in them is misread."""
    strategy, errors = _read(files)
    return strategy is not None and not errors and in_order(strategy) == in_order(wanted)


def in_order(strategy: Strategy) -> Strategy:
    """What files can say: the texts in the order of their files, figures without their pictures."""
    texts = sorted(strategy.texte, key=lambda text: text_file(text.id, text.stelle))
    figures = (figure.model_copy(update={"bild": None}) for figure in strategy.abbildungen)
    return strategy.model_copy(update={"texte": tuple(texts), "abbildungen": tuple(figures)})


def text_file(identity: str, stelle: str) -> str:
    """The file of a text."""
    return f"texts/{identity}.nach.md" if stelle == "nach" else f"texts/{identity}.md"


def _read(files: Files) -> tuple[Strategy | None, list[Finding]]:
    reading = read_strategy(GivenFiles(files))
    errors = [
        finding
        for finding in reading.findings
        if finding.severity is Severity.ERROR and finding.rule.startswith("Z0")
    ]
    return reading.strategy, sorted(errors, key=lambda finding: finding.position)
