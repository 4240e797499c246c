"""The bytes of a text file to its lines, as they come out of a PDF or an editor."""

from __future__ import annotations

import re
import unicodedata

from generator.errors import GeneratorError
from generator.receive.foreign import NOTE_END, NOTE_START

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
GUESSED = (
    "Der Text ist nicht in UTF-8 gespeichert; er wurde als Windows-1252 gelesen. Umlaute und "
    "Anführungszeichen im Ergebnis ansehen."
)
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_WINDOWS = {
    code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85
}
"""Signs of Windows-1252 that somebody saved as if they were Unicode (as HTML Living Standard 13.2.3.5 reads them)."""
_MOST_CONTROL = 50
"""One sign in so many that no text has: then it is no text."""
_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_OURS = str.maketrans(
    {NOTE_START: "\ufffd", NOTE_END: "\ufffd", "\u200b": None}
    | {chr(code): "\ufffd" for code in range(0xE004, 0xE007)}
)
"""Private signs that the readers set themselves."""


def decoded(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and what is to be said of it; GeneratorError for what is none."""
    text, said = _decoded(name, data)
    text = text.translate(_WINDOWS)
    control = _CONTROL.findall(text)
    if len(control) * _MOST_CONTROL > len(text):
        raise _no_text(name)
    text = cleaned(text)
    if not text.strip():
        raise GeneratorError(
            f"Die Datei {name} enthält keinen Text.", "Die richtige Datei angeben."
        )
    return text, said


def cleaned(text: str) -> str:
    """A text of any source as it can be written: letters composed, no control signs, no signs of ours."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", text)).translate(_OURS)


def _decoded(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise _no_text(name) from error
    if b"\x00" in data:
        raise _no_text(name)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), (GUESSED,)


def split_lines(text: str) -> list[str]:
    """The lines; a form feed begins a line of its own page and stays in front of it."""
    return _BREAKS.split(text.replace("\n\f", "\f").replace("\f", "\n\f"))


def _no_text(name: str) -> GeneratorError:
    return GeneratorError(
        f"Die Datei {name} ist keine Textdatei und keines der Formate, die gelesen werden.",
        "Gelesen werden .docx, .odt, .doc, .pdf, .md und .txt.",
    )
