"""``python -m tools.import_trials --count 1000``: damaged and foreign files are read in; none may fail otherwise than in one sentence.

Every file is cut, spoiled, saved in another encoding, wrapped in another format or blown up.
A trial is right where the folder is whole (exit code 0), or where one German sentence says why
not and nothing was written (exit code 2).
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from generator.cli import main

ROOT = Path(__file__).parents[1]
Spoil = Callable[[bytes, random.Random], bytes]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flip(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randrange(1, 60)):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _twist(data: bytes, chance: random.Random) -> bytes:
    """A stretch of the file goes, or comes twice."""
    first, last = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:first] + data[last:] if chance.random() < 0.5 else data[:last] + data[first:]


def _parts(data: bytes, chance: random.Random) -> bytes:
    """A package with a part spoiled, missing or empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except zipfile.BadZipFile:
        return _flip(data, chance)
    name = chance.choice(sorted(parts))
    how = chance.randrange(4)
    if how == 0:
        del parts[name]
    elif how == 1:
        parts[name] = b""
    else:
        parts[name] = (_flip, _cut)[how - 2](parts[name] or b"x", chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part, content in parts.items():
            new.writestr(part, content)
    return target.getvalue()


def _bomb(data: bytes, chance: random.Random) -> bytes:
    """A small package of very much."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("[Content_Types].xml", "<Types/>")
        for number in range(chance.randrange(1, 4)):
            new.writestr(f"word/document{number or ''}.xml", b"<a>" * (40 << 20))
    return target.getvalue()


def _encoded(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        chance.choice(["cp1252", "utf-16", "utf-16-le", "utf-7", "cp037", "utf-32", "mac_roman"]),
        "replace",
    )


def _strange(data: bytes, chance: random.Random) -> bytes:
    """Text with signs that no strategy has."""
    text = data.decode("utf-8", "replace")
    signs = ["\x00", "\x1b[31m", "\u202e", "\ue000" + "7" + "\ue001", "{{ x }}", "[[LZ01]]", "\u2028", "---\n", "| a |", "﷽", "\ud7ff", "# ", "\x0c", "![[abb1]]", "^[", "&#123;", "a" * 3000, "\t" * 50]  # fmt: skip
    for _ in range(chance.randrange(1, 30)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(signs) + text[place:]
    return text.encode("utf-8", "surrogatepass")


def _foreign(data: bytes, chance: random.Random) -> bytes:
    return chance.choice([b"%PDF-1.4\n", b"{\\rtf1 ", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"\x1f\x8b", b"<html>", b"<?xml", b"\xff\xd8\xff", b"MZ", b"\x7fELF"]) + data[: chance.randrange(4000)]  # fmt: skip


SPOILS: tuple[Spoil, ...] = (_cut, _flip, _twist, _parts, _encoded, _strange, _foreign, _bomb)


def sources(folder: Path) -> dict[str, bytes]:
    """Word, Markdown and text of the smaller county, made anew."""
    output = folder / "output"
    words = ["build", "--strategy", str(ROOT / "examples" / "weidenfurt"), "--output", str(output)]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main([*words, "--pages", "off", "--only", "strategie.docx"])
    from tests.importing.sources import TEXT

    markdown = "\n\n".join(
        f"## {line}" if line.lstrip()[:2] in ("1.", "2.", "3.", "4.") else line
        for line in TEXT.splitlines()
    )
    return {
        "alt.docx": (output / "strategie.docx").read_bytes(),
        "alt.txt": TEXT.encode(),
        "alt.md": markdown.encode(),
    }


def trial(number: int, seed: int, files: dict[str, bytes], folder: Path) -> str:
    """What was wrong with one; "" where nothing was."""
    chance = random.Random(f"{seed}:{number}")
    name = chance.choice(sorted(files))
    spoil = chance.choice(SPOILS if number % 40 == 0 else SPOILS[:-1])
    source, target = folder / name, folder / "neu"
    shutil.rmtree(target, ignore_errors=True)
    source.write_bytes(spoil(files[name], chance))
    said, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(said):
        code = main(["import", str(source), "--output", str(target)])
    label = f"{number} {spoil.__name__} {name}: code {code}"
    if code == 2:
        lines = said.getvalue().strip().splitlines()
        if target.exists() or not 1 <= len(lines) <= 3:
            return f"{label}, {'written' if target.exists() else lines[:5]}"
        return ""
    if code != 0 or not (target / "bericht.md").is_file():
        return f"{label} {said.getvalue()[-300:]}"
    return _check(target, label)


def _check(target: Path, label: str) -> str:
    """The folder is read without a structural error."""
    from generator.finding import Severity
    from generator.read.origin import Folder
    from generator.read.reading import read_strategy

    reading = read_strategy(Folder(target))
    wrong = [
        f for f in reading.findings if f.rule.startswith("Z0") and f.severity is Severity.ERROR
    ]
    return f"{label} {wrong[0].rule} {wrong[0].message[:200]}" if wrong else ""


def run() -> int:
    """Print failures and a summary; 1 if there was one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="einlesen-") as place:
        files = sources(Path(place))
        for number in range(arguments.count):
            failure = trial(number, arguments.seed, files, Path(place))
            if failure:
                wrong += 1
                sys.stdout.write(failure + "\n")
    sys.stdout.write(f"{arguments.count} files, {wrong} failures (seed {arguments.seed})\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(run())
