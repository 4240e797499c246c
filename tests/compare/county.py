"""A small fictional county whose strategy the comparison tests edit."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from generator.model.strategy import Strategy

Data = dict[str, Any]

DATA: Data = {
    "kopf": {
        "format": 2,
        "titel": "Teilhabestrategie für den Landkreis Lindental",
        "teile": {"uebrige": "drucken"},
        "koerperschaft": {
            "name": "Landkreis Lindental",
            "art": "landkreis",
            "gremium": "Kreistag des Landkreises Lindental",
            "verwaltung": "Landratsamt Lindental",
        },
        "fassung": {
            "kennung": "2020",
            "bezeichnung": "Fassung 2020",
            "status": "beschlossen",
            "stand": "2020-03-18",
            "beschluss": "27/20",
        },
        "beschlussregeln": [
            {
                "ebene": "leitziel",
                "art": ["neu", "entfallen", "verschoben", "umformuliert"],
                "zustimmung": "kreistag",
                "grundlage": "Kapitel 3",
            },
            {"ebene": "ergebnisziel", "art": "*", "zustimmung": "verwaltung", "grundlage": "Kapitel 3"},
            {"ebene": "*", "art": "zustaendigkeit", "zustimmung": "verwaltung"},
        ],
        "kapitel": [
            {"id": "vorwort", "titel": "Vorwort"},
            {"id": "ziele", "titel": "Ziele", "inhalt": "ziele"},
            {"id": "bitten", "titel": "Empfehlungen", "inhalt": "empfehlungen"},
            {"id": "fazit", "titel": "Fazit und Ausblick"},
        ],
        "bezugsrahmen": [{"id": "agenda", "titel": "Agenda 2030", "ziele": ["keine Armut"]}],
    },
    "ziele": {
        "uebergreifend": {"kinder": []},
        "handlungsfelder": [
            {
                "id": "HF1",
                "titel": "Bildung",
                "kinder": [
                    {
                        "id": "LZ01",
                        "stufe": "leitziele",
                        "text": "Alle Kinder im Landkreis haben gleiche Bildungschancen.",
                        "kinder": [
                            {
                                "id": "PZ01",
                                "stufe": "prozessziele",
                                "gruppe": "Ganztagsschulen",
                                "text": "Die Ganztagsschulen werden bedarfsgerecht ausgebaut.",
                                "zustaendig": ["schulamt", "jugendamt"],
                                "kinder": [
                                    {"id": "EZ01", "stufe": "ergebnisziele", "text": "Jede Schule hat ein Konzept."},
                                    {"id": "EZ02", "stufe": "ergebnisziele", "text": "Das Mittagessen ist bezahlbar."},
                                    {"id": "EZ03", "stufe": "ergebnisziele", "text": "Die Horte öffnen in den Ferien."},
                                    {"id": "EZ04", "stufe": "ergebnisziele", "text": "Die Wege zur Schule sind sicher."},
                                ],
                            },
                            {
                                "id": "PZ02",
                                "stufe": "prozessziele",
                                "text": "Übergänge in den Beruf werden begleitet.",
                                "zustaendig": ["jugendamt"],
                            },
                        ],
                    }
                ],
            },
            {
                "id": "HF2",
                "titel": "Wohnen",
                "kinder": [{"id": "LZ02", "stufe": "leitziele", "text": "Wohnraum ist bezahlbar."}],
            },
        ],
    },
    "themen": [
        {
            "id": "TH1",
            "titel": "Arbeitsmarkt",
            "empfehlungen": [
                {"id": "EM01", "text": "Der Mindestlohn wird erhöht.", "adressaten": ["bund"]}
            ],
        },
        {"id": "TH2", "titel": "Soziale Sicherung"},
    ],
    "akteure": [
        {"id": "schulamt", "name": "Schulverwaltungsamt", "art": "intern"},
        {"id": "jugendamt", "name": "Jugendamt", "art": "intern"},
        {"id": "bund", "name": "Bund", "art": "bund"},
    ],
    "kennzahlen": [
        {"id": "quote", "bezeichnung": "Armutsquote", "wert": "17,2", "einheit": "%", "stichtag": "2016"}
    ],
    "quellen": [{"id": "bmas2017", "urheber": "BMAS", "jahr": "2017", "titel": "Lebenslagen"}],
    "plaene": [{"id": "nvp", "titel": "Nahverkehrsplan 2019"}],
    "abbildungen": [
        {
            "id": "ABB1",
            "art": "kreislauf",
            "titel": "Planungskreislauf",
            "alternativtext": "Kreislauf aus Planung und Umsetzung.",
            "stationen": [{"titel": "Planung"}, {"titel": "Umsetzung"}],
        }
    ],
    "texte": [
        {"id": "PZ01", "inhalt": "Der Bedarf an Ganztagsplätzen steigt seit Jahren."},
        {"id": "fazit", "inhalt": "Die Umsetzung dauert zwei bis fünf Jahre."},
    ],
}  # fmt: skip


def county(edit: Callable[[Data], object] | None = None) -> Strategy:
    """The strategy, after ``edit`` changed its data in place."""
    data = deepcopy(DATA)
    if edit:
        edit(data)
    return Strategy.model_validate(data)


def goal(data: Data, identity: str) -> Data:
    """The data of one goal."""
    stack = [child for feld in data["ziele"]["handlungsfelder"] for child in feld["kinder"]]
    while stack:
        found: Data = stack.pop()
        if found["id"] == identity:
            return found
        stack += found.get("kinder", [])
    raise KeyError(identity)


def pop(data: Data, parent: str, index: int) -> Data:
    """Take out a goal below ``parent``."""
    gone: Data = goal(data, parent)["kinder"].pop(index)
    return gone
