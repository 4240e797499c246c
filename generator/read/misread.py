"""Numbers without quotes that YAML reads as another number than is meant."""

import re

_THOUSANDS = re.compile(r"[-+]?\d{1,3}(\.\d{3})+")
_OTHER = re.compile(r"[-+]?(0\d+|\d+(:[0-5]?\d)+|\d[\d_]*_[\d_]*|\d+(\.\d+)?[eE][-+]?\d+)")


def misread(value: str) -> str | None:
    """What to say of a value without quotes; None where every YAML reads it as it stands."""
    if _THOUSANDS.fullmatch(value):
        read = "als Dezimalbruch"
    elif _OTHER.fullmatch(value):
        read = "als eine andere Zahl"
    else:
        return None
    return (
        f'{value} ohne Anführungszeichen liest YAML {read}. In Anführungszeichen setzen: "{value}".'
    )
