"""YAML text to plain data that remembers where each value stood.

A deliberately small YAML: mappings, lists and scalars. Scalars stay text (the
model knows which field is a number or a date), so no version of YAML can turn
"13.964" into a fraction or "nein" into a truth value. Anchors, aliases and tags
are refused. libyaml parses where PyYAML was built with it.
"""

import re
from typing import Any, NamedTuple

import yaml

from generator.finding import Finding, Position, Severity
from generator.read.decode import decode, place

_LOADER: Any = yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_LOST = re.compile(r"^[ ]*(?:- )?(?:- )?\w+: (?![\"'|>&*{\[#])[^\n]*?\S #[^\s]", re.MULTILINE)
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(\.\d{3})+")
_MISREAD = re.compile(r"[-+]?(0\d+|\d+(:[0-5]?\d)+|\d[\d_]*_[\d_]*|\d+(\.\d+)?[eE][-+]?\d+)")


Place = tuple[int, int]
"""Line and column from 1."""
Places = dict[str, Place]


class YamlMap(dict[str, Any]):
    """A mapping that knows where it, its keys and its values stand.

    ``marks`` holds key, its mark and the mark of its value as the parser gave them; marks
    become places when one is asked for, as few ever are.
    """

    __slots__ = ("_places", "mark", "marks")

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.marks: list[Any] = []
        self._places: tuple[Places, Places] | None = None

    @property
    def at(self) -> Place:
        """Where the mapping begins."""
        return _place(self.mark)

    @property
    def keys_at(self) -> Places:
        """Where the keys stand."""
        return self._both()[0]

    @property
    def values_at(self) -> Places:
        """Where the values stand."""
        return self._both()[1]

    def _both(self) -> tuple[Places, Places]:
        if self._places is None:
            keys, marks = self.marks[::3], self.marks
            self._places = (
                dict(zip(keys, map(_place, marks[1::3]), strict=True)),
                dict(zip(keys, map(_place, marks[2::3]), strict=True)),
            )
        return self._places


class YamlList(list[Any]):
    """A list that knows where it and its items stand; ``marks`` are those of the items."""

    __slots__ = ("_places", "mark", "marks")

    def __init__(self, mark: Any) -> None:
        self.mark = mark
        self.marks: list[Any] = []
        self._places: list[Place] | None = None

    @property
    def at(self) -> Place:
        """Where the list begins."""
        return _place(self.mark)

    @property
    def items_at(self) -> list[Place]:
        """Where the items stand."""
        if self._places is None:
            self._places = list(map(_place, self.marks))
        return self._places


class Parsed(NamedTuple):
    """The top mapping of a file (empty where there is none) and all that is wrong with it.

    ``maps`` are the mappings of the file, top and nested, in the order in which they begin.
    """

    tree: YamlMap
    findings: list[Finding]
    maps: list[YamlMap]


def parse(file: str, data: bytes) -> Parsed:
    """Read one file; ``file`` is how messages name it."""
    decoded = decode(file, data)
    builder = _Builder(file, list(decoded.findings))
    builder.lost_text(decoded.text)
    try:
        builder.run(decoded.text)
    except yaml.MarkedYAMLError as error:
        builder.syntax(error)
    except yaml.YAMLError as error:  # e.g. ReaderError; decode() leaves none that we know
        builder.report("Z005", (1, 1), f"Die Datei ist kein gültiges YAML: {error}.")
    return Parsed(builder.top(), builder.findings, builder.maps)


class _Builder:
    """Turns the parser's events into data; one instance a file."""

    def __init__(self, file: str, findings: list[Finding]) -> None:
        self.file = file
        self.findings = findings
        self.result: Any = None
        self.next_event: Any = None
        self.maps: list[YamlMap] = []
        self.broken = False
        self.keys: set[str] = set()  # met before and plain words: most keys are the same few

    def report(self, rule: str, at: tuple[int, int], message: str) -> None:
        self.findings.append(Finding(rule, Severity.ERROR, message, Position(self.file, *at)))

    def run(self, text: str) -> None:
        loader = _LOADER(text)
        self.next_event = loader.get_event
        try:
            self._documents()
        finally:
            loader.dispose()

    def lost_text(self, text: str) -> None:
        """Text behind " #" is a comment to YAML; "#1" after a word hardly means one."""
        if " #" not in text:
            return
        for match in _LOST.finditer(text):
            where = place(self.file, text, match.end() - 1)
            self.report(
                "Z015",
                (where.line, where.column - 1),
                "Was in dieser Zeile hinter « #» steht, wird nicht gelesen. Gehört es zum Text, den "
                "ganzen Text in Anführungszeichen setzen; soll es eine Anmerkung sein, hinter # ein "
                "Leerzeichen lassen.",
            )

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
            if not any(f.rule == "Z005" for f in self.findings):
                self.report(
                    "Z004",
                    (1, 1),
                    "Die Datei ist leer. Inhalt eintragen oder aus der Sicherung zurückholen.",
                )
        else:
            self.report(
                "Z008",
                (1, 1),
                "Die Datei muss mit einem Schlüssel beginnen («handlungsfelder:» oder ähnlich), "
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
            f"Verweise der Form «*{event.anchor}» werden nicht unterstützt. Den Inhalt ausschreiben.",
        )
        return None

    def _plain(self, event: Any) -> None:
        if event.anchor is not None:
            text = f"Anker der Form «&{event.anchor}» werden nicht unterstützt. Den Anker löschen."
            self.report("Z011", _at(event), text)
        if event.tag is not None and event.tag != "!":
            text = f"Angaben der Form «{event.tag}» werden nicht unterstützt. Sie löschen."
            self.report("Z011", _at(event), text)

    def mapping(self, start: Any) -> YamlMap:
        if start.anchor is not None or start.tag is not None:
            self._plain(start)
        mapping = YamlMap(start.start_mark)
        self.maps.append(mapping)
        next_event, scalar, known = self.next_event, yaml.ScalarEvent, self.keys
        mark = mapping.marks.extend
        while type(event := next_event()) is not yaml.MappingEndEvent:
            at = event.start_mark
            if type(event) is not scalar:
                key = self.value(event)
            elif (key := event.value) not in known or event.anchor is not None or event.tag:
                key = self._key(event)
            event = next_event()
            value = self.scalar(event) if type(event) is scalar else self.value(event)
            if type(key) is not str:
                self.report("Z008", _place(at), "Ein Schlüssel muss ein einfaches Wort sein.")
            elif key in mapping:
                self._twice(key, _place(at), mapping.marks[mapping.marks.index(key) + 1].line + 1)
            else:
                mapping[key] = value
                mark((key, at, event.start_mark))
        return mapping

    def _key(self, event: Any) -> str | None:
        key = self.scalar(event)
        if key is not None and key == event.value and key.isidentifier() and key not in _NOTHING:
            self.keys.add(key)
        return key

    def _twice(self, key: str, at: tuple[int, int], line: int) -> None:
        self.report(
            "Z006",
            at,
            f"«{key}» steht hier ein zweites Mal (zuerst in Zeile {line}); gelesen wird nur "
            "die erste Angabe. Eine der beiden löschen oder umbenennen.",
        )

    def sequence(self, start: Any) -> YamlList:
        if start.anchor is not None or start.tag is not None:
            self._plain(start)
        items = YamlList(start.start_mark)
        next_event, scalar = self.next_event, yaml.ScalarEvent
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            items.marks.append(event.start_mark)
            items.append(self.scalar(event) if type(event) is scalar else self.value(event))
        return items

    def scalar(self, event: Any) -> str | None:
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._plain(event)
        if event.implicit[0]:  # plain, that is without quotes
            if value in _NOTHING:
                return None
            if value[0] in "+-0123456789" and len(value) > 1:
                self._misread(event, value)
        if "\n" in value or "  " in value or "\t" in value or "\u00a0" in value:
            value = " ".join(value.split())
        return value

    def _misread(self, event: Any, value: str) -> None:
        if _THOUSANDS.fullmatch(value):
            self.report(
                "Z010",
                _at(event),
                f"{value} ohne Anführungszeichen liest YAML als Dezimalbruch. "
                f'In Anführungszeichen setzen: "{value}".',
            )
        elif _MISREAD.fullmatch(value):
            self.report(
                "Z010",
                _at(event),
                f"{value} ohne Anführungszeichen liest YAML als eine andere Zahl. "
                f'In Anführungszeichen setzen: "{value}".',
            )

    def syntax(self, error: yaml.MarkedYAMLError) -> None:
        if any(f.rule == "Z003" for f in self.findings):  # tabs are what broke the indentation
            self.broken = True
            return
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        context = error.context_mark
        began = (
            f" Begonnen hat die Stelle in Zeile {context.line + 1}."
            if context and mark and context.line != mark.line
            else ""
        )
        self.report("Z005", at, f"{_explain(error.problem or '')}{began}")


def _at(event: Any) -> tuple[int, int]:
    return _place(event.start_mark)


def _place(mark: Any) -> Place:
    """A mark of the parser, which counts from 0; what is a place already stays."""
    return mark if type(mark) is tuple else (mark.line + 1, mark.column + 1)


_PROBLEMS = (
    ("mapping values are not allowed", "Hier steht ein Doppelpunkt, wo keiner erwartet wird. Enthält der Text einen Doppelpunkt, den ganzen Text in Anführungszeichen setzen; sonst die Einrückung prüfen."),
    ("could not find expected ':'", "In dieser oder der vorigen Zeile fehlt ein Doppelpunkt nach dem Schlüssel, oder die Einrückung stimmt nicht."),
    ("did not find expected key", "Die Einrückung passt nicht zu den Zeilen darüber, oder ein Text mit Anführungszeichen endet nicht richtig. Zeile an den Geschwistern ausrichten."),
    ("did not find expected '-' indicator", "Hier wird der nächste Listeneintrag («- ») erwartet, oder die Einrückung stimmt nicht."),
    ("found unexpected end of stream", "Ein Anführungszeichen oder eine Klammer wird geöffnet, aber nicht geschlossen."),
    ("found character that cannot start any token", "Ein Text darf nicht mit diesem Zeichen beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected ',' or", "In der Liste in Klammern fehlt ein Komma oder die schließende Klammer."),
    ("found unknown escape character", "Der umgekehrte Schrägstrich hat in doppelten Anführungszeichen eine Sonderbedeutung. Einfache Anführungszeichen verwenden."),
    ("block sequence entries are not allowed", "Ein Listeneintrag («- ») steht an einer Stelle, an der keiner sein kann. Einrückung prüfen."),
    ("found undefined alias", "Ein Text darf nicht mit * beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected alphabetic or numeric", "Ein Text darf nicht mit * oder & beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected <document start>", "Vor dieser Stelle endet der Inhalt der Datei bereits. Einrückung der Zeile prüfen."),
    ("did not find expected node content", "Hier fehlt ein Wert, oder ein Text beginnt mit einem Sonderzeichen und gehört in Anführungszeichen."),
)  # fmt: skip


def _explain(problem: str) -> str:
    for english, german in _PROBLEMS:
        if english in problem:
            return german
    return f"Der Aufbau der Datei ist hier nicht lesbar ({problem}). Einrückung und Anführungszeichen prüfen."
