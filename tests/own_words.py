"""The shipped texts as those of another body, and what none of its sentences may say."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct, field

COUNTY = re.compile(
    r"kreistag|landkreis|landrat|kreisverwaltung|kreisausschuss|ilm-?kreis|\bkreis(?:e?s)?\b",
    re.IGNORECASE,
)
_BODY = re.compile(r"^koerperschaft:(?: \{.*\}|\n(?:  .*\n)+)", re.MULTILINE)


class Body(Struct, frozen=True):
    """A local authority: its lines of strategy.yaml, and its words for those of a county."""

    head: str
    place: str
    gremium: str
    office: str
    key: str
    rules: dict[str, str] = field(default_factory=dict)
    """In the table of approvals: what is there to what is to stand there."""

    def say(self, text: str) -> str:
        """A text about a county as one about this body; the texts are its own, not the program's."""
        for old, new in self.rules.items():
            text = text.replace(old, new)
        text = _BODY.sub(lambda _: self.head.strip("\n"), text).replace("format: 1", "format: 2")
        for county, own in (
            (r"Kreisentwicklung|Kreisverbänden?|kreisweit\w*", self.place),
            (r"Landkreis(?:e?s)?|\bLandkreise\w*|Ilm-Kreis(?:es)?|\bKreis(?:e?s)?\b", self.place),
            (r"Kreistag(?:e?s)?", self.gremium),
            (r"Landratsamt(?:e?s)?|Kreisverwaltung|Landr[aä]t\w*|Kreis(?=\w)", self.office),
            (r"zustimmung: kreistag", f"zustimmung: {self.key}"),
            (r"landratsamt", "rathaus"),
            (r"landkreis", "stadt"),
            (r"\bkreis\b", "stadt"),
            (r"kreistag", self.key),
        ):
            text = re.sub(county, own, text)
        return text


CITY = Body(
    """
koerperschaft: {name: Stadt Musterau, art: stadt, gremium: Gemeinderat, verwaltung: Stadtverwaltung Musterau}
gremien: [Gemeinderat, Jugendhilfeausschuss, verwaltung]
""",
    "Stadt", "Gemeinderat", "Rathaus", "gemeinderat",
    {"{ebene: empfehlung, art: [neu, entfallen, umformuliert, adressat], zustimmung: kreistag":
     "{ebene: empfehlung, art: [neu, entfallen, umformuliert, adressat], zustimmung: Jugendhilfeausschuss"},
)  # fmt: skip
ASSOCIATION = Body(
    """
koerperschaft: {name: Zweckverband Auental, art: verband, gremium: Verbandsversammlung, verwaltung: Geschäftsstelle}
""",
    "Verband", "Verbandsversammlung", "Haus", "verbandsversammlung",
)  # fmt: skip
BODIES: dict[str, Callable[[str], str]] = {"Stadt": CITY.say, "Verband": ASSOCIATION.say}
