"""A look to the styles of table cells and tables."""

from __future__ import annotations

from tools.template_maker.look import HouseLook
from tools.template_maker.style_pieces import (
    BOLD,
    edge,
    fill,
    primary,
    size,
    spacing,
    style,
)

SIDE = '<w:spacing w:before="0" w:after="60" w:line="280" w:lineRule="atLeast"/>'
"""11 points on 14, a little apart: paragraphs of both editions stand side by side."""


REASON = '<w:spacing w:before="0" w:after="40" w:line="250" w:lineRule="atLeast"/>'
"""10 points on 12.5: the narrow column must not make every row as high as itself."""


PALE = "background2 59"
"""A third of the tint, the rest white: red of a change can be read on it."""


def cells(look: HouseLook) -> str:
    """Shading and borders of these paragraph styles become those of the table cell."""
    text = spacing(line=276)
    white = f'<w:color w:val="{look.on_primary}" w:themeColor="background1"/>'
    bold_primary = BOLD + primary(look)
    # LibreOffice 7.4 puts the colour of the defaults over that of a character style, but not this.
    ink = f'<w:color w:val="{look.ink}" w:themeColor="text1"/>'

    themes = {look.primary: "accent1", look.tint: "background2", look.pale: PALE}

    def cell(name: str, style_id: str, colour: str = "", edges: str = "", run: str = "") -> str:
        borders = f"<w:pBdr>{edges}</w:pBdr>" if edges else ""
        shading = fill(colour, themes[colour]) if colour else ""
        return style(name, style_id, borders + shading + text, run, own=True)

    heavy = edge("top", 12, look.primary, theme="accent1")
    return (
        cell("Tabelle Text", "TabelleText", run=size(20))
        + cell("Tabelle Kopf", "TabelleKopf", look.primary, run=BOLD + white + size(20))
        + cell("Tabelle Ebene 1", "TabelleEbene1", look.primary, heavy, BOLD + white + size(22))
        + cell(
            "Tabelle Ebene 2",
            "TabelleEbene2",
            look.tint,
            edge("top", 8, look.primary, theme="accent1"),
            bold_primary + size(22),
        )
        + cell("Tabelle Ebene 3", "TabelleEbene3", run=size(22))
        + cell(
            "Tabelle Zuständigkeit",
            "TabelleZustndigkeit",
            look.pale,
            edge("top", 8, look.rule),
            size(21),
        )
        + cell("Tabelle Summe", "TabelleSumme", look.pale, heavy, BOLD + size(20))
        + cell("Tabelle Matrix", "TabelleMatrix", run=size(18))
        + style("Synopse Text", "SynopseText", SIDE, ink + size(22), own=True)
        + style("Synopse Begründung", "SynopseBegrndung", REASON, size(20), own=True)
        + style("Synopse Angabe", "SynopseAngabe", spacing(line=276), size(18), own=True)
        + cell("Synopse Kopf", "SynopseKopf", look.tint, run=bold_primary + size(20))
        + style(
            "Tabelle Aufzählung",
            "TabelleAufzhlung",
            '<w:numPr><w:numId w:val="4"/></w:numPr>' + spacing(after=20, line=276),
            size(21),
            own=True,
        )
    )


def tables(look: HouseLook) -> str:
    """The table styles: borders and the space inside cells."""

    def table(name: str, style_id: str, borders: str, margins: tuple[int, int]) -> str:
        vertical, horizontal = margins
        cell = "".join(
            f'<w:{side} w:w="{width}" w:type="dxa"/>'
            for side, width in (
                ("top", vertical),
                ("left", horizontal),
                ("bottom", vertical),
                ("right", horizontal),
            )
        )
        return (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="NormaleTabelle"/><w:uiPriority w:val="1"/>'
            f"<w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>"
            f"<w:tblCellMar>{cell}</w:tblCellMar></w:tblPr></w:style>"
        )

    frame = {side: edge(side, 8, look.primary, theme="accent1") for side in ("top", "bottom")}
    sides = {side: edge(side, 4, look.rule) for side in ("left", "right")}
    rows = edge("insideH", 4, look.rule)
    columns = edge("insideV", 4, look.rule)
    closed = frame["top"] + sides["left"] + frame["bottom"] + sides["right"]
    return (
        table("Zieltabelle", "Zieltabelle", closed + rows, (70, 113))
        + table("Rastertabelle", "Rastertabelle", frame["top"] + frame["bottom"] + rows, (57, 96))
        + table("Matrixtabelle", "Matrixtabelle", closed + rows + columns, (20, 57))
        + table("Synopse", "Synopse", closed + rows + columns, (45, 85))
    )
