"""A strategy.yaml that does not say which levels there are: that is told, and nothing that follows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.run import run
from generator.errors import GeneratorError
from generator.failures import failure
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.checks.test_cases import base

Write = Callable[..., Path]
LEVELS = base()["strategy.yaml"]
LISTED = LEVELS[LEVELS.index("stufen:") : LEVELS.index("anzahl:")]
SECOND = "{schluessel: prozessziele, name: Prozessziel, mehrzahl: Prozessziele, praefix: PZ, traegt: [zustaendigkeit]}"


def said(write: Write, head: str) -> list[str]:
    found = run(read_strategy(Folder(write(base() | {"strategy.yaml": head}))))
    return [f"{f.position.line}: {f.message}" for f in found]


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ("stufen: []\n", "10: «stufen» ist leer."),
        ("stufen: Leitziel\n", "10: «stufen» muss eine Liste sein"),
        ("stufen: 3\n", "10: «stufen» muss eine Liste sein"),
        ("stufen: {leitziele: Leitziel}\n", "10: «stufen» muss eine Liste sein"),
        ("stufen:\n  - Leitziel\n", "11: «stufen» muss aus Zeilen der Form «schlüssel: wert» bestehen"),
        ("stufen: [Leitziel, Maßnahme]\n", "(etwa «{schluessel: …, name: …, mehrzahl: …, praefix: …}»), hier steht "
         "«Leitziel». So steht es in 2 Einträgen dieser Liste."),
        (f"stufen: [Leitziel, {SECOND}]\n", "hier steht «Leitziel»."),
        (LISTED.replace("schluessel: prozessziele", "schluessel: Prozessziele"),
         "«Prozessziele» ist als «schluessel» nicht möglich. Erlaubt sind kleine Buchstaben ohne Umlaute"),
        (LISTED.replace("praefix: PZ", "praefix: P-1"), "Erlaubt sind ein bis zehn Buchstaben ohne Umlaute."),
        (LISTED.replace("schluessel: prozessziele, ", ""), "Die Pflichtangabe «schluessel» fehlt."),
        (LISTED.replace("name: Prozessziel,", "name: ,"), "Die Angabe «name» ist leer."),
        (LISTED.replace("[zustaendigkeit]", "[zustand]"), "«traegt» kennt «zustand» nicht."),
        (LISTED.replace("praefix: PZ", "praefix: PZ, unter: {leitziele: 1}"), "«unter» muss eine Liste sein"),
        (LISTED.replace("praefix: PZ", "praefix: PZ, oberstufe: leitziele"),
         "Die Angabe «oberstufe» ist nicht bekannt."),
    ],
)  # fmt: skip
def test_levels_that_cannot_be_read_are_one_finding_and_none_that_follow(
    strategy_folder: Write, levels: str, told: str
) -> None:
    found = said(strategy_folder, LEVELS.replace(LISTED, levels))
    assert len(found) == 1, found
    assert told in found[0]


def test_what_is_wrong_elsewhere_is_told_beside_unreadable_levels(strategy_folder: Write) -> None:
    head = LEVELS.replace(LISTED, "stufen: []\n").replace("status: entwurf", "status: entwurff")
    files = base() | {"strategy.yaml": head}
    files["actors.yaml"] = files["actors.yaml"].replace("art: extern", "art: exten", 1)
    found = run(read_strategy(Folder(strategy_folder(files))))
    told = sorted(f.message.removeprefix("jobcenter: ").split(" ")[0] for f in found)
    assert told == ["«art»", "«status»", "«stufen»"]


def test_a_mistyped_key_of_a_level_that_is_recognised_stops_nothing(strategy_folder: Write) -> None:
    reading = read_strategy(
        Folder(strategy_folder(base() | {"strategy.yaml": LEVELS.replace("praefix", "prefix")}))
    )
    assert {f.rule for f in reading.findings} == {"Z007"}
    assert reading.strategy is not None


@pytest.mark.parametrize(
    ("register", "old", "new", "told"),
    [
        ("actors.yaml", "akteure:", "akteure: [Jobcenter, Jugendamt, Bauamt]\nalt:", "So steht es in 3 Einträgen"),
        ("strategy.yaml", "kapitel:", "kapitel: [Vorwort]\nkapitell:", "hier steht «Vorwort»."),
    ],
)  # fmt: skip
def test_a_list_of_words_where_records_belong_is_one_finding(
    strategy_folder: Write, register: str, old: str, new: str, told: str
) -> None:
    files = base()
    files[register] = files[register].replace(old, new, 1)
    found = read_strategy(Folder(strategy_folder(files))).findings
    assert [told in f.message for f in found if f.rule == "Z008"] == [True]


@pytest.mark.parametrize("missing", ["goals.yaml", "strategy.yaml"])
def test_the_faults_of_the_other_files_are_told_while_one_is_missing(
    strategy_folder: Write, missing: str
) -> None:
    files: dict[str, str | None] = {**base(), missing: None}
    other = "strategy.yaml" if missing == "goals.yaml" else "actors.yaml"
    wrong, told = {
        "strategy.yaml": ("titel:", "titell:"),
        "actors.yaml": ("art: extern", "art: exten"),
    }[other]
    files[other] = str(files[other]).replace(wrong, told, 1)
    with pytest.raises(GeneratorError, match="fehlt") as raised:
        read_strategy(Folder(strategy_folder(files)))
    shown = failure(raised.value)
    assert shown.code == 2
    assert f"{missing} fehlt." in shown.text
    assert "Zu beheben ist außerdem:" in shown.text
    assert f"{other}:" in shown.text.split("außerdem")[1]


def test_of_many_faults_beside_a_missing_file_the_first_are_told_and_the_others_counted(
    strategy_folder: Write,
) -> None:
    files: dict[str, str | None] = {**base(), "goals.yaml": None}
    entries = "".join(f"  - {{id: a{n}, name: Amt, art: falsch}}\n" for n in range(30))
    files["actors.yaml"] = f"akteure:\n{entries}"
    with pytest.raises(GeneratorError) as raised:
        read_strategy(Folder(strategy_folder(files)))
    assert raised.value.hint.endswith("… und 20 weitere")
    assert raised.value.hint.count("actors.yaml:") == 10
