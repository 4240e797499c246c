"""The records of the model as docs/felder.md: every key of every file, its meaning, an example.

``python -m tools.field_tables`` writes it anew, and the examples of the JSON Schemas. Examples are taken from the two shipped
strategies; where neither has the key, its field in the model gives one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.edit.emitter import Emitter
from generator.edit.form import Entries, file_records, form, written_fields
from generator.json_schema.file_schemas import FILES, TEXTS
from generator.model.base import Record
from generator.model.text import Textangaben
from generator.model.tree import tree
from generator.read.older import OLDER
from generator.read.origin import Folder
from generator.read.placeholders import record_of
from generator.read.reading import read_strategy
from tools.handbook_tables import table

ROOT = Path(__file__).parents[1]
FIELDS = ROOT / "docs" / "felder.md"
EXAMPLES = ROOT / "generator" / "json_schema" / "examples.json"
SHIPPED = (ROOT / "strategy", ROOT / "strategy/editions/2018", ROOT / "examples" / "auental")

_HEAD = ("Angabe", "Bedeutung", "nötig", "Beispiel")
_LONGEST = 70
_WHOLE = 200
"""So long an example of a JSON Schema may be, which is not cut."""
_LEVEL = "⟨Stufe⟩"
_CUT = " …"
_INTRODUCTION = f"""# Alle Angaben

Aus dem Programm erzeugt (`python -m tools.field_tables`); wie man damit arbeitet, sagt das
[Handbuch](handbuch.md). Eine Angabe, die hier nicht steht, meldet die Prüfung als unbekannt.

«ja» heißt: ohne diese Angabe geht es nicht. Ein Beispiel mit … am Ende ist gekürzt.
Wo als Beispiel mehrere Angaben in geschweiften Klammern stehen, dürfen sie ebenso untereinander stehen.

In `koerperschaft` werden auch die älteren Wörter gelesen: {", ".join(f"`{old}` für `{new}`" for old, (new, _) in OLDER.items())}.
"""

Examples = Mapping[tuple[type[Record], str], str]


def document() -> str:
    """The whole of docs/felder.md."""
    examples = found_examples()
    parts = [_INTRODUCTION]
    for file, model in FILES.items():
        for path, record in records(model):
            part_of = f"{'#' * (3 if path else 2)} `{path[max(path.find(_LEVEL), 0) :] or file}`"
            where = f"\n\n{_where(record, file)}" if _where(record, file) else ""
            parts.append(f"{part_of}{where}\n\n{table(_HEAD, rows(record, examples))}\n")
    return "\n".join(parts)


def examples() -> str:
    """The whole of generator/json_schema/examples.json: ``Record.key`` to key and value."""
    found = found_examples(_WHOLE)
    for model in FILES.values():
        for _, record in records(model):
            for key, field in record.model_fields.items():
                if field.examples:
                    found.setdefault((record, key), str(field.examples[0]))
    whole = {
        f"{record.__name__}.{key}": text
        for (record, key), text in found.items()
        if not text.endswith(_CUT)
    }
    return json.dumps(dict(sorted(whole.items())), ensure_ascii=False, indent=1) + "\n"


def records(model: type[Record], path: str = "") -> Iterator[tuple[str, type[Record]]]:
    """A record and, with their dotted keys, all below it; each once."""
    waiting, seen = [(path, model)], set()
    while waiting:
        here, record = waiting.pop(0)
        if record in seen:
            continue
        seen.add(record)
        yield here, record
        below = (
            (f"{here}.{key}".strip("."), record_of(field.annotation))
            for key, field in _own(record).items()
        )
        waiting += [(key, inner) for key, inner in below if inner]


def _own(record: type[Record]) -> dict[str, FieldInfo]:
    """The fields by the key that a file has for them: goals stand under the key of their level."""
    named = {key: record.model_fields[key] for key in written_fields(record)}
    kinder = record.model_fields.get("kinder")
    return named | ({_LEVEL: kinder} if kinder else {})


def _where(record: type[Record], file: str) -> str:
    if file == TEXTS:
        return "Im Kopf der Datei, zwischen zwei Zeilen `---`; der Kopf darf fehlen."
    if "kinder" in record.model_fields:
        return "«⟨Stufe⟩» ist der `schluessel` einer Stufe aus `strategy.yaml`, etwa `leitziele`."
    return ""


def rows(record: type[Record], examples: Examples) -> Iterator[tuple[str, ...]]:
    """Key, meaning, whether it is needed, example: all in Markdown."""
    for key, field in _own(record).items():
        needed = "ja" if field.is_required() else ""
        name = "kinder" if key == _LEVEL else key
        given = (field.examples or [""])[0]
        example = examples.get((record, name)) or given
        below = example.endswith(_CUT) and record_of(field.annotation)
        shown = "siehe die Tabelle dazu" if below else f"`{_cell(example)}`"
        yield f"`{key}`", _meaning(field), needed, shown


def _meaning(field: FieldInfo) -> str:
    """The title and what it does not say; of certain words, which."""
    said = f"{field.title}: {field.description}" if field.description else str(field.title)
    words = [word for choice in _choices(field.annotation) for word in get_args(choice)]
    listed = ", ".join(f"`{word}`" for word in words)
    return _cell(f"{said}; eines von {listed}" if listed else said)


def _choices(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal:
        yield annotation
    for argument in get_args(annotation):
        yield from _choices(argument)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def found_examples(longest: int = _LONGEST) -> dict[tuple[type[Record], str], str]:
    """(record, field) to the shortest value that a shipped strategy gives it, in YAML."""
    found: dict[tuple[type[Record], str], str] = {}
    for folder in SHIPPED:
        strategy = read_strategy(Folder(folder)).strategy
        assert strategy is not None, folder
        elements = tree(strategy)
        entries = [form(record, elements) for record in file_records(strategy).values()]
        texts = [form(Textangaben(wortlaut=text.wortlaut)) for text in strategy.texte]
        for one in (*entries, *texts):
            _collect(one, found, longest)
    return found


def _collect(entries: Entries, found: dict[tuple[type[Record], str], str], longest: int) -> None:
    for key, value in entries.stated.items():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Entries):
                _collect(inner, found, longest)
        if entries.record is not None and value not in (None, []):
            place = (entries.record, key if key in entries.record.model_fields else "kinder")
            text = _shown(entries, key, value, longest)
            if place not in found or len(text) < len(found[place]):
                found[place] = text


def _shown(entries: Entries, key: str, value: Any, longest: int) -> str:
    """Key and value on one line; of what is long, its beginning."""
    text = re.sub(r"\s+", " ", Emitter().brace_pair(key, value, entries.record, ""))
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()}{_CUT}"


if __name__ == "__main__":
    FIELDS.write_text(document(), "utf-8")
    EXAMPLES.write_text(examples(), "utf-8")
