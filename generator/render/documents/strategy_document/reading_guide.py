"""The levels of a strategy to a small goal box that names its own parts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.german import listed
from generator.render.blocks import Block, Cell, Paragraph, Row, Run
from generator.render.documents.chapters.goal_tables import goal_columns, goal_table
from generator.render.documents.chapters.leading_goals import leads
from generator.render.documents.context import Context
from generator.render.documents.pieces import cell

WORDING = (
    "Hier steht der Wortlaut. Die Kennung links daneben behält jedes Element in allen Fassungen."
)
BODIES = "Hier stehen die Stellen, die dafür zuständig sind."


def guide_blocks(context: Context) -> Iterator[Block]:
    """A sentence on the levels, and the box of one that carries responsibilities, else the last."""
    kopf = context.strategy.kopf
    used = [s for s in kopf.stufen if s.schluessel in context.strategy.levels]
    if not used:
        return
    headed = [stufe.mehrzahl for stufe in used if leads(kopf, stufe.schluessel)]
    rows = [stufe.mehrzahl for stufe in used if stufe.mehrzahl not in headed]
    said = [f"{listed(headed)} sind Überschriften auf dunklem Grund"] if headed else []
    said += [f"{listed(rows)} stehen in Kästen wie diesem"] if rows else []
    if not rows:
        yield Paragraph((Run(f"{said[0]}."),), "brief")
        return
    yield Paragraph((Run(f"{', '.join(said)}:"),), "brief", keep_with_next=True)
    boxes = [stufe for stufe in used if stufe.mehrzahl in rows]
    stufe = next((s for s in boxes if "zustaendigkeit" in s.traegt), boxes[0])
    responsible = any(
        goal.zustaendig for goal in context.strategy.goals() if goal.stufe == stufe.schluessel
    )
    kind = cell(stufe.name, style="second", header=True, paragraph="cell_label")
    named = cell(f"{stufe.praefix}…", style="second", paragraph="cell_id")
    found = [Row((kind, named, cell(WORDING, style="second")), keep_with_next=responsible)]
    if responsible:
        label = cell("Zuständigkeit", style="actors", header=True, paragraph="cell_label")
        bodies = Paragraph((Run(BODIES),), "cell")
        found.append(Row((label, Cell((bodies,), "actors", span=2))))
    summary = "Je Zeile ein Teil des Kastens: Stufe, Kennung und Wortlaut"
    summary += "; darunter, wer zuständig ist." if responsible else "."
    yield goal_table(goal_columns(context), found, summary, "Muster eines Kastens")
