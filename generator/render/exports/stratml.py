"""A strategy to StratML Part 1 (ISO 17469-1, schema 1.1 of 1 April 2014): goals and their objectives.

StratML knows two levels. A goal directly below a Handlungsfeld, or outside of all, is a Goal; all that
stands below it are its Objectives, in the order of the document, and ``SequenceIndicator`` and
``OtherInformation`` say where each belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.errors import GeneratorError
from generator.graph.edition import Edition
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.kinds import printed_id
from generator.model.register import Akteur
from generator.model.strategy import Strategy
from generator.render.exports.exported import BESIDE, Exported, left_out
from generator.render.names import Names

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What a document of XML 1.0 cannot hold (section 2.2)."""
_LOST = (
    "Empfehlungen", "Texte", "Kennzahlen", "Quellen", "Abbildungen", "Begründungen von Änderungen",
    "Beschlussregeln", "Prüfvermerke", *BESIDE,
)  # fmt: skip


def encode(edition: Edition) -> Exported:
    """UTF-8 XML; GeneratorError for a strategy without goals, which StratML does not know."""
    strategy = edition.strategy
    if not any(True for _ in strategy.goals()):
        raise GeneratorError(
            "StratML verlangt mindestens ein Ziel, und diese Strategie hat keines.",
            "Erst in goals.yaml Ziele eintragen, oder als .json oder .csv ausgeben.",
        )
    plan = _Plan(edition).element()
    ET.indent(plan)
    data = ET.tostring(plan, "utf-8", xml_declaration=True) + b"\n"
    nested = "Die Stufen unter dem obersten Ziel stehen nebeneinander; ihre Ordnung nennen SequenceIndicator und OtherInformation."
    deep = any(below.kinder for goal in strategy.roots() for below in goal.kinder)
    return Exported(data, (*((nested,) if deep else ()), *left_out(strategy, *_LOST)))


class _Plan:
    """The elements of one plan, each with its children in the order of the schema."""

    def __init__(self, edition: Edition) -> None:
        self.strategy = edition.strategy
        self.names = Names(self.strategy, edition.numbering)
        self.bodies = {body.id: body for body in self.strategy.akteure}
        self.titles = {plan.id: plan.titel for plan in self.strategy.plaene}

    def element(self) -> ET.Element:
        kopf = self.strategy.kopf
        root = ET.Element("StrategicPlan", {"xmlns": NAMESPACE})
        _add(root, "Name", kopf.titel)
        _add(root, "Description", f"{kopf.titel}, {kopf.fassung.bezeichnung}")
        _add(root, "OtherInformation", " ".join([*_state(self.strategy), *kopf.hinweise]))
        core = ET.SubElement(root, "StrategicPlanCore")
        body = ET.SubElement(core, "Organization")
        _add(body, "Name", kopf.koerperschaft.name or kopf.koerperschaft.verwaltung)
        for one in self.strategy.akteure:
            self.stakeholder(body, one.name, one)
        for number, (goal, part) in enumerate(_tops(self.strategy), start=1):
            self.goal(core, goal, part, str(number))
        administration = ET.SubElement(root, "AdministrativeInformation")
        _add(
            administration,
            "PublicationDate",
            (kopf.fassung.beschlossen_am or kopf.fassung.stand).isoformat(),
        )
        return root

    def goal(self, core: ET.Element, goal: Ziel, part: Handlungsfeld | None, number: str) -> None:
        where = f"Handlungsfeld {part.id}: {part.titel}." if part else ""
        element = ET.SubElement(core, "Goal")
        self.fill(element, goal, number, where)
        self.objectives(element, goal, number)

    def objectives(self, element: ET.Element, above: Ziel, number: str) -> None:
        for index, goal in enumerate(above.kinder, start=1):
            own = f"{number}.{index}"
            self.fill(ET.SubElement(element, "Objective"), goal, own, f"Steht unter {above.id}.")
            self.objectives(element, goal, own)

    def fill(self, element: ET.Element, goal: Ziel, number: str, where: str) -> None:
        called = f"{self.names.called(goal)} {printed_id(goal)}"
        _add(element, "Name", f"{called}: {goal.titel}" if goal.titel else called)
        _add(element, "Description", goal.text)
        _add(element, "Identifier", goal.id)
        _add(element, "SequenceIndicator", number)
        for task in goal.zustaendig:
            body = self.bodies.get(task.akteur)
            role = {"federfuehrung": "Federführung", "mitwirkung": "Mitwirkung"}.get(
                task.rolle or "", ""
            )
            self.stakeholder(
                element, task.wortlaut or (body.name if body else task.akteur), body, role
            )
        _add(element, "OtherInformation", " ".join(filter(None, (where, *self.details(goal)))))

    def details(self, goal: Ziel) -> Iterator[str]:
        if goal.gruppe:
            yield f"Zwischenüberschrift: {goal.gruppe}."
        if goal.flankiert_von:
            yield f"Siehe {', '.join(map(self.names.spoken, goal.flankiert_von))}."
        if goal.bezug:
            yield f"Bezug: {', '.join(self.titles.get(key, key) for key in goal.bezug)}."
        for one in goal.verweise_auf:
            yield f"Dient dem Ziel {one.ziel} von: {self.titles.get(one.plan, one.plan)}."
        if goal.ersetzt:
            yield f"Ersetzt {', '.join(goal.ersetzt)}."

    def stakeholder(
        self, parent: ET.Element, name: str, body: Akteur | None, told: str = ""
    ) -> None:
        group = body is not None and body.art in ("gruppe", "unbestimmt")
        kind = {"StakeholderTypeType": "Generic_Group" if group else "Organization"}
        element = ET.SubElement(parent, "Stakeholder", kind)
        _add(element, "Name", name)
        _add(element, "Description", told)


def _tops(strategy: Strategy) -> Iterator[tuple[Ziel, Handlungsfeld | None]]:
    for part in strategy.ziele.parts:
        for goal in part.kinder:
            yield goal, part if isinstance(part, Handlungsfeld) else None


def _state(strategy: Strategy) -> Iterator[str]:
    fassung = strategy.kopf.fassung
    if fassung.beschlossen_am:
        number = f", Beschluss {fassung.beschluss}" if fassung.beschluss else ""
        yield f"Beschlossen am {fassung.beschlossen_am:%d.%m.%Y}{number}."
    else:
        yield f"Entwurf, Stand {fassung.stand:%d.%m.%Y}."
    yield f"Fassung {fassung.kennung}."


def _add(parent: ET.Element, name: str, text: str | None) -> None:
    """A child with text; nothing where there is none."""
    if text:
        ET.SubElement(parent, name).text = _NO_XML.sub("\ufffd", text)
