"""Plain data to a pydantic record; each mistake is named once and mended so that the rest is read too."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.finding import Finding, Position, Severity
from generator.model.base import Record
from generator.read.next_id import next_id
from generator.read.placeholders import placeholder, record_of
from generator.read.spelling import nearest, suggestion
from generator.read.yaml_nodes import Path, YamlList, YamlMap, below, locate

T = TypeVar("T", bound=Record)

_ROUNDS = 12  # a mended value may uncover a further mistake below it; each round goes deeper


@dataclass(frozen=True)
class Validated(Generic[T]):
    """The record (None if mending failed), the findings, and IDs whose content was mended."""

    record: T | None
    findings: list[Finding]
    mended: set[str]


def validate(
    model: type[T],
    tree: YamlMap,
    file: str,
    child_keys: Mapping[str | None, list[str]] = MappingProxyType({}),
) -> Validated[T]:
    """Build ``model`` from ``tree``; each mistake is reported and replaced in ``tree``.

    ``child_keys`` lists, per level of goals (None: Handlungsfeld), the keys of child
    lists, so that a mistyped one is recognised.
    """
    findings: list[Finding] = []
    mended: set[Path] = set()
    ids: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            return Validated(model.model_validate(tree), findings, ids)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=True)
        surplus: list[tuple[Any, int]] = []
        # Mistyped names first: what is then read under the right name is not missing.
        for detail in sorted(details, key=lambda d: d["type"] != "extra_forbidden"):
            mistake = _Mistake(model, tree, file, detail, child_keys)
            if detail["type"] == "missing" and below(mistake.holder, mistake.path[-1]) is not None:
                continue
            if not any(mistake.path[:depth] in mended for depth in range(len(mistake.path) + 1)):
                findings.append(mistake.finding())
            ids.add(mistake.id or "")
            mended.add(mistake.path)
            mistake.mend(surplus, len(findings))
        for items, index in sorted(surplus, key=lambda s: -s[1]):
            if index < len(items):
                del items[index], items.items_at[index]
    return Validated(None, findings, ids)


class _Mistake:
    """One pydantic error as a German finding."""

    def __init__(
        self,
        model: type[Record],
        tree: YamlMap,
        file: str,
        detail: ErrorDetails,
        child_keys: Mapping[str | None, list[str]],
    ) -> None:
        self.model, self.tree, self.file, self.detail = model, tree, file, detail
        self.child_keys = child_keys
        self.path: Path = tuple(detail["loc"])
        self.holder, self.id = self._holder()

    def _holder(self) -> tuple[YamlMap, str | None]:
        """The innermost mapping around the mistake and the ID of the nearest element."""
        node: Any = self.tree
        holder, found = self.tree, None
        for step in self.path:
            if isinstance(node, YamlMap):
                holder = node
                if isinstance(node.get("id"), str):
                    found = node["id"]
            node = below(node, step)
        return holder, found

    def mend(self, surplus: list[tuple[Any, int]], number: int) -> None:
        """Replace what is wrong; list items to be removed are collected in ``surplus``."""
        kind: str = self.detail["type"]
        node: Any = self.tree
        for depth, step in enumerate(self.path):
            last = depth == len(self.path) - 1
            inside = below(node, step)
            if isinstance(inside, dict | list) and not last:
                node = inside
                continue
            if isinstance(node, list) and isinstance(step, int):
                surplus.append((node, step))
            elif kind.startswith("tuple") and isinstance(inside, str):
                node[step] = _single(inside, node.values_at.get(str(step), node.at))
            elif kind == "missing" and last:
                field = self._owner().model_fields[str(step)]
                node[step] = placeholder(field, str(step), str(number))
            elif step in node:
                self._take_out(node, str(step), kind)
            return

    def _take_out(self, node: YamlMap, name: str, kind: str) -> None:
        """Remove a value, or put it under the name that was meant."""
        meant = nearest(name, self._known()) if kind == "extra_forbidden" else None
        if meant and meant not in node:
            node[meant] = node[name]
            node.keys_at[meant] = node.keys_at.get(name, node.at)
            node.values_at[meant] = node.values_at.get(name, node.at)
        del node[name]

    def finding(self) -> Finding:
        kind = self.detail["type"]
        name = str(self.path[-1]) if self.path else ""
        if kind == "extra_forbidden":
            return self._make("Z007", self._unknown(name), self.holder.keys_at.get(name))
        if kind == "missing":
            return self._make("Z009", self._missing(name), self.holder.at)
        value = self.detail["input"]
        if value is None:
            return self._make("Z009", f"Die Angabe «{name}» ist leer. {self._demand(name)}", None)
        return self._make("Z008", self._wrong(kind, value), None)

    def _make(self, rule: str, message: str, at: tuple[int, int] | None) -> Finding:
        subject = f"{self.id}: " if self.id else ""
        place = Position(self.file, *(at or locate(self.tree, self.path)))
        return Finding(rule, Severity.ERROR, subject + message, place, self.id)

    def _owner(self) -> type[Record]:
        """The record class that the innermost mapping should be."""
        current: Any = self.model
        for step in self.path[:-1]:
            if isinstance(step, str) and isinstance(current, type) and issubclass(current, Record):
                field = current.model_fields.get(step)
                current = record_of(field.annotation) if field else current
        return current if isinstance(current, type) and issubclass(current, Record) else self.model

    def _known(self) -> list[str]:
        owner = self._owner()
        return [f for f in owner.model_fields if f not in {"kinder", "stufe", *owner.computed}]

    def _unknown(self, name: str) -> str:
        known = self._known()
        if "kinder" in self._owner().model_fields:
            known += self.child_keys.get(self.holder.get("stufe"), [])
        if " " in name and self.detail["input"] is None:  # {akteur: x, wortlaut: A, der B}
            return f"«{name}» ist keine Angabe. Gehört es zum Text davor, den ganzen Text in Anführungszeichen setzen."
        return f"Die Angabe «{name}» ist nicht bekannt. {suggestion(name, known)}"

    def _missing(self, name: str) -> str:
        return f"Die Pflichtangabe «{name}» fehlt. {self._demand(name)}"

    def _demand(self, name: str) -> str:
        if name == "id" and (free := next_id(self.tree, self.path, self.holder)):
            return (
                "Hatte das Element schon eine Kennung, sie wieder eintragen; für ein neues "
                f"Element «id: {free}», die nächste freie Kennung."
            )
        field = self._owner().model_fields.get(name)
        optional = field is not None and not field.is_required()
        label = self._owner().label(name)
        rest = ", oder die leere Zeile löschen." if optional else "."
        return f"Eine Zeile «{name}: …» mit Inhalt ({label}) eintragen{rest}"

    def _wrong(self, kind: str, value: Any) -> str:
        field = next((str(s) for s in reversed(self.path) if isinstance(s, str)), "")
        shown = _show(value)
        if kind.endswith("_type") and kind.split("_")[0] in ("tuple", "list"):
            if str(value).startswith(("–", "—", "•", "·")):
                return f"«{field}» muss eine Liste sein. Ihre Einträge beginnen mit dem kurzen Strich und einem Leerzeichen («- »), hier steht «{str(value)[0]}»."
            return f"«{field}» muss eine Liste sein, hier steht {shown}. Jeden Eintrag in eine eigene Zeile mit «- » davor setzen."
        if kind == "string_type":
            sign = (
                "beginnt er mit ["
                if isinstance(value, list)
                else "beginnt er mit { oder enthält er einen Doppelpunkt"
            )
            return f"«{field}» muss ein einfacher Text sein, hier steht {shown}. Soll es ein Text sein und {sign}, ihn in Anführungszeichen setzen."
        if kind in ("model_type", "dict_type", "model_attributes_type"):
            return f"«{field}» muss aus Zeilen der Form «schlüssel: wert» bestehen{self._form()}, hier steht {shown}."
        if kind.startswith("int"):
            return f"«{field}» muss eine ganze Zahl sein, hier steht {shown}."
        if kind in ("less_than_equal", "greater_than_equal"):
            bound = self.detail["ctx"].get("le", self.detail["ctx"].get("ge"))
            side = "höchstens" if "le" in self.detail["ctx"] else "mindestens"
            return f"«{field}» darf {side} {bound} sein, hier steht {shown}."
        if kind.startswith("bool"):
            return f"«{field}» muss true oder false sein, hier steht {shown}."
        if kind.startswith("date") and re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            return f"«{field}»: Den Tag {value} gibt es nicht. Das Datum berichtigen."
        if kind.startswith("date"):
            return f"«{field}» muss ein Datum der Form 2026-11-22 sein, hier steht {shown}."
        if kind in ("literal_error", "enum"):
            return f"«{field}» kennt {shown} nicht. {self._choice(value)}"
        if kind == "string_pattern_mismatch":
            return f"{shown} ist als «{field}» nicht möglich. {self._pattern(str(value))}"
        if kind in ("string_too_short", "too_short"):
            return f"«{field}» ist leer oder zu kurz. Inhalt eintragen."
        if kind == "too_long":
            return f"«{field}» hat zu viele Einträge (höchstens {self.detail['ctx'].get('max_length')})."
        return f"«{field}» ist so nicht möglich, hier steht {shown} ({self.detail['msg']})."

    def _form(self) -> str:
        """How the record that belongs here is written, with what it cannot do without."""
        owner: Any = self._owner().model_fields.get(
            next((str(s) for s in reversed(self.path) if isinstance(s, str)), "")
        )
        record = record_of(owner.annotation) if owner else None
        if record is None:
            return ""
        needed = [name for name, field in record.model_fields.items() if field.is_required()]
        shown = needed or list(record.model_fields)
        return f" (etwa «{{{', '.join(f'{name}: …' for name in shown)}}}»)"

    def _pattern(self, value: str) -> str:
        pattern = str(self.detail.get("ctx", {}).get("pattern", ""))
        if pattern.startswith("^Z"):
            return "Eine Regel heißt Z und drei Ziffern, etwa Z110; «strategie explain» zeigt alle."
        refers = not {"id", "kennung", "praefix", "schluessel"} & {*self.path[-1:]}
        if refers and (" " in value or not value.isascii()):
            return (
                "Hier gehört die Kennung hin («id» im Verzeichnis), nicht der Name. In Kennungen stehen "
                "Buchstaben ohne Umlaute, Ziffern und _."
            )
        return "Erlaubt sind Buchstaben ohne Umlaute, Ziffern und _ (höchstens 40), am Anfang ein Buchstabe."

    def _choice(self, value: Any) -> str:
        expected = str(self.detail.get("ctx", {}).get("expected", ""))
        choices = [c.strip().strip("'") for c in expected.replace(" or ", ", ").split(",")]
        return suggestion(str(value), choices)


def _single(value: str, at: tuple[int, int]) -> YamlList:
    items = YamlList(at)
    items.append(value)
    items.items_at.append(at)
    return items


def _show(value: Any) -> str:
    if isinstance(value, dict):
        return "eine Gruppe von Angaben («schlüssel: wert»)"
    if isinstance(value, list | tuple):
        return "eine Liste"
    text = str(value)
    return f"«{text if len(text) <= 40 else text[:39] + '…'}»"
