"""A look to the styles.xml of a template."""

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
    text_width,
)
from tools.template_maker.table_styles import cells, tables

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
)


def stylesheet(look: HouseLook) -> str:
    """The whole part; every style the writer needs and those of cover, header and footer."""
    parts = (
        _defaults(look),
        LATENT,
        _basics(look),
        _headings(look),
        _running_text(look),
        _contents(look),
        cells(look),
        _characters(look),
        tables(look),
        _cover(look),
    )
    return f'<w:styles xmlns:w="{W}">{"".join(parts)}</w:styles>'


def _defaults(look: HouseLook) -> str:
    fonts = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
        ' w:eastAsiaTheme="minorHAnsi" w:cstheme="minorBidi"/>'
    )
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:color w:val="{look.ink}" w:themeColor="text1"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr>"
        '<w:spacing w:after="0" w:line="288" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _basics(look: HouseLook) -> str:
    return (
        style("Normal", "Standard", based="", default=True)
        + style(
            "Default Paragraph Font",
            "Absatz-Standardschriftart",
            based="",
            kind="character",
            default=True,
            quick=False,
        )
        + '<w:style w:type="table" w:default="1" w:styleId="NormaleTabelle">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="KeineListe">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
    )


HEADINGS = (  # half points, twips before, twips after
    (40, 360, 280),
    (30, 440, 180),
    (26, 360, 140),
    (23, 300, 100),
    (22, 240, 80),
    (22, 200, 80),
)


def _headings(look: HouseLook) -> str:
    styles = []
    for level, (points, before, after) in enumerate(HEADINGS, 1):
        paragraph = (
            "<w:keepNext/><w:keepLines/>"
            f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
            f"{spacing(before, after, 276)}"
            f'<w:outlineLvl w:val="{level - 1}"/>'
        )
        fonts = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
        weight = BOLD if level < 6 else "<w:i/><w:iCs/>"
        run = fonts + weight + primary(look) + size(points)
        styles.append(
            style(
                f"heading {level}",
                f"berschrift{level}",
                paragraph,
                run,
                following="Textkrper",
            )
        )
    none, indent = '<w:numPr><w:numId w:val="0"/></w:numPr>', '<w:ind w:left="0" w:firstLine="0"/>'
    paragraph = none + indent
    styles.append(
        style(
            "TOC Heading",
            "Inhaltsverzeichnisberschrift",
            none + spacing(0, 160, 276) + indent,
            based="berschrift1",
            following="Textkrper",
        )
    )
    styles += [
        style(
            f"Zwischenüberschrift {level}",
            f"Zwischenberschrift{level}",
            paragraph,
            based=f"berschrift{level}",
            following="Textkrper",
            own=True,
        )
        for level in range(2, 7)
    ]
    return "".join(styles) + _goals(look) + _overview(look)


def _overview(look: HouseLook) -> str:
    """The page that is to hold much: ten points, close together."""
    box = "".join(
        edge(side, 8, look.primary, 4, "accent1") for side in ("top", "left", "bottom", "right")
    )
    fonts = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    bullets = '<w:numPr><w:numId w:val="2"/></w:numPr>'

    def brief(name: str, style_id: str, paragraph: str) -> str:
        return style(name, style_id, paragraph, size(20), own=True)

    return (
        style(
            "Überblick Überschrift",
            "berblickberschrift",
            f'<w:keepNext/><w:keepLines/>{spacing(140, 40, 276)}<w:outlineLvl w:val="1"/>',
            fonts + BOLD + primary(look) + size(24),
            following="berblickText",
            own=True,
        )
        + brief("Überblick Text", "berblickText", spacing(40, 40, 276))
        + brief(
            "Überblick Rahmen",
            "berblickRahmen",
            f"<w:keepLines/><w:pBdr>{box}</w:pBdr>{spacing(0, 160, 276)}"
            '<w:ind w:left="113" w:right="113"/><w:contextualSpacing/>',
        )
        + brief("Überblick Aufzählung", "berblickAufzhlung", bullets + spacing(after=0, line=276))
    )


def _lighter(colour: str) -> str:
    """A colour with a 255th of white, as Word mixes the tint FE."""
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{part + round((255 - part) / 255):02X}" for part in parts)


def _goals(look: HouseLook) -> str:
    """A goal as heading: dark paragraphs that touch, as there is no space between them.

    Paragraphs with the same borders would share one box, and with them all goals in a row; with the
    same ground LibreOffice fills what is left between them, so that of the first line is lighter by a
    hair. A line that is so high at least has its space inside, where one of 1.15 lines leaves a
    white stripe above.
    """
    indent = '<w:ind w:left="113" w:right="113" w:firstLine="0"/>'
    white = f'<w:color w:val="{look.on_primary}" w:themeColor="background1"/>'
    kept = "<w:keepNext/><w:keepLines/>"

    grounds = {
        True: fill(look.primary, "accent1"),
        False: fill(_lighter(look.primary), "accent1 FE"),
    }

    def goal(
        name: str, style_id: str, space: tuple[int, int], run: tuple[str, str, int], more: str = ""
    ) -> str:
        sides = ("left", "bottom", "right") if space[1] else ("top", "left", "right")
        box = "".join(edge(side, 8, look.primary, 4, "accent1") for side in sides)
        dark = f"<w:pBdr>{box}</w:pBdr>{grounds[bool(space[1])]}"
        fonts, weight, points = run
        high = (
            f'<w:spacing w:before="{space[0]}" w:after="{space[1]}" w:line="{round(points * 13.8)}"'
        )
        paragraph = f'{kept}{dark}{high} w:lineRule="atLeast"/>{indent}{more}'
        said = fonts + weight + white + size(points)
        return style(name, style_id, paragraph, said, own=True, following="Textkrper")

    return (
        goal("Zielüberschrift Kennung", "ZielberschriftKennung", (280, 0), ("", BOLD, 19))
        + goal(
            "Zielüberschrift",
            "Zielberschrift",
            (0, 200),
            ('<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>', BOLD, 23),
            '<w:outlineLvl w:val="2"/>',
        )
        + goal("Zielüberschrift Wortlaut", "ZielberschriftWortlaut", (0, 200), ("", "", 22))
    )


def _running_text(look: HouseLook) -> str:
    padding = (edge("top", 4, look.pale, 4), edge("bottom", 4, look.pale, 4))
    bar = f"<w:pBdr>{padding[0]}{edge('left', 24, look.primary, 8)}{padding[1]}</w:pBdr>"
    indent = '<w:ind w:left="227"/>'
    number = '<w:numPr><w:numId w:val="{}"/></w:numPr>'

    def custom(name: str, paragraph: str, run: str = "") -> str:
        return style(name, name, paragraph, run, own=True, following="Textkrper")

    return (
        style("Body Text", "Textkrper", spacing(after=160))
        + custom("Leitsatz", spacing(after=200), primary(look) + size(24))
        + custom(
            "Hinweis",
            f"<w:keepLines/>{bar}{fill(look.pale)}{spacing(160, 280)}{indent}",
            size(21),
        )
        + style(
            "Quote",
            "Zitat",
            spacing(80, 200) + '<w:ind w:left="454" w:right="454"/>',
            "<w:i/><w:iCs/>",
            following="Textkrper",
        )
        + custom("Kleingedrucktes", spacing(after=100), size(20))
        + style(
            "Bibliography",
            "Literaturverzeichnis",
            "<w:keepLines/>" + spacing(after=120) + '<w:ind w:left="567" w:hanging="567"/>',
        )
        + style("Abbildung", "Abbildung", "<w:keepNext/>" + spacing(160, 80, 240), own=True)
        + style(
            "caption",
            "Beschriftung",
            "<w:keepLines/>" + spacing(120, 100, 276),
            BOLD + primary(look) + size(20),
            following="Textkrper",
        )
        + custom(
            "Quellenangabe",
            spacing(60, 240, 276),
            f'<w:color w:val="{look.grey}"/>' + size(18),
        )
        + style("List Bullet", "Aufzhlungszeichen", number.format(2) + spacing(after=90))
        + style("List Number", "Listennummer", number.format(3) + spacing(after=90))
        + style(
            "footnote text",
            "Funotentext",
            spacing(after=40, line=276) + '<w:ind w:left="227" w:hanging="227"/>',
            size(18),
        )
    )


def _contents(look: HouseLook) -> str:
    right = text_width(look)
    leader = f'<w:tab w:val="right" w:leader="dot" w:pos="{right}"/>'
    # Numbers stand before a tab that the shortest heading without a number reaches beyond: its
    # dots begin right behind it. Entries of the third level, the goals, have no number at all.
    levels = ((0, 397, 80, BOLD + size(21)), (397, 1021, 20, size(20)), (1021, 1021, 0, size(20)),
              (1247, 1247, 0, size(20)))  # fmt: skip
    styles = []
    for level, (left, text, before, run) in enumerate(levels, 1):
        number = f'<w:tab w:val="left" w:pos="{text}"/>' if text > left else ""
        paragraph = (
            f"<w:tabs>{number}{leader}</w:tabs>"
            + spacing(before, 0, 276)
            + f'<w:ind w:left="{text}" w:hanging="{text - left}"/>'
        )
        styles.append(
            style(f"toc {level}", f"Verzeichnis{level}", paragraph, run, following="Standard")
        )
    figures = f"<w:tabs>{leader}</w:tabs>" + spacing(20, 20, 276)
    return "".join(styles) + style(
        "table of figures",
        "Abbildungsverzeichnis",
        figures,
        size(20),
        following="Standard",
    )


def _characters(look: HouseLook) -> str:
    def character(name: str, style_id: str, run: str, own: bool = False) -> str:
        return style(
            name, style_id, "", run, "Absatz-Standardschriftart", kind="character", own=own
        )

    frame = f'<w:bdr w:val="single" w:sz="8" w:space="1" w:color="{look.mark}"/>'
    return (
        character("Zielbezeichnung", "Zielbezeichnung", BOLD + size(20), own=True)
        + character("Kennung", "Kennung", BOLD + size(18), own=True)
        + character("Querverweis", "Querverweis", primary(look), own=True)
        + character("Hyperlink", "Hyperlink", primary(look) + '<w:u w:val="single"/>')
        + character("footnote reference", "Funotenzeichen", '<w:vertAlign w:val="superscript"/>')
        + character("Neu", "Neu", f'{BOLD}<w:color w:val="{look.new}"/>', own=True)
        + character(
            "Entfallen", "Entfallen", f'<w:strike/><w:color w:val="{look.gone}"/>', own=True
        )
        + character(
            "Entwurfsvermerk",
            "Entwurfsvermerk",
            f'{BOLD}<w:caps/><w:color w:val="{look.mark}"/>{frame}',
            own=True,
        )
    )


def _cover(look: HouseLook) -> str:
    jc = '<w:jc w:val="center"/>' if look.centred_cover else ""
    right = text_width(look)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs>'
    grey = f'<w:color w:val="{look.grey}"/>'
    below = f"<w:pBdr>{edge('bottom', 4, look.rule, 6)}</w:pBdr>"
    above = f"<w:pBdr>{edge('top', 4, look.rule, 6)}</w:pBdr>"
    rule = f"<w:pBdr>{edge('bottom', 24, look.primary, 14)}</w:pBdr>"
    return (
        style("header", "Kopfzeile", below + tabs + spacing(line=276), grey + size(18))
        + style("footer", "Fuzeile", above + tabs + spacing(line=276), grey + size(18))
        + style(
            "Deckblatt Körperschaft",
            "DeckblattKrperschaft",
            spacing(600, 0) + jc,
            BOLD + primary(look) + size(28),
            own=True,
        )
        + style(
            "Title",
            "Titel",
            rule + spacing(3000, 400, 276) + jc,
            '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
            + BOLD
            + primary(look)
            + size(64),
        )
        + style("Subtitle", "Untertitel", spacing(0, 120) + jc, primary(look) + size(30))
        + style("Deckblatt Angabe", "DeckblattAngabe", spacing(0, 80) + jc, size(24), own=True)
        + style(
            "Deckblatt Hinweis",
            "DeckblattHinweis",
            above + spacing(4200, 0) + jc,
            grey + size(20),
            own=True,
        )
    )
