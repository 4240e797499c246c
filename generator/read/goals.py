"""The nested lists of goals.yaml, whose keys the county chooses, to one uniform tree."""

from generator.finding import Finding, Position, Severity
from generator.model.head import Kopf
from generator.read.schema import nearest
from generator.read.yaml_source import YamlList, YamlMap

CHILDREN = "kinder"
LEVEL = "stufe"
_TOP = ("uebergreifend", "handlungsfelder")


def child_keys(kopf: Kopf) -> dict[str | None, list[str]]:
    """Per level (None: a Handlungsfeld) the keys of the lists that may stand below it."""
    levels: list[str | None] = [None, *(s.schluessel for s in kopf.stufen)]
    return {level: [s.schluessel for s in kopf.children_of(level)] for level in levels}


def unify(tree: YamlMap, kopf: Kopf, file: str) -> list[Finding]:
    """Put every child list under ``kinder`` and name its level in ``stufe``, in place.

    A list of a known level in the wrong place is reported and read all the same.
    """
    findings: list[Finding] = []
    keys = child_keys(kopf)
    names = {s.schluessel: s.name for s in kopf.stufen}

    def gather(holder: YamlMap, level: str | None) -> None:
        children = YamlList(holder.mark)
        lists = [k for k, v in holder.items() if type(v) is YamlList and k not in names]
        for key in [k for k in lists if _holds_elements(holder[k])]:
            if meant := nearest(key, [k for k in keys[level] if k not in holder]):
                findings.append(_mistyped(holder, key, meant))
                _rename(holder, key, meant)
        for key in [k for k in holder if k in names]:
            if key not in keys[level]:
                findings.append(_misplaced(holder, key, level))
            listed = _items(holder, key)
            for child in listed:
                if isinstance(child, YamlMap):
                    child[LEVEL] = key
                    gather(child, key)
            children += listed
            children.marks += listed.marks
            del holder[key]
        if children:
            holder[CHILDREN] = children  # stands where the holder does

    def _items(holder: YamlMap, key: str) -> YamlList:
        value = holder[key]
        if isinstance(value, YamlList):
            return value
        if value is not None:
            at = holder.values_at[key]
            findings.append(_not_a_list(holder, key, at))
        empty = holder[key] = YamlList(holder.mark)
        return empty

    def _mistyped(holder: YamlMap, key: str, meant: str) -> Finding:
        text = f"Die Angabe «{key}» ist nicht bekannt. Gemeint ist vermutlich «{meant}»."
        return _finding("Z007", holder, text, holder.keys_at[key])

    def _misplaced(holder: YamlMap, key: str, level: str | None) -> Finding:
        where = f"unter einem {names[level]}" if level else "unmittelbar unter einem Handlungsfeld"
        allowed = ", ".join(f"«{k}»" for k in keys[level]) or "keine weiteren Ziele"
        return _finding(
            "Z102",
            holder,
            f"«{key}» stehen {where}, dort sind vorgesehen: {allowed}. "
            "Die Liste an die richtige Stelle rücken (Einrückung) oder die Stufen in strategy.yaml ändern.",
            holder.keys_at[key],
        )

    def _not_a_list(holder: YamlMap, key: str, at: tuple[int, int]) -> Finding:
        return _finding(
            "Z008",
            holder,
            f"«{key}» muss eine Liste sein: jeden Eintrag mit «- id: …» beginnen.",
            at,
        )

    def _finding(rule: str, holder: YamlMap, text: str, at: tuple[int, int]) -> Finding:
        identity = holder.get("id")
        subject = f"{identity}: " if isinstance(identity, str) else ""
        found = identity if isinstance(identity, str) else None
        return Finding(rule, Severity.ERROR, subject + text, Position(file, *at), found)

    for key in [k for k, v in tree.items() if k not in _TOP and isinstance(v, YamlMap | YamlList)]:
        if meant := nearest(key, [k for k in _TOP if k not in tree]):
            findings.append(_mistyped(tree, key, meant))
            _rename(tree, key, meant)
    for key, value in list(tree.items()):
        if key == "uebergreifend" and isinstance(value, YamlMap):
            gather(value, None)
        elif key == "handlungsfelder" and isinstance(value, YamlList):
            for field in value:
                if isinstance(field, YamlMap):
                    gather(field, None)
    return findings


def _holds_elements(value: object) -> bool:
    return isinstance(value, YamlList) and any(isinstance(v, YamlMap) and "id" in v for v in value)


def _rename(holder: YamlMap, key: str, meant: str) -> None:
    holder[meant] = holder.pop(key)
    holder.keys_at[meant] = holder.keys_at[key]
    holder.values_at[meant] = holder.values_at[key]
