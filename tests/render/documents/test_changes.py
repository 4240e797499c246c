from collections.abc import Callable

import pytest

from generator.compare.words import Span
from generator.render.documents.telling.marked import shorten
from generator.render.documents.telling.summary import Summary, TwoCounts
from generator.render.documents.telling.told import ToldChange, by_section
from tests.compare.county import Data, county, goal, pop
from tests.editions import telling


def told(edit: Callable[[Data], object]) -> tuple[ToldChange, ...]:
    return telling(county(), county(edit)).changes


def headed(edit: Callable[[Data], object]) -> Summary:
    return telling(county(), county(edit)).summary


TITLES: dict[str, Callable[[Data], object]] = {
    "Leitziel LZ01: umformuliert": lambda d: goal(d, "LZ01").update(text="Kinder lernen."),
    "Ergebnisziel EZ01: entfallen": lambda d: pop(d, "PZ01", 0),
    "Prozessziel PZ02: Zuständigkeit entfallen": lambda d: goal(d, "PZ02")["zustaendig"].pop(),
    "Prozessziel PZ01: Zuständigkeit geändert": lambda d: goal(d, "PZ01")["zustaendig"].pop(),
    "Prozessziel PZ01: Schreibweise der Zuständigkeit": lambda d: goal(d, "PZ01").update(
        zustaendig=["schulamt", {"akteur": "jugendamt", "wortlaut": "Amt für Jugend"}]
    ),
    "Empfehlung EM01: Adressaten entfallen": lambda d: d["themen"][0]["empfehlungen"][0].update(
        adressaten=[]
    ),
    "Prozessziel PZ01: einleitender Text geändert": lambda d: d["texte"][0].update(inhalt="Kurz."),
    "Leitziel LZ02: Text hinter der Tabelle neu": lambda d: d["texte"].append(
        {"id": "LZ02", "stelle": "nach", "inhalt": "Die Mieten steigen."}
    ),
    "Kapitel «Fazit und Ausblick»: Text geändert": lambda d: d["texte"][1].update(inhalt="Kurz."),
    "Kapitel «Fazit und Ausblick»: Angabe zum Wortlaut geändert": lambda d: d["texte"][1].update(
        wortlaut="nacherzaehlt"
    ),
    "Kapitel «Fazit und Ausblick»: umformuliert": lambda d: d["kopf"]["kapitel"][3].update(
        titel="Ausblick"
    ),
    "Akteur «Jugendamt»: umbenannt": lambda d: d["akteure"][1].update(name="Amt für Jugend"),
    "Akteur «Jugendamt»: Angaben geändert": lambda d: d["akteure"][1].update(art="extern"),
    "Kennzahl «Armutsquote»: Kennzahl geändert": lambda d: d["kennzahlen"][0].update(wert="16,1"),
    "Quelle «BMAS (2017)»: Quellenangabe geändert": lambda d: d["quellen"][0].update(titel="Lage"),
    "Prozessziel PZ02: Prüfvermerk neu": lambda d: goal(d, "PZ02").update(pruefen="Prüfen."),
    "Prozessziel GE-8: Kürzel neu": lambda d: goal(d, "PZ02").update(kuerzel="GE-8"),
    "Prozessziel PZ02: Titel neu": lambda d: goal(d, "PZ02").update(titel="Schule und Beruf"),
    "Strategie: umformuliert": lambda d: d["kopf"].update(titel="Strategie der Teilhabe"),
    "Strategie: Angaben geändert": lambda d: d["kopf"].update(
        abkuerzungen={"AVG": "Auentaler Verkehrsgesellschaft"}
    ),
    "Strategie: Angaben zur Fassung geändert": lambda d: d["kopf"]["fassung"].update(kennung="2025"),
    "Strategie: Hinweise zur Herkunft neu": lambda d: d["kopf"].update(hinweise="Eine Probe."),
}  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_a_change_read_aloud_says_what_happened_to_what(title: str) -> None:
    (row,) = told(TITLES[title])
    assert row.title == title
    assert row.editing_title.replace("GE-8 (PZ02)", "GE-8") == title
    assert ("GE-8" in title) is ("(PZ02)" in row.editing_title)


def test_a_spelling_names_only_the_body_that_is_spelt_otherwise() -> None:
    (row,) = told(TITLES["Prozessziel PZ01: Schreibweise der Zuständigkeit"])
    assert row.spelling
    assert row.words.details == ("«Jugendamt» → «Amt für Jugend»",)


REASONS: dict[str, Callable[[Data], object]] = {
    "Nur die Schreibweise ist geändert; gemeint sind dieselben Stellen.": TITLES[
        "Prozessziel PZ01: Schreibweise der Zuständigkeit"
    ],
    "Angaben zur Fassung selbst; sie entstehen mit jeder Fortschreibung.": TITLES[
        "Strategie: Angaben zur Fassung geändert"
    ],
    "Nur Leerzeichen, Trenn- und andere Zeichen sind geändert, die man nicht sieht; die Wörter sind "
    "dieselben.": lambda d: goal(d, "LZ02").update(
        text=goal(d, "LZ02")["text"].replace(" ", "\u00a0", 1)
    ),
    "Nur die Angabe, woher der Wortlaut stammt, ist geändert; der Text ist derselbe.": TITLES[
        "Kapitel «Fazit und Ausblick»: Angabe zum Wortlaut geändert"
    ],
    "Nur die Reihenfolge im Verzeichnis ist geändert.": lambda d: d["akteure"].reverse(),
}


@pytest.mark.parametrize("reason", REASONS)
def test_what_is_editorial_by_itself_says_why(reason: str) -> None:
    assert {row.reason for row in told(REASONS[reason])} == {reason}


def test_a_reason_that_is_given_stands_for_the_one_of_the_kind() -> None:
    def edit(d: Data) -> None:
        TITLES["Prozessziel PZ01: Schreibweise der Zuständigkeit"](d)
        d["aenderungen"] = [
            {"id": "PZ01", "art": "zustaendigkeit", "begruendung": "Das Amt schreibt sich so."}
        ]

    (row,) = told(edit)
    assert (row.reason, row.source.by_itself) == ("Das Amt schreibt sich so.", "spelling")


@pytest.mark.parametrize("title", ["Leitziel LZ01: umformuliert", "Akteur «Jugendamt»: umbenannt"])
def test_what_may_change_the_meaning_has_no_reason_of_its_own(title: str) -> None:
    (row,) = told(TITLES[title])
    assert row.reason is None


def test_a_new_goal_tells_its_heading_and_who_is_responsible() -> None:
    new = {
        "id": "PZ03", "stufe": "prozessziele", "text": "Die Horte werden ausgebaut.",
        "gruppe": "Horte", "zustaendig": ["jugendamt"], "ersetzt": ["PZ02"],
    }  # fmt: skip
    (row,) = told(lambda d: goal(d, "LZ02").update(kinder=[new]))
    assert row.words.new == "Die Horte werden ausgebaut."
    assert row.words.details == ("Überschrift: Horte", "Zuständigkeit: Jugendamt")
    assert row.title == "Prozessziel PZ03: neu, abgeteilt von PZ02"


def test_what_is_still_there_was_not_taken_up() -> None:
    (row,) = told(lambda d: goal(d, "EZ02").update(ersetzt=["EZ01"]))
    assert row.title == "Ergebnisziel EZ02: Verweis neu"


@pytest.mark.parametrize("gone", [False, True])
def test_a_figure_that_is_new_or_gone_tells_its_stations(gone: bool) -> None:
    old, new = county(), county(lambda d: d["abbildungen"].clear())
    (row,) = (telling(old, new) if gone else telling(new, old)).changes
    assert (row.words.old if gone else row.words.new) == "Planungskreislauf"
    assert row.words.details == ("Kreislauf mit 2 Stationen: Planung; Umsetzung",)


def test_rows_stand_under_the_part_of_the_strategy_they_belong_to() -> None:
    def edit(d: Data) -> None:
        goal(d, "EZ03")["text"] = "Die Horte öffnen auch in den Ferien."
        goal(d, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
        d["ziele"]["uebergreifend"]["kinder"].append(
            {"id": "LZ09", "stufe": "leitziele", "text": "Angebote bleiben erhalten."}
        )
        d["themen"][0]["titel"] = "Arbeit"
        d["akteure"].pop(0)
        d["texte"].append({"id": "bitten", "stelle": "nach", "inhalt": "So weit die Bitten."})

    sections = [
        (title, [row.subject.name for row in group]) for title, group in by_section(told(edit))
    ]
    assert sections == [
        ("Übergreifende Ziele", ["LZ09"]),
        ("Handlungsfeld HF1: Bildung", ["EZ03"]),
        ("Handlungsfeld HF2: Wohnen", ["LZ02"]),
        ("Empfehlungen, Thema TH1: Arbeit", ["TH1"]),
        ("Kapitel «Empfehlungen»", ["Kapitel «Empfehlungen»"]),
        ("Akteure", ["Akteur «Schulverwaltungsamt»"]),
    ]


def test_the_summary_says_who_decides_why_and_on_what() -> None:
    def edit(d: Data) -> None:
        d["kopf"]["fassung"].update(kennung="2025", bezeichnung="Fortschreibung", status="entwurf")
        goal(d, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
        goal(d, "PZ02")["text"] = "Übergänge werden eng begleitet."
        pop(d, "PZ01", 0)

    head = headed(edit)
    assert head.old == "Fassung 2020 (Stand 18.03.2020, Beschluss 27/20)"
    assert head.new == "Fortschreibung (Stand 18.03.2020, Entwurf)"
    assert [(v.sentence, v.named) for v in head.verdicts] == [
        (
            "1 Änderung ist nicht geregelt. Ob darüber ein Beschluss gefasst wird, ist eine "
            "politische Frage.",
            ("PZ02 (umformuliert)",),
        ),
        (
            "Nach Kapitel 3 ist für 1 Änderung ein Beschluss vorgesehen "
            "(Kreistag des Landkreises Lindental).",
            ("LZ02 (umformuliert)",),
        ),
        ("1 Änderung ist redaktionell und lässt den Inhalt unberührt.", ()),
        (
            "Nach Kapitel 3 kann 1 Änderung ohne Beschluss vorgenommen werden "
            "(Landratsamt Lindental).",
            (),
        ),
    ]
    assert head.closing.startswith("Ob die Fortschreibung als Ganzes")


@pytest.mark.parametrize(
    ("identity", "art", "edit"),
    [
        ("EZ01", "entfallen", lambda d: pop(d, "PZ01", 0)),
        ("PZ01", "text", lambda d: d["texte"].pop(0)),
        ("LZ02", "text", lambda d: d["texte"].append({"id": "LZ02", "inhalt": "Neu."})),
        ("PZ02", "zustaendigkeit", lambda d: goal(d, "PZ02")["zustaendig"].clear()),
        ("EM01", "adressat", lambda d: d["themen"][0]["empfehlungen"][0]["adressaten"].clear()),
        ("bmas2017", "entfallen", lambda d: d["quellen"].clear()),
        ("TH2", "entfallen", lambda d: d["themen"].pop()),
    ],
)
def test_what_goes_or_comes_is_never_said_to_leave_the_content_as_it_is(
    identity: str, art: str, edit: Callable[[Data], object]
) -> None:
    def editorial(d: Data) -> None:
        edit(d)
        goal(d, "LZ01")["text"] = "Alle Kinder im Landkreis haben gleiche Bildungs-Chancen."
        d["aenderungen"] = [
            {"id": [identity, "LZ01"], "art": [art, "umformuliert"], "einstufung": "redaktionell",
             "begruendung": "Stil."}
        ]  # fmt: skip

    said = [verdict.sentence for verdict in headed(editorial).verdicts]
    assert said[0] == "1 Änderung ist redaktionell und lässt den Inhalt unberührt."
    assert (
        "1 Änderung ist als redaktionell eingestuft, obwohl etwas entfällt oder hinzukommt." in said
    )


def test_a_register_may_grow_without_a_change_of_content() -> None:
    def grown(d: Data) -> None:
        d["quellen"].append({"id": "neu", "urheber": "BMAS"})
        d["aenderungen"] = [
            {"id": "neu", "art": "neu", "einstufung": "redaktionell", "begruendung": "Beleg."}
        ]

    (verdict,) = headed(grown).verdicts
    assert verdict.sentence == "1 Änderung ist redaktionell und lässt den Inhalt unberührt."


def test_bodies_are_told_what_they_keep_of_a_split_and_what_they_have_from_others() -> None:
    def edit(d: Data) -> None:
        pop(d, "LZ01", 1)
        d["akteure"].append({"id": "jba", "name": "Jugendberufsagentur", "art": "extern"})
        d["akteure"][1]["nachfolger"] = ["jba"]
        goal(d, "LZ01")["kinder"] += [
            {
                "id": i,
                "stufe": "prozessziele",
                "text": f"{i}.",
                "ersetzt": ["PZ02"],
                "zustaendig": [b],
            }
            for i, b in (("PZ03", "jugendamt"), ("PZ04", "jba"))
        ]

    rows = {row.id: row.changes for row in telling(county(), county(edit)).bodies}
    assert rows["jugendamt"][0] == "weiter zuständig (bisher PZ02): PZ03"
    assert rows["jba"] == ("zuständig anstelle von «Jugendamt»: PZ04",)


def test_counts_stand_before_and_after_by_the_names_of_the_house() -> None:
    counts = headed(lambda d: pop(d, "PZ01", 0)).counts
    assert counts == (
        TwoCounts("Handlungsfelder", 2, 2),
        TwoCounts("Leitziele", 2, 2),
        TwoCounts("Prozessziele", 2, 2),
        TwoCounts("Ergebnisziele", 4, 3),
        TwoCounts("Empfehlungen", 1, 1),
        TwoCounts("Akteure", 3, 3),
    )


def test_two_equal_editions_are_said_to_be_equal() -> None:
    head = headed(lambda d: None)
    assert head.verdicts == ()
    assert head.closing == "Die beiden Fassungen unterscheiden sich nicht."


def test_long_unchanged_prose_is_cut_to_the_words_around_a_change() -> None:
    words = [f"Wort{n}" for n in range(100)]
    plain = " ".join(words)
    cut = shorten((Span(plain + " ", "plain"), Span("neu", "inserted"), Span(" " + plain, "plain")))
    assert cut[0].text.startswith("… Wort88 ")
    assert cut[0].text.endswith(" Wort99 ")
    assert cut[2].text.startswith(" Wort0 ")
    assert cut[2].text.endswith("Wort11 …")
    paragraphs = shorten((Span("neu", "inserted"), Span(" eins.\n\nzwei " + plain, "plain")))
    assert paragraphs[1].text.startswith(" eins.\n\nzwei Wort0 ")
    assert shorten((Span(plain, "plain"),)) == (Span(plain, "plain"),)


def test_another_kind_of_body_is_told_where_its_name_does_not_say_it() -> None:
    def renamed(data: Data) -> None:
        data["kopf"]["koerperschaft"] |= {"name": "Lindental", "art": "stadt"}

    (change,) = telling(county(), county(renamed)).changes
    assert change.words.old == (
        "Körperschaft: Landkreis Lindental, Kreistag des Landkreises Lindental, Landratsamt Lindental"
    )
    assert change.words.new == (
        "Körperschaft: Lindental (Stadt), Kreistag des Landkreises Lindental, Landratsamt Lindental"
    )
