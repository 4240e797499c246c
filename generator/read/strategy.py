"""The files of a strategy to one record, with positions and findings beside it."""

from dataclasses import dataclass, field
from typing import Any

from generator.errors import GeneratorError
from generator.finding import Finding, Position, Severity
from generator.model.base import Record
from generator.model.goal import Zielsystem
from generator.model.head import Kopf
from generator.model.kinds import GOALS, HEAD, REASONS, REGISTER_FILES
from generator.model.strategy import Strategy
from generator.read.goals import child_keys, unify
from generator.read.origin import Origin
from generator.read.positions import Positions
from generator.read.schema import validate
from generator.read.spelling import nearest
from generator.read.texts import read_text
from generator.read.yaml_nodes import YamlMap
from generator.read.yaml_source import parse

FOLDERS = ("texts", "editions")
KNOWN = (HEAD, GOALS, *REGISTER_FILES, "progress.yaml")


@dataclass
class Reading:
    """What reading yields: no strategy only where a file could not be understood at all.

    ``mended`` holds IDs of elements whose content had to be replaced: what a rule says
    about them may follow from that.
    """

    positions: Positions
    strategy: Strategy | None = None
    findings: list[Finding] = field(default_factory=list)
    mended: set[str] = field(default_factory=set)


def read_strategy(origin: Origin) -> Reading:
    """Read all files of a strategy; GeneratorError where there is no strategy at all."""
    return _Reader(origin).read()


class _Reader:
    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.names = origin.names()
        self.reading = Reading(Positions())
        self.broken: set[str] = set()

    def read(self) -> Reading:
        for name in (HEAD, GOALS):
            if name not in self.names:
                raise GeneratorError(
                    f"Die Datei {self.origin.shown(name)} fehlt.",
                    self._hint(name),
                )
        trees = {name: self._tree(name) for name in KNOWN if name in self.names}
        kopf = self._record(Kopf, trees[HEAD], HEAD)
        registers: list[Record | None] = []
        ziele = None
        if kopf:  # without the levels no goal can be told from a mistake
            self.reading.findings += unify(trees[GOALS], kopf, self.origin.shown(GOALS))
            ziele = self._record(Zielsystem, trees[GOALS], GOALS, child_keys(kopf))
        for name, model in REGISTER_FILES.items():
            tree = trees.get(name)
            registers.append(model() if tree is None else self._record(model, tree, name))
        texts = self._texts()
        self._unknown_files()
        if not self.broken and kopf and ziele and None not in registers:
            lists = {name: value for register in registers for name, value in register or ()}
            self.reading.strategy = Strategy.model_construct(  # of parts that are validated
                kopf=kopf, ziele=ziele, texte=texts, **lists
            )
        return self.reading

    def _hint(self, missing: str) -> str:
        alike = [
            n for n in self.names if n.removesuffix(".txt") == missing or n.startswith(missing[:-4])
        ]
        if alike:
            return f"Gemeint ist vermutlich {alike[0]}: die Datei in {missing} umbenennen."
        return "Mit «--strategy ORDNER» den Ordner angeben, in dem strategy.yaml und goals.yaml liegen."

    def _bytes(self, name: str) -> bytes:
        data = self.origin.read(name)
        if data is None:
            raise GeneratorError(
                f"Die Datei {self.origin.shown(name)} ist während des Lesens verschwunden."
            )
        return data

    def _tree(self, name: str) -> YamlMap:
        shown = self.origin.shown(name)
        parsed = parse(shown, self._bytes(name))
        positions = self.reading.positions
        positions.files[name] = shown
        positions.trees[shown] = parsed.tree
        if name != REASONS:  # its entries name elements, they do not define them
            positions.maps[shown] = parsed.maps
        self.reading.findings += parsed.findings
        found = {finding.rule for finding in parsed.findings}
        # A register without a line is an empty one: what else is wrong can be told all the same.
        unread = not parsed.tree and ("Z001" in found or name in (HEAD, GOALS))
        if parsed.broken or unread or "Z005" in found:
            self.broken.add(name)
        return parsed.tree

    def _record(self, model: Any, tree: YamlMap, name: str, keys: Any = None) -> Any:
        if name in self.broken:  # the one syntax error is what to say about this file
            return None
        validated = validate(model, tree, self.origin.shown(name), keys or {})
        self.reading.findings += validated.findings
        self.reading.mended |= validated.mended
        return validated.record

    def _texts(self) -> tuple[Any, ...]:
        texts = []
        for name in self.names:
            if not name.startswith("texts/") or not name.endswith(".md"):
                continue
            read = read_text(name, self.origin.shown(name), self._bytes(name))
            self.reading.findings += read.findings
            if read.text and read.source:
                texts.append(read.text)
                self.reading.positions.texts[(read.text.id, read.text.stelle)] = read.source
        return tuple(texts)

    def _unknown_files(self) -> None:
        for name in self.names:
            wrong_place = name not in KNOWN and (
                name.endswith((".yaml", ".yml", ".txt"))
                or ("/" not in name and name.endswith(".md") and not name.startswith("README"))
            )
            wrong_kind = name.startswith("texts/") and not name.endswith(".md")
            if not (wrong_place or wrong_kind) or name.rsplit("/", 1)[-1].startswith((".", "~")):
                continue
            advice = self._advice(name, wrong_place)
            # What belongs to an element would be missing in the document.
            lost = name.startswith("texts/") and name[6:].split(".")[0] in self._identities()
            self.reading.findings.append(
                Finding(
                    "Z012",
                    Severity.ERROR if lost else Severity.WARNING,
                    f"Die Datei {name} wird nicht gelesen. {advice}",
                    Position(self.origin.shown(name), 1, 1),
                )
            )
        for folder in self.origin.folders():
            if folder.startswith("texts/"):
                place = Position(self.origin.shown(folder), 1, 1)
                message = f"Der Ordner {folder} wird nicht gelesen. Texte liegen unmittelbar im Ordner texts."
                self.reading.findings.append(Finding("Z012", Severity.WARNING, message, place))
                continue
            near = nearest(folder, FOLDERS) if folder not in FOLDERS else None
            if near and not any(name.startswith(f"{near}/") for name in self.names):
                place = Position(self.origin.shown(folder), 1, 1)
                message = f"Der Ordner {folder} wird nicht gelesen. In {near} umbenennen."
                self.reading.findings.append(Finding("Z012", Severity.ERROR, message, place))

    def _identities(self) -> set[Any]:
        maps = self.reading.positions.maps.values()
        return {mapping.get("id") for found in maps for mapping in found}

    def _advice(self, name: str, wrong_place: bool) -> str:
        plain = name.removesuffix(".txt")
        if name.endswith(".md") and wrong_place:
            return f"Texte gehören in den Ordner texts: nach texts/{name} verschieben."
        near = nearest(plain, KNOWN) if wrong_place else None
        if near and near in self.names:
            return f"{near} ist schon da; die zweite Datei aus dem Ordner nehmen."
        if near:
            return f"Gemeint ist vermutlich {near}: die Datei umbenennen."
        if name.startswith("texts/") and name.endswith((".txt", ".markdown")):
            return (
                f"Texte enden auf «.md»: in {name.split('.')[0]}.md umbenennen oder herausnehmen."
            )
        if name.startswith("texts/"):
            return (
                "Gelesen werden nur einfache Textdateien: den Inhalt mit einem Texteditor in "
                f"{name.split('.')[0]}.md kopieren oder die Datei herausnehmen."
            )
        return "Die Datei umbenennen oder aus dem Ordner nehmen."
