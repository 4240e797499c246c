"""Run by hand over many seeds: what LibreOffice leaves of Änderungsfassungen of random Fortschreibungen.

    python -m tests.render.documents.redline_proof --first 0 --count 500

Every second one has the remarks with reasons and votes. The text is settled from the XML with them;
LibreOffice, whose interface fails on remarks, settles the same file without their part. Accepted it
has to be the new edition, rejected the old one, and no paragraph with a number may be left empty.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generator.model.strategy import Strategy
from tests.compare.county import county as lindental
from tests.compare.mutate import fortschreibung
from tests.render.conftest import shipped
from tests.render.documents.libreoffice import settled
from tests.render.documents.test_redline import HOW, check, masked, plain, redline, word

AT_ONCE = 5
"""Seeds that one LibreOffice settles before the next one starts."""


def pair(seed: int, counties: tuple[Strategy, Strategy]) -> tuple[Strategy, Strategy]:
    """Mostly the small county, every fifth time a larger one; some are taken back."""
    small = lindental()
    old = small if seed % 5 else counties[seed % 20 == 0]
    new = fortschreibung(old, seed, steps=(6, 12, 20)[seed % 3])
    return (new, old) if seed % 7 == 3 else (old, new)


def ranges(lines: list[str]) -> list[str]:
    """Without the numbers that LibreOffice counts: joined to a rejected heading, one has its level."""
    return [re.sub(r"bis [\d.]*\d", "bis", line) for line in masked(lines)]


def faults(folder: Path, seeds: range, counties: tuple[Strategy, Strategy]) -> Iterator[str]:
    """What is wrong, each with its seed."""
    files: list[tuple[bytes, str]] = []
    for seed in seeds:
        old, new = pair(seed, counties)
        try:
            check(old, new, reasons=bool(seed % 2))
        except AssertionError as fault:
            yield f"{seed}: XML: {str(fault)[:300]}"
        document = redline(old, new, reasons=bool(seed % 2))
        for how in HOW:
            files += [(word(document), how), (word(plain(document, old, new, how)), "plain")]
    told = settled(folder, files, patience=7200)
    for number, (found, wanted) in enumerate(zip(told[::2], told[1::2], strict=True)):
        seed, how = seeds[number // 2], HOW[number % 2]
        for part in ("text", "notes"):
            if ranges(found[part]) != ranges(wanted[part]):
                yield f"{seed}: {how}: {part} differ"
        if found["hollow"]:
            yield f"{seed}: {how}: empty but numbered {found['hollow']}"


def main() -> None:
    """Say what is wrong while it goes on, and how many were right."""
    parser = argparse.ArgumentParser(description="Änderungsfassungen durch LibreOffice")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=500)
    asked = parser.parse_args()
    counties = shipped("examples/auental"), shipped("strategy/editions/2018")
    wrong, started = 0, time.monotonic()
    end = asked.first + asked.count
    for first in range(asked.first, end, AT_ONCE):
        seeds = range(first, min(first + AT_ONCE, end))
        with tempfile.TemporaryDirectory() as folder:
            for fault in faults(Path(folder), seeds, counties):
                wrong += 1
                print(fault, flush=True)
        print(f"… {seeds[-1]} ({time.monotonic() - started:.0f} s)", flush=True)
    print(f"{asked.count} Saaten, {wrong} Fehler")


if __name__ == "__main__":
    main()
