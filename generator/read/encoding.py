"""Bytes of a file to characters, whatever they were saved in; anything but UTF-8 is a finding."""

import codecs

from generator.finding import Finding, Position, Severity

_OTHER_PROGRAMS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF")
"""How files of Word, Excel (new and old), RTF and PDF begin."""
_MARKS = (  # those of UTF-32 first: one begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32", "in UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "in UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "in UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "in UTF-16"),
)
_SAMPLE = 4096
"""Bytes looked at to recognise an encoding without a mark."""
_UNPRINTABLE = bytes({*range(32), 127} - {9, 10, 12, 13})


def of_another_program(data: bytes) -> bool:
    """Whether a file is none of text, although all its signs may be."""
    return data.startswith(_OTHER_PROGRAMS)


def characters(file: str, data: bytes) -> tuple[str, list[Finding]]:
    """The text of a file, empty where it is none; ``file`` is how messages name it."""
    if of_another_program(data):
        return "", [_no_text(file, "stammt aus Word, Excel oder einem ähnlichen Programm und ")]
    for mark, codec, told in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), [_wrong(Position(file, 1, 1), told)]
    if b"\0" in data:
        if wide := _without_mark(data[:_SAMPLE]):
            return data.decode(wide, "replace"), [
                _wrong(Position(file, 1, 1), f"in {wide[:6].upper()}")
            ]
        if len(data[:_SAMPLE].translate(None, _UNPRINTABLE)) * 10 < len(data[:_SAMPLE]) * 9:
            return "", [_no_text(file, "")]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        wrong = _wrong(Position(file, line, column), "nicht in UTF-8")
        return data.decode("cp1252", "replace"), [wrong]


def _without_mark(sample: bytes) -> str | None:
    """The codec of Latin text in UTF-32 or UTF-16: most of its bytes are zero in the same places."""
    for codec, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        low = 0 if codec.endswith("le") else width - 1
        signs = sample[low::width]
        zeros = [sample[place::width] for place in range(width) if place != low]
        mostly = all(part.count(0) * 2 > len(part) for part in zeros)
        if mostly and signs.count(0) * 2 < len(signs):
            return codec
    return None


def _no_text(file: str, why: str) -> Finding:
    return Finding(
        "Z001",
        Severity.ERROR,
        f"Die Datei {why}ist kein einfacher Text. "
        "Den Inhalt in einem Texteditor in eine neue Datei kopieren und diese unter dem Namen speichern.",
        Position(file, 1, 1),
    )


def _wrong(position: Position, what: str) -> Finding:
    return Finding(
        "Z001",
        Severity.ERROR,
        f"Die Datei ist {what} gespeichert; Umlaute gehen so verloren. "
        "Im Editor «Speichern unter» wählen und als Codierung UTF-8 einstellen.",
        position,
    )
