"""Statements on the Synopse to what they say of the wording, which has no brackets of its own there."""

from __future__ import annotations

from dataclasses import replace

from generator.model.address import SYNOPSIS
from generator.model.review import Statement

_SIGNS = str.maketrans("", "", "[]")


def without_brackets(one: Statement) -> Statement:
    """Without those around new words; where a reviewer typed more of them, all stay for a person to see."""
    if one.address is None or one.address.place != SYNOPSIS:
        return one
    if any(one.new.count(sign) > one.old.count(sign) for sign in "[]"):
        return one
    return replace(one, old=one.old.translate(_SIGNS), new=one.new.translate(_SIGNS))
