"""Geprüft wird, ob ein Bild genug Pixel hat, um in der Breite des Textes scharf gedruckt zu werden: 150 auf den Zoll,
bei einem Querformat also 945 in der Breite. Gezeichnete Bilder (svg) sind immer scharf.

Ein Bild mit weniger Pixeln druckt das Dokument kleiner, damit es nicht verschwimmt; Schrift darin kann
dann zu klein zum Lesen sein.

Beheben: das Bild in besserer Auflösung beschaffen. Im Bildprogramm zu vergrößern hilft nicht. Genügt das
kleinere Bild, kann die Warnung stehen bleiben oder in strategy.yaml mit Grund anerkannt werden.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.picture import TEXT_HEIGHT, TEXT_WIDTH, needed_pixels, printed_size

CODE = "Z322"
SEVERITY = Severity.WARNING
TITLE = "Bild zu grob für den Druck"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each picture of too few pixels."""
    for figure in context.strategy.abbildungen:
        picture = figure.bild
        if picture is None or picture.art == "svg":
            continue
        needed, wide = needed_pixels(picture), printed_size(picture, (TEXT_WIDTH, TEXT_HEIGHT))[0]
        if picture.breite < needed:
            width = f"{wide / 10:.1f}".replace(".", ",")
            message = (
                f"{context.called(figure.id)}: {figure.datei} ist {picture.breite:g} Pixel breit und wird deshalb nur "
                f"{width} cm breit gedruckt; für die volle Breite wären {needed} Pixel nötig. In besserer "
                "Auflösung beschaffen."
            )
            yield context.at_element(CODE, SEVERITY, figure.id, message, "datei")
