"""Words around a number that decide whether it counts all there are: German, in lower case."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ENDINGS = ("en", "er", "es", "em", "e")

NO_ADJECTIVES = _words(
    """
    der die das den dem des dieser diese diesen dieses diesem jeder jede jedes jeden jedem
    aller alle allen ihrer ihre ihren ihrem seine seiner seinen unserer unsere unseren unserem
    keine keiner keinen einer eine einen eines einem oder über unter sowie mehrere viele wenige
    einige solche welche deren derer hinter zwischen gegen neben wegen außer aber immer weiter
    wurden werden würden waren wären haben hatten hätten können konnten könnten sollen sollten
    müssen mussten dürfen wollen stehen standen bilden umfassen umfassten enthalten enthielten
    gelten gehören bestehen entstanden folgen folgten heißen entsprechen ergeben ergaben
    """
)
"""Words that end like an adjective and are none: "In Phase 2 wurden Leitziele erarbeitet"."""

PART_STEMS = _words(
    """
    erst letzt nächst übrig ander restlich verbleibend verblieben zusätzlich neu bisherig früher
    ehemalig vormalig entfallen gestrichen weggefallen geändert überarbeitet ergänzt erreicht
    abgeschlossen umgesetzt offen begonnen ausgewählt einzeln ober unter genannt obengenannt
    obig vorgenannt erwähnt laufend
    """
)
"""Stems of adjectives that single out a part: "die ersten drei", "zwei neue Leitziele"."""

OTHERS_STEMS = _words("global international europäisch bundesweit landesweit")
"""Stems of adjectives that name the goals of others: "17 globale Ziele"."""

PART_BEFORE = _words(
    "weitere weiteren weiterer bisher vormals früher ursprünglich damals ehemals hierzu hierfür hieraus"
)
"""Words before a number that make it a part, that of what was just told, or a matter of the past."""

VAGUE = _words(
    """
    rund etwa circa zirka ca ungefähr über fast knapp mindestens höchstens maximal wenigstens gut
    beinahe annähernd nahezu je jeweils pro bis oder
    """
)
"""Words before a number that make it an estimate, a range or a share."""

VAGUE_PAIRS = frozenset({("mehr", "als"), ("weniger", "als"), ("bis", "zu")})

LABELS = _words(
    """
    kapitel kapiteln punkt punkte abschnitt nummer nr seite s tabelle abbildung teil anlage phase
    stufe schritt absatz abs satz artikel art paragraf jahr jahre jahres zeile spalte band heft
    ziffer handlungsfeld drucksache beschluss stand agenda sgb
    """
)
"""Words before a number that make it a name: "Punkt 4 Leitziele"."""

ONE = _words("ein eine einen einem einer eines eins")
ONLY = _words("nur genau lediglich bloß exakt einzig")
"""Words that make a count of "ein"."""


def inflected(word: str, stems: frozenset[str]) -> bool:
    """Whether an adjective is one of the stems with an ending."""
    return any(word.endswith(end) and word.removesuffix(end) in stems for end in ENDINGS)


def singles_out(word: str) -> bool:
    """Whether an adjective marks a part: by its stem, or as a superlative ("wichtigsten")."""
    return inflected(word, PART_STEMS) or word.endswith(("ste", "sten", "ster"))


def is_adjective(word: str) -> bool:
    """Whether a word may stand between a number and the name of what is counted."""
    letters = word.replace("-", "")
    plain = letters.isalpha() and letters.islower() and len(word) > 3
    return plain and word.endswith(ENDINGS) and word not in NO_ADJECTIVES
