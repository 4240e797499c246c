"""The files of a strategy to one record, with positions and findings beside it."""

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.errors import GeneratorError
from generator.finding import Finding
from generator.model.base import Record
from generator.model.goal import Zielsystem
from generator.model.head import Kopf
from generator.model.kinds import GOALS, HEAD, OPINIONS, OWN_FILES, REASONS, REGISTER_FILES
from generator.model.picture import FOLDER
from generator.model.strategy import Strategy
from generator.read.alike import once
from generator.read.goal_tree import child_keys, name_nothing, unify
from generator.read.older import modernise
from generator.read.origin import Origin
from generator.read.positions import Positions
from generator.read.schema import T, Validated, validate
from generator.read.texts import SourceText, read_text
from generator.read.unread import meant, unread
from generator.read.words_of_others import of_the_house
from generator.read.yaml_nodes import YamlMap
from generator.read.yaml_source import parse

if TYPE_CHECKING:
    from generator.read.picture_files import PictureFiles

KNOWN = (HEAD, GOALS, *REGISTER_FILES)
SHOWN = 10
"""Faults that are told of the other files while one is missing."""


class Reading(Struct, frozen=True):
    """What reading yields: no strategy only where a file could not be understood at all.

    ``mended`` holds IDs of elements whose content had to be replaced: what a rule says
    about them may follow from that.
    """

    positions: Positions
    strategy: Strategy | None = None
    findings: tuple[Finding, ...] = ()
    mended: frozenset[str] = frozenset()
    odd: bool = False
    """Whether some text may hold signs that are not what a reader sees (see model.seen)."""
    pictures: "PictureFiles | None" = None
    """The files of the figures, with what is wrong with each; None where there are none."""
    lost: bool = False
    """Whether goals are not read as their list is of no level: counts and references miss them."""
    tracked: bool = False
    """Whether git keeps the file that names persons."""


def read_strategy(origin: Origin) -> Reading:
    """Read all files of a strategy; GeneratorError where there is no strategy at all."""
    return _Reader(origin).read()


def read_head(origin: Origin) -> Kopf | None:
    """strategy.yaml alone, None where its levels cannot be read; GeneratorError where it is missing."""
    reader = _Reader(origin)
    if HEAD not in reader.names:
        raise reader.without(HEAD)
    return reader.head({HEAD: reader.tree(HEAD)})


class _Reader:
    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.names = origin.names()
        self.files: dict[str, str] = {}
        self.trees: dict[str, YamlMap] = {}
        self.maps: dict[str, list[YamlMap]] = {}
        self.sources: dict[tuple[str, str], SourceText] = {}
        self.findings: list[Finding] = []
        self.mended: set[str] = set()
        self.broken: set[str] = set()
        self.odd = self.lost = False

    def read(self) -> Reading:
        missing = [name for name in (HEAD, GOALS) if name not in self.names]
        trees = {name: self.tree(name) for name in KNOWN if name in self.names}
        kopf = self.head(trees)
        registers: list[Record | None] = []
        ziele = None
        if kopf and GOALS in trees:  # without the levels no goal can be told from a mistake
            unified = unify(trees[GOALS], kopf, self.origin.shown(GOALS))
            self.findings += unified.findings
            self.lost = unified.lost
            ziele = self._record(Zielsystem, trees[GOALS], GOALS, child_keys(kopf))
        for name, model in REGISTER_FILES.items():
            tree = trees.get(name)
            registers.append(
                model.model_construct() if tree is None else self._record(model, tree, name)
            )  # nothing to validate: a validator would be built for nothing
        texts = self._texts()
        if missing:
            raise self.without(missing[0])
        positions = Positions(self.files, self.trees, self.maps, self.sources)
        self.findings += unread(self.origin, KNOWN, lambda name: bool(positions.all(name)))
        strategy, pictures = None, None
        if not self.broken and kopf and ziele and None not in registers:
            lists = {name: value for register in registers for name, value in register or ()}
            pictures = self._pictures(lists)
            strategy = Strategy.model_construct(  # of parts that are validated
                kopf=kopf, ziele=ziele, texte=texts, **lists
            )
        mended = frozenset(self.mended)
        findings = tuple(once(self.findings))
        return Reading(positions, strategy, findings, mended, self.odd, pictures, self.lost)

    def head(self, trees: dict[str, YamlMap]) -> Kopf | None:
        """strategy.yaml; None where it is missing, unreadable or does not say what levels there are."""
        if HEAD not in trees:
            return None
        self.findings += modernise(trees[HEAD], self.origin.shown(HEAD))
        name_nothing(trees[HEAD])
        if HEAD in self.broken:
            return None
        validated = self._validated(Kopf, trees[HEAD], HEAD, {})
        if "stufen" in validated.replaced:
            self.broken.add(HEAD)
            return None
        return validated.record

    def without(self, name: str) -> GeneratorError:
        """That a file is missing, and what is wrong with the others: whoever adds it sees all of it."""
        faults = sorted(self.findings, key=lambda finding: finding.position)
        told = [f"{f.position.file}:{f.position.line}: {f.message}" for f in faults[:SHOWN]]
        more = [f"… und {len(faults) - SHOWN} weitere"] if len(faults) > SHOWN else []
        lines = ["Zu beheben ist außerdem:", *told, *more] if told else []
        return GeneratorError(
            f"Die Datei {self.origin.shown(name)} fehlt.",
            "\n".join((meant(name, self.origin), *lines)),
        )

    def _bytes(self, name: str) -> bytes:
        data = self.origin.read(name)
        if data is None:
            raise GeneratorError(
                f"Die Datei {self.origin.shown(name)} ist während des Lesens verschwunden."
            )
        return data

    def tree(self, name: str) -> YamlMap:
        shown = self.origin.shown(name)
        parsed = parse(shown, self._bytes(name))
        self.files[name] = shown
        self.trees[shown] = parsed.tree
        if name not in (REASONS, *OWN_FILES):  # their entries name elements, they define none
            self.maps[shown] = parsed.maps
        self.findings += parsed.findings if name != OPINIONS else of_the_house(parsed)
        self.odd |= parsed.odd
        found = {finding.rule for finding in parsed.findings}
        # A register without a line is an empty one: what else is wrong can be told all the same.
        unread = not parsed.tree and ("Z001" in found or name in (HEAD, GOALS))
        if parsed.broken or unread or "Z005" in found:
            self.broken.add(name)
        return parsed.tree

    def _record(self, model: Any, tree: YamlMap, name: str, keys: Any = None) -> Any:
        if name in self.broken:  # the one syntax error is what to say about this file
            return None
        return self._validated(model, tree, name, keys or {}).record

    def _validated(self, model: type[T], tree: YamlMap, name: str, keys: Any) -> Validated[T]:
        validated = validate(model, tree, self.origin.shown(name), keys)
        self.findings += validated.findings
        self.mended |= validated.mended
        return validated

    def _pictures(self, lists: dict[str, Any]) -> "PictureFiles | None":
        """What lies in the folder of pictures, put into the figures."""
        figures = lists["abbildungen"]
        if not any(f.datei for f in figures) and not any(n.startswith(FOLDER) for n in self.names):
            return None
        from generator.read.picture_files import read_pictures, with_pictures

        pictures = read_pictures(self.origin, figures)
        lists["abbildungen"] = with_pictures(figures, pictures)
        return pictures

    def _texts(self) -> tuple[Any, ...]:
        texts = []
        for name in self.names:
            if not name.startswith("texts/") or not name.endswith(".md"):
                continue
            read = read_text(name, self.origin.shown(name), self._bytes(name))
            self.findings += read.findings
            self.odd |= read.odd
            if read.text and read.source:
                texts.append(read.text)
                self.sources[(read.text.id, read.text.stelle)] = read.source
        return tuple(texts)
