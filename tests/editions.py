"""Strategies to what is made of their editions: what most tests begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.compare import comparison as comparing
from generator.compare import diff as changes
from generator.compare.changes import Change
from generator.compare.comparison import Comparison
from generator.compare.content import HOUSE_RULES
from generator.graph.edition import Edition
from generator.model.strategy import Strategy
from generator.model.tree import tree
from generator.render import goal_graph as sheet
from generator.render.blocks import Document
from generator.render.documents import redline
from generator.render.documents.context import Context, context_of
from generator.render.documents.strategy_document import document
from generator.render.documents.telling.teller import Telling
from generator.render.drawing import Drawing

if TYPE_CHECKING:
    from generator.graph.build import Graph


def compare(old: Strategy, new: Strategy) -> Comparison:
    return comparing.compare(Edition(old), Edition(new))


def published(strategy: Strategy) -> Strategy:
    """What is compared: all but house rules, reasons, reports and the council paper, the texts in one order."""
    kopf = strategy.kopf.model_copy(update=HOUSE_RULES)
    texts = tuple(sorted(strategy.texte, key=lambda text: (text.id, text.stelle == "nach")))
    kept = {
        n: getattr(strategy, n) for n, field in Strategy.model_fields.items() if not field.exclude
    }
    return Strategy(**{**kept, "kopf": kopf, "aenderungen": (), "texte": texts})


def diff(old: Strategy, new: Strategy) -> tuple[Change, ...]:
    return changes.diff(tree(old), tree(new))


def graph_of(strategy: Strategy) -> Graph:
    return Edition(strategy).graph


def goal_graph(strategy: Strategy) -> Drawing:
    return sheet.goal_graph(Edition(strategy))


def printed(strategy: Strategy) -> Context:
    return context_of(Edition(strategy))


def telling(old: Strategy, new: Strategy) -> Telling:
    return Telling(compare(old, new))


def strategy_document(
    strategy: Strategy, comparison: Comparison | None = None, **options: Any
) -> Document:
    told = comparison and Telling(comparison)
    return document.strategy_document(printed(strategy), told, **options)


def redline_document(comparison: Comparison, **options: Any) -> Document:
    sides = context_of(comparison.before), context_of(comparison.after)
    return redline.redline_document(comparison, *sides, **options)
