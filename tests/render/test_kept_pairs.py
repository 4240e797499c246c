"""What belongs together stands on one line in print; nothing else is held, and no sign is lost."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.model.seen import seen
from generator.render.blocks import Document, Footnote, Inline, Paragraph, Reference, Run
from generator.render.formats.docx import encode
from generator.render.kept_pairs import kept, kept_text
from generator.render.visitor import text_in
from tests.render.documents.settled import settle
from tests.render.formats.docx_checks import stories, w
from tests.render.formats.test_docx_valid import TEMPLATE


@pytest.mark.parametrize(
    "held",
    [
        "Armutsprävention und ‑bekämpfung",
        "gesundheitspräventiver und (‑fördernder) Inhalte, Lehrer/‑innen, „‑hilfe“",
        "nach §~8 und §§~44~ff., §~44~ThürSchulG, §~27b Abs.~2 Satz~1 SGB~XII",
        "z.~B. im Verein, i.~d.~R. und u.~a.; o.~J.",
        "Nr.~3, S.~12~f., Art.~20 GG, Kapitel~4, Drs.~12/34, Beschluss~314/18",
        "5~% und 17,2~%, 870~€, 3,5~Mio.~€, 12~000~Euro, ca.~30 Orte, 75~Prozent",
        "am 5.~Mai und vom 14.~Dez. bis zum 1.~März 2026",
        "2 bis 5~Jahre, 15~km, 900~m², 24~Stunden",
        "Hartz~IV, Teilfachplan~II – Jugend, Sekundarstufe~I in jedem Fach",
        "wie die Kinder~…",
        "von [84,0]~% auf [85,0]~%",
    ],
)
def test_pairs_are_held_together(held: str) -> None:
    typed = held.replace("~", " ").replace("‑", "-")
    assert kept_text(typed).replace("\u00a0", "~") == held
    assert seen(kept_text(typed)) == typed
    assert len(kept_text(typed)) == len(typed)


@pytest.mark.parametrize(
    "loose",
    [
        "Ilm-Kreis, E-Mail, Kinder- und Jugendhilfe – so",
        "Im Jahr 2018 120 Personen, 2023 5.640 Menschen",
        "15 Maßnahmen und 24 Prozessziele",
        "Er kam auf Platz 5. Danach ging es weiter.",
        "Das gilt für Variante A. Es gibt auch B.",
        "Stand 3. Fortschreibung",
        "In Ingolstadt und im Ilm-Kreis",
        "Wer hilft? 20 Stellen.",
    ],
)
def test_nothing_else_is(loose: str) -> None:
    assert kept_text(loose) == loose


def test_what_is_typed_with_care_stays_as_it_is() -> None:
    typed = "Nach §\u00a05 SGB\u202fXII, weich\u00adtrennbar und \u2011hilfe"
    assert kept_text(typed) == typed


def test_a_pair_is_held_across_looks_but_not_into_what_word_computes() -> None:
    content: tuple[Inline, ...] = (Run("Nach "), Run("§ ", bold=True), Run("8 gilt"),
                                   Reference("HF1", " 5 % "), Run("§ 9"))  # fmt: skip
    found = kept(content)
    assert [text_in(part) for part in found] == ["Nach ", "§\u00a0", "8 gilt", " 5 % ", "§\u00a09"]
    assert found[3] is content[3]


CHANGES: tuple[tuple[Inline, ...], ...] = (
    (Run("Es sind 5 "), Run("Prozent", mark="deleted"), Run("Punkte", mark="inserted")),
    (Run("Es sind 5 "), Run("Punkte", mark="deleted"), Run("Prozent", mark="inserted")),
    (Run("Nach "), Run("§", mark="deleted"), Run("Plan", mark="inserted"), Run(" 5 und "),
     Run("Vor", mark="deleted"), Run("-sorge")),
    (Run("Der "), Run("4", mark="deleted"), Run("5", mark="inserted"), Run(". Mai ist es, dem "),
     Run("SGB", mark="inserted"), Run(" XII nach"), Footnote((Run("S. 5"),), mark="inserted")),
)  # fmt: skip


@pytest.mark.parametrize("content", CHANGES)
def test_each_edition_in_a_redline_holds_what_it_holds_alone(content: tuple[Inline, ...]) -> None:
    file = _word(content)
    for how, gone in (("accept", "deleted"), ("reject", "inserted")):
        alone = "".join(text_in(part) for part in content if part.mark != gone)
        notes = tuple(part for part in content if isinstance(part, Footnote) and part.mark != gone)
        plain = (Run(alone), *(Footnote(note.content) for note in notes))
        assert settle(file, how).lines == settle(_word(plain), how).lines  # type: ignore[arg-type]


def test_the_hyphen_is_words_own_sign_that_no_other_font_draws() -> None:
    (body,) = (stories(_word((Run("Prävention und -bekämpfung"),)))["word/document.xml"],)
    assert len(list(body.iter(w("noBreakHyphen")))) == 1
    assert "\u2011" not in etree.tostring(body, encoding="unicode")


def _word(content: tuple[Inline, ...]) -> bytes:
    return encode(Document("Titel", (Paragraph(content),)), TEMPLATE, raster=False)
