"""A look to the bytes of a Word template: package, cover, header, footer, numbering."""

from __future__ import annotations

import io
import zipfile

from tools.template_maker.list_levels import numbering
from tools.template_maker.look import HouseLook
from tools.template_maker.stylesheet import W, stylesheet

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PARTS = {
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "theme/theme1": "theme",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}


def make_template(look: HouseLook) -> bytes:
    """A template with cover, contents section, headers, footers, all styles and numberings."""
    parts = {
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _document(look),
        "word/_rels/document.xml.rels": _document_relationships(look),
        "word/styles.xml": stylesheet(look),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _part("numbering", numbering(look)),
        "word/theme/theme1.xml": _theme(look),
        "word/header1.xml": _cover_header(),
        "word/header2.xml": _header(),
        "word/footer1.xml": _cover_footer(),
        "word/footer2.xml": _footer(),
        "[Content_Types].xml": _content_types(look),
    }
    files = {name: (HEAD + text).encode() for name, text in parts.items()}
    if look.logo is not None:
        files["word/media/logo.png"] = look.logo
    return _zipped(files)


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name), files[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _relationships(entries: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'
        for key, (kind, target) in entries.items()
    )
    return f'<Relationships xmlns="{REL}">{rows}</Relationships>'


def _document_relationships(look: HouseLook) -> str:
    entries = {f"rId{n}": (kind, f"{name}.xml") for n, (name, kind) in enumerate(PARTS.items(), 1)}
    if look.logo is not None:
        entries["rId20"] = ("image", "media/logo.png")
    return _relationships(entries)


def _content_types(look: HouseLook) -> str:
    overrides = {f"/word/{name}.xml": f"{TYPE}.{kind}+xml" for name, kind in PARTS.items()}
    overrides["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides["/word/document.xml"] = f"{TYPE}.document.main+xml"
    rows = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{rows}</Types>'
    )


def _paragraph(style: str, *runs: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{"".join(runs)}</w:p>'


def _run(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"


def _field(instruction: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _document(look: HouseLook) -> str:
    cover = [_logo(look)] if look.logo is not None else []
    cover += [
        _paragraph("DeckblattKrperschaft", _run("{{ koerperschaft }}")),
        _paragraph("Titel", _run("{{ titel }}")),
        _paragraph("Untertitel", _run("{{ untertitel }}")),
        _paragraph("Untertitel", _run("{{ fassung }}")),
        _paragraph("DeckblattAngabe", _run("{{ status }}")),
        _paragraph("DeckblattAngabe", _run("{{ beschluss }}")),
        _paragraph("DeckblattHinweis", _run("{{ hinweis }}"), more=_section(look, 5, 7)),
    ]
    body = "".join(cover) + _paragraph("Textkrper", _run("{{ inhalt }}")) + _section(look, 6, 8)
    return f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'


def _section(look: HouseLook, header: int, footer: int) -> str:
    top, right, bottom, left = (round(mm * 1440 / 25.4) for mm in look.margins)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId{header}"/>'
        f'<w:footerReference w:type="default" r:id="rId{footer}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        ' w:header="709" w:footer="624" w:gutter="0"/></w:sectPr>'
    )


def _logo(look: HouseLook) -> str:
    width, height = (round(mm * 36000) for mm in look.logo_size)
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    pic = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return _paragraph(
        "DeckblattAngabe",
        f'<w:r><w:drawing><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="1" name="Logo" descr="{look.logo_text}"/>'
        f'<a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}">'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="Logo" descr="{look.logo_text}"/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:embed="rId20"/><a:stretch><a:fillRect/>'
        "</a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>",
    )


def _part(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{root}>'


BARE = '<w:pBdr><w:top w:val="nil"/><w:bottom w:val="nil"/></w:pBdr>'


def _cover_header() -> str:
    return _part(
        "hdr", _paragraph("Kopfzeile", TAB, _run("{{ entwurf }}", "Entwurfsvermerk"), more=BARE)
    )


def _header() -> str:
    runs = _run("{{ kurztitel }}"), TAB, _run("{{ entwurf }}", "Entwurfsvermerk")
    return _part("hdr", _paragraph("Kopfzeile", *runs))


def _cover_footer() -> str:
    return _part("ftr", _paragraph("Fuzeile", _run("{{ verwaltung }}"), more=BARE))


def _footer() -> str:
    page = _run("Seite "), _field("PAGE"), _run(" von "), _field("NUMPAGES")
    runs = _run("{{ fassung }}"), _run(" · {{ status }}"), TAB, *page
    return _part("ftr", _paragraph("Fuzeile", *runs))


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    colours = (
        'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
        ' w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5"'
        ' w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"'
    )
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compatibility}</w:compat>"
        f'<w:themeFontLang w:val="de-DE"/><w:clrSchemeMapping {colours}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _theme(look: HouseLook) -> str:
    colours = {
        "dk1": look.ink,
        "lt1": "FFFFFF",
        "dk2": look.primary,
        "lt2": look.tint,
        "accent1": look.primary,
        "accent2": "3F7D8C",
        "accent3": "8A6D1F",
        "accent4": "6B4C7A",
        "accent5": "4F7A4A",
        "accent6": look.mark,
        "hlink": look.primary,
        "folHlink": look.grey,
    }
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items()
    )
    font = f'<a:latin typeface="{look.font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{solid}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Strategie">'
        f'<a:themeElements><a:clrScheme name="Strategie">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Strategie"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Strategie"><a:fillStyleLst>{solid * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    )
