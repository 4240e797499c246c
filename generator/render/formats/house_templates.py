"""A text template of the house and its values to a text; the template can do nothing else.

Templates are Jinja2 in its sandbox: no attribute that leads into Python, nothing is changed,
no file outside the folder of templates is read. What would fill memory or never end is
refused: powers and repeated texts, ranges of numbers, loops nested without end, a result
larger than any report.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import GeneratorError, system_reason

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

LONGEST = 50_000_000
"""Characters of a result."""
DEEPEST = 5
"""Loops within loops: the web page has three."""
_LEFT_OUT = ("range", "lipsum", "cycler", "joiner")


def fill(
    folder: Path,
    name: str,
    values: Mapping[str, Any],
    *,
    html: bool,
) -> str:
    """The template ``name`` of a folder, filled; ``html`` escapes every value.

    GeneratorError with the line for a template that is missing, wrong or asks for too much.
    """
    from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError

    environment = _environment(folder, html)
    try:
        _refuse_nests(environment, folder, name)
        return _joined(environment.get_template(name).generate(**values), name)
    except SecurityError as error:
        raise _wrong(name, f"verlangt etwas, das Vorlagen nicht dürfen ({error})") from error
    except TemplateError as error:
        line = f" in Zeile {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        raise _wrong(name, f"ist{line} fehlerhaft ({error})") from error
    except RecursionError as error:
        raise _wrong(name, "ruft sich selbst ohne Ende auf") from error
    except OSError as error:
        raise _wrong(name, f"lässt sich nicht lesen: {system_reason(error)}") from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise _wrong(name, f"rechnet mit Werten, mit denen das nicht geht ({error})") from error


def _environment(folder: Path, html: bool) -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Without what makes much of little."""

        intercepted_binops = frozenset(("*", "**"))

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or not all(isinstance(side, int | float) for side in (left, right)):
                raise SecurityError(f"{operator} gibt es in Vorlagen nur für Zahlen, ** gar nicht")
            return super().call_binop(context, operator, left, right)

    environment = Sandbox(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=html,
    )
    for known in _LEFT_OUT:
        environment.globals.pop(known, None)
    return environment


def _refuse_nests(environment: SandboxedEnvironment, folder: Path, name: str) -> None:
    from jinja2 import nodes

    def depth(node: nodes.Node) -> int:
        inner = max(map(depth, node.iter_child_nodes()), default=0)
        return inner + isinstance(node, nodes.For)

    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, name)
    if "<<<<<<< " in source or ">>>>>>> " in source:
        raise _wrong(name, "enthält einen Konflikt aus git: beide Stände einer Zusammenführung")
    if depth(environment.parse(source)) > DEEPEST:
        raise _wrong(name, f"hat mehr als {DEEPEST} Schleifen ineinander")


def _joined(pieces: Any, name: str) -> str:
    result, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise _wrong(name, f"ergibt mehr als {LONGEST:,} Zeichen".replace(",", "."))
        result.append(piece)
    return "".join(result)


def _wrong(name: str, what: str) -> GeneratorError:
    return GeneratorError(
        f"Die Vorlage {name} {what}.",
        "Die Vorlage berichtigen; die mitgelieferte liegt im Ordner templates des Programms.",
    )
