"""A build makes each edition once and tells the comparison once, whatever is made from them."""

import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from generator.graph.build import build as graph
from generator.graph.numbering import number
from generator.model.tree import tree
from generator.pipeline import BuildOptions, build
from generator.render.documents.context import context_of
from generator.render.documents.telling.teller import Telling
from generator.render.products import PRODUCTS

ROOT = Path(__file__).parents[1]


def calls_in_a_build(output: Path) -> Counter[str]:
    """How often functions were entered, however they were imported."""
    told = Telling.__dict__["changes"].func
    counted = {f.__code__: f.__name__ for f in (tree, graph, number, context_of, told)}
    calls: Counter[str] = Counter()

    def seen(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in counted:
            calls[counted[frame.f_code]] += 1

    sys.setprofile(seen)
    try:
        _, built = build(ROOT / "examples/auental", BuildOptions(output=output, pages="off"))
    finally:
        sys.setprofile(None)
    assert built is not None
    assert len(built.written) == sum(not (p.on_request or p.needs == "opinions") for p in PRODUCTS)
    return calls


def test_a_build_makes_two_editions_and_one_telling(tmp_path: Path) -> None:
    assert calls_in_a_build(tmp_path) == {
        "tree": 2,
        "build": 2,
        "number": 2,
        "context_of": 2,
        "changes": 1,
    }
