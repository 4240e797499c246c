"""``python -m tools.review_trials --files 300``: random reviewers and decisions, judged without the program.

Each trial sends the document of a county out, gets one to three changed files back, records
them, decides at random and takes over what was decided. A judge that knows nothing of the
program's reading then compares the files before and after, by PyYAML and by lines.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import json
import shutil
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from typing import Any

import yaml
from lxml import etree
from msgspec import Struct, field

from generator.cli import main
from tools.reviewer import MAIN, Reviewer, paragraphs, text_of

ROOT = Path(__file__).parents[1]
COUNTIES = ("examples/auental", "strategy", "examples/weidenfurt")
WORDING_FILES = ("goals.yaml", "recommendations.yaml")
BODIES = ("zustaendig", "adressaten")
LISTED = ("responsibility", "addressee")
OPINIONS = "stellungnahmen.yaml"
PEOPLE = ("Anna Amt", "", "Bert Beirat")
DECISIONS = ("uebernommen", "uebernommen", "abgelehnt", "teilweise", "offen")

Contents = dict[str, bytes]


class TrialOutcome(Struct):
    """What a trial did, and what is wrong; nothing where all is as it should be."""

    files: int = 0
    taken: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def trial(seed: int, folder: Path) -> TrialOutcome:
    """One trial in an empty folder, which becomes the current one while it runs."""
    random = Random(seed)
    shutil.copytree(ROOT / COUNTIES[seed % len(COUNTIES)], folder / "strategy")
    with contextlib.chdir(folder):
        _said("build", "--pages", "off", "--only", "strategie")
        data = Path("output/strategie.docx").read_bytes()
        files = _returned(data, random)
        _said("review", *files, "--record")
        decided = _decided(Path("strategy") / OPINIONS, random)
        before, sealed = _contents("strategy"), _contents("strategy/editions")
        words = ["--apply", *(["--offene"] if random.random() < 0.5 else [])]
        report = json.loads(_said("review", *files, *words, "--format", "json"))
        after = _contents("strategy")
        outcome = TrialOutcome(len(files), len(report["applied"]["taken"]))
        outcome.refused.update(report["applied"]["refused"].values())
        outcome.wrong += judged(report, decided, before, after)
        outcome.wrong += ["a sealed edition changed"] * (_contents("strategy/editions") != sealed)
        outcome.wrong += _printed_again(report, after)
        _said("review", *files, *words)
        outcome.wrong += ["a second time changed files"] * (_contents("strategy") != after)
    return outcome


def _said(*arguments: str | Path) -> str:
    """Run a command of the program; what it printed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main([str(argument) for argument in arguments])
    if code:
        raise AssertionError(f"{arguments}: {code}\n{out.getvalue()}")
    return out.getvalue()


def _returned(data: bytes, random: Random) -> list[str]:
    """Files of up to three reviewers; most of what they change are wordings."""
    Path("zurueck").mkdir()
    names = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        every = list(paragraphs(etree.fromstring(archive.read(MAIN))))
    ids = {identity for identity, _ in every if identity}
    for number, person in enumerate(random.sample(PEOPLE, random.randint(1, 3))):
        among = None if random.random() < 0.3 else ids
        changed, _ = Reviewer(person, random.randrange(10**6)).edit(
            data, random.randint(1, 25), among
        )
        name = f"zurueck/{number}.docx"
        Path(name).write_bytes(changed)
        names.append(name)
    return names


def _decided(path: Path, random: Random) -> dict[str, dict[str, Any]]:
    """The entries with random decisions, which are typed into the file as a person would."""
    if not path.is_file():
        return {}
    text = path.read_text("utf-8")
    entries = {e["id"]: e for r in yaml.safe_load(text)["runden"] for e in r["stellungnahmen"]}
    for identity, entry in entries.items():
        decision, more = random.choice(DECISIONS), ""
        if decision == "teilweise" and entry.get("neu"):
            entry["fassung"] = f"{entry['neu'].rstrip('.')}, so gut es geht."
            more = f"\n        fassung: {json.dumps(entry['fassung'], ensure_ascii=False)}"
        entry["entscheidung"] = decision
        start = text.index(f"- id: {identity}\n")
        at = text.index("entscheidung: offen", start)
        text = f"{text[:at]}entscheidung: {decision}{more}{text[at + len('entscheidung: offen') :]}"
    path.write_text(text, "utf-8")
    return entries


def _contents(folder: str) -> Contents:
    root = Path(folder)
    found = (p for p in root.rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(found)}


def judged(
    report: dict[str, Any], decided: dict[str, dict[str, Any]], before: Contents, after: Contents
) -> Iterator[str]:
    """What is not as it was decided, or changed though nobody wanted it."""
    records = {one["id"]: one for one in report["records"]}
    taken = [records[identity] for identity in report["applied"]["taken"]]
    for one in taken:
        decision = decided[one["recorded"]]["entscheidung"]
        if decision == "abgelehnt" or (one["conflicts"] and decision == "offen"):
            yield f"{one['id']} is {decision} and was taken over"
    old, new = _wordings(before), _wordings(after)
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for one in taken:
        entry = decided[one["recorded"]]
        wanted[one["element"]].append(entry.get("fassung") or one["new"])
    for identity, text in new.items():
        if text != old.get(identity) and identity not in wanted:
            yield f"{identity} changed though nobody wanted it"
        if len(wanted[identity]) == 1 and _field(taken, identity) == "text":
            (said,) = wanted[identity]
            if _plain(text) != _plain(said):
                yield f"{identity}: «{text}» instead of «{said}»"
    yield from _lines_touched(taken, before, after)


def _field(taken: list[dict[str, Any]], identity: str) -> str:
    return str(next(one["field"] for one in taken if one["element"] == identity))


def _lines_touched(taken: list[dict[str, Any]], before: Contents, after: Contents) -> Iterator[str]:
    """Files that differ in more than the values of elements that were taken over."""
    ids = {one["element"] for one in taken}
    lists = {one["element"] for one in taken if one["kind"] in LISTED}
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, b""), after.get(name, b"")
        if old == new or name == OPINIONS:
            continue
        if name in WORDING_FILES:
            if _masked(old, ids, lists) != _masked(new, ids, lists):
                yield f"{name}: other lines than those of {sorted(ids)} are touched"
            continue
        changes = len(_hunks(old, new))
        if changes > len(taken):
            yield f"{name}: {changes} places touched for {len(taken)} changes"


def _hunks(old: bytes, new: bytes) -> list[Any]:
    matcher = SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False)
    return [code for code in matcher.get_opcodes() if code[0] != "equal"]


def _masked(data: bytes, ids: set[str], lists: set[str]) -> list[str]:
    """The lines of a file without the values of some elements, as PyYAML finds them.

    ``lists`` are the elements whose bodies are left out, too.
    """
    lines = data.decode().splitlines(keepends=True)
    gone: set[int] = set()
    for mapping in _mappings(yaml.compose(data)):
        values = {key.value: value for key, value in mapping.value}
        if "id" in values and values["id"].value in ids:
            listed = BODIES if values["id"].value in lists else ()
            for key, value in values.items():
                if key != "id" and (isinstance(value, yaml.ScalarNode) or key in listed):
                    gone |= set(
                        range(
                            value.start_mark.line, value.end_mark.line + bool(value.end_mark.column)
                        )
                    )
    return [line for number, line in enumerate(lines) if number not in gone]


def _mappings(node: Any) -> Iterator[yaml.MappingNode]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, yaml.MappingNode):
            yield one
            waiting += [value for _, value in one.value]
        elif isinstance(one, yaml.SequenceNode):
            waiting += one.value


def _wordings(contents: Contents) -> dict[str, str]:
    """ID to wording, as PyYAML reads the files."""
    found: dict[str, str] = {}
    for name in WORDING_FILES:
        waiting: list[Any] = [yaml.safe_load(contents.get(name, b""))]
        while waiting:
            one = waiting.pop()
            if isinstance(one, dict):
                if "id" in one and "text" in one:
                    found[one["id"]] = _plain(str(one["text"]))
                waiting += one.values()
            elif isinstance(one, list):
                waiting += one
    return found


def _printed_again(report: dict[str, Any], after: Contents) -> Iterator[str]:
    """Each wording that was taken over is a paragraph of the document built anew."""
    _said("build", "--pages", "off", "--only", "strategie")
    with zipfile.ZipFile("output/strategie.docx") as archive:
        root = etree.fromstring(archive.read(MAIN))
    shown = {_plain(text_of(p)) for p in root.iter("{*}p")}
    wordings = _wordings(after)
    records = {one["id"]: one for one in report["records"]}
    for identity in report["applied"]["taken"]:
        one = records[identity]
        text = wordings.get(one["element"])
        if one["field"] == "text" and text is not None and text not in shown:
            yield f"{one['element']}: «{text}» is not printed"


def _plain(text: str) -> str:
    """Words with one space between them; spaces and hyphens set on purpose are ordinary ones."""
    for sign, plain in (("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"), ("\u00ad", "")):
        text = text.replace(sign, plain)
    return " ".join(text.split())


def trials(files: int, first: int, tell: Callable[[str], object]) -> tuple[TrialOutcome, int]:
    """Trials until so many files came back; the sums, and how many trials there were."""
    total, number = TrialOutcome(), 0
    while total.files < files:
        with tempfile.TemporaryDirectory(prefix="review-") as folder:
            one = trial(first + number, Path(folder))
        gc.collect()  # a command of its own leaves that to the end of its process
        for wrong in one.wrong:
            tell(f"trial {first + number}: {wrong}")
        total.files, total.taken = total.files + one.files, total.taken + one.taken
        total.refused += one.refused
        total.wrong += one.wrong
        number += 1
    return total, number


def _command() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300, help="how many files come back")
    parser.add_argument("--first", type=int, default=0, help="seed of the first trial")
    arguments = parser.parse_args()
    total, number = trials(arguments.files, arguments.first, print)
    print(
        f"{number} trials, {total.files} files, {total.taken} changes taken over, "
        f"{sum(total.refused.values())} refused, {len(total.wrong)} wrong"
    )
    return bool(total.wrong)


if __name__ == "__main__":
    sys.exit(_command())
