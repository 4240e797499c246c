"""A strategy of any size: the shipped one repeated, with IDs, names and wording of their own.

Each copy belongs to an invented place, so that no wording occurs twice. Paragraphs that name no
place do, and the check tells of each with all its copies: more than a real strategy has. Goals, Empfehlungen,
key figures, sources, plans and all prose are repeated; the offices of the county and the
two figures are not, for neither grows with the number of goals.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

Tree = dict[str, Any]
"""A YAML file as it was read."""

_ONSETS = (
    "B",
    "Br",
    "D",
    "F",
    "G",
    "Gl",
    "H",
    "K",
    "Kr",
    "L",
    "M",
    "N",
    "P",
    "R",
    "S",
    "St",
    "T",
    "W",
    "Z",
)
_VOWELS = ("a", "e", "i", "o", "u", "au", "ei")
_ENDINGS = ("bach", "berg", "born", "dorf", "feld", "furt", "hain", "heim", "leben", "rode", "tal")


def place(number: int) -> str:
    """The invented place of a copy; different for each of the first 1,600 numbers."""
    number, onset = divmod(number * 7 + 3, len(_ONSETS))
    number, vowel = divmod(number, len(_VOWELS))
    ending = _ENDINGS[number % len(_ENDINGS)]
    return _ONSETS[onset] + _VOWELS[vowel] + ("l" if number % 2 else "r") + ending


def multiply(source: Path, target: Path, times: int) -> None:
    """Write the strategy in ``source`` to ``target``, ``times`` over, with its predecessor."""
    _multiply_folder(source, target, times)
    for edition in sorted((source / "editions").glob("*/strategy.yaml")):
        _multiply_folder(edition.parent, target / "editions" / edition.parent.name, times)


def _multiply_folder(source: Path, target: Path, times: int) -> None:
    (target / "texts").mkdir(parents=True)
    head = yaml.safe_load((source / "strategy.yaml").read_text("utf-8"))
    chapters = {chapter["id"] for chapter in head["kapitel"]}
    _write(target / "strategy.yaml", _head(head, times))
    for file in sorted(source.glob("*.yaml")):
        if file.name in _ONCE:
            shutil.copy(file, target)
        elif file.name != "strategy.yaml":
            _write(target / file.name, _joined(_copies(file, times, chapters)))
    for text in sorted((source / "texts").glob("*.md")):
        _multiply_text(text, target / "texts", times, chapters)


def _copies(file: Path, times: int, chapters: set[str]) -> list[Tree]:
    data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    copies = [_renamed(data, number, chapters) for number in range(times)]
    if file.name == "changes.yaml":
        copies[1:] = [_without(copy, chapters | {"strategie"}) for copy in copies[1:]]
    return copies


def _multiply_text(source: Path, target: Path, times: int, chapters: set[str]) -> None:
    """A chapter is there once, with the prose of all copies; any other text many times."""
    text = source.read_text("utf-8")
    front = match[0] if (match := re.match(r"---\n.*?\n---\n", text, re.DOTALL)) else ""
    prose = [_prose(text.removeprefix(front), number, chapters) for number in range(times)]
    stem, _, rest = source.name.partition(".")
    if stem in chapters:
        (target / source.name).write_text(front + "\n".join(prose), "utf-8")
        return
    for number, body in enumerate(prose):
        (target / f"{stem}{_tail(number)}.{rest}").write_text(front + body, "utf-8")


def _tail(number: int) -> str:
    return f"_{number}" if number else ""


def _head(head: Tree, times: int) -> Tree:
    head["anzahl"] = {key: number * times for key, number in head["anzahl"].items() if number}
    head["abweichungen"] = []
    head["fassung"]["stand"] = str(head["fassung"]["stand"])
    return head


_ONCE = {"actors.yaml", "figures.yaml"}
_TEXT_KEYS = {"text", "titel", "bezeichnung", "name", "gruppe", "urheber", "begruendung"}
_ID_KEYS = {
    "id", "flankiert_von", "bezug", "ersetzt", "quelle", "abschnitt", "anteil", "von", "hoechstens",
}  # fmt: skip


def _renamed(value: Any, number: int, chapters: set[str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _renamed(v, number, chapters, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_renamed(v, number, chapters, key) for v in value]
    if not isinstance(value, str) or not number:
        return value
    if key in _ID_KEYS and re.fullmatch(r"[A-Za-z]\w*", value) and value not in chapters:
        return value + _tail(number)
    if key in _TEXT_KEYS:
        stem, dot = (value[:-1], ".") if value.endswith(".") else (value, "")
        return f"{stem} ({place(number)}){dot}"
    return value


def _without(changes: Tree, chapters: set[str]) -> Tree:
    """Reasons for what there is only once stay in the first copy."""
    plain = (change for change in changes["aenderungen"])
    return {"aenderungen": [c for c in plain if re.sub(r"_\d+$", "", c["id"]) not in chapters]}


def _prose(body: str, number: int, chapters: set[str]) -> str:
    def renamed(match: re.Match[str]) -> str:
        return match[0] if match[2] in chapters else match[1] + match[2] + _tail(number)

    body = re.sub(r"(?<!\")fünf Handlungsfelder", '{{ zitat("fünf Handlungsfelder") }}', body)
    if not number:
        return body
    body = re.sub(r"!\[\[\w+\]\]\n", "", body)
    body = re.sub(r"(\[\[|\[@|kennzahl\.)(?!ABB)(\w+)", renamed, body)
    return body.replace("Ilm-Kreis", f"Kreis {place(number)}")


def _joined(copies: list[Tree]) -> Tree:
    result: Tree = {}
    for copy in copies:
        for key, value in copy.items():
            if isinstance(value, list):
                result.setdefault(key, []).extend(value)
            else:
                inner = result.setdefault(key, {})
                for name, items in value.items():
                    inner.setdefault(name, []).extend(items)
    return result


def _write(path: Path, data: object) -> None:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, "utf-8")
