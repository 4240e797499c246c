"""Prints CPU time and peak memory at 1, 10 and 50 times the shipped strategy, as ratios.

``python -m tools.bench`` (or ``make bench``). Each figure is a whole process, measured by
the operating system (user plus system CPU time, peak resident memory): the least of several
runs, for whatever else the machine does can only add to it. What the figures are compared
with is measured in the same session, again before every step: ratios survive a slow or
busy machine, seconds do not. Pandoc and python-redlines do the same work on the same content.
The least of several runs finds what a first one leaves behind: our drawn figures in the
user's cache, the unpacked program of python-redlines.
"""

import argparse
import compileall
import importlib.util
import os
import sys
import tempfile
from pathlib import Path

from msgspec import Struct

from tools.bench.cost import Cost, run
from tools.bench.office_answers import RETURNED, SENT, answer, begin_period
from tools.bench.printed_text import READ_IN, printed_text
from tools.bench.rivals import pandoc, redlines
from tools.bench.synthetic_reports import report
from tools.reviewer import Reviewer
from tools.synthetic import multiply

ROOT = Path(__file__).parents[2]
RUNS = {1: 5, 10: 3, 50: 2}
"""Size -> runs; a step whose promise is near gets more."""
MORE = {"check": 3, "schnell": 3}
REFERENCES = {
    "reference": "import pydantic, networkx, yaml",
    "mandated": "import pydantic, yaml, jinja2, docx, networkx, pytest",
}
RIVALS = {"pandoc": "pypandoc", "redlines": "python_redlines_docxodus"}
OLD = Path("strategy") / "editions" / "2018"


def _build(only: str = "") -> list[str]:
    chosen = ["--only", only] if only else []
    return ["build", "--pages", "off", "--trotz-fehlern", *chosen]


STEPS = {
    "check": ["check", "--format", "json"],
    "schnell": ["check", "--schnell", "--format", "json"],
    "diff": ["diff", "--format", "json"],
    "strategie": _build("strategie"),
    "synopse": _build("synopse"),
    "aenderungsfassung": _build("aenderungsfassung"),
    "build": _build(),
    "review": ["review", "zurueck.docx"],
    "sheets": ["sheets", "--output", str(SENT.parent)],
    "collect": ["collect", str(RETURNED)],
    "umsetzungsstand": _build("umsetzungsstand"),
}
"""Name -> arguments of ``strategie``; ``build`` makes everything, ``review`` reads what it made
after forty paragraphs were changed, ``collect`` the sheet for all bodies with half of its rows filled;
``umsetzungsstand`` prints two periods of reports."""


class Bench(Struct):
    """What was measured: (step or rival, size) -> its cost and those of the references beside it."""

    folders: dict[int, Path]
    costs: dict[tuple[str, int], Cost]
    beside: dict[tuple[str, int], dict[str, Cost]]

    def measure(
        self, name: str, size: int, command: list[str], runs: int, limit: float = 0
    ) -> None:
        """The least of some runs, each after a run of the references."""
        folder = self.folders[size]
        references = {what: [sys.executable, "-c", code] for what, code in REFERENCES.items()}
        rounds = [
            ({what: run(c, folder, ROOT) for what, c in references.items()},
             run(command, folder, ROOT, limit))
            for _ in range(runs)
        ]  # fmt: skip
        self.costs[name, size] = min(cost for _, cost in rounds)
        self.beside[name, size] = {what: min(r[what] for r, _ in rounds) for what in REFERENCES}
        self.show(name, size)

    def step(self, name: str, size: int) -> None:
        """One of our commands."""
        runs = RUNS[size] + MORE.get(name, 0)
        self.measure(name, size, [sys.executable, "-m", "generator", *STEPS[name]], runs)

    def ratio(self, name: str, size: int, other: str, other_size: int) -> float:
        """Of two steps or rivals, or of a step to a reference that ran beside it."""
        beside = self.beside[name, size].get(other)
        return self.costs[name, size].cpu / (beside or self.costs[other, other_size]).cpu

    def more(self, name: str, other: str, size: int) -> float:
        """What a step costs on top of another, to the reference."""
        reference = self.beside[name, size]["reference"]
        return (self.costs[name, size].cpu - self.costs[other, size].cpu) / reference.cpu

    def show(self, name: str, size: int) -> None:
        """Print the line of what was measured."""
        cost, reference = self.costs[name, size], self.beside[name, size]["reference"]
        print(
            f"{name:18} {size:4}x {cost.shown:>9} {cost.cpu / reference.cpu:12.2f}"
            f" {cost.memory:7.0f} {cost.memory / reference.memory:12.2f}",
            flush=True,
        )


def main() -> int:
    """Print the table; exit 1 where a promise of the README is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", action="append", choices=RIVALS, default=[])
    rivals = {k: v for k, v in RIVALS.items() if k not in parser.parse_args().without}
    if missing := [name for name in rivals.values() if importlib.util.find_spec(name) is None]:
        print(f"{', '.join(missing)} missing: pip install -r requirements-bench.lock")
        return 2
    for package in ("generator", "tools"):  # as pip does for the reference
        compileall.compile_dir(ROOT / package, quiet=1)
    with tempfile.TemporaryDirectory() as temporary:
        folders = {size: Path(temporary) / str(size) for size in RUNS}
        for size, folder in folders.items():
            multiply(ROOT / "strategy", folder / "strategy", size)
        bench = Bench(folders, {}, {})
        _measure_all(bench, set(rivals))
    for name in REFERENCES:
        least = min(costs[name].cpu for costs in bench.beside.values())
        print(f"\n{name} ({REFERENCES[name]}): {least:.2f} s CPU", end="")
    return _judge(bench)


def _measure_all(bench: Bench, rivals: set[str]) -> None:
    head = (
        f"{'step':18} {'size':>5} {'CPU s':>9} {'/ reference':>12} {'MiB':>7} {'/ reference':>12}"
    )
    print(head, flush=True)
    for name in STEPS:
        for size, folder in bench.folders.items():
            if name == "review":
                sent = (folder / "output" / "strategie.docx").read_bytes()
                (folder / "zurueck.docx").write_bytes(Reviewer("Anna Amt", 1).edit(sent, 40)[0])
            if name == "sheets":
                begin_period(folder / "strategy")
            if name == "collect":
                answer(folder)
            if name == "umsetzungsstand":
                report(folder / "strategy")
            bench.step(name, size)
    for size, folder in bench.folders.items():
        (folder / "alt.txt").write_bytes(printed_text(folder / "strategy"))
        bench.measure("import", size, [sys.executable, "-c", READ_IN], RUNS[size])
    for size, folder in bench.folders.items():
        if "pandoc" in rivals:
            bench.measure("pandoc", size, pandoc(folder), runs=1)
        if "redlines" not in rivals:
            continue
        before = [*STEPS["strategie"], "--strategy", str(OLD), "--output", "old"]
        run([sys.executable, "-m", "generator", *before], folder, ROOT)
        ours = max(bench.costs[name, size].cpu for name in _COMPARING)
        # Where it has used what the promise allows, the rest would prove nothing more.
        limit = ours * _STOPPED.get(size, 0)
        pair = (Path("old") / "strategie.docx", Path("output") / "strategie.docx")
        runs = 2 if size == 1 else 1  # the first run unpacks its program
        bench.measure("redlines", size, redlines(*pair), runs, limit)


_COMPARING = ("diff", "synopse", "aenderungsfassung")
_COMPARING_BOUNDS = {1: 5, 50: 50}
"""Size -> how many times our CPU time python-redlines must take at least."""
_STOPPED = {10: 10, 50: 51}
"""Size -> how many times our CPU time it is given; at 10 times the size nothing is promised."""


def _judge(bench: Bench) -> int:
    """The promises: against what we import, against the rivals, and linear growth."""
    promises = [
        ("check at 1x / reference", bench.ratio("check", 1, "reference", 1), 2.3),
        ("check at 50x / reference", bench.ratio("check", 50, "reference", 1), 15),
        ("check --schnell at 1x / reference", bench.ratio("schnell", 1, "reference", 1), 1.7),
        ("check --schnell at 50x / reference", bench.ratio("schnell", 50, "reference", 1), 6),
        ("strategie at 1x / reference", bench.ratio("strategie", 1, "reference", 1), 4),
        ("strategie at 1x / mandated imports", bench.ratio("strategie", 1, "mandated", 1), 4),
        ("review beside strategie at 1x / reference", bench.more("review", "strategie", 1), 3),
        ("review at 50x / strategie", bench.ratio("review", 50, "strategie", 50), 1.5),
    ]
    promises.append(("import at 1x / reference", bench.ratio("import", 1, "reference", 1), 5))
    if ("pandoc", 50) in bench.costs:
        bound = bench.ratio("strategie", 50, "pandoc", 50)
        promises.append(("strategie at 50x / pandoc", bound, 0.25))
    measured = ("redlines", 50) in bench.costs
    for size, times in _COMPARING_BOUNDS.items() if measured else ():
        for name in _COMPARING:
            text = f"{name} at {size}x / redlines"
            promises.append((text, bench.ratio(name, size, "redlines", size), 1 / times))
    for name in (*STEPS, "import"):
        growth = bench.ratio(name, 50, name, 10)
        promises.append((f"{name}: 50x / 10x (linear: 5)", growth, 5))
    print("\n")
    for text, value, bound in promises:
        print(f"{'kept  ' if value <= bound else 'BROKEN'} {text}: {value:.3g} (at most {bound})")
    return int(any(value > bound for _, value, bound in promises))


if __name__ == "__main__":
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.exit(main())
