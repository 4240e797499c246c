"""Rules find in a text what a reader sees in it, whatever spaces and joiners are typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checks.test_cases import HERE, findings

RULES = (
    "z110",
    "z301",
    "z302",
    "z303",
    "z307",
    "z309",
    "z310",
    "z311",
    "z312",
    "z313",
    "z404",
    "z405",
)
"""Rules that look into texts."""
FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
SIGNS = {
    "no-break space": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u00a0", text),
    "narrow no-break space": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u202f", text),
    "figure and thin space": lambda text: re.sub(r"(?<=\w) (?=\w)", "\u2007", text).replace("\u2007", "\u2009", 1),
    "soft hyphen": lambda text: re.sub(r"(?<=[a-zäöü]{2})(?=[a-zäöü]{2})", "\u00ad", text),
    "zero width": lambda text: re.sub(r"(?<=[a-zäöü])(?=[a-zäöü]\b)", "\u200b", text),
    "joiners": lambda text: re.sub(r"(?<=[a-zäöü])(?=[a-zäöü]\b)", "\u2060\u200d\ufeff", text),
    "entity": lambda text: re.sub(r"(?<=\w) (?=\w)", "&nbsp;", text),
}  # fmt: skip


def typed(case: dict[str, Any], sign: str) -> dict[str, Any]:
    """The case with that sign in its texts, below their front matter."""
    files = dict(case["files"])
    for name, text in files.items():
        if name.startswith("texts/") and text:
            front = FRONT.match(text)
            start = front.end() if front else 0
            parts = re.split(r"(&\w+;)", text[start:])
            parts[::2] = map(SIGNS[sign], parts[::2])
            files[name] = text[:start] + "".join(parts)
    return {**case, "files": files}


def cases() -> Iterator[Any]:
    for rule in RULES:
        for case in yaml.safe_load((HERE / "cases" / f"{rule}.yaml").read_text("utf-8")):
            for sign in SIGNS if "files" in case else ():
                if typed(case, sign) != case:
                    name = f"{rule}: {case['name']}, {sign}"
                    yield pytest.param(rule.upper(), case, sign, id=name)


def told(write: Callable[..., Path], case: dict[str, Any], rule: str) -> list[tuple[Any, ...]]:
    return [
        (f.id, f.severity, f.message, f.position.line)
        for f in findings(write, case)
        if f.rule == rule
    ]


@pytest.mark.parametrize(("rule", "case", "sign"), list(cases()))
def test_a_rule_finds_the_same_with_signs_that_nobody_sees(
    rule: str, case: dict[str, Any], sign: str, strategy_folder: Callable[..., Path]
) -> None:
    usual = told(partial(strategy_folder, name="usual"), case, rule)
    assert told(partial(strategy_folder, name="odd"), typed(case, sign), rule) == usual
