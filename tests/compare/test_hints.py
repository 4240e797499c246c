"""Likely splits, merges and re-used wordings are asked about, never assumed."""

from collections.abc import Callable

import pytest

from generator.model.goal import Ziel
from generator.model.strategy import Strategy
from generator.questions import question
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.compare.county import Data, county, goal, pop
from tests.compare.mutate import fortschreibung
from tests.editions import compare
from tests.judges import ROOT

AUENTAL = ROOT / "examples" / "auental"


def shipped(folder: str) -> Strategy:
    strategy = read_strategy(Folder(AUENTAL / folder)).strategy
    assert strategy is not None
    return strategy


def silent(strategy: Strategy) -> Strategy:
    """The same strategy, which does not say what it replaces."""

    def bare(goal: Ziel) -> Ziel:
        return goal.model_copy(
            update={"ersetzt": (), "kinder": tuple(bare(child) for child in goal.kinder)}
        )

    fields = tuple(
        feld.model_copy(update={"kinder": tuple(bare(goal) for goal in feld.kinder)})
        for feld in strategy.ziele.handlungsfelder
    )
    return strategy.model_copy(
        update={"ziele": strategy.ziele.model_copy(update={"handlungsfelder": fields})}
    )


def asked(
    gone: list[str], new: dict[str, str], reworded: dict[str, str] | None = None
) -> list[str]:
    """The questions after these results below PZ01 went, came and changed."""

    def edit(data: Data) -> None:
        children = goal(data, "PZ01")["kinder"]
        for identity, text in (reworded or {}).items():
            goal(data, identity)["text"] = text
        children[:] = [child for child in children if child["id"] not in gone]
        children += [{"id": i, "stufe": "ergebnisziele", "text": t} for i, t in new.items()]

    comparison = compare(county(wordings), county(lambda d: (wordings(d), edit(d))))
    return [question(hint) for hint in comparison.hints]


def wordings(data: Data) -> None:
    goal(data, "EZ01")["text"] = (
        "Familienzentren beraten Eltern und vermitteln Sprachkurse in allen Gemeinden."
    )
    goal(data, "EZ02")["text"] = "Das Mittagessen in Schulen und Horten ist bezahlbar und gesund."


def test_a_goal_whose_words_went_into_two_new_ones_is_taken_for_a_split() -> None:
    sentences = asked(
        ["EZ01"],
        {
            "EZ60": "Familienzentren beraten Eltern, wo sie wohnen.",
            "EZ61": "Sprachkurse werden in allen Gemeinden vermittelt.",
        },
    )
    assert sentences == [
        "EZ60 und EZ61 gehen vermutlich aus EZ01 hervor; ist das so, bei beiden "
        "«ersetzt: [EZ01]» eintragen."
    ]


def test_two_goals_whose_words_went_into_one_are_taken_for_a_merge() -> None:
    sentences = asked(
        ["EZ01", "EZ02"],
        {
            "EZ60": "Familienzentren beraten Eltern, vermitteln Sprachkurse und bieten ein "
            "bezahlbares Mittagessen, gesund wie in Schulen und Horten."
        },
    )
    assert sentences == [
        "EZ60 fasst vermutlich EZ01 und EZ02 zusammen; ist das so, bei EZ60 "
        "«ersetzt: [EZ01, EZ02]» eintragen."
    ]


@pytest.mark.parametrize(
    "wording",
    [
        "Prüfung der Umsetzbarkeit von Ganztagsschulen sowie Schaffung von Kooperationen zwischen "
        "Vereinen, Einrichtungen der Jugendhilfe u.a. und den Schulen für ein breites "
        "Angebotsspektrum der Ganztagsschulen.",
        "Die Umsetzbarkeit von Ganztagsschulen wird geprüft, und Kooperationen zwischen Vereinen, "
        "Einrichtungen der Jugendhilfe und den Schulen werden geschaffen.",
    ],
)
def test_a_goal_of_which_little_is_left_in_the_merged_wording_is_not_forgotten(
    edition: Strategy, wording: str
) -> None:
    """EZ60 is nearly EZ13 with a few words of EZ12, which stood beside it."""

    def edit(results: list[Ziel]) -> None:
        new = results[0].model_copy(update={"id": "EZ60", "text": wording})
        results[:] = [new, *(r for r in results if r.id not in ("EZ12", "EZ13"))]

    (hint,) = compare(edition, with_results_of_ez12(edition, edit)).hints
    assert (hint.kind, hint.sources, hint.heirs) == ("merge", ("EZ12", "EZ13"), ("EZ60",))
    assert "bei EZ60 «ersetzt: [EZ12, EZ13]» eintragen" in question(hint)


def test_a_goal_removed_elsewhere_that_shares_a_word_is_no_part_of_a_merge() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ01")["kinder"].append(
            {"id": "PZ09", "stufe": "prozessziele", "text": "Eltern werden beraten.", "kinder": [
                {"id": "EZ50", "stufe": "ergebnisziele",
                 "text": "Alle Gemeinden beleuchten Radwege zu Schulen und Bahnhöfen."}]}
        )  # fmt: skip
        wordings(data)

    def after(data: Data) -> None:
        edit(data)
        goal(data, "PZ09")["kinder"] = []
        children = goal(data, "PZ01")["kinder"]
        children[0] = {"id": "EZ60", "stufe": "ergebnisziele",
                       "text": "Familienzentren beraten Eltern in allen Gemeinden und Schulen."}  # fmt: skip

    (hint,) = compare(county(edit), county(after)).hints
    assert (hint.sources, hint.heirs) == (("EZ01",), ("EZ60",))


def test_the_wording_of_a_goal_that_went_is_found_on_another_level() -> None:
    def edit(data: Data) -> None:
        wordings(data)
        text = pop(data, "PZ01", 0)["text"]
        goal(data, "LZ01")["kinder"].append({"id": "PZ25", "stufe": "prozessziele", "text": text})

    (hint,) = compare(county(wordings), county(edit)).hints
    assert question(hint) == (
        "PZ25 hat fast den Wortlaut von EZ01, das entfällt, steht aber auf einer anderen Stufe; ist "
        "es dasselbe, bei PZ25 «ersetzt: [EZ01]» eintragen."
    )


def test_a_goal_of_another_level_that_only_resembles_one_that_went_is_not_asked_about() -> None:
    def edit(data: Data) -> None:
        wordings(data)
        pop(data, "PZ01", 0)
        goal(data, "LZ01")["kinder"].append(
            {"id": "PZ25", "stufe": "prozessziele", "text": "Familienzentren beraten Eltern."}
        )

    assert compare(county(wordings), county(edit)).hints == ()


def with_results_of_ez12(strategy: Strategy, edit: Callable[[list[Ziel]], None]) -> Strategy:
    """The strategy after ``edit`` changed the results among which EZ12 stands."""

    def edited(goal: Ziel) -> Ziel:
        children = [edited(child) for child in goal.kinder]
        if any(child.id == "EZ12" for child in children):
            edit(children)
        return goal.model_copy(update={"kinder": tuple(children)})

    fields = tuple(
        feld.model_copy(update={"kinder": tuple(edited(goal) for goal in feld.kinder)})
        for feld in strategy.ziele.handlungsfelder
    )
    return strategy.model_copy(
        update={"ziele": strategy.ziele.model_copy(update={"handlungsfelder": fields})}
    )


def test_the_same_wording_under_a_new_id_is_asked_about() -> None:
    sentences = asked(
        ["EZ02"], {"EZ60": "Das Mittagessen in Schulen und Horten ist bezahlbar und frisch."}
    )
    assert sentences == [
        "EZ60 hat fast den Wortlaut von EZ02, das entfällt; ist es dasselbe, die Kennung EZ02 "
        "behalten, sonst bei EZ60 «ersetzt: [EZ02]» eintragen."
    ]


def test_words_taken_out_of_a_goal_that_stays_are_found_in_the_new_one() -> None:
    sentences = asked(
        [],
        {"EZ60": "Sprachkurse werden in allen Gemeinden vermittelt."},
        {"EZ01": "Familienzentren beraten Eltern."},
    )
    assert sentences == [
        "EZ60 übernimmt vermutlich einen Teil von EZ01; ist das so, bei EZ60 "
        "«ersetzt: [EZ01]» eintragen."
    ]


def test_a_goal_that_takes_up_the_words_of_one_that_goes_is_found() -> None:
    sentences = asked(
        ["EZ02"],
        {},
        {"EZ01": "Familienzentren beraten Eltern und bieten ein bezahlbares, gesundes Mittagessen "
                 "wie in Schulen und Horten."},
    )  # fmt: skip
    assert sentences == [
        "EZ01 nimmt vermutlich EZ02 auf, das entfällt; ist das so, bei EZ01 "
        "«ersetzt: [EZ02]» eintragen."
    ]


@pytest.mark.parametrize(
    ("gone", "new"),
    [
        (["EZ01"], {"EZ60": "Radwege werden beleuchtet."}),
        (["EZ01"], {"EZ60": "Es gibt Angebote für Eltern im Landkreis."}),
        ([], {"EZ60": "Familienzentren beraten Eltern, wo sie wohnen."}),
        (["EZ01"], {}),
    ],
)
def test_goals_that_share_little_or_nothing_are_not_asked_about(
    gone: list[str], new: dict[str, str]
) -> None:
    assert asked(gone, new) == []


def test_goals_below_that_moved_are_evidence_even_where_no_word_is_shared() -> None:
    def edit(data: Data) -> None:
        process = goal(data, "PZ01")
        moved = process.pop("kinder")
        process.update(id="PZ07", text="Betreuung am Nachmittag wird verlässlich.", kinder=moved)

    (hint,) = compare(county(), county(edit)).hints
    assert (hint.sources, hint.heirs) == (("PZ01",), ("PZ07",))


def test_the_example_county_is_asked_about_its_split_and_its_merge_and_nothing_else() -> None:
    old, new = shipped("editions/2023"), shipped(".")
    found = {(hint.kind, hint.sources, hint.heirs) for hint in compare(old, silent(new)).hints}
    assert found == {("split", ("MA05",), ("MA15", "MA16")), ("merge", ("MA11", "MA12"), ("MA17",))}


def test_what_is_stated_is_not_asked_again() -> None:
    assert compare(shipped("editions/2023"), shipped(".")).hints == ()


@pytest.mark.parametrize("seed", range(8))
def test_a_hint_names_only_what_came_went_or_was_reworded(edition: Strategy, seed: int) -> None:
    comparison = compare(edition, fortschreibung(edition, seed, 60))
    kinds: dict[str, set[str]] = {}
    for entry in comparison.changes:
        kinds.setdefault(entry.change.id, set()).add(entry.change.kind)
    for hint in comparison.hints:
        renamed = {"reworded", "figure", "register", "source", "illustration"}
        assert all(kinds[source] & {"removed", *renamed} for source in hint.sources)
        assert all(kinds[heir] & {"added", *renamed} for heir in hint.heirs)


def test_swapped_ids_are_asked_about() -> None:
    first, second = (
        "Familienzentren beraten Eltern und vermitteln Sprachkurse in allen Gemeinden.",
        "Das Mittagessen in Schulen und Horten ist bezahlbar und gesund.",
    )
    (one, other) = asked([], {}, {"EZ01": second, "EZ02": first})
    assert one.startswith("EZ01 hat jetzt den Wortlaut, den EZ02 hatte;")
    assert other.startswith("EZ02 hat jetzt den Wortlaut, den EZ01 hatte;")


def test_an_id_that_now_stands_for_something_else_is_asked_about() -> None:
    (question,) = asked([], {}, {"EZ01": "Buslinien fahren abends häufiger zwischen den Dörfern."})
    assert question.startswith(
        "EZ01 hat einen Wortlaut, der mit dem bisherigen kein Wort gemeinsam"
    )
    assert asked([], {}, {"EZ01": "Familienzentren beraten alle Eltern kostenlos."}) == []


def questions(
    edit: Callable[[Data], object], base: Callable[[Data], object] = wordings
) -> list[str]:
    both = compare(county(base), county(lambda d: (base(d), edit(d))))
    return [question(hint) for hint in both.hints]


def swapped(entries: list[Data], field: str) -> None:
    one, other = entries[0], entries[1]
    one[field], other[field] = other[field], one[field]


def second(data: Data) -> None:
    """A second entry of each register, its name as unlike the first as names are."""
    wordings(data)
    data["kennzahlen"].append({"id": "kinder", "bezeichnung": "Kinder unter sechs", "wert": "204"})
    data["quellen"].append({"id": "destatis", "urheber": "Destatis", "titel": "Mikrozensus"})
    data["plaene"].append({"id": "jhp", "titel": "Jugendhilfeplan"})
    data["abbildungen"].append({**data["abbildungen"][0], "id": "ABB2", "titel": "Beteiligung"})


@pytest.mark.parametrize(
    ("where", "field", "one", "other"),
    [
        (lambda d: d["ziele"]["handlungsfelder"], "titel", "HF1", "HF2"),
        (lambda d: d["themen"], "titel", "TH1", "TH2"),
        (lambda d: d["kopf"]["kapitel"], "titel", "vorwort", "ziele"),
        (lambda d: d["kennzahlen"], "bezeichnung", "quote", "kinder"),
        (lambda d: d["akteure"], "name", "schulamt", "jugendamt"),
        (lambda d: d["quellen"], "titel", "bmas2017", "destatis"),
        (lambda d: d["plaene"], "titel", "nvp", "jhp"),
        (lambda d: d["abbildungen"], "titel", "ABB1", "ABB2"),
    ],
)
def test_names_that_were_swapped_are_asked_about_whatever_has_them(
    where: Callable[[Data], list[Data]], field: str, one: str, other: str
) -> None:
    found = questions(lambda d: swapped(where(d), field), second)
    assert len(found) == 2
    for asked, (this, that) in zip(
        sorted(found), sorted([(one, other), (other, one)]), strict=True
    ):
        assert asked.startswith(f"{this} hat jetzt ")
        assert f" {that} hatte; sind die Kennungen vertauscht, " in asked


def test_handlungsfelder_whose_ids_were_swapped_are_asked_about() -> None:
    def edit(d: Data) -> None:
        swapped(d["ziele"]["handlungsfelder"], "id")

    assert [found.split(" hatte")[0] for found in questions(edit)] == [
        "HF2 hat jetzt den Titel, den HF1",
        "HF1 hat jetzt den Titel, den HF2",
    ]


@pytest.mark.parametrize("name", ["Kinder in Tagesbetreuung", "Einwohner"])
def test_the_id_of_a_key_figure_that_now_is_another_one_is_asked_about(name: str) -> None:
    (asked,) = questions(lambda d: d["kennzahlen"][0].update(bezeichnung=name, wert="204"))
    assert asked == (
        "quote hat eine Bezeichnung, die mit der bisherigen kein Wort gemeinsam hat; ist es etwas "
        "anderes, ihm eine neue Kennung geben und quote entfallen lassen."
    )


@pytest.mark.parametrize("name", ["Armutsquote der Kinder", "Armutsgefährdungsquote"])
def test_a_key_figure_that_is_called_a_little_otherwise_is_not_asked_about(name: str) -> None:
    assert questions(lambda d: d["kennzahlen"][0].update(bezeichnung=name)) == []


def test_a_body_that_is_renamed_is_not_asked_about() -> None:
    assert questions(lambda d: d["akteure"][1].update(name="Fachdienst Familie")) == []


def test_swapped_goals_that_share_words_and_were_touched_up_are_asked_about() -> None:
    def base(d: Data) -> None:
        goal(d, "EZ01")["text"] = "Familienzentren beraten Eltern in allen Gemeinden kostenlos."
        goal(d, "EZ02")["text"] = (
            "Familienzentren vermitteln Sprachkurse in allen Gemeinden abends."
        )

    def edit(d: Data) -> None:
        goal(d, "EZ01")["text"] = "Familienzentren vermitteln Sprachkurse in den Gemeinden abends."
        goal(d, "EZ02")["text"] = "Familienzentren beraten alle Eltern in den Gemeinden kostenlos."

    one, other = questions(edit, base)
    assert one.startswith(
        "EZ01 hat jetzt den Wortlaut, den EZ02 hatte; sind die Kennungen vertauscht"
    )
    assert other.startswith("EZ02 hat jetzt den Wortlaut, den EZ01 hatte;")


def test_a_goal_that_stays_nearer_to_itself_than_to_another_is_not_asked_about() -> None:
    def base(d: Data) -> None:
        goal(d, "EZ01")["text"] = "Familienzentren beraten Eltern in allen Gemeinden kostenlos."
        goal(d, "EZ02")["text"] = "Familienzentren beraten Eltern in allen Gemeinden abends."

    def edit(d: Data) -> None:
        goal(d, "EZ01")["text"] = "Familienzentren beraten Eltern in vielen Gemeinden kostenlos."
        goal(d, "EZ02")["text"] = "Familienzentren beraten Eltern in vielen Gemeinden abends."

    assert questions(edit, base) == []


def test_wordings_that_changed_levels_with_each_other_are_asked_about() -> None:
    def edit(d: Data) -> None:
        one, other = goal(d, "PZ02"), goal(d, "EZ01")
        one["text"], other["text"] = other["text"], one["text"]

    found = questions(edit)
    assert sorted(sentence.split(";")[0] for sentence in found) == [
        "EZ01 hat jetzt den Wortlaut, den PZ02 hatte",
        "PZ02 hat jetzt den Wortlaut, den EZ01 hatte",
    ]


def test_the_wording_of_a_goal_that_went_is_found_at_one_of_another_level_that_stays() -> None:
    def edit(d: Data) -> None:
        goal(d, "PZ02")["text"] = pop(d, "PZ01", 0)["text"]

    (asked,) = questions(edit)
    assert asked.startswith(
        "PZ02 hat jetzt den Wortlaut, den EZ01 hatte, das entfällt und auf einer anderen Stufe stand;"
    )
    assert "bei PZ02 «ersetzt: [EZ01]» eintragen" in asked
    assert questions(lambda d: (edit(d), goal(d, "PZ02").update(ersetzt=["EZ01"]))) == []


def test_a_new_goal_with_the_wording_that_one_of_another_level_had_is_asked_about() -> None:
    def edit(d: Data) -> None:
        new = {"id": "PZ25", "stufe": "prozessziele", "text": goal(d, "EZ01")["text"]}
        goal(d, "LZ01")["kinder"].append(new)
        goal(d, "EZ01")["text"] = "Buslinien fahren abends häufiger zwischen den Dörfern."

    first, *_ = [q for q in questions(edit) if q.startswith("PZ25")]
    assert first.startswith("PZ25 hat den Wortlaut, den EZ01 auf einer anderen Stufe hatte;")
