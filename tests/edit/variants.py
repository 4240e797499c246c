"""The files of a strategy written otherwise with the same meaning: every form of YAML the reader accepts.

Shares no code with ``generator``: the files are read by PyYAML and written by hand here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from random import Random
from typing import Any

import yaml

SAFE = re.compile(
    r"[A-Za-zÄÖÜäöüß0-9][A-Za-zÄÖÜäöüß0-9_./()§%€ -]*[A-Za-zÄÖÜäöüß0-9.)]|[A-Za-z0-9]"
)
"""Words that YAML reads as they stand, inside brackets too."""
NUMBER = re.compile(r"[-+.\d][\d._:eE+-]*|~|null|true|false|yes|no", re.IGNORECASE)
COMMENTS = (
    "# Anmerkung",
    "#",
    "# wird noch geprüft: bis März",
    "#ohne Leerzeichen",
    "# - id: XX99",
)


def variant(files: Mapping[str, bytes], seed: int) -> dict[str, bytes]:
    """The same strategy in files that look otherwise; the same seed gives the same files."""
    random = Random(seed)
    result = {}
    for name, data in files.items():
        text = data.decode()
        if name.endswith(".yaml"):
            content = yaml.load(text, yaml.BaseLoader)
            text = _Writer(random).file(content)
        elif random.random() < 0.3:
            text = "\n".join(line.rstrip() for line in text.split("\n")) + "\n\n"
        result[name] = encoded(text, random)
    return result


def encoded(text: str, random: Random) -> bytes:
    """The text as some editor saves it."""
    if random.random() < 0.2:
        text = unicodedata.normalize("NFD", text)
    text = text.replace("\n", random.choice(["\n", "\n", "\r\n", "\r"]))
    mark = random.choice([b"", b"", b"\xef\xbb\xbf"])
    return mark + text.encode()


class _Writer:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.flow = random.choice([0.0, 0.1, 0.3, 0.8])
        self.noise = random.choice([0.0, 0.05, 0.3])
        self.quotes = random.choice([("",), ('"',), ("'",), ("", '"', "'", ">", "|", "w")])
        self.step = random.choice([1, 2, 2, 3, 4])
        self.offset = random.choice([0, 0, 1, 2, 2, 4])
        self.explicit = random.choice([0.0, 0.0, 0.1])

    def file(self, content: Any) -> str:
        choice = self.random.random()
        if choice < 0.1:
            return self.in_flow(content, 0) + self.maybe("\n")
        start = " " * self.random.choice([0, 0, 0, 2])
        lines = [self.random.choice(["---", "# Kopf", "%YAML 1.1\n---"])] if choice < 0.5 else []
        lines += self.block(content, len(start))
        return "\n".join([*lines, *(["..."] if choice < 0.2 else [])]) + self.maybe("\n", 0.8)

    def maybe(self, text: str, share: float = 0.5) -> str:
        return text if self.random.random() < share else ""

    def block(self, node: Any, column: int) -> list[str]:
        """Lines with their indent."""
        lines: list[str] = []
        indent = " " * column
        if isinstance(node, dict):
            for key, value in node.items():
                lines += self.between(column)
                lines += self.pair(indent, key, value, column)
        else:
            for value in node:
                lines += self.between(column)
                lines += self.item(indent, value, column)
        return lines

    def between(self, column: int) -> list[str]:
        if self.random.random() >= self.noise:
            return []
        comment = " " * self.random.choice([column, column, 0]) + self.random.choice(COMMENTS)
        return self.random.choice([[""], [comment], ["", comment]])

    def pair(self, indent: str, key: str, value: Any, column: int) -> list[str]:
        name = self.key(key)
        if self.random.random() < self.explicit:
            name = f"? {name}\n{indent}"
        spaces = self.random.choice([" ", " ", "  "])
        if isinstance(value, str):
            return f"{indent}{name}:{spaces}{self.scalar(value, column, under=key)}".split("\n")
        if not value or self.in_one_line():
            note = self.note()
            return f"{indent}{name}:{spaces}{self.in_flow(value, column + 2)}{note}".split("\n")
        deeper = self.step if isinstance(value, dict) else self.offset
        note = self.note()
        if self.random.random() < self.noise:
            note += f"\n{' ' * (column + deeper)}# Anmerkung darunter"
        return [*f"{indent}{name}:{note}".split("\n"), *self.block(value, column + deeper)]

    def item(self, indent: str, value: Any, column: int) -> list[str]:
        dash = "-" + self.random.choice([" ", " ", "   "])
        if isinstance(value, str):
            return f"{indent}{dash}{self.scalar(value, column)}".split("\n")
        if self.in_one_line():
            return f"{indent}{dash}{self.in_flow(value, column + 2)}{self.note()}".split("\n")
        inside = column + len(dash)
        lines = self.block(value, inside)
        if self.random.random() < self.noise / 2:
            return [f"{indent}- # Anmerkung", *lines]
        first = next(k for k, line in enumerate(lines) if line.strip()[:1] not in ("", "#"))
        above = [indent + line.strip() for line in lines[:first]]  # else part of a text before
        return [*above, indent + dash + lines[first].lstrip(), *lines[first + 1 :]]

    def in_one_line(self) -> bool:
        return self.random.random() < self.flow

    def note(self) -> str:
        return f"  {self.random.choice(COMMENTS)}" if self.random.random() < self.noise else ""

    def in_flow(self, node: Any, column: int) -> str:
        """One line, or several below each other."""
        if isinstance(node, str):
            return self.scalar(node, column, flow=True)
        if isinstance(node, dict):
            parts = [f"{self.key(k)}: {self.in_flow(v, column + 2)}" for k, v in node.items()]
            opening, closing = "{", "}"
        else:
            parts = [self.in_flow(v, column + 2) for v in node]
            opening, closing = "[", "]"
        if len(parts) > 1 and self.random.random() < 0.3:
            indent = "\n" + " " * (column + 2)
            return opening + indent + f",{self.note()}{indent}".join(parts) + f"{indent}{closing}"
        return opening + ", ".join(parts) + self.maybe(", ", 0.1 if parts else 0) + closing

    def key(self, key: str) -> str:
        if not SAFE.fullmatch(key) or self.random.random() < 0.1:
            return json.dumps(key, ensure_ascii=False)
        return key

    def scalar(self, text: str, column: int, flow: bool = False, under: str = "") -> str:
        text = " ".join(text.split())
        style = self.random.choice(self.quotes)
        indent = "\n" + " " * (column + max(self.step, 1))
        plain = SAFE.fullmatch(text) and not NUMBER.fullmatch(text)
        if style in (">", "|") and not flow and text and "#" not in text:
            chomp = self.random.choice(["", "-", "+"])
            return f"{style}{chomp}" + indent + self.wrapped(text, indent)
        if style in ("", "w") and plain:
            return self.wrapped(text, indent) if style == "w" else text
        if style == "'":
            return "'" + self.wrapped(text.replace("'", "''"), indent) + "'"
        spelled = json.dumps(text, ensure_ascii=self.random.random() < 0.2)
        if "\\" in spelled:
            return spelled
        return '"' + self.wrapped(spelled[1:-1], indent) + '"'

    def wrapped(self, text: str, indent: str) -> str:
        words = text.split(" ")
        result = words[0]
        for word in words[1:]:
            result += (indent if self.random.random() < 0.1 else " ") + word
        return result
