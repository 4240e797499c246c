"""A template's settings and styles to those of a finished document."""

from __future__ import annotations

from lxml import etree

from generator.render.formats.docx.xml import W, XmlElement, w

REMOVED = ("updateFields", "trackRevisions")
"""updateFields makes Word ask; trackRevisions is of whoever works on the template."""

AFTER_FOOTNOTES = (
    "endnotePr",
    "compat",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
)
"""What follows w:footnotePr in w:settings (ECMA-376 part 1, 17.15.1.78), leftovers aside."""

BEFORE_TRACKING = (
    "writeProtection",
    "view",
    "zoom",
    "removePersonalInformation",
    "removeDateAndTime",
    "doNotDisplayPageBoundaries",
    "displayBackgroundShape",
    "printPostScriptOverText",
    "printFractionalCharacterWidth",
    "printFormsData",
    "embedTrueTypeFonts",
    "embedSystemFonts",
    "saveSubsetFonts",
    "saveFormsData",
    "mirrorMargins",
    "alignBordersAndEdges",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "gutterAtTop",
    "hideSpellingErrors",
    "hideGrammaticalErrors",
    "activeWritingStyle",
    "formsDesign",
    "linkStyles",
    "stylePaneFormatFilter",
    "stylePaneSortMethod",
    "documentType",
    "revisionView",
)
"""What stands before w:trackRevisions there, leftovers aside."""

MODE_URI = "http://schemas.microsoft.com/office/word"


def finish_settings(root: XmlElement, language: str, tracked: bool) -> None:
    """Footnote separators declared, mode 15, language, nothing that makes Word ask.

    Where changes are to be ``tracked``, Word and LibreOffice record them from the start.
    """
    for name in (*REMOVED, "footnotePr"):
        for child in root.findall(w(name)):
            root.remove(child)
    if tracked:
        names = {w(name) for name in BEFORE_TRACKING}
        place = sum(child.tag in names for child in root)
        root.insert(place, etree.Element(w("trackRevisions")))
    notes = etree.Element(w("footnotePr"))
    for number in ("-1", "0"):
        etree.SubElement(notes, w("footnote")).set(w("id"), number)
    _insert_before(root, notes, AFTER_FOOTNOTES)
    _set_mode(root)
    theme = root.find(w("themeFontLang"))
    if theme is None:
        theme = etree.Element(w("themeFontLang"))
        position = AFTER_FOOTNOTES.index("themeFontLang") + 1
        _insert_before(root, theme, AFTER_FOOTNOTES[position:])
    theme.set(w("val"), language)


def _insert_before(root: XmlElement, new: XmlElement, following: tuple[str, ...]) -> None:
    names = {w(name) for name in following}
    for place, child in enumerate(root):
        if child.tag in names or etree.QName(child).namespace != W:
            root.insert(place, new)
            return
    root.append(new)


def _set_mode(root: XmlElement) -> None:
    compat = root.find(w("compat"))
    if compat is None:
        compat = etree.Element(w("compat"))
        _insert_before(root, compat, AFTER_FOOTNOTES[2:])
    for setting in compat.findall(w("compatSetting")):
        if setting.get(w("name")) == "compatibilityMode":
            setting.set(w("val"), "15")
            return
    setting = etree.SubElement(compat, w("compatSetting"))
    setting.set(w("name"), "compatibilityMode")
    setting.set(w("uri"), MODE_URI)
    setting.set(w("val"), "15")


def finish_styles(root: XmlElement, language: str) -> None:
    """The language of all text."""
    path = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"
    for element in root.iterfind(path):
        element.set(w("val"), language)
