"""Markdown files of the folder texts/ to Prosatext records."""

import re
from dataclasses import dataclass
from typing import cast

from generator.finding import Finding, Position, Severity
from generator.model.base import ID_PATTERN
from generator.model.prose_markup import DATE
from generator.model.text import Prosatext, Textangaben, Wortlaut
from generator.read.decode import decode
from generator.read.schema import validate
from generator.read.yaml_source import parse

_ID = re.compile(ID_PATTERN)
_NAME = re.compile(r"texts/(?P<id>[^/]+?)(?P<after>\.nach)?\.md")
_FRONT = re.compile(r"---[ ]*\n(?P<yaml>.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_USUAL_FRONT = re.compile(r"wortlaut: (amtlich|nacherzaehlt|eigener)\n")
_OWN_LINE = re.compile(r"\s{4}|\s*(?:[-*+]\s|#|\||>|```|~~~|---|\*\*\*$|!\[\[)")
_NUMBERED = re.compile(rf"\s*(?!{DATE})\d+[.)]\s")
_LISTED = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_SPECIAL = re.compile(r"\n(?:[-*+#|>!`~ ]|\d+[.)])")


@dataclass(frozen=True)
class SourceText:
    """What a prose check looks at: the raw body; line breaks and offsets as in the file."""

    file: str
    raw: str
    body_start: int


@dataclass(frozen=True)
class TextReading:
    """One text file read: record and source are None where the file name is no ID."""

    text: Prosatext | None
    source: SourceText | None
    findings: list[Finding]


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
        inhalt=unwrap(body, even=decoded.even),
    )
    return TextReading(text, SourceText(file, raw, body_start), findings)


def unwrap(body: str, *, even: bool = False) -> str:
    """Markdown with the line breaks inside paragraphs undone, so that wrapping is no change.

    Lists, headings, tables, quotes and code keep their lines; two spaces or a
    backslash at the end of a line remain a break (CommonMark 0.31, 6.7). ``even``: the
    body is known to hold no white space but spaces and line ends.
    """
    if even and _only_words(body):
        return "\n\n".join([p.replace("\n", " ") for p in body.strip().split("\n\n")])
    if "```" in body or "~~~" in body:  # blank lines inside code end no paragraph
        return "\n".join(_lines(body)).strip()
    paragraphs = (paragraph.strip("\n") for paragraph in body.split("\n\n"))
    return "\n\n".join(
        p.replace("\n", " ").rstrip() if even and _only_words(p) else unwrap_paragraph(p)
        for p in paragraphs
        if p and not p.isspace()
    ).strip()


def unwrap_paragraph(paragraph: str) -> str:
    """Lines without a blank one between them as ``unwrap`` reads them inside a text."""
    return "\n".join(_lines(paragraph)).strip("\n")


def _only_words(text: str) -> bool:
    """Whether no line may mean more than its words (quick, and on the safe side)."""
    spaced = "  " in text or " \n" in text or "\n\n\n" in text or "\\" in text
    return not (spaced or _SPECIAL.search(f"\n{text}"))


def _lines(body: str) -> list[str]:
    lines: list[str] = []
    fenced = False
    for line in body.split("\n"):
        stripped = line.strip()
        if stripped.startswith(("```", "~~~")):
            fenced = not fenced
            lines.append(stripped)
        elif fenced:
            lines.append(line.rstrip())
        elif not stripped:
            if lines and lines[-1]:
                lines.append("")
        elif lines and lines[-1] and not _breaks(lines[-1], line):
            lines[-1] = f"{lines[-1].rstrip()} {' '.join(stripped.split())}"
        else:
            lines.append(_normal(line))
    return lines


def _breaks(previous: str, line: str) -> bool:
    own_line = previous.lstrip().startswith(("#", "|", "```", "~~~", "![["))
    if own_line or previous.endswith(("  ", "\\")) or _OWN_LINE.match(line):
        return True
    # Wrapped text may begin a line with "12. Klasse"; a list follows a colon or another item.
    begun = previous.rstrip().endswith(":") or _LISTED.match(previous) is not None
    return begun and _NUMBERED.match(line) is not None


def _normal(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    hard_break = "  " if line.endswith("  ") else ""
    return indent + " ".join(line.split()) + hard_break


def _front_matter(file: str, source: str, findings: list[Finding]) -> Wortlaut:
    if usual := _USUAL_FRONT.fullmatch(source):  # thousands of files: spare them the YAML parser
        return cast(Wortlaut, usual[1])
    tree, found, *_ = parse(file, b"\n" + source.encode())  # one line down: the opening ---
    validated = validate(Textangaben, tree, file)
    findings += [*found, *validated.findings]
    return (validated.record or Textangaben()).wortlaut


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
