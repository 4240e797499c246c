"""Words around a claim that decide whether it is one of all there are: German patterns."""

import re


def _listed(words: str) -> str:
    return rf"(?:{'|'.join(words.split())})"


def _one_of(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"\b{_listed(words)}\b", flags)


ALL = re.compile(
    r"\b(?:[Uu]mfass(?!end)\w+|[Ee]nth(?:ält|alten|ielt\w*)|[Bb]einhalt\w+|[Gg]liedert|gegliedert|unterteilt|"
    r"aufgeteilt|[Bb]esteh(?:t|en)\s+aus|bestand(?:en)?\s+aus|setzt\s+sich\s+aus|[Zz]ählt|[Nn]ennt|[Bb]eschreibt|[Ii]nsgesamt)\b"
)
SET_DOWN = _one_of("""beschrieben erarbeitet entwickelt formuliert beschlossen festgelegt
    aufgestellt verabschiedet vereinbart definiert benannt abgeleitet festgeschrieben""")
THERE_ARE = re.compile(
    r"\b(?:[Ee]s\s+(?:gibt|sind|bestehen)|(?:gibt|sind|bestehen)\s+es|[Dd]arunter\s+(?:stehen|liegen)|"
    r"[Hh]at|[Hh]aben|(?:[Dd]a|[Hh]in)zu\s+kommen)\s+(?:[^.;]*,\s+|[^.;]*\s+und\s+)?$"
)
"""Right before a number, or before the list that it ends: "Es gibt zwölf Leitziele und "."""
BEGINS = re.compile(r'[\s*_#|"„-]*(?:(?:[Dd]ie|[Uu]nsere|[Aa]lle)\s+)?')
INTO = re.compile(r"\bin\s+$")
"""Before the number of parts: "in drei Leitziele gegliedert"."""
ITEM = re.compile(r"(?:^|\n)\s*(?:[-*+]|\d+[.)])\s+$")
DEFINITE = re.compile(
    r"\b(?:[Dd]ie|[Dd]en|[Dd]er|[Aa]lle[nr]?|[Ss]ämtliche[nr]?|[Uu]nsere[nr]?)\s+$"
)
OWNER = re.compile(
    r"\s+(?:dies(?:er|es)|uns(?:er|res|erer|eres)|de[rs]|in\s+(?:der|dieser)|i[nm]\s+diesem|im)\s+"
    r"(?:[^\W\d_]+\s+)?(?P<noun>[A-ZÄÖÜ][^\W\d_]+)"
)
NARROWS = re.compile(
    r"\s+(?:für|zum(?=\s+(?:Thema|Bereich))|gegen|bei|aus|im|am|an|in\s+(?:der|den|dem|diese[rm]))\s+"
    r"(?:[a-zäöüß]+\s+){0,2}(?P<noun>[A-ZÄÖÜ][^\W\d_]+)"
)
"""Behind a number of those for something: "drei Maßnahmen für Kinder"."""
RELATIVE = re.compile(r",\s+(?:die|deren|denen|welche\w*|(?:in|mit|von|bei|zu)\s+denen)\b")
THERE = re.compile(
    r"\b(?:[Dd]a(?:zu|für|ran)|[Hh]ier(?:zu|für)?|[Dd]ort)\s+(?:gibt|sind|hat|haben)\b"
)
"""Of something said before: "Dazu gibt es drei Maßnahmen"."""
OF_ALL = re.compile(r"\b[Vv]on\s+(?:(?:den|diesen|unseren|allen)\s+)?$")
RESULT = re.compile(r"\s+(?:sind|wurden|ist|wurde|haben|laufen|konnten)\b")
"""Behind a base of reckoning: "Von 14 Maßnahmen sind drei umgesetzt"."""
STATE = _one_of("""umgesetzt begonnen abgeschlossen erreicht erfüllt angelaufen gestartet laufen
    läuft betreffen betrifft betroffen offen gestrichen entfallen geplant fertig erledigt geändert
    ergänzt überarbeitet bearbeitet verfolgt gefördert beteiligt Vordergrund Mittelpunkt Vorrang""")
"""What is said of some of them: with it no number is that of all."""
ENDS = re.compile(rf"\s*(?:[.;:,|]|$|(?:und|sowie|mit|bzw)\b|(?:{SET_DOWN.pattern}))")
LIMIT = re.compile(
    r";|\s[–—]\s|:\s|,\s+(?:d(?:ie|er|as|en|em|eren|enen|ass|enn|avon|arunter)|welche\w*|wo\w*|weil|aber|"
    r"während|sondern|um|wenn|obwohl|sodass|(?:in|von|mit)\s+d\w+)\b"
)
"""Where another clause begins; not the comma between two claims."""
OURS = re.compile(
    _listed("""Strategien? Programme?s? Konzept(?:e?s)? Plan(?:e?s)? Aktionsplan(?:e?s)?
    Handlungskonzept(?:e?s)? Maßnahmenplan(?:e?s)? Dokument(?:e?s)? Papiers? Leitbild(?:e?s)?
    Fortschreibung Fassung Entwurfs? Gliederung Kapitels? Abschnitts? Ebenen? Stufen? Anzahl Zahl""")
)
"""How a strategy calls itself and its parts."""
OTHERS = re.compile(
    _listed(r"""Agenda Charta SDGs? UN UNO EU (?:UN|EU)-\w+ Vereinten? Nationen Union Bundes\w*
    Bund Landes(?!haupt)\w* Land Freistaat(?:e?s)? Europa\w* Weltgemeinschaft \w*[Kk]onvention Abkommens?
    Resolution \w*[Gg]esetz(?:e?s)? \w*[Rr]ichtlinie \w*[Ll]eitlinien? Nachhaltigkeitsziele?n?""")
)
"""Nouns that name a programme of others, or those who have one."""
OF = re.compile(
    r"(?:\b(?:der|des|von|vom|aus|laut|nach|gemäß|in)\s+(?:[^\W_]+\s+){0,2}|\b(?:d(?:ie|er|as)|den)\s+)$|\($"
)
THEN = _one_of(
    "[Dd]amals [Zz]unächst [Ss]einerzeit [Uu]rsprünglich [Bb]isher [Zz]uvor [Vv]ormals", 0
)
OPENING = re.compile(
    r"\W*[A-ZÄÖÜ][\w-]*(?!\s+(?:ha(?:t|ben|tten?)|und|beschr\w+|erarb\w+)\b)(?![\w-])"
)
"""The first word of a sentence: a noun only where it does something itself ("Fachleute haben")."""
LIST = re.compile(r":\s*\n\s*(?:[-*+]|\d+[.)])\s")
"""How a sentence ends that is the title of a list."""
