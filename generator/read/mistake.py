"""One mistake that pydantic found in a file: what to say of it, and how to mend it so that the rest is read."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from generator.finding import Finding, Position, Severity
from generator.model.base import Record
from generator.model.stufe import HANDLUNGSFELD
from generator.read.next_id import next_id
from generator.read.placeholders import placeholder, record_of
from generator.read.spelling import nearest, suggestion
from generator.read.value_words import shown_value, signs
from generator.read.yaml_nodes import Steps, YamlList, YamlMap, below, locate

NO_FORM = ("model_type", "dict_type", "model_attributes_type")
"""What pydantic calls a value that is no mapping where there should be one."""


class Mistake:
    """One pydantic error as a German finding."""

    def __init__(
        self,
        model: type[Record],
        tree: YamlMap,
        file: str,
        child_keys: Mapping[str, list[str]],
        detail: ErrorDetails,
    ) -> None:
        self.model, self.tree, self.file, self.detail = model, tree, file, detail
        self.child_keys = child_keys
        self.path: Steps = tuple(detail["loc"])
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

    def is_gone(self) -> bool:
        """Whether it is read now, under the name that was meant."""
        missing = self.detail["type"] == "missing"
        return missing and below(self.holder, self.path[-1]) is not None

    def follows(self, mended: set[Steps]) -> bool:
        """Whether it comes of a mistake around it, or is a list that lost its wrong entries."""
        depths = range(len(self.path) + 1)
        return any(self.path[:depth] in mended for depth in depths) or self._is_short_of(mended)

    def is_short_of_others(self, details: Iterable[ErrorDetails]) -> bool:
        """Whether it is a list that is too short only as long as its entries are wrong."""
        return self._is_short_of(tuple(detail["loc"]) for detail in details)

    def _is_short_of(self, paths: Iterable[Steps]) -> bool:
        if self.detail["type"] != "too_short":
            return False
        length = len(self.path)
        return any(len(path) > length and path[:length] == self.path for path in paths)

    def mend(self, surplus: list[tuple[Any, int]], number: int) -> bool:
        """Replace what is wrong; list items to be removed are collected in ``surplus``.

        True where all that was typed is read, if under the name that was meant.
        """
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
                return self._take_out(node, str(step), kind)
            return False
        return False

    def _take_out(self, node: YamlMap, name: str, kind: str) -> bool:
        """Remove a value, or put it under the name that was meant, and say whether that was done."""
        meant = nearest(name, self._known()) if kind == "extra_forbidden" else None
        if meant and meant not in node:
            node[meant] = node[name]
            node.keys_at[meant] = node.keys_at.get(name, node.at)
            node.values_at[meant] = node.values_at.get(name, node.at)
        found = meant is not None and meant in node
        del node[name]
        return found

    def finding(self, alike: int = 1) -> Finding:
        """What to say of it; ``alike`` entries of its list are wrong in the same way."""
        kind = self.detail["type"]
        name = str(self.path[-1]) if self.path else ""
        if kind == "extra_forbidden":
            return self._make("Z007", self._unknown(name), self.holder.keys_at.get(name))
        if kind == "missing":
            return self._make("Z009", self._missing(name), self.holder.at)
        value = self.detail["input"]
        if value is None:
            return self._make("Z009", f"Die Angabe «{name}» ist leer. {self._demand(name)}", None)
        more = f" So steht es in {alike} Einträgen dieser Liste." if alike > 1 else ""
        return self._make("Z008", self._wrong(kind, value) + more, None)

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
        hidden = {"kinder", "stufe", "am_ende", *owner.computed}
        return [f for f in owner.model_fields if f not in hidden]

    def _unknown(self, name: str) -> str:
        known = self._known()
        if "kinder" in self._owner().model_fields:
            known += self.child_keys.get(self.holder.get("stufe", HANDLUNGSFELD), [])
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
        shown = shown_value(value)
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
        if kind in NO_FORM:
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
        if kind == "too_short" and value:
            least = self.detail["ctx"]["min_length"]
            return f"«{field}» hat zu wenige Einträge (mindestens {least}). Weitere eintragen."
        if kind in ("string_too_short", "too_short"):
            return f"«{field}» ist leer. Inhalt eintragen."
        if kind == "too_long":
            return f"«{field}» hat zu viele Einträge (höchstens {self.detail['ctx'].get('max_length')})."
        return f"«{field}» ist so nicht möglich, hier steht {shown} ({self.detail['msg']})."

    def _form(self) -> str:
        """How the record that belongs here is written, with what it cannot do without."""
        record: Any = self._owner()
        if isinstance(self.path[-1], str):
            field = record.model_fields.get(self.path[-1])
            record = record_of(field.annotation) if field else None
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
        return f"Erlaubt sind {signs(pattern)}."

    def _choice(self, value: Any) -> str:
        expected = str(self.detail.get("ctx", {}).get("expected", ""))
        choices = [c.strip().strip("'") for c in expected.replace(" or ", ", ").split(",")]
        return suggestion(str(value), choices)


def _single(value: str, at: tuple[int, int]) -> YamlList:
    items = YamlList(at)
    items.append(value)
    items.items_at.append(at)
    return items
