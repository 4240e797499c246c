"""The receipt of an import to what the command prints: a few sentences, or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from generator.importing.receipt import ImportReceipt
from generator.importing.receipt_text import count_words, level_names, place
from generator.receive.foreign import ForeignLine

_SHOWN = 10


def told(receipt: ImportReceipt, folder: str) -> str:
    """What was found, what is to be decided, and what comes next."""
    counts = ", ".join(f"{count} {name}" for name, count in count_words(receipt))
    lines = [
        f"Eingelesen: {folder} ({len(receipt.written)} Dateien).",
        f"Gefunden: {counts or 'keine Ziele'}.",
    ]
    names = {s.schluessel: s.mehrzahl for s in receipt.strategy.kopf.stufen}
    for claim in receipt.claimed:
        if claim.claimed != claim.counted:
            what = names.get(claim.kind, claim.kind.capitalize())
            where = place(receipt, claim.line)
            lines.append(
                f"Im Text steht «{claim.text}» ({where}), gefunden sind {claim.counted or 'keine'} {what}."
            )
    lines += list(receipt.said)
    if receipt.kept:
        unsure = sum(not one.sure for one in receipt.kept)
        lines.append(
            f"Kennungen der früheren Fassung: {len(receipt.kept)} behalten, davon {unsure} unsicher."
        )
    if receipt.doubts:
        lines.append(f"Zu klären ({len(receipt.doubts)}):")
        lines += [f"  {_doubt(receipt, at)}" for at in range(min(_SHOWN, len(receipt.doubts)))]
        more = len(receipt.doubts) - _SHOWN
        lines += [f"  … und {more} weitere."] if more > 0 else []
    lines += [
        "So geht es weiter:",
        f"1. {folder}/bericht.md lesen: was unsicher ist, und wo jede Stelle der Vorlage jetzt steht.",
        f"2. Sind Stufen falsch erkannt: {folder}/profil.yaml berichtigen und mit --profil in einen neuen Ordner einlesen.",
        f"3. «strategie check --strategy {folder}» nennt, was noch nicht stimmt.",
    ]
    return "\n".join(lines) + "\n"


def _doubt(receipt: ImportReceipt, at: int) -> str:
    doubt = receipt.doubts[at]
    where = place(receipt, doubt.line)
    return f"{where}: {doubt.question}" if where else doubt.question


def encoded(receipt: ImportReceipt, folder: str) -> str:
    """The JSON of the contract."""
    value = {
        "version": 1,
        "levels": level_names(receipt),
        "counts": dict(receipt.counts),
        "claimed": [
            {
                "text": c.text,
                "kind": c.kind,
                "claimed": c.claimed,
                "counted": c.counted,
                **_place(c.line),
            }
            for c in receipt.claimed
        ],
        "unsure": [
            {**_place(d.line), "text": d.text, "question": d.question} for d in receipt.doubts
        ],
        "written": list(receipt.written),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _place(line: ForeignLine | None) -> dict[str, Any]:
    return {"page": line.page if line else None, "line": line.number if line else None}


IMPORT_FORMATS: Mapping[str, Callable[[ImportReceipt, str], str]] = {"text": told, "json": encoded}
