"""The levels of goals below a Handlungsfeld, as strategy.yaml names them."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Record, Text, Texte
from generator.model.german import Noun, noun

HANDLUNGSFELD = "handlungsfeld"
"""What ``unter`` calls the place directly below a Handlungsfeld, and outside of all of them."""


class Stufe(Record):
    """One level of goals; ``unter`` names what it may stand below, None for what is usual.

    Usual is the level before, for the first a Handlungsfeld; nothing is what Z501 refuses.
    """

    schluessel: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")] = Field(
        title="Schlüssel", description="unter diesem Wort stehen die Ziele der Stufe in goals.yaml"
    )
    name: Text = Field(title="Name", description="ein einzelnes Ziel der Stufe, in der Einzahl")
    mehrzahl: Text = Field(title="Mehrzahl", description="mehrere davon")
    praefix: Annotated[str, Field(pattern=r"^[A-Za-z]{1,10}$")] = Field(
        title="Präfix der Kennung", description="damit beginnen die Kennungen der Stufe"
    )
    traegt: tuple[Literal["zustaendigkeit", "umsetzungsstand"], ...] = Field(
        (),
        title="trägt",
        description="zustaendigkeit: jedes Ziel der Stufe nennt Stellen; umsetzungsstand: über sie wird berichtet"
        " (noch ohne Wirkung)",
    )
    unter: Texte | None = Field(
        None,
        title="steht unter",
        description="Schlüssel der Stufen, unter denen sie stehen darf, und handlungsfeld; sonst unter der vorigen",
        examples=["unter: [handlungsfeld, ziele]"],
    )
    freigestellt: bool = Field(
        False,
        title="freigestellt",
        description="ob, was darüber steht, auch ohne sie auskommt; dann meldet die Prüfung kein leeres Element (Z103)",
        examples=["freigestellt: true"],
    )
    genitiv: Text | None = Field(
        None,
        title="Genitiv",
        description="nur, wo das Programm das Wort nicht beugen kann",
        examples=["genitiv: des Leuchtturms"],
    )
    dativ: Text | None = Field(
        None,
        title="Dativ",
        description="nur, wo das Programm das Wort nicht beugen kann",
        examples=["dativ: dem Leuchtturm"],
    )

    @property
    def noun(self) -> Noun:
        """Its name in the cases that sentences need."""
        return noun("Element", self.name, self.genitiv, self.dativ)


def default_levels() -> tuple[Stufe, ...]:
    """The levels of the Ilm-Kreis, for a strategy.yaml that names none."""
    return (
        Stufe(schluessel="leitziele", name="Leitziel", mehrzahl="Leitziele", praefix="LZ"),
        Stufe(
            schluessel="prozessziele",
            name="Prozessziel",
            mehrzahl="Prozessziele",
            praefix="PZ",
            traegt=("zustaendigkeit",),
        ),
        Stufe(
            schluessel="ergebnisziele",
            name="Ergebnisziel",
            mehrzahl="Ergebnisziele",
            praefix="EZ",
            traegt=("umsetzungsstand",),
        ),
    )
