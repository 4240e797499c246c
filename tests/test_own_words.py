"""A city, a Verband, any body is spoken of in its own words, in every product and message."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.graph.edition import Edition
from generator.graph.reporting import reporting
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.render.documents.context import context_of
from generator.render.inputs import Inputs
from generator.render.products import PRODUCTS
from generator.render.reports import changes_text
from tests.checks.test_cases import cases, findings
from tests.editions import compare
from tests.given_opinions import rounds
from tests.own_words import ASSOCIATION, BODIES, CITY, COUNTY, Body

ROOT = Path(__file__).parents[1]
COUNTRY = ROOT / "examples" / "auental"
Write = Callable[..., Path]
MADE = [product for product in PRODUCTS if not product.on_request]


def strategy_of(body: Body, folder: Path, into: Path) -> Strategy:
    """The example's strategy with another body, read from files."""
    for file in (*folder.glob("*.yaml"), *folder.glob("texts/*.md")):
        target = into / file.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body.say(file.read_text("utf-8")), "utf-8")
    reading = read_strategy(Folder(into))
    assert reading.strategy is not None
    assert not reading.findings
    return reading.strategy


@pytest.fixture(scope="module", params=[CITY, ASSOCIATION], ids=["Stadt", "Verband"])
def body(request: pytest.FixtureRequest) -> Body:
    chosen: Body = request.param
    return chosen


@pytest.fixture(scope="module")
def inputs(body: Body, tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    folder = tmp_path_factory.mktemp("koerperschaft")
    new = strategy_of(body, COUNTRY, folder / "neu")
    old = strategy_of(body, COUNTRY / "editions" / "2023", folder / "alt")
    new = new.model_copy(update={"runden": rounds()})
    context = context_of(Edition(new))
    reports = reporting(context.edition, former=set(old.by_id))
    return Inputs(context, compare(old, new), reports=reports)


def text_of(data: bytes) -> str:
    """All that a file holds, of a Word document every part."""
    if data[:2] != b"PK":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [n for n in package.namelist() if n.endswith((".xml", ".rels"))]
        return "\n".join(package.read(part).decode() for part in parts)


@pytest.mark.parametrize("product", MADE, ids=[product.name for product in MADE])
def test_no_product_names_a_kind_of_body_that_the_strategy_does_not_have(
    inputs: Inputs, product: Any
) -> None:
    assert not COUNTY.findall(text_of(product.make(inputs).data))


def test_the_terminal_does_not_either(inputs: Inputs) -> None:
    assert not COUNTY.findall(changes_text.encode(inputs.telling))


def shown(inputs: Inputs, name: str) -> str:
    product = next(product for product in MADE if product.name == name)
    return " ".join(text_of(product.make(inputs).data).split())


def bare(document: str) -> str:
    """Its words without the marks of Word."""
    return " ".join(re.sub(r"<[^>]+>", "", document).split())


def test_who_decides_is_said_in_the_words_of_a_city(
    tmp_path: Path,
) -> None:
    new = strategy_of(CITY, COUNTRY, tmp_path / "neu")
    old = strategy_of(CITY, COUNTRY / "editions" / "2023", tmp_path / "alt")
    context = context_of(Edition(new))
    made = Inputs(context, compare(old, new))
    overview = shown(made, "strategie")
    ruled = "nach Abschnitt „Was der Gemeinderat entscheidet“"
    assert f"Fünf Änderungen brauchen {ruled} einen Beschluss des Gemeinderates." in bare(overview)
    one = f"Eine Änderung braucht {ruled} einen Beschluss des Jugendhilfeausschusses."
    assert one in bare(overview)
    assert "Rathaus entscheidet“ die Verwaltung vornehmen." in bare(overview)
    assert "entscheidet die Stadt." in overview
    changes = shown(made, "aenderungen")
    assert "ein Beschluss vorgesehen (Gemeinderat)" in changes
    assert "ein Beschluss vorgesehen (Jugendhilfeausschuss)" in changes
    assert "ohne Beschluss vorgenommen werden (Stadtverwaltung Musterau)" in changes
    json = shown(made, "aenderungen-json")
    assert '"decision": "gemeinderat"' in json
    assert '"approval": "jugendhilfeausschuss"' in json
    page = shown(made, "aenderungen-html")
    assert "Beschluss vorgesehen: Jugendhilfeausschuss" in page


def test_who_decides_is_said_in_the_words_of_a_verband(tmp_path: Path) -> None:
    new = strategy_of(ASSOCIATION, COUNTRY, tmp_path / "neu")
    old = strategy_of(ASSOCIATION, COUNTRY / "editions" / "2023", tmp_path / "alt")
    context = context_of(Edition(new))
    overview = shown(Inputs(context, compare(old, new)), "strategie")
    assert re.search(
        r"Sechs Änderungen brauchen nach Abschnitt „[^“]+“ einen Beschluss der Verbandsversammlung\.",
        bare(overview),
    )
    assert "entscheidet der Verband." in overview


@pytest.mark.parametrize("name", BODIES)
def test_no_message_of_a_rule_names_a_kind_of_body_that_the_strategy_does_not_have(
    strategy_folder: Write, name: str
) -> None:
    """Every rule is provoked as its cases show, in a strategy of another body."""
    asked, provoked = set(), set()
    for number, case in enumerate(cases()):
        rule, given = case.values
        if given["expected"]:
            found = findings(
                partial(strategy_folder, name=f"{number}/strategie"), given, BODIES[name]
            )
            asked.add(rule)
            provoked |= {finding.rule for finding in found}
            said = "\n".join(finding.message for finding in found)
            assert not COUNTY.findall(said), (case.id, said)
    assert asked <= provoked


@pytest.mark.parametrize(
    "words",
    [["explain", "--format", "markdown"], ["--hilfe"], ["check", "--hilfe"], ["build", "--hilfe"],
     ["diff", "--hilfe"], ["freeze", "--hilfe"], ["review", "--hilfe"], ["verify", "--hilfe"]],
    ids=" ".join,
)  # fmt: skip
def test_manuals_and_help_name_no_kind_of_body(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        main(words)
    except SystemExit as end:
        assert not end.code  # noqa: PT017
    printed = capsys.readouterr().out
    assert printed
    assert not COUNTY.findall(printed)


def test_a_sealed_city_keeps_its_head_word_for_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    strategy_of(CITY, COUNTRY, tmp_path / "strategy")
    head = tmp_path / "strategy" / "strategy.yaml"
    without = head.read_text("utf-8").replace('  vorgaenger: "2023"\n', "")
    head.write_text(without, "utf-8")
    (
        tmp_path / "strategy" / "progress.yaml"
    ).unlink()  # reports on goals of an edition left out here
    assert main(["freeze", "2027", "--beschluss", "17/27", "--datum", "2027-03-01"]) == 0
    sealed = (tmp_path / "strategy" / "editions" / "2027" / "strategy.yaml").read_text("utf-8")
    for text in (sealed, head.read_text("utf-8")):
        assert set(CITY.head.strip().splitlines()) <= set(text.splitlines())
        assert "zustimmung: Jugendhilfeausschuss" in text
