"""The folders tell the pipeline: imports go only towards earlier stages."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "generator"

# Each stage with what it may import besides itself (architecture.md).
STAGES = {
    "finding": set(),
    "errors": set(),
    "model": {"finding"},
    "read": {"model", "finding", "errors"},
    "graph": {"model"},
    "checks": {"graph", "model", "finding", "read"},
    "compare": {"checks", "graph", "model", "finding"},
    "render": {"archive", "compare", "graph", "model", "finding", "errors"},
    "archive": set(),
    "write": {"errors"},
    "outputs": {"write", "errors"},
    "seal": {"read", "graph", "model", "errors"},
    "pipeline": {"seal", "outputs", "write", "render", "compare", "checks", "graph", "read", "model", "finding", "errors"},
    "arguments": {"errors"},
    "failures": {"errors"},
    "cli": {"seal", "failures", "arguments", "pipeline", "render", "checks", "read", "finding", "errors"},
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip

MODULES = sorted(ROOT.rglob("*.py"))


def stage_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that a file imports in whatever form, in full dotted names."""
    package = [ROOT.name, *path.relative_to(ROOT).with_suffix("").parts[:-1]]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{module}.{alias.name}" for alias in node.names} | {module}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
            ("import_module", "__import__")
        ):
            found |= {
                a.value
                for a in node.args
                if isinstance(a, ast.Constant) and isinstance(a.value, str)
            }
    return found


def stages_imported(path: Path) -> set[str]:
    ours = {name for name in imported(path) if name.startswith("generator.")}
    return {name.split(".")[1] for name in ours} - {"__version__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_imports_only_earlier_stages(path: Path) -> None:
    stage = stage_of(path)
    assert stages_imported(path) <= STAGES[stage] | {stage}


@pytest.mark.parametrize(
    "source",
    [
        "from generator.render import blocks",
        "import generator.render.blocks",
        "from .. import render",
        "from ..render import blocks",
        "def f():\n    from generator.render.blocks import Run",
        "import importlib\nimportlib.import_module('generator.render')",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from generator import render",
    ],
)
def test_every_form_of_a_backward_import_is_seen(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.test_architecture.ROOT", tmp_path / "generator")
    path = tmp_path / "generator" / "model" / "goal.py"
    path.parent.mkdir(parents=True)
    path.write_text(source, "utf-8")
    assert "render" in stages_imported(path)


def test_word_is_only_spoken_in_the_docx_format() -> None:
    """python-docx and lxml are imported nowhere but in render/formats/docx."""
    for path in MODULES:
        foreign = {name.split(".")[0] for name in imported(path)} & {"docx", "lxml"}
        assert not foreign or "docx" in path.relative_to(ROOT).parts, path


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call))
        prints = any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)
        assert not prints or path.name == "cli.py", path
