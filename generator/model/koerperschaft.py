"""The local authority whose strategy it is, and who in it can agree to a change."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Record, Text, _listed
from generator.model.german import Noun, noun

UNRULED, ADMINISTRATION = "ungeregelt", "verwaltung"
"""What ``zustimmung`` can be besides the key of a Gremium."""
NO_DECISION = "keine"
"""What is to be decided where nothing changed; so no Gremium can have it as its key."""

_WHOSE = re.compile(r"\s(?:des|der)\s.*", re.DOTALL)
"""What in "Kreistag des Ilm-Kreises" says whose it is."""
_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def short(name: str) -> str:
    """What a Gremium is called in its own house: "Kreistag" of "Kreistag des Ilm-Kreises"."""
    return _WHOSE.sub("", name)


def key_of(name: str) -> str:
    """The key of a Gremium: "jugendhilfeausschuss", "kreistag" of "Kreistag des Ilm-Kreises"."""
    return re.sub(r"\W+", "_", short(name).strip().lower().translate(_PLAIN)).strip("_")


def _key(value: object) -> object:
    return key_of(value) if isinstance(value, str) else value


Zustimmung = Annotated[Text, BeforeValidator(_key)]
"""The key of who has to agree, written as that or as the word."""


class Koerperschaft(Record):
    """Who adopts and who carries out the strategy; without an ``art`` no sentence names one."""

    name: Text | None = Field(None, title="Name", description="steht auf dem Deckblatt")
    art: Literal["landkreis", "stadt", "gemeinde", "verband"] | None = Field(
        None, title="Art", description="danach heißt sie in Sätzen"
    )
    gremium: Text = Field(
        "Gremium", title="beschließendes Gremium", description="wer die Strategie beschließt"
    )
    verwaltung: Text = Field("Verwaltung", title="Verwaltung", description="wer sie ausführt")

    @property
    def called(self) -> str:
        """ "der Landkreis", "die Stadt": who is meant where the name is not needed."""
        kinds = {"landkreis": "der Landkreis", "verband": "der Verband", None: "die Körperschaft"}
        return kinds.get(self.art, f"die {str(self.art).capitalize()}")


class Gremium(Record):
    """Who can agree to a change, with forms ("des Rates") where the noun is not a known one."""

    name: Text = Field(
        title="Name",
        description="allein genügt auch das Wort ohne Klammern",
        examples=["name: Runder Tisch"],
    )
    genitiv: Text | None = Field(
        None,
        title="Genitiv",
        description="nur, wo das Programm das Wort nicht beugen kann",
        examples=["genitiv: des Runden Tisches"],
    )
    dativ: Text | None = Field(
        None,
        title="Dativ",
        description="nur, wo das Programm das Wort nicht beugen kann",
        examples=["dativ: dem Runden Tisch"],
    )

    @property
    def key(self) -> str:
        """What ``zustimmung`` and the JSON of ``diff`` call it."""
        return key_of(self.name)

    @property
    def noun(self) -> Noun:
        """Its name in its own house, in the cases that sentences need."""
        return noun("Gremium", short(self.name), self.genitiv, self.dativ)


def _bare_name(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


Gremien = Annotated[
    tuple[Annotated[Gremium, BeforeValidator(_bare_name)], ...], BeforeValidator(_listed)
]
