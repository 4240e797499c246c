"""YAML text to plain data that remembers where each value stood.

A deliberately small YAML: mappings, lists and scalars. Scalars stay text (the
model knows which field is a number or a date), so no version of YAML can turn
"13.964" into a fraction or "nein" into a truth value. Anchors, aliases and tags
are refused. libyaml parses where PyYAML was built with it.
"""

from typing import Any, NamedTuple

import yaml

from generator.finding import Finding, Position, Severity
from generator.model.kinds import HEAD, REGISTER_FILES
from generator.model.seen import folded
from generator.read.decode import CONTROL, SEPARATOR, decode, separator
from generator.read.flattened import FIRST, flattened
from generator.read.lost_text import lost_text
from generator.read.misread import misread
from generator.read.yaml_nodes import YamlList, YamlMap, place_of

_LOADER: Any = yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_NO_KEY = (
    "Ein Schlüssel (was vor dem Doppelpunkt steht) muss ein einfaches Wort sein. Das Wort eintragen; beginnt "
    "ein Text mit { oder ?, den ganzen Text in Anführungszeichen setzen; sonst die Zeile löschen."
)


class Parsed(NamedTuple):
    """The top mapping of a file (empty where there is none) and all that is wrong with it.

    ``maps`` are the mappings of the file, top and nested, in the order in which they begin.
    ``broken``: its structure could not be read to the end. ``odd``: some text may hold signs
    that are not what a reader sees.
    """

    tree: YamlMap
    findings: list[Finding]
    maps: list[YamlMap]
    broken: bool
    odd: bool


def parse(file: str, data: bytes) -> Parsed:
    """Read one file; ``file`` is how messages name it."""
    decoded = decode(file, data)
    builder = _Builder(file, list(decoded.findings))
    builder.text, builder.odd = decoded.text, not decoded.even
    for where, said in lost_text(file, decoded.text):
        builder.report("Z015", (where.line, where.column), said)
    try:
        builder.run(decoded.text)
    except yaml.MarkedYAMLError as error:
        builder.syntax(error, decoded.text)
    except RecursionError:
        builder.broken = True
        builder.report(
            "Z005", (1, 1), "Die Datei ist zu tief verschachtelt. Klammern und Einrückung prüfen."
        )
    except yaml.YAMLError as error:  # e.g. ReaderError; decode() leaves none that we know
        builder.broken = True
        builder.report(
            "Z005", (1, 1), f"Die Datei ist kein gültiges YAML ({type(error).__name__})."
        )
    return Parsed(builder.top(), builder.findings, builder.maps, builder.broken, builder.odd)


def parse_as_written(text: str) -> YamlMap:
    """The top mapping of a text whose signs nothing has mended: marks count its characters.

    For files that ``parse`` reads without errors; what is wrong with others is not told.
    """
    builder = _Builder("", [])
    builder.run(text)
    return builder.top()


def _first_key(file: str) -> str:
    """The key with which a file of that name usually begins."""
    name = file.replace("\\", "/").rpartition("/")[2]
    if name in REGISTER_FILES:
        return next(iter(REGISTER_FILES[name].model_fields))
    return "titel" if name == HEAD else "handlungsfelder"


class _Builder:
    """Turns the parser's events into data; one instance a file."""

    def __init__(self, file: str, findings: list[Finding]) -> None:
        self.file = file
        self.findings = findings
        self.result: Any = None
        self.next_event: Any = None
        self.maps: list[YamlMap] = []
        self.broken = self.odd = False
        self.text = ""  # what marks count in; empty where nothing is to be told

    def report(self, rule: str, at: tuple[int, int], message: str) -> None:
        self.findings.append(Finding(rule, Severity.ERROR, message, Position(self.file, *at)))

    def run(self, text: str) -> None:
        loader = _LOADER(text)
        self.next_event = loader.get_event
        try:
            self._documents()
        finally:
            loader.dispose()

    def _documents(self) -> None:
        while (event := self.next_event()) is not None:
            if type(event) is not yaml.DocumentStartEvent:
                continue
            if self.result is not None:
                self.report(
                    "Z005",
                    _at(event),
                    "Die Datei enthält ein zweites Dokument («---»). Die Zeile löschen.",
                )
                return
            self.result = self.value(self.next_event())

    def top(self) -> YamlMap:
        result = self.maps[0] if self.result is None and self.maps else self.result
        if isinstance(result, YamlMap):
            return result
        if result is None:
            if not any(f.rule in ("Z001", "Z005") for f in self.findings):
                self.report(
                    "Z004",
                    (1, 1),
                    "Die Datei ist leer. Inhalt eintragen oder aus der Sicherung zurückholen.",
                )
        else:
            self.report(
                "Z008",
                (1, 1),
                f"Die Datei muss mit einem Schlüssel beginnen («{_first_key(self.file)}:» oder ähnlich), "
                "nicht mit einer Liste oder freiem Text.",
            )
        return YamlMap((1, 1))

    def value(self, event: Any) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.MappingStartEvent:
            return self.mapping(event)
        if kind is yaml.SequenceStartEvent:
            return self.sequence(event)
        self.report(
            "Z011",
            _at(event),
            f"Mit * beginnt in YAML ein Verweis («*{event.anchor}»), den es hier nicht gibt. Beginnt so ein "
            "Text, den ganzen Text in Anführungszeichen setzen.",
        )
        return f"*{event.anchor}"

    def _plain(self, event: Any) -> None:
        if event.anchor is not None:
            text = (
                f"Anker der Form «&{event.anchor}» werden nicht unterstützt. Beginnt so ein Text, den ganzen Text "
                "in Anführungszeichen setzen; sonst den Anker löschen."
            )
            self.report("Z011", _at(event), text)
        if event.tag is not None and event.tag != "!":
            text = (
                f"Angaben der Form «{event.tag}» werden nicht unterstützt. Beginnt so ein Text, den ganzen Text in "
                "Anführungszeichen setzen; sonst die Angabe löschen."
            )
            self.report("Z011", _at(event), text)

    def mapping(self, start: Any) -> YamlMap:
        self._plain(start)
        mapping = YamlMap(start.start_mark)
        self.maps.append(mapping)
        value, next_event = self.value, self.next_event
        while type(event := next_event()) is not yaml.MappingEndEvent:
            key, at = value(event), event.start_mark
            event = next_event()
            content = value(event)
            if type(key) is not str or not (key.isidentifier() or _is_word(key)):
                self.report("Z008", place_of(at), _NO_KEY)
            elif key in mapping:
                self._twice(key, place_of(at), mapping.marks[mapping.marks.index(key) + 1].line + 1)
            else:
                mapping[key] = content
                mapping.marks += (key, at, event.start_mark, event.end_mark)
        mapping.end = event.end_mark
        return mapping

    def _twice(self, key: str, at: tuple[int, int], line: int) -> None:
        self.report(
            "Z006",
            at,
            f"«{key}» steht hier ein zweites Mal (zuerst in Zeile {line}); gelesen wird nur "
            "die erste Angabe. Eine der beiden löschen oder umbenennen.",
        )

    def sequence(self, start: Any) -> YamlList:
        self._plain(start)
        items = YamlList(start.start_mark)
        while type(event := self.next_event()) is not yaml.SequenceEndEvent:
            items.marks.append(event.start_mark)
            items.ends.append(event.end_mark)
            items.append(self.value(event))
        items.end = event.end_mark
        return items

    def scalar(self, event: Any) -> str | None:
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._plain(event)
        if event.implicit[0]:  # plain, that is without quotes
            if value in _NOTHING:
                return None
            if value[0] in "+-0123456789" and (said := misread(value)):
                self.report("Z010", _at(event), said)
        elif event.style == '"' and not value.isprintable():
            value = self._escaped(event, value)
        if " " in value or "\n" in value:
            self._flattened(event, value)
        if self.odd or "\n" in value or "  " in value or "\t" in value:
            value = folded(value)
        return value

    def _escaped(self, event: Any, value: str) -> str:
        """A value in which signs may be written as their numbers."""
        self.odd = True
        if sign := SEPARATOR.search(value):
            place = Position(self.file, *_at(event))
            self.findings.append(Finding("Z002", Severity.WARNING, separator(sign[0]), place))
            value = SEPARATOR.sub(" ", value)
        if sign := CONTROL.search(value):
            self.report(
                "Z002",
                _at(event),
                f"Der Text enthält ein unsichtbares Steuerzeichen (U+{ord(sign[0]):04X}), das Word nicht "
                "darstellen kann. Es löschen.",
            )
        return CONTROL.sub(" ", value)

    def _flattened(self, event: Any, value: str) -> None:
        """A text of several paragraphs, with a list or a heading: read as one line of words."""
        spread = event.end_mark.line > event.start_mark.line or "\n" in value
        if not self.text or not (spread or value[0] in FIRST):
            return
        if found := flattened(event, value, self.text):
            place = Position(self.file, found.line, found.column)
            self.findings.append(Finding("Z019", Severity.WARNING, found.said, place))

    def syntax(self, error: yaml.MarkedYAMLError, text: str) -> None:
        from generator.read.yaml_problems import cause, explain  # only where something is broken

        self.broken = True
        if any(f.rule == "Z003" for f in self.findings):  # tabs are what broke the indentation
            return
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if any(f.rule == "Z011" and f.position.line == at[0] for f in self.findings):
            return  # what follows from a sign that was reported
        known = cause(text, at[0], context.line + 1 if context else at[0])
        if known:
            told = (known.line, "Z008")  # a bracket met as key
            self.findings = [f for f in self.findings if (f.position.line, f.rule) != told]
            message = f"{known.said} Erst danach liest das Programm weiter."
            self.report("Z005", (known.line, known.column), message)
            return
        began = (
            f" Begonnen hat die Stelle in Zeile {context.line + 1}."
            if context and mark and context.line != mark.line
            else ""
        )
        self.report("Z005", at, f"{explain(error.problem or '')}{began}")


def _is_word(key: Any) -> bool:
    return type(key) is str and (
        key.isidentifier() or any(c.isprintable() and c != " " for c in key)
    )


def _at(event: Any) -> tuple[int, int]:
    return place_of(event.start_mark)
