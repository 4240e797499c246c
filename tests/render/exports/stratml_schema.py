"""StratML Part 1 as a judge: the published XSD where it lies beside the project, and what it demands.

The schema names no licence that would let it be copied ("provided on an as is basis"), so none stands in
this repository. ``ORDER`` says in our words which children it allows; both must agree on every document.
"""

from pathlib import Path

from lxml import etree

from tests.judges import ROOT

NAMESPACE = "{urn:ISO:std:iso:17469:tech:xsd:stratml_core}"
NAME = "StrategicPlanISOVersion20140401.xsd"
_GOAL = "Identifier? SequenceIndicator? Stakeholder* OtherInformation?"
ORDER = {
    "StrategicPlan": "Name Description OtherInformation? StrategicPlanCore AdministrativeInformation?",
    "StrategicPlanCore": "Organization* Vision? Mission? Value* Goal+",
    "Organization": "Name? Acronym? Identifier? Description? Stakeholder*",
    "Goal": f"Name Description {_GOAL} Objective*",
    "Objective": f"Name? Description? {_GOAL}",
    "Stakeholder": "Name Description?",
    "AdministrativeInformation": "StartDate? EndDate? PublicationDate? Source? Submitter?",
}


def published() -> list[etree.XMLSchema]:
    """The schema of ISO and AIIM in .judges/stratml or in a folder shared/stratml; [] where it is not."""
    places = [ROOT / ".judges", *(parent / "shared" for parent in ROOT.parents)]
    found: list[Path] = [place / "stratml" / NAME for place in places]
    return [etree.XMLSchema(etree.parse(file)) for file in found if file.is_file()][:1]


def faults(data: bytes) -> list[str]:
    """What is against the schema; both judges must say the same, where both are there."""
    root = etree.fromstring(data)
    own = _faults(root)
    for schema in published():
        assert schema.validate(root) == (not own), (own, schema.error_log)
    return [*own, *_twice(root)]


def _faults(element: etree._Element) -> list[str]:
    name = str(element.tag).removeprefix(NAMESPACE)
    if name not in ORDER:
        return [f"{name} has children"] if len(element) else []
    left = [str(child.tag).removeprefix(NAMESPACE) for child in element]
    found = []
    for step in ORDER[name].split():
        word, often = step.rstrip("?*+"), step[-1]
        number = 0
        while left and left[0] == word and (often in "*+" or number == 0):
            left.pop(0)
            number += 1
        if number == 0 and often not in "?*":
            found.append(f"{name} without {word}")
    found += [f"{name}: {word} out of place" for word in left]
    return [*found, *(fault for child in element for fault in _faults(child))]


def _twice(root: etree._Element) -> list[str]:
    """An xsd:ID stands once in a document; libxml2 does not look at those that are elements."""
    ids = [element.text for element in root.iter(f"{NAMESPACE}Identifier")]
    return [f"{identity} twice" for identity in ids if ids.count(identity) > 1]
