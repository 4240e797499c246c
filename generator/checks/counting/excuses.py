"""Why a number that is not that of the whole strategy is no mistake."""

from enum import StrEnum


class Excuse(StrEnum):
    """By the words of the claim, its sentence or its place."""

    ARTICLE = "ein ohne «nur»"
    PART = "ein Teil"
    RANGE = "eine Spanne"
    VAGUE = "eine Schätzung oder ein Anteil"
    LABEL = "eine Nummer"
    FOREIGN = "in einem fremden Titel"
    FRONT_MATTER = "im Kopf der Datei"
    QUOTED = "als Zitat gekennzeichnet"
    OWN = "wahr für das Element, etwas darüber oder darunter"
    AVERAGE = "ein Durchschnitt"
    NAMED = "wahr für das, was der Satz nennt"
    EARLIER = "die Zahl der genannten früheren Fassung"
    OTHERS = "Ziele eines anderen Programms"
