"""Small faults that can be put into the program, each in one place of one module."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from msgspec import Struct

ROOT = Path(__file__).parents[2]
STAGES = {
    "checks": ("tests/checks", "tests/test_shipped_strategy.py"),
    "compare": ("tests/compare", "tests/render/reports/test_changes_json.py", "tests/test_fortschreibung.py"),
    "graph": ("tests/graph", "tests/compare", "tests/checks"),
    "read": ("tests/read", "tests/checks", "tests/test_floods.py"),
    "edit": ("tests/edit",),
    "seal.py": ("tests/test_seal.py", "tests/read/test_seals.py", "tests/test_cli.py"),
    "write.py": ("tests/test_write.py", "tests/test_outputs.py"),
    "outputs.py": ("tests/test_outputs.py",),
}  # fmt: skip

_OTHER: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


class Mutant(Struct, frozen=True):
    """A fault: the lines of one file with one expression changed."""

    file: Path
    line: int
    before: str
    after: str
    source: str


def mutants(source: str, file: Path) -> list[Callable[[], Mutant]]:
    """All faults that can be put into a module, in the order of the tree; each is made when called."""
    nodes = ast.walk(ast.parse(source))
    return [
        partial(_mutant, source, file, node, changed)
        for node in nodes
        if isinstance(node, ast.expr | ast.stmt) and (changed := _changed(node)) is not None
    ]


def _mutant(source: str, file: Path, node: ast.expr | ast.stmt, changed: ast.AST) -> Mutant:
    text = ast.unparse(changed)
    after = f"({text})" if isinstance(node, ast.expr) else text
    before = ast.get_source_segment(source, node) or ""
    return Mutant(file, node.lineno, before, after, _spliced(source, node, after))


def _spliced(source: str, node: ast.expr | ast.stmt, text: str) -> str:
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    data = source.encode()
    start = starts[node.lineno - 1] + node.col_offset
    end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
    return (data[:start] + text.encode() + data[end:]).decode()


def _changed(node: ast.AST) -> ast.AST | None:
    """A node with one small fault, None where this kind gets none."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _OTHER:
        return ast.Compare(node.left, [_OTHER[type(node.ops[0])]()], node.comparators)
    if isinstance(node, ast.BoolOp):
        return ast.BoolOp(_OTHER[type(node.op)](), node.values)
    if isinstance(node, ast.BinOp) and type(node.op) in _OTHER and _countable(node):
        return ast.BinOp(node.left, _OTHER[type(node.op)](), node.right)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node.operand
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return ast.Constant(node.value + 1)
    if isinstance(node, ast.Constant) and type(node.value) is bool:
        return ast.Constant(not node.value)
    if isinstance(node, ast.IfExp):
        return ast.IfExp(node.test, node.orelse, node.body)
    if isinstance(node, ast.Return) and node.value is not None and not _nothing(node.value):
        return ast.Return(ast.Constant(None))
    if isinstance(node, ast.Continue):
        return ast.Break()
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.YieldFrom | ast.Yield):
        return ast.Pass()
    if isinstance(node, ast.AugAssign):
        return ast.Pass()
    return None


def _countable(node: ast.BinOp) -> bool:
    """Texts are added too; there is no difference of them."""
    return not any(isinstance(side, ast.Constant | ast.JoinedStr) and not isinstance(getattr(side, "value", ""), int) for side in (node.left, node.right))  # fmt: skip


def _nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def sample(seed: int, count: int) -> list[tuple[str, Mutant]]:
    """So many faults, each stage in proportion to its size; with the stage each belongs to."""
    found: list[tuple[str, Callable[[], Mutant]]] = []
    for stage in STAGES:
        place = ROOT / "generator" / stage
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if file.is_file():
                found += [(stage, m) for m in mutants(file.read_text("utf-8"), file.relative_to(ROOT))]  # fmt: skip
    Random(seed).shuffle(found)
    return [(stage, make()) for stage, make in found[:count]]
