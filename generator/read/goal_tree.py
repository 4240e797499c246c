"""The nested lists of goals.yaml, whose keys the county chooses, to one uniform tree."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.finding import Finding, Position, Severity
from generator.model.head import Kopf
from generator.model.stufe import HANDLUNGSFELD
from generator.read.spelling import nearest
from generator.read.yaml_nodes import LineColumn, YamlList, YamlMap

CHILDREN, LEVEL, LAST = _HIDDEN = ("kinder", "stufe", "am_ende")
"""What the model calls what no file has a key for."""
OUTSIDE, FIELDS = _TOP = ("uebergreifend", "handlungsfelder")
_INSIDE, _OUTSIDE = "unmittelbar unter einem Handlungsfeld", "unmittelbar unter «uebergreifend»"


def child_keys(kopf: Kopf) -> dict[str, list[str]]:
    """Per level, and below HANDLUNGSFELD, the keys of the lists that may stand below it."""
    levels = [HANDLUNGSFELD, *(s.schluessel for s in kopf.stufen)]
    return {level: [s.schluessel for s in kopf.children_of(level)] for level in levels}


def name_nothing(head: YamlMap) -> None:
    """``unter:`` with nothing behind it, in place, to the empty list that a rule refuses."""
    levels = head.get("stufen")
    for level in levels if isinstance(levels, YamlList) else ():
        if isinstance(level, YamlMap) and "unter" in level and level["unter"] is None:
            level["unter"] = YamlList(level.mark)


class Unified(Struct, frozen=True):
    """What is wrong with the lists of goals; ``lost``: one is of no level and so is not read."""

    findings: list[Finding]
    lost: bool


def unify(tree: YamlMap, kopf: Kopf, file: str) -> Unified:
    """Put every child list under ``kinder`` and name its level in ``stufe``, in place.

    A list of a known level in the wrong place is reported and read all the same.
    """
    unifier = _Unifier(kopf, file)
    lists = [key for key, value in tree.items() if isinstance(value, YamlMap | YamlList)]
    unifier.rename_mistyped(tree, [key for key in lists if key not in _TOP], _TOP)
    above, fields = tree.get(OUTSIDE), tree.get(FIELDS)
    if isinstance(above, YamlMap):
        unifier.gather(above, HANDLUNGSFELD, _OUTSIDE)
        if fields and above.get(CHILDREN) and tree.keys_at[FIELDS] < tree.keys_at[OUTSIDE]:
            above[LAST] = True
    for field in fields if isinstance(fields, YamlList) else ():
        if isinstance(field, YamlMap):
            unifier.gather(field, HANDLUNGSFELD)
    findings = list(unifier.told())
    return Unified(findings, unifier.lost)


class _Unifier:
    """Walks the nested lists of one file and collects what is wrong with their keys."""

    def __init__(self, kopf: Kopf, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.lost = False
        self.meant: dict[
            int, tuple[str, str]
        ] = {}  # number of a finding: key, level that was meant
        self.used: set[str] = set()
        self.moved: set[LineColumn] = set()
        self.kopf = kopf
        self.allowed = child_keys(kopf)
        self.levels = {s.schluessel: s for s in kopf.stufen}

    def gather(self, holder: YamlMap, level: str, top: str = _INSIDE) -> None:
        """Unify one element (``level``: its own, or HANDLUNGSFELD for ``top``) and all below it."""
        names = self.levels
        for key in _HIDDEN:
            if key in holder and key not in names:
                self.report(holder, "Z007", self._unknown(key, level), holder.keys_at[key])
                del holder[key]
        lists = [k for k, v in holder.items() if type(v) is YamlList and k not in names]
        mistyped = [key for key in lists if _holds_elements(holder[key])]
        if mistyped:
            self.rename_mistyped(holder, mistyped, self.allowed[level])
        children = YamlList(holder.mark)
        for key in [k for k in holder if k in names]:
            if holder.keys_at[key] not in self.moved:
                self.used.add(key)
            if key not in self.allowed[level] and not self.kopf.misled(self.levels[key]):
                self.report(holder, "Z102", self._misplaced(key, level, top), holder.keys_at[key])
            listed = self._items(holder, key)
            for child in listed:
                if isinstance(child, YamlMap):
                    self.gather(child, key)
                    child[LEVEL] = key
            children += listed
            children.marks += listed.marks
            children.ends += listed.ends
            del holder[key]
        if children:
            holder[CHILDREN] = children  # stands where the holder does

    def rename_mistyped(self, holder: YamlMap, keys: Iterable[str], known: Iterable[str]) -> None:
        """Put lists under the key that was meant."""
        for key in keys:
            meant = nearest(key, [k for k in known if k not in holder])
            if not meant:
                self.lost = True
            else:
                self.moved.add(holder.keys_at[key])
                self.meant[len(self.findings)] = key, meant
                text = f"Die Angabe «{key}» ist nicht bekannt. Gemeint ist vermutlich «{meant}»."
                self.report(holder, "Z007", text, holder.keys_at[key])
                holder[meant] = holder.pop(key)
                holder.keys_at[meant] = holder.keys_at[key]
                holder.values_at[meant] = holder.values_at[key]

    def told(self) -> Iterator[Finding]:
        """The findings; a key that no list of the file has is wrong in strategy.yaml rather than here."""
        told: set[tuple[str, str]] = set()
        for number, finding in enumerate(self.findings):
            key, meant = self.meant.get(number, ("", ""))
            if meant not in self.levels or meant in self.used:
                yield finding
                continue
            self.lost = True
            if (key, meant) in told:
                continue
            told.add((key, meant))
            text = f"Die Angabe «{key}» ist nicht bekannt. Gemeint ist vermutlich «{meant}»."
            instead = (
                f"Die Liste heißt «{key}», die Stufe in strategy.yaml unter «stufen» aber «{meant}». "
                "Den Schlüssel dort oder die Listen hier berichtigen."
            )
            yield replace(finding, message=finding.message.replace(text, instead))

    def _items(self, holder: YamlMap, key: str) -> YamlList:
        value = holder[key]
        if isinstance(value, YamlList):
            return value
        if value is not None:
            text = f"«{key}» muss eine Liste sein: jeden Eintrag mit «- id: …» beginnen."
            self.report(holder, "Z008", text, holder.values_at[key])
        return YamlList(holder.mark)

    def _unknown(self, key: str, level: str) -> str:
        allowed = ", ".join(f"«{k}»" for k in self.allowed[level])
        lists = f" Listen, die hier stehen können: {allowed}." if allowed else ""
        return f"Die Angabe «{key}» ist nicht bekannt.{lists} Welche Stufe ein Eintrag hat, sagt seine Liste."

    def _misplaced(self, key: str, level: str, top: str) -> str:
        where = f"unter {self.levels[level].noun.one_of_many}" if level in self.levels else top
        allowed = ", ".join(f"«{k}»" for k in self.allowed[level]) or "keine weiteren Listen"
        return (
            f"«{key}» stehen {where}, dort sind vorgesehen: {allowed}. Die Liste an die richtige Stelle "
            "rücken (Einrückung), oder in strategy.yaml bei dieser Stufe unter «unter» auch "
            f"«{level}» nennen."
        )

    def report(self, holder: YamlMap, rule: str, text: str, at: LineColumn) -> None:
        """An error at a place inside an element, which the message names."""
        identity = holder.get("id")
        found = identity if isinstance(identity, str) else None
        subject = f"{found}: " if found else ""
        place = Position(self.file, *at)
        self.findings.append(Finding(rule, Severity.ERROR, subject + text, place, found))


def _holds_elements(value: object) -> bool:
    return isinstance(value, YamlList) and any(isinstance(v, YamlMap) and "id" in v for v in value)
