"""The folders tell the pipeline: imports go only towards earlier stages."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

ROOT = Path(__file__).parents[1] / "generator"

# Each stage with what it may import besides itself (architecture.md).
STAGES = {
    "finding": set(),
    "errors": set(),
    "likeness": set(),
    "model": {"finding"},
    "read": {"model", "finding", "errors", "likeness"},
    "graph": {"model"},
    "compare": {"graph", "model", "likeness"},
    "questions": {"compare", "model"},
    "checks": {"questions", "compare", "graph", "model", "finding", "read", "likeness"},
    "edit": {"compare", "read", "model", "finding", "errors", "likeness"},
    "json_schema": {"edit", "read", "model"},
    "archive": set(),
    "render": {"archive", "edit", "questions", "compare", "graph", "model", "finding", "errors", "likeness"},
    "receive": {"archive", "render", "model", "errors"},
    "match": {"receive", "render", "model", "likeness"},
    "write": {"errors"},
    "outputs": {"write", "errors"},
    "former": {"errors"},
    "edits": {"write", "former", "read", "errors"},
    "seal": {"edit", "read", "graph", "model", "errors"},
    "checking": {"render", "checks", "graph", "read", "model", "finding", "errors"},
    "notes": {"checks", "model", "finding"},
    "pipeline": {"following", "notes", "checking", "seal", "edits", "outputs", "write", "render", "compare", "checks", "graph", "read", "model", "finding", "errors"},
    "following": {"checking", "graph", "read", "model", "errors"},
    "closing": {"checking", "edit", "edits", "write", "graph", "read", "model", "errors"},
    "reviewing": {"likeness", "pipeline", "checking", "match", "receive", "edit", "edits", "write", "former", "render", "compare", "graph", "read", "model", "errors"},
    "starting": {"json_schema", "write", "edit", "checks", "render", "graph", "read", "model", "finding", "errors"},
    "importing": {"starting", "checks", "match", "receive", "edit", "compare", "graph", "read", "model", "likeness", "errors"},
    "collecting": {"archive", "receive", "checking", "edit", "edits", "outputs", "render", "graph", "read", "model", "likeness", "errors"},
    "argument_values": {"errors"},
    "shown_arguments": {"argument_values", "render"},
    "returned_arguments": {"argument_values", "shown_arguments", "render"},
    "starting_arguments": {"argument_values"},
    "exchange_arguments": {"argument_values", "shown_arguments", "render"},
    "edition_name": {"errors"},
    "sealing_arguments": {"argument_values", "edition_name", "errors"},
    "arguments": {"argument_values", "sealing_arguments", "shown_arguments", "returned_arguments", "starting_arguments", "exchange_arguments", "render", "errors"},
    "failures": {"errors"},
    "commands": {"closing", "collecting", "following", "json_schema", "importing", "reviewing", "starting", "arguments", "pipeline", "checking", "write", "receive", "render", "checks", "read", "model", "errors"},
    "cli": {"commands", "seal", "failures", "arguments", "pipeline", "render", "read", "errors"},
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


def test_contributors_are_told_what_each_stage_is() -> None:
    told = (ROOT.parent / "CONTRIBUTING.md").read_text("utf-8").partition("## Before a commit")[0]
    assert [name for name in STAGES if "__" not in name and f"`{name}`" not in told] == []
    assert {stage_of(path) for path in MODULES} == set(STAGES)


def modules_imported(path: Path) -> set[Path]:
    """The files of this program that a file imports; a package is its __init__.py."""
    found = {_file(name) for name in imported(path)} - {None, path}
    packages = {file for file in found if file and file.name == "__init__.py"}
    return {f for f in found if f and not (f in packages and _only_on_the_way(f, path))}


def _file(name: str) -> Path | None:
    base = ROOT.parent.joinpath(*name.split("."))
    places = (base.with_suffix(".py"), base / "__init__.py")
    return next((place for place in places if place.is_file()), None)


def _only_on_the_way(package: Path, path: Path) -> bool:
    """Whether of a package nothing is imported but modules that stand in it."""
    name = ".".join(package.parent.relative_to(ROOT.parent).parts)
    names = {n for n in imported(path) if n.startswith(f"{name}.")}
    return bool(names) and all(_file(n) for n in names if n.count(".") == name.count(".") + 1)


def test_no_module_imports_itself_through_others() -> None:
    """Inside a stage too, and whatever the form of the import."""
    graph = nx.DiGraph((path, other) for path in MODULES for other in modules_imported(path))
    circles = [group for group in nx.strongly_connected_components(graph) if len(group) > 1]
    assert [sorted(path.name for path in group) for group in circles] == []


def test_a_circle_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_architecture.ROOT", tmp_path / "generator")
    folder = tmp_path / "generator" / "render"
    folder.mkdir(parents=True)
    (folder / "prose.py").write_text("def f():\n    from generator.render import markdown", "utf-8")
    (folder / "markdown.py").write_text("from generator.render.prose import f", "utf-8")
    assert modules_imported(folder / "prose.py") == {folder / "markdown.py"}
    assert modules_imported(folder / "markdown.py") == {folder / "prose.py"}


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


def test_word_is_only_spoken_where_its_files_are_written_and_read() -> None:
    """python-docx and lxml are imported nowhere but where Word files are written and read."""
    for path in MODULES:
        foreign = {name.split(".")[0] for name in imported(path)} & {"docx", "lxml"}
        parts = path.relative_to(ROOT).parts
        assert not foreign or "docx" in parts or parts[0] == "receive", path


def test_a_returned_file_is_read_without_knowing_what_was_written() -> None:
    """Of all that renders, the reader knows the names of WordprocessingML alone."""
    for path in MODULES:
        if stage_of(path) == "receive":
            modules = {name for name in imported(path) if name.startswith("generator.render")}
            allowed = "generator.render.formats.docx.xml"
            assert all(name.startswith(allowed) for name in modules), path


def test_no_document_reaches_into_another() -> None:
    """What several documents print or say stands beside them."""
    documents = {"strategy_document", "synopsis", "redline"}
    folder = ROOT / "render" / "documents"
    for path in folder.rglob("*.py"):
        own = path.relative_to(folder).parts[0]
        names = [n.removeprefix("generator.render.documents.") for n in imported(path)]
        assert {name.split(".")[0] for name in names} & documents <= {own}, path


def test_what_is_typed_is_compared_with_whatever_document() -> None:
    """The proof that nothing is lost in print gets the blocks; it knows no document."""
    for path in (ROOT / "render" / "proof").rglob("*.py"):
        documents = {n for n in imported(path) if n.startswith("generator.render.documents")}
        allowed = "generator.render.documents.context"
        assert all(name.startswith(allowed) for name in documents), path


BLOCKS = {"render.blocks", "render.drawing", "render.filtering"}
"""The vocabulary of documents, whose blocks may be drawings or ask something."""
OF_BLOCKS = {
    "render.cell_roles",
    "render.entries",
    "render.plain",
    "render.targets",
    "render.visitor",
}
"""What any format may ask of blocks."""
WITHIN_BLOCKS = {
    "model.address",
    "model.mark",
    "model.partly_compared",
    "model.picture",
    "render.running_text",
}
"""What blocks are made of; formats have these names from the blocks."""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_a_format_knows_blocks_and_not_what_they_tell() -> None:
    """Whatever a document says, each format prints it: none imports a strategy or a document."""
    formats = [path for path in MODULES if name_of(path).startswith("render.formats")]
    for path in formats:
        names = {name_of(other) for other in modules_imported(path)} - set(map(name_of, formats))
        assert names <= BLOCKS | OF_BLOCKS | {"archive", "errors"}, path
    graph = nx.DiGraph({path: list(modules_imported(path)) for path in MODULES})
    through = {name_of(p) for path in formats for p in nx.descendants(graph, path)}
    through -= set(map(name_of, formats))
    assert through == BLOCKS | OF_BLOCKS | WITHIN_BLOCKS | {"archive", "errors"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_program_needs_nothing_of_what_only_maintainers_run(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & {"tools", "tests"}


def test_a_share_from_which_on_things_are_alike_stands_with_its_reason_in_one_module() -> None:
    """No stage that compares texts has a number between 0 and 1 of its own."""
    comparing = (
        "read",
        "compare",
        "checks",
        "documents/redline",
        "documents/together",
        "match",
        "edit",
    )
    for path in MODULES:
        if any(f"/{stage}/" in path.as_posix() for stage in comparing):
            numbers = (
                n
                for n in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(n, ast.Constant)
            )
            shares = [n.value for n in numbers if isinstance(n.value, float) and 0 < n.value < 1]
            assert not shares, path


def test_edits_are_made_without_files_and_without_a_clock() -> None:
    """generator/edit turns contents into contents; only write touches a folder."""
    for path in (ROOT / "edit").rglob("*.py"):
        outside = {"os", "pathlib", "shutil", "tempfile", "time", "subprocess"}
        assert not {name.split(".")[0] for name in imported(path)} & outside, path


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call))
        prints = any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)
        assert not prints or path.name == "cli.py", path


def parsed_modules() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text("utf-8"))) for path in MODULES]


def public_names(tree: ast.Module) -> Iterator[str]:
    """Classes, and what a module calls a type: names with a capital that are no constants."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name) and target.id[0].isupper() and not target.id.isupper():
                yield target.id


def test_a_public_class_or_type_has_a_name_of_its_own() -> None:
    """Who reads ``Row`` need not ask which of them."""
    given = (name for _, tree in parsed_modules() for name in public_names(tree))
    names = Counter(name for name in given if not name.startswith("_"))
    assert [name for name, number in names.items() if number > 1] == []


def test_what_a_module_calls_a_type_counts_as_a_class_does() -> None:
    source = """Place = tuple[int, int]\nLIMIT = 3\nT = TypeVar("T")\nclass Look: ..."""
    assert sorted(public_names(ast.parse(source))) == ["Look", "Place"]


def test_a_module_or_package_has_a_name_of_its_own() -> None:
    packages = [path.parent.name for path in MODULES if path.name == "__init__.py"]
    names = Counter(packages + [path.stem for path in MODULES if not path.stem.startswith("__")])
    assert [name for name, number in names.items() if number > 1] == []


def test_no_module_is_longer_than_a_sitting_and_no_function_than_a_screen() -> None:
    for path, tree in parsed_modules():
        assert len(path.read_text("utf-8").splitlines()) <= 300, path
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 40, f"{path}: {node.name}"


def test_records_that_one_stage_hands_to_another_cannot_be_changed() -> None:
    handing = ("model", "read", "graph", "compare", "checks", "finding", "seal", "former", "write")
    for path, tree in parsed_modules():
        if path.relative_to(ROOT).parts[0].removesuffix(".py") not in handing:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                made = [ast.unparse(decorator) for decorator in node.decorator_list]
                assert not any(one.startswith("dataclass") for one in made), f"{path}: {node.name}"
                structs = {"Struct", "PartlyCompared"} & {ast.unparse(base) for base in node.bases}
                said = {word.arg: ast.unparse(word.value) for word in node.keywords}
                assert not structs or said.get("frozen") == "True", f"{path}: {node.name}"
