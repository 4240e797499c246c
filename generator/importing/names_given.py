"""Names to IDs that are given once: of goals by their level, of everything else by its name."""

from __future__ import annotations

import re

from generator.model.koerperschaft import key_of

_LONGEST = 40
_FILLERS = re.compile(
    r"\b(?:der|die|das|des|dem|den|und|für|im|in|am|zum|zur|von|vom|zu|auf|mit|e|v)\b",
    re.IGNORECASE,
)


class GivenIds:
    """Gives every ID once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, identity: str) -> bool:
        """Whether an ID was still free; it is taken then."""
        if identity.lower() in self._taken:
            return False
        self._taken.add(identity.lower())
        return True

    def counted(self, prefix: str, digits: int = 2) -> str:
        """LZ01, LZ02 …, leaving out those that are taken."""
        while True:
            self._numbers[prefix] = self._numbers.get(prefix, 0) + 1
            identity = f"{prefix}{self._numbers[prefix]:0{digits}}"
            if self.take(identity):
                return identity

    def named(self, name: str, usual: str) -> str:
        """An ID of the words of a name: "jobcenter_ilm_kreis"; ``usual`` where it has none."""
        plain = key_of(_FILLERS.sub(" ", name).replace(".", " "))
        plain = re.sub(r"[^a-z0-9_]", "", plain).strip("_")
        if not plain[:1].isalpha():
            plain = f"{usual}_{plain}".strip("_")
        plain = _shortened(plain)
        identity, number = plain, 1
        while not self.take(identity):
            number += 1
            identity = f"{plain[: _LONGEST - 4]}_{number}"
        return identity


def _shortened(plain: str) -> str:
    """At most four words, and no more letters than an ID may have."""
    words = [word for word in plain.split("_") if word][:4]
    short = "_".join(words)
    while len(short) > _LONGEST - 4 and len(words) > 1:
        words.pop()
        short = "_".join(words)
    return short[: _LONGEST - 4]
