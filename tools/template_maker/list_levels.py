"""A look to the numbering.xml of a template: headings, bullets, numbers, bullets in cells."""

from __future__ import annotations

from tools.template_maker.look import HouseLook


def _level(level: int, form: str, text: str, left: int, hanging: int, more: str = "") -> str:
    style, _, run = more.partition("|")
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs>'
        f'<w:tab w:val="num" w:pos="{left}"/></w:tabs><w:ind w:left="{left}"'
        f' w:hanging="{hanging}"/></w:pPr>{run}</w:lvl>'
    )


def numbering(look: HouseLook) -> str:
    """Headings 1 to 1.1.1.1.1.1, bullets, numbers, and the bullets of table cells."""
    indents = (680, 794, 964, 1134, 1304, 1474)
    headings = [
        _level(
            n,
            "decimal",
            ".".join(f"%{k + 1}" for k in range(n + 1)),
            indents[n],
            indents[n],
            f"berschrift{n + 1}|",
        )
        for n in range(6)
    ]
    font = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/>'
    dot = font + f'<w:color w:val="{look.primary}"/></w:rPr>'
    signs = "•–·"
    bullets = [
        _level(
            n,
            "bullet",
            signs[n % 3],
            340 * (n + 1),
            340,
            f"{'Aufzhlungszeichen' if n == 0 else ''}|{dot}",
        )
        for n in range(6)
    ]
    forms = ("decimal", "lowerLetter", "lowerRoman")
    numbers = [
        _level(
            n,
            forms[n % 3],
            f"%{n + 1}.",
            397 * (n + 1),
            397,
            f"{'Listennummer' if n == 0 else ''}|",
        )
        for n in range(6)
    ]
    small = [
        _level(
            n,
            "bullet",
            signs[n % 3],
            227 * (n + 1),
            227,
            f"{'TabelleAufzhlung' if n == 0 else ''}|{font}</w:rPr>",
        )
        for n in range(6)
    ]
    kinds = (headings, bullets, numbers, small)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="0A5C000{n}"/>'
        '<w:multiLevelType w:val="multilevel"/>'
        f'<w:tmpl w:val="0A5C010{n}"/>{"".join(levels)}</w:abstractNum>'
        for n, levels in enumerate(kinds, 1)
    )
    instances = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, 5)
    )
    return abstract + instances
