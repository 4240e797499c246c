"""What ``ersetzt`` says of two editions is kept in both directions."""

from generator.compare.lineage import lineage
from tests.compare.county import Data, county, goal, pop


def replacing(identity: str, *replaced: str) -> Data:
    return {"id": identity, "stufe": "ergebnisziele", "text": "Neu.", "ersetzt": list(replaced)}


def test_of_what_is_gone_without_an_heir_nothing_is_known() -> None:
    found = lineage(county(), county(lambda d: pop(d, "PZ01", 0)))
    assert (found.sources, found.heirs) == ({}, {})


def test_sources_and_heirs_are_known_but_no_id_that_never_was() -> None:
    def edit(data: Data) -> None:
        children = goal(data, "PZ01")["kinder"]
        children[:] = [child for child in children if child["id"] != "EZ01"]
        children += [replacing("EZ60", "EZ01", "EZ99"), replacing("EZ61", "EZ01", "EZ02")]

    found = lineage(county(), county(edit))
    assert found.sources == {"EZ60": ("EZ01",), "EZ61": ("EZ01", "EZ02")}
    assert found.heirs == {"EZ01": ("EZ60", "EZ61"), "EZ02": ("EZ61",)}
    assert (found.kept, found.taken("EZ61")) == ({"EZ02"}, ("EZ01",))


def test_what_is_gone_is_shown_as_the_former_edition_printed_it() -> None:
    def short(data: Data) -> None:
        goal(data, "EZ01")["kuerzel"] = "BI-1"

    found = lineage(county(short), county(lambda d: pop(d, "PZ01", 0)))
    assert (found.shown("EZ01"), found.shown("EZ99")) == ("BI-1", "EZ99")
