"""The words of a text and of its blocks: whatever the text, none is lost without being named."""

from random import Random

import pytest

from generator.graph.edition import Edition
from generator.model.print_gap import FIGURE
from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.read.texts import unwrap
from generator.render.documents.context import Context, context_of
from generator.render.documents.strategy_document.document import strategy_document
from generator.render.proof.gaps import Blind, gaps
from generator.render.proof.printed import lines
from generator.render.proof.printed_fields import field_gaps

PIECES = (
    "Die Beratung wird ausgebaut.",
    "- Beratung\n- Kurse\n  - für Eltern\n  - für Kinder",
    "3. Halbjahr\n4. Halbjahr\n7. Halbjahr",
    "- Angebote:\n\n  | Jahr | Kurse |\n  |---|---|\n  | 2026 | 7 |\n\n  Danach mehr.",
    "1. Lesung\n\n   Der Ausschuss berät.\n\n   - öffentlich\n\n   Dann folgt die zweite.",
    "> Ein Zitat mit **Nachdruck**.",
    "> 65 Jahre und älter",
    "| A | B |\n|---|---|\n| eins | zwei |",
    "Text mit [[PZ06]], {{ anzahl.leitziele }} und [@bmas2017, S. 3].",
    "Es hilft^[Das zeigt [[PZ06]], so [@bmas2017, S. 3] und *alle*\n[anderen](https://a.de).] sehr.[@gew2017]^[Ja.]^[Doch.]",
    "- Punkt^[Erläutert.] eins\n- ### zwei\n\n#### Titel^[Dazu.] drei\n\n| A^[Kopf.] | B |\n|---|---|\n| x^[a \\| b] | y |",
    "Offen ^[bleibt es, leer ^[], geschachtelt ^[a ^[b] c], als `^[Code]` und \\^[maskiert].",
    "Siehe [alle {{ anzahl.leitziele }} Ziele[@bmas2017, S. 3]](https://beispiel.de).",
    "### Zwischenüberschrift\n\nDarunter steht etwas.",
    "```\nCode mit Zeilen\n```",
    "Ort, Datum\n\n______________",
    "- a\n  1. eins\n  3. drei\n  - noch eine\n\n  Absatz danach",
)


@pytest.fixture(scope="module")
def context(edition: Strategy) -> Context:
    return context_of(Edition(edition))


def lost(context: Context, raw: str) -> list[str]:
    text = Prosatext(id="prozess", inhalt=unwrap(raw))
    scribe = Blind.of(context.scribe)
    shown = [words for _, words in lines(scribe.blocks(text))]
    return [gap.typed for gap in gaps(scribe, text, shown, raw, 0) if gap.kind == "lost"]


@pytest.mark.parametrize("seed", range(80))
def test_whatever_a_text_is_made_of_all_its_words_are_printed_in_order(
    context: Context, seed: int
) -> None:
    random = Random(seed)
    raw = "\n\n".join(random.choices(PIECES, k=random.randint(1, 7)))
    assert lost(context, raw) == []


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("| A | B |\n|---|---|\n| eins | zwei | drei |", "drei"),
        ("```yaml\nwert\n```", "yaml"),
        ('Siehe [hier](https://a.de "Titel").', "Titel"),
        ("Es hilft^[Wie hier ![[ABB1]] zu sehen.] sehr.", FIGURE),
    ],
)
def test_a_word_that_print_has_no_place_for_is_named(context: Context, raw: str, word: str) -> None:
    assert any(word in typed for typed in lost(context, raw))


def test_every_field_of_an_edition_is_printed(edition: Strategy) -> None:
    document = strategy_document(context_of(Edition(edition)))
    assert list(field_gaps(edition, lines(document.blocks))) == []


def test_a_field_whose_block_is_missing_is_named(edition: Strategy) -> None:
    document = strategy_document(context_of(Edition(edition)))
    kept = document.blocks[: len(document.blocks) // 2]
    found = {(gap.id, gap.path) for gap in field_gaps(edition, lines(kept))}
    assert ("EM16", ("text",)) in found
    assert ("EZ01", ("text",)) not in found
