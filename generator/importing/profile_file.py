"""profil.yaml: a profile to a file that a person corrects, and back, or one German sentence."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import ValidationError

from generator.edit.scalars import ScalarSpot, spelled_key, spelled_scalar
from generator.errors import GeneratorError
from generator.match.recognised.profile import AreaSign, ImportProfile, LevelSign

_HEAD = """\
# Woran die Stufen in «{name}» erkannt sind. Hier berichtigen und noch einmal einlesen:
#   strategie import DATEI --output NEUER_ORDNER --profil profil.yaml
# art einer Stufe:
#   wort          ein Wort vor dem Wortlaut: «Leitziel: …», «Prozessziel …»
#   nummer        ein Wort mit Nummer: «Maßnahme 12 …», «Ziel 3.2 …»
#   ueberschrift  eine Überschrift der Tiefe «tiefe» (1 ist ein Kapitel)
#   liste         jeder Punkt der Liste unter der Überschrift «wort»
#   kuerzel       Buchstaben und Nummer: «GE-7 …» (wort: GE; mehrere durch Komma getrennt)
#   zeile         das Wort in der ersten Zelle einer Tabellenzeile
#   spalte        die Spalte mit dem Kopf «wort»
# mit_kuerzel: true heißt, dass in der Zeile zwischen Wort und Wortlaut ein Kürzel steht.
# unter: «Wirkungsziel» heißt, dass ihre Ziele unmittelbar unter denen dieser Stufe stehen.
# neben: true heißt, dass die Ziele nicht unter denen der Stufe darüber stehen, sondern daneben.
# texte: vor heißt, dass Text zwischen zwei Zielen zum folgenden gehört; nach: zum vorigen.
"""


def profile_bytes(profile: ImportProfile, name: str) -> bytes:
    """The file, with what explains it."""
    lines = [_HEAD.format(name=name.replace("\n", " ")), "format: 1"]
    lines.append(f"handlungsfelder: {_braces(profile.handlungsfelder)}")
    lines += (
        ["stufen:", *(f"  - {_braces(sign)}" for sign in profile.stufen)]
        if profile.stufen
        else ["stufen: []"]
    )
    if profile.empfehlungen is not None:
        lines.append(f"empfehlungen: {_braces(profile.empfehlungen)}")
    for key in ("stellen", "federfuehrung", "mitwirkung", "angaben", "auslassen"):
        words = ", ".join(_scalar(word) for word in getattr(profile, key))
        lines.append(f"{key}: [{words}]")
    lines += [f"texte: {profile.texte}", ""]
    return "\n".join(lines).encode()


def _braces(record: LevelSign | AreaSign) -> str:
    values = record.model_dump(exclude_defaults=True) | {"art": record.art}
    pairs = (f"{spelled_key(key)}: {_scalar(value)}" for key, value in values.items())
    return f"{{{', '.join(pairs)}}}"


def _scalar(value: Any) -> str:
    return spelled_scalar(value, ScalarSpot(0, 0, flow=True), '"' if isinstance(value, str) else "")


def read_profile(name: str, data: bytes) -> ImportProfile:
    """The profile in a file; GeneratorError names the first place that is wrong."""
    try:
        text = data.decode("utf-8-sig")
        found = yaml.safe_load(text)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        raise GeneratorError(
            f"Das Profil {name} lässt sich nicht lesen.",
            "Einrückung, Klammern und Kodierung (UTF-8) prüfen.",
        ) from error
    try:
        return ImportProfile.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "Anfang"
        raise GeneratorError(
            f"Im Profil {name} ist die Angabe «{place}» so nicht möglich.",
            "Die ersten Zeilen der Datei sagen, was dort stehen kann.",
        ) from error
