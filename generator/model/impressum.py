"""Who publishes a strategy and how to reach them, as strategy.yaml says it."""

from pydantic import Field

from generator.model.base import Record, Text, Texte


class Impressum(Record):
    """What stands in the imprint; a line that is not given is not printed."""

    herausgeber: Text | None = Field(
        None,
        title="Herausgeber",
        description="wer das Dokument herausgibt; fehlt es, steht dort die Verwaltung",
        examples=["herausgeber: Landratsamt Auental, Amt für Soziales"],
    )
    anschrift: Text | None = Field(
        None,
        title="Anschrift",
        description="Straße und Ort der herausgebenden Stelle",
        examples=["anschrift: Am Markt 1, 00000 Auenbrück"],
    )
    telefon: Text | None = Field(None, title="Telefon", examples=['telefon: "0000 1234-0"'])
    email: Text | None = Field(None, title="E-Mail", examples=["email: strategie@auental.example"])
    internet: Text | None = Field(
        None,
        title="Internet",
        description="die Adresse, unter der das Dokument veröffentlicht ist",
        examples=["internet: https://www.auental.example/strategie"],
    )
    barrierefreiheit: Text | None = Field(
        None,
        title="Barrierefreiheit",
        description="wohin sich wendet, wer auf ein Hindernis im Dokument stößt",
        examples=["barrierefreiheit: Hinweise bitte an barrierefrei@auental.example."],
    )
    weitere: Texte = Field(
        (),
        title="weitere Angaben",
        description="Sätze zu Bildern, Druck oder Nutzungsrechten, je einer ein Absatz",
        examples=["weitere: [Der Nachdruck ist mit Quellenangabe erlaubt.]"],
    )

    @property
    def contact(self) -> tuple[str, ...]:
        """How to reach the publisher: "Telefon: 0000 1234-0" …, in the order of the fields."""
        given = ((name, getattr(self, name)) for name in ("telefon", "email", "internet"))
        lines = (f"{self.label(name)}: {value}" for name, value in given if value)
        return tuple(filter(None, (self.anschrift, *lines)))

    @property
    def worte(self) -> str:
        """All that is given, in one line."""
        said = (self.herausgeber, *self.contact, self.barrierefreiheit, *self.weitere)
        return "; ".join(filter(None, said))
