"""The files of a strategy and a random number generator to files that somebody has spoiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from msgspec import Struct

Files = dict[str, bytes | None]
"""Name -> content; None: a folder of that name. What is missing is not there."""

PASTED = (
    "\u00a0", "\u202f", "\u2009", "\u3000", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u2028", "\u2029", "\u0085",
    "\u202e", "\u2066", "\x00", "\x01", "\x0b", "\x0c", "\x1b[2J", "\x7f", "\x9b", "\ufffe", "\uffff", "\U0001f600",
    "e\u0301", "a\u0308", "ﬁ", "ß", "İ", "ǅ", "\t", "\r", "\r\n", "\n\n\n", "„“", "«»", "–", "…", "½", "²", "①",
)  # fmt: skip
SYNTAX = (
    "- ", ": ", "- - ", "? ", "[", "]", "{", "}", "{}", "[]", "&a ", "*a ", "!t ", "!!int ", "| ", "|\n", ">-\n", "---\n",
    "...\n", "%YAML 1.2\n", "# ", " #", "'", '"', '"\\x01"', "~", "null", "true", "nein", "13.964", "007", "12:30",
    "2026-02-31", "-1", "1e400", "0x1F", "<<: ", ", ", "@", "`", "=", "\\",
    "# ", "## ", "| a | b |\n|---|---|\n| c |\n", "```\n", "~~~\n", "> ", "* ", "1. ", "99999999999. ", "- [ ] ", "    ",
    "**", "__", "*", "`", "~~", "![[", "[[", "]]", "[[PZ06]]", "[[HF1]] bis [[HF9]]", "{{ anzahl.leitziele }}",
    "{{ anzahl.", "{{ kennzahl.x }}", "{{ zitat(\"13\") }}", "{{", "}}", "{% for x in y %}", "[@x, S. 24]", "[@",
    "^[", "^[Text]", "[x](y)", "<b>", "&amp;", "<!--", "\\\n", "***\n", "===\n", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n",
    "13 Leitziele", "Dreizehn Ziele", "zwölf Maßnahmen", "ABC", "EZ99", "WZ01",
)  # fmt: skip
CODECS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-8-sig",
    "cp1252",
    "cp850",
    "latin-1",
    "utf-7",
)


class Spoiled(Struct, frozen=True):
    """The files, and in words what was done to them."""

    files: Files
    done: tuple[str, ...]


def spoil(files: Mapping[str, bytes], random: Random) -> Spoiled:
    """One to five mutations; most inputs get one or two, so that what follows is reached too."""
    result: Files = dict(files)
    done = []
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5))):
        change = random.choice(CHANGES)
        name = random.choice(sorted(result))
        change(result, name, random)
        done.append(f"{change.__name__} {name}")
    return Spoiled(result, tuple(done))


def _text_change(change: Callable[[str, Random], str]) -> Callable[[Files, str, Random], None]:
    def run(files: Files, name: str, random: Random) -> None:
        text = (files[name] or b"").decode("utf-8", "surrogateescape")
        files[name] = change(text, random).encode("utf-8", "surrogateescape")

    run.__name__ = change.__name__
    return run


def _lines_change(
    change: Callable[[list[str], Random], None],
) -> Callable[[Files, str, Random], None]:
    def run(text: str, random: Random) -> str:
        lines = text.split("\n")
        change(lines, random)
        return "\n".join(lines)

    run.__name__ = change.__name__
    return _text_change(run)


def _place(text: str, random: Random) -> int:
    return random.randint(0, len(text))


def paste(text: str, random: Random) -> str:
    """A sign that came with a copied text."""
    at = _place(text, random)
    return text[:at] + random.choice(PASTED) * random.choice((1, 1, 1, 3, 200)) + text[at:]


def type_syntax(text: str, random: Random) -> str:
    """A sign that YAML, Markdown or we give a meaning."""
    at = _place(text, random)
    if random.random() < 0.5:  # where a value or line begins
        at = max(text.find(random.choice((": ", "\n", "- ")), at) + 2, at) if at < len(text) else at
    return text[:at] + random.choice(SYNTAX) * random.choice((1, 1, 1, 2, 100)) + text[at:]


def cut(text: str, random: Random) -> str:
    """Some of it is gone."""
    at = _place(text, random)
    return text[:at] + text[at + random.choice((1, 1, 3, 20, 500, 10**6)) :]


def repeat(text: str, random: Random) -> str:
    """Some of it stands there many times."""
    at = _place(text, random)
    piece = text[at : at + random.choice((1, 5, 50, 500))]
    return text[:at] + piece * random.choice((2, 3, 20, 300)) + text[at:]


def bloat(text: str, random: Random) -> str:
    """A very long word."""
    at = _place(text, random)
    return (
        text[:at] + random.choice("xÄ1 [*#") * random.choice((1_000, 20_000, 300_000)) + text[at:]
    )


def change_case(text: str, random: Random) -> str:
    """Autocorrection at work."""
    at = _place(text, random)
    end = at + random.choice((1, 10, 100))
    return text[:at] + text[at:end].swapcase() + text[end:]


def delete_lines(lines: list[str], random: Random) -> None:
    """Lines are gone."""
    at = random.randrange(len(lines))
    del lines[at : at + random.choice((1, 1, 2, 10))]


def duplicate_lines(lines: list[str], random: Random) -> None:
    """Lines stand there twice."""
    at = random.randrange(len(lines))
    lines[at:at] = lines[at : at + random.choice((1, 1, 5, 40))] * random.choice((1, 1, 1, 30))


def swap_lines(lines: list[str], random: Random) -> None:
    """Two lines have changed places."""
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]


def indent(lines: list[str], random: Random) -> None:
    """Some lines stand further to the right, or to the left."""
    at = random.randrange(len(lines))
    by = random.choice(("  ", " ", "\t", "    ", "", "", "        " * 30))
    for number in range(at, min(len(lines), at + random.choice((1, 1, 2, 10)))):
        lines[number] = by + lines[number] if by else lines[number].removeprefix("  ")


def swap_words(lines: list[str], random: Random) -> None:
    """A value or key of one line in another."""
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    left, right = lines[one].partition(":"), lines[two].partition(":")
    lines[one] = "".join(random.choice(((left[0], *right[1:]), (right[0], *left[1:]))))


def flip(files: Files, name: str, random: Random) -> None:
    """A single byte is another."""
    data = bytearray(files[name] or b"x")
    for _ in range(random.choice((1, 1, 5, 50))):
        if data:
            data[random.randrange(len(data))] = random.randrange(256)
    files[name] = bytes(data)


def noise(files: Files, name: str, random: Random) -> None:
    """Bytes of another file altogether."""
    data = random.randbytes(random.choice((0, 1, 10, 1000, 50_000)))
    magic = random.choice(
        (b"", b"PK\x03\x04", b"%PDF", b"\xff\xfe", b"\xff\xfe\0\0", b"{\\rtf", b"\xef\xbb\xbf")
    )
    files[name] = magic + data


def recode(files: Files, name: str, random: Random) -> None:
    """Saved in another encoding."""
    text = (files[name] or b"").decode("utf-8", "replace")
    files[name] = text.encode(random.choice(CODECS), "replace")


def line_ends(files: Files, name: str, random: Random) -> None:
    """Line ends of another system."""
    files[name] = (files[name] or b"").replace(
        b"\n", random.choice((b"\r\n", b"\r", b"\n\r", b"\x0b"))
    )


def remove(files: Files, name: str, random: Random) -> None:
    """The file is gone."""
    if len(files) > 1:
        del files[name]


def swap_files(files: Files, name: str, random: Random) -> None:
    """Two files have each other's name."""
    other = random.choice(sorted(files))
    files[name], files[other] = files[other], files[name]


def rename(files: Files, name: str, random: Random) -> None:
    """The file has another name."""
    data = files.pop(name)
    folder, slash, last = name.rpartition("/")
    new = random.choice((last.upper(), f"{last}.txt", f"._{last}", f"~${last}", f"Kopie von {last}", last[:-1], f"{last}~", "x.md", "ä.yaml"))  # fmt: skip
    files[f"{folder}{slash}{new}"] = data


def become_folder(files: Files, name: str, random: Random) -> None:
    """A folder in its place."""
    files[name] = None


def take_text(files: Files, name: str, random: Random) -> None:
    """A piece of another file pasted into this one."""
    other = (files[random.choice(sorted(files))] or b"").decode("utf-8", "replace")
    text = (files[name] or b"").decode("utf-8", "replace")
    start, at = _place(other, random), _place(text, random)
    files[name] = (text[:at] + other[start : start + 300] + text[at:]).encode()


CHANGES: tuple[Callable[[Files, str, Random], None], ...] = (
    *map(_text_change, (paste, paste, type_syntax, type_syntax, type_syntax, cut, repeat, bloat, change_case)),
    *map(_lines_change, (delete_lines, duplicate_lines, swap_lines, indent, indent, swap_words, swap_words)),
    flip, noise, recode, line_ends, remove, swap_files, rename, become_folder, take_text,
)  # fmt: skip
