"""Markdown files of the folder texts/ to Prosatext records."""

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.finding import Finding, Position, Severity
from generator.model.base import ID_PATTERN
from generator.model.prose_markup import DATE
from generator.model.seen import folded, is_odd
from generator.model.text import Prosatext, Textangaben, Wortlaut
from generator.read.decode import decode
from generator.read.schema import validate
from generator.read.yaml_source import parse

_ID = re.compile(ID_PATTERN)
_NAME = re.compile(r"texts/(?P<id>[^/]+?)(?P<after>\.nach)?\.md")
_FRONT = re.compile(r"---[ ]*\n(?P<yaml>.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OWN_LINE = re.compile(r"\s{4}|\s*(?:[-*+]\s|#|\||>|```|~~~|---|\*\*\*$|!\[\[)")
_NUMBERED = re.compile(rf"\s*(?!{DATE})\d+[.)]\s")
_ALONE = ("#", "|", "![[")
_FENCES = ("```", "~~~")
_LISTED = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


class SourceText(Struct, frozen=True):
    """What a prose check looks at: the raw body; line breaks and offsets as in the file."""

    file: str
    raw: str
    body_start: int


class TextReading(Struct, frozen=True):
    """One text file read: record and source are None where the file name is no ID."""

    text: Prosatext | None
    source: SourceText | None
    findings: list[Finding]
    odd: bool = False
    """Whether it may hold signs that are not what a reader sees."""


def read_text(name: str, file: str, data: bytes) -> TextReading:
    """``name`` is the path below the strategy (texts/PZ06.nach.md), ``file`` its shown name."""
    match = _NAME.fullmatch(name)
    if match is None or not _ID.fullmatch(match["id"]):
        return TextReading(None, None, [_bad_name(file)])
    decoded = decode(file, data, tabs_allowed=True)
    findings = list(decoded.findings)
    raw, body_start = decoded.text, 0
    wortlaut: Wortlaut = "eigener"
    if front := _FRONT.match(raw):
        body_start = front.end()
        wortlaut = _front_matter(file, front["yaml"], findings)
    elif raw.startswith("---"):
        findings.append(_open_front(file))
    body = raw[body_start:]
    if not body.strip() and not findings:
        findings.append(_empty(file))
    text = Prosatext(
        id=match["id"],
        stelle="nach" if match["after"] else "vor",
        wortlaut=wortlaut,
        inhalt=unwrap(body),
    )
    odd = not decoded.even or is_odd(raw)
    return TextReading(text, SourceText(file, raw, body_start), findings, odd)


def unwrap(body: str) -> str:
    """Markdown with the line breaks inside paragraphs undone, so that wrapping is no change.

    Lists, headings, tables, quotes and code keep their lines; two spaces or a
    backslash at the end of a line remain a break (CommonMark 0.31, 6.7).
    """
    return "\n".join(_lines(body)).strip()


def unwrap_paragraph(paragraph: str) -> str:
    """Lines without a blank one between them as ``unwrap`` reads them inside a text."""
    return "\n".join(_lines(paragraph)).strip("\n")


def _lines(body: str) -> list[str]:
    lines: list[str] = []
    joined: list[str] = []
    indent = ""
    hard = spaced = fenced = own = listed = False
    for line in body.split("\n"):
        stripped = line.strip()
        fence = stripped.startswith(_FENCES)
        if joined:
            if stripped and not (hard or own or fence or _begins(line, joined[-1], listed)):
                joined.append(stripped)
                spaced = line.endswith("  ")
                hard = spaced or stripped.endswith("\\")
                continue
            lines.append(_folded(indent, joined, spaced))
            joined = []
        if fence or fenced:
            fenced = fenced != fence
            lines.append(stripped if fence else line.rstrip())
        elif stripped:
            own, listed = stripped.startswith(_ALONE), _LISTED.match(line) is not None
            joined, indent = [stripped], line[: len(line) - len(line.lstrip())]
            spaced = line.endswith("  ")
            hard = spaced or stripped.endswith("\\")
        elif lines and lines[-1]:
            lines.append("")
    return [*lines, _folded(indent, joined, spaced)] if joined else lines


def _begins(line: str, previous: str, listed: bool) -> bool:
    """Whether a line begins anew behind ``previous``, which may belong to an item of a list."""
    if _OWN_LINE.match(line):
        return True
    # Wrapped text may begin a line with "12. Klasse"; a list follows a colon or another item.
    return (listed or previous.endswith(":")) and _NUMBERED.match(line) is not None


def _folded(indent: str, lines: list[str], spaced: bool) -> str:
    """One line of those that wrap it, with the hard break at its end."""
    return f"{indent}{folded(' '.join(lines))}{'  ' if spaced else ''}"


def _front_matter(file: str, source: str, findings: list[Finding]) -> Wortlaut:
    wortlaut, found = _said_in_front(source)
    findings += [replace(f, position=replace(f.position, file=file)) for f in found]
    return wortlaut


@lru_cache(maxsize=1000)  # most heads are one of three
def _said_in_front(source: str) -> tuple[Wortlaut, tuple[Finding, ...]]:
    tree, found, *_ = parse("", b"\n" + source.encode())  # one line down: the opening ---
    validated = validate(Textangaben, tree, "")
    return (validated.record or Textangaben()).wortlaut, (*found, *validated.findings)


def _bad_name(file: str) -> Finding:
    return Finding(
        "Z012",
        Severity.ERROR,
        "Der Dateiname muss aus der Kennung eines Elements und «.md» bestehen (PZ06.md; PZ06.nach.md "
        "für Text hinter der Tabelle). Die Datei umbenennen.",
        Position(file, 1, 1),
    )


def _open_front(file: str) -> Finding:
    return Finding(
        "Z013",
        Severity.ERROR,
        "Der Kopf der Datei beginnt mit «---», endet aber nicht. Unter den Angaben eine zweite Zeile «---» einfügen.",
        Position(file, 1, 1),
    )


def _empty(file: str) -> Finding:
    return Finding(
        "Z004",
        Severity.ERROR,
        "Die Textdatei ist leer. Text eintragen oder die Datei löschen.",
        Position(file, 1, 1),
    )
