"""Pieces of a style: the elements that several styles share."""

from __future__ import annotations

from tools.template_maker.look import HouseLook


def style(
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
    """A whole w:style."""
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


def spacing(before: int = 0, after: int = 0, line: int = 288) -> str:
    """Space before and after in twips, line in 240ths of a line."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def size(half_points: int) -> str:
    """A font size in half points."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def primary(look: HouseLook) -> str:
    """The house's main colour, as theme colour."""
    return f'<w:color w:val="{look.primary}" w:themeColor="accent1"/>'


def fill(colour: str, theme: str = "") -> str:
    """A background colour; ``theme`` says which of the theme it is, that the house can change."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"{_of_theme(theme, "Fill")}/>'


def edge(side: str, size: int, colour: str, space: int = 0, theme: str = "") -> str:
    """One border; size in eighths of a point."""
    return (
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"'
        f"{_of_theme(theme, 'Color')}/>"
    )


def _of_theme(theme: str, what: str) -> str:
    """The attributes for "accent1" or, mixed with white, "background2 66"."""
    name, _, tint = theme.partition(" ")
    mixed = f' w:theme{what if what == "Fill" else ""}Tint="{tint}"' if tint else ""
    return f' w:theme{what}="{name}"{mixed}' if name else ""


BOLD = "<w:b/><w:bCs/>"


def text_width(look: HouseLook) -> int:
    """Width between the margins in twips."""
    _, right, _, left = look.margins
    return round((210 - right - left) * 1440 / 25.4)
