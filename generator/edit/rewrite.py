"""A strategy's files and changes, or the whole model that is wanted, to the files that become others."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping

from generator.compare.apply import apply
from generator.compare.changes import Change
from generator.compare.diff import diff
from generator.compare.order import renamed_levels
from generator.edit.failed_change import named
from generator.edit.form import Entries, file_records, form
from generator.edit.given_files import Files, in_order, says, strategy_in, text_file
from generator.edit.habits import learned
from generator.edit.keys import Levels
from generator.edit.nodes import parsed
from generator.edit.prose_files import edited_text, new_text, text_width
from generator.edit.source import FileText, spliced
from generator.edit.sync import Sync
from generator.edit.whole import new_file, quote_of
from generator.errors import GeneratorError
from generator.model.kinds import GOALS
from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.model.tree import tree

NewContents = dict[str, bytes | None]
"""Name -> new content of each file that becomes another; None for one that is to go."""

_BOM = codecs.BOM_UTF8


def edit(files: Files, changes: Iterable[Change]) -> NewContents:
    """The files that change with the given changes; see ``rewritten``.

    Rules of the house and reasons stay as they are.
    """
    old = strategy_in(files)
    return _rewritten(files, old, apply(old, changes))


def rewritten(files: Files, wanted: Strategy) -> NewContents:
    """The files that have to change so that all of them say what is wanted.

    Nothing else in them changes: comments, order, quotes, indent, line ends. The result has
    been read again. GeneratorError if the files cannot be read without mistakes, or names
    the first change that no file can hold.
    """
    return _rewritten(files, strategy_in(files), wanted)


def _rewritten(files: Files, old: Strategy, wanted: Strategy) -> NewContents:
    try:
        return _attempt(files, old, wanted)
    except GeneratorError as error:
        raise GeneratorError(
            f"{_culprit(files, old, wanted)}: {error.message}", "Geschrieben wurde nichts."
        ) from error


def _attempt(files: Files, old: Strategy, wanted: Strategy) -> NewContents:
    result = _yaml_files(files, old, wanted) | _texts(files, old, wanted)
    after = {name: data for name, data in {**files, **result}.items() if data is not None}
    if not says(after, wanted):
        raise GeneratorError("Neu gelesen sagen die Dateien nicht genau das, was sie sagen sollen.")
    return result


def _culprit(files: Files, old: Strategy, wanted: Strategy) -> str:
    """The first change that cannot be made even alone, in words."""
    changes = diff(tree(old), tree(wanted))
    for change in changes:
        try:
            _attempt(files, old, apply(old, [change]))
        except GeneratorError:
            return named(change)
    return named(changes[0]) if len(changes) == 1 else "Die Änderungen lassen sich nicht schreiben"


def _yaml_files(files: Files, old: Strategy, wanted: Strategy) -> NewContents:
    before, after = file_records(old), file_records(wanted)
    elements, coming = tree(old), tree(wanted)
    former, keys = ({s.schluessel for s in side.kopf.stufen} for side in (old, wanted))
    levels = Levels(frozenset(former - keys), renamed_levels(old.kopf, wanted.kopf))
    result: NewContents = {}
    for name, record in after.items():
        if record == before[name] and not (name == GOALS and levels.gone):
            continue
        if name not in files:
            result[name] = new_file(name, form(record, coming))
            continue
        was, new = form(before[name], elements), form(record, coming)
        data = _edited(name, files[name], was, new, levels)
        if data != files[name]:
            result[name] = data
    return result


def _edited(name: str, data: bytes, old: Entries, new: Entries, levels: Levels) -> bytes:
    mark = _BOM if data.startswith(_BOM) else b""
    source = FileText(data.removeprefix(_BOM).decode())
    tree = parsed(source)
    habits = learned(source, tree, quote_of(name))
    splices = Sync(source, tree, old, new, habits, levels if name == GOALS else Levels()).splices()
    return mark + spliced(source.text, splices).encode()


def _texts(files: Files, old: Strategy, wanted: Strategy) -> NewContents:
    before, after = _by_file(old), _by_file(wanted)
    result: NewContents = {name: None for name in before if name not in after}
    width: int | None = None
    for name, text in after.items():
        was = before.get(name)
        if was == text:
            continue
        data = files.get(name)
        if was is None or data is None:
            raws = {n: d for n, d in files.items() if n.startswith("texts/")}
            width = width or text_width([d.decode("utf-8", "replace") for d in raws.values()])
            result[name] = new_text(text, _usual_newline(raws), width).encode()
            continue
        mark = _BOM if data.startswith(_BOM) else b""
        result[name] = mark + edited_text(data.removeprefix(_BOM).decode(), was, text).encode()
    return result


def _usual_newline(raws: Mapping[str, bytes]) -> str:
    windows = sum(b"\r\n" in data for data in raws.values())
    return "\r\n" if windows * 2 > len(raws) else "\n"


def _by_file(strategy: Strategy) -> dict[str, Prosatext]:
    result: dict[str, Prosatext] = {}
    for text in in_order(strategy).texte:
        name = text_file(text.id, text.stelle)
        if name in result:
            raise GeneratorError(f"Zu {text.id} gibt es zwei Texte, die beide in {name} gehören.")
        if not text.inhalt.strip():
            raise GeneratorError(f"Der Text in {name} wäre leer; dann gibt es ihn besser nicht.")
        result[name] = text
    return result
