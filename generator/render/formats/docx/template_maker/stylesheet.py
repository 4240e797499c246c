"""A look to the styles.xml of a template."""

from __future__ import annotations

from generator.render.formats.docx.template_maker.look import Look

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
)


def stylesheet(look: Look) -> str:
    """The whole part; every style the writer needs and those of cover, header and footer."""
    parts = (
        _defaults(look),
        LATENT,
        _basics(look),
        _headings(look),
        _running_text(look),
        _contents(look),
        _cells(look),
        _characters(look),
        _tables(look),
        _cover(look),
    )
    return f'<w:styles xmlns:w="{W}">{"".join(parts)}</w:styles>'


def _defaults(look: Look) -> str:
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


def _style(
    name: str,
    style_id: str,
    paragraph: str = "",
    run: str = "",
    based: str = "Standard",
    following: str = "",
    kind: str = "paragraph",
    quick: bool = True,
    own: bool = False,
    default: bool = False,
    linked: str = "",
) -> str:
    attributes = f' w:type="{kind}"'
    attributes += ' w:default="1"' if default else ""
    attributes += ' w:customStyle="1"' if own else ""
    children = f'<w:name w:val="{name}"/>'
    children += f'<w:basedOn w:val="{based}"/>' if based else ""
    children += f'<w:next w:val="{following}"/>' if following else ""
    children += f'<w:link w:val="{linked}"/>' if linked else ""
    children += '<w:uiPriority w:val="1"/>'
    children += "<w:qFormat/>" if quick else ""
    children += f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    children += f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:style{attributes} w:styleId="{style_id}">{children}</w:style>'


def _spacing(before: int = 0, after: int = 0, line: int = 288) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _primary(look: Look) -> str:
    return f'<w:color w:val="{look.primary}" w:themeColor="accent1"/>'


def _fill(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def _edge(side: str, size: int, colour: str, space: int = 0) -> str:
    return (
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
    )


BOLD = "<w:b/><w:bCs/>"


def _basics(look: Look) -> str:
    return (
        _style("Normal", "Standard", based="", default=True)
        + _style(
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
    (40, 0, 280),
    (30, 440, 180),
    (26, 360, 140),
    (23, 300, 100),
    (22, 240, 80),
    (22, 200, 80),
)


def _headings(look: Look) -> str:
    styles = []
    for level, (size, before, after) in enumerate(HEADINGS, 1):
        paragraph = (
            "<w:keepNext/><w:keepLines/>"
            f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
            f"{_spacing(before, after, 264)}"
            f'<w:outlineLvl w:val="{level - 1}"/>'
        )
        fonts = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
        weight = BOLD if level < 6 else "<w:i/><w:iCs/>"
        run = fonts + weight + _primary(look) + _size(size)
        styles.append(
            _style(
                f"heading {level}",
                f"berschrift{level}",
                paragraph,
                run,
                following="Textkrper",
            )
        )
    paragraph = '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>'
    styles.append(
        _style(
            "TOC Heading",
            "Inhaltsverzeichnisberschrift",
            paragraph,
            based="berschrift1",
            following="Textkrper",
        )
    )
    return "".join(styles)


def _running_text(look: Look) -> str:
    bar = f"<w:pBdr>{_edge('left', 24, look.primary, 8)}</w:pBdr>"
    indent = '<w:ind w:left="227"/>'
    number = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    custom = {"own": True, "following": "Textkrper"}
    return (
        _style("Body Text", "Textkrper", _spacing(after=160))
        + _style("Leitsatz", "Leitsatz", _spacing(after=200), _primary(look) + _size(24), **custom)
        + _style(
            "Hinweis",
            "Hinweis",
            f"<w:keepLines/>{bar}{_fill(look.pale)}{_spacing(80, 240)}{indent}",
            _size(21),
            **custom,
        )
        + _style(
            "Quote",
            "Zitat",
            _spacing(80, 200) + '<w:ind w:left="454" w:right="454"/>',
            "<w:i/><w:iCs/>",
            following="Textkrper",
        )
        + _style("Kleingedrucktes", "Kleingedrucktes", _spacing(after=100), _size(20), **custom)
        + _style(
            "Bibliography",
            "Literaturverzeichnis",
            "<w:keepLines/>" + _spacing(after=120) + '<w:ind w:left="567" w:hanging="567"/>',
        )
        + _style("Abbildung", "Abbildung", "<w:keepNext/>" + _spacing(160, 80, 240), own=True)
        + _style(
            "caption",
            "Beschriftung",
            "<w:keepLines/>" + _spacing(120, 100, 276),
            BOLD + _primary(look) + _size(20),
            following="Textkrper",
        )
        + _style(
            "Quellenangabe",
            "Quellenangabe",
            _spacing(60, 240, 276),
            f'<w:color w:val="{look.grey}"/>' + _size(18),
            **custom,
        )
        + _style("List Bullet", "Aufzhlungszeichen", number.format(2) + _spacing(after=80))
        + _style("List Number", "Listennummer", number.format(3) + _spacing(after=80))
        + _style(
            "footnote text",
            "Funotentext",
            _spacing(after=40, line=276) + '<w:ind w:left="227" w:hanging="227"/>',
            _size(18),
        )
    )


def _contents(look: Look) -> str:
    right = _text_width(look)
    leader = f'<w:tab w:val="right" w:leader="dot" w:pos="{right}"/>'
    levels = ((0, 567, 120, BOLD), (567, 1247, 40, ""), (1247, 2041, 20, ""), (2041, 2948, 20, ""))
    styles = []
    for level, (left, text, before, run) in enumerate(levels, 1):
        paragraph = (
            f'<w:tabs><w:tab w:val="left" w:pos="{text}"/>{leader}</w:tabs>'
            + _spacing(before, 40, 264)
            + f'<w:ind w:left="{text}" w:right="567" w:hanging="{text - left}"/>'
        )
        styles.append(
            _style(f"toc {level}", f"Verzeichnis{level}", paragraph, run, following="Standard")
        )
    figures = (
        f"<w:tabs>{leader}</w:tabs>" + _spacing(40, 40, 264) + '<w:ind w:left="0" w:right="567"/>'
    )
    return "".join(styles) + _style(
        "table of figures", "Abbildungsverzeichnis", figures, following="Standard"
    )


def _cells(look: Look) -> str:
    """Shading and borders of these paragraph styles become those of the table cell."""
    text = _spacing(line=276)
    white = f'<w:color w:val="{look.on_primary}" w:themeColor="background1"/>'
    bold_primary = BOLD + _primary(look)

    def cell(name: str, style_id: str, fill: str = "", edges: str = "", run: str = "") -> str:
        borders = f"<w:pBdr>{edges}</w:pBdr>" if edges else ""
        shading = _fill(fill) if fill else ""
        return _style(name, style_id, borders + shading + text, run, own=True)

    heavy = _edge("top", 12, look.primary)
    return (
        cell("Tabelle Text", "TabelleText", run=_size(20))
        + cell("Tabelle Kopf", "TabelleKopf", look.primary, run=BOLD + white + _size(20))
        + cell("Tabelle Ebene 1", "TabelleEbene1", look.primary, heavy, BOLD + white + _size(22))
        + cell(
            "Tabelle Ebene 2",
            "TabelleEbene2",
            look.tint,
            _edge("top", 8, look.primary),
            bold_primary + _size(22),
        )
        + cell("Tabelle Ebene 3", "TabelleEbene3", run=_size(22))
        + cell(
            "Tabelle Zuständigkeit",
            "TabelleZustndigkeit",
            look.pale,
            _edge("top", 8, look.rule),
            _size(21),
        )
        + cell("Tabelle Summe", "TabelleSumme", look.pale, heavy, BOLD + _size(20))
        + cell("Tabelle Matrix", "TabelleMatrix", run=_size(18))
        + _style(
            "Tabelle Aufzählung",
            "TabelleAufzhlung",
            '<w:numPr><w:numId w:val="4"/></w:numPr>' + _spacing(after=20, line=276),
            _size(21),
            own=True,
        )
    )


def _characters(look: Look) -> str:
    def character(name: str, style_id: str, run: str, own: bool = False) -> str:
        return _style(name, style_id, "", run, "Absatz-Standardschriftart", kind="character", own=own)

    frame = f'<w:bdr w:val="single" w:sz="8" w:space="0" w:color="{look.mark}"/>'
    return (
        character("Zielbezeichnung", "Zielbezeichnung", BOLD + _size(20), own=True)
        + character("Kennung", "Kennung", BOLD + _size(18), own=True)
        + character("Querverweis", "Querverweis", _primary(look), own=True)
        + character("Hyperlink", "Hyperlink", _primary(look) + '<w:u w:val="single"/>')
        + character("footnote reference", "Funotenzeichen", '<w:vertAlign w:val="superscript"/>')
        + character(
            "Entwurfsvermerk",
            "Entwurfsvermerk",
            f'{BOLD}<w:caps/><w:color w:val="{look.mark}"/><w:spacing w:val="30"/>{frame}',
            own=True,
        )
    )


def _tables(look: Look) -> str:
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

    frame = {side: _edge(side, 8, look.primary) for side in ("top", "bottom")}
    sides = {side: _edge(side, 4, look.rule) for side in ("left", "right")}
    rows = _edge("insideH", 4, look.rule)
    columns = _edge("insideV", 4, look.rule)
    closed = frame["top"] + sides["left"] + frame["bottom"] + sides["right"]
    return (
        table("Zieltabelle", "Zieltabelle", closed + rows, (70, 113))
        + table("Rastertabelle", "Rastertabelle", frame["top"] + frame["bottom"] + rows, (57, 96))
        + table("Matrixtabelle", "Matrixtabelle", closed + rows + columns, (40, 57))
    )


def _cover(look: Look) -> str:
    jc = '<w:jc w:val="center"/>' if look.centred_cover else ""
    right = _text_width(look)
    tabs = (
        '<w:tabs><w:tab w:val="clear" w:pos="4536"/>'
        f'<w:tab w:val="right" w:pos="{right}"/></w:tabs>'
    ).replace('<w:tab w:val="clear" w:pos="4536"/>', "")
    grey = f'<w:color w:val="{look.grey}"/>'
    below = f"<w:pBdr>{_edge('bottom', 4, look.rule, 6)}</w:pBdr>"
    above = f"<w:pBdr>{_edge('top', 4, look.rule, 6)}</w:pBdr>"
    rule = f"<w:pBdr>{_edge('bottom', 24, look.primary, 14)}</w:pBdr>"
    return (
        _style("header", "Kopfzeile", below + tabs + _spacing(line=276), grey + _size(18))
        + _style("footer", "Fuzeile", above + tabs + _spacing(line=276), grey + _size(18))
        + _style(
            "Deckblatt Körperschaft",
            "DeckblattKrperschaft",
            _spacing(600, 0) + jc,
            BOLD + _primary(look) + _size(28),
            own=True,
        )
        + _style(
            "Title",
            "Titel",
            rule + _spacing(3000, 400, 252) + jc,
            '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
            + BOLD
            + _primary(look)
            + _size(64),
        )
        + _style("Subtitle", "Untertitel", _spacing(0, 120) + jc, _primary(look) + _size(30))
        + _style("Deckblatt Angabe", "DeckblattAngabe", _spacing(0, 80) + jc, _size(24), own=True)
        + _style(
            "Deckblatt Hinweis",
            "DeckblattHinweis",
            above + _spacing(3600, 0) + jc,
            grey + _size(20),
            own=True,
        )
    )


def _text_width(look: Look) -> int:
    _, right, _, left = look.margins
    return round((210 - right - left) * 1440 / 25.4)
