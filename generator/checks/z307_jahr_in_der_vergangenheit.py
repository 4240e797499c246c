"""Geprüft wird, ob ein Ziel oder eine Empfehlung ein Jahr nennt, das vor dem Stand der Fassung liegt
(«fassung: stand» in strategy.yaml): eine abgelaufene Frist («bis 2025», «bis zum 31.12.2024»), einen Plan
für ein vergangenes Jahr («Nahverkehrsplan 2019») oder einen Zeitraum, der vorbei ist («2014–2020»).

Nicht gemeint sind Jahre, die etwas benennen oder berichten: das Datum eines Gesetzes oder Beschlusses («vom
21.07.2017», «EEG 2017», «EnEV 2009»), ein Tag, der keine Frist ist («am 12.12.2012»), die Nummer einer Vorlage («V/0351/2016»), der Titel
eines Konzepts oder Berichts («Innenstadtkonzept 2010–2020»), ein Vergleichsjahr («gegenüber 1990», «Basisjahr 2015»), Jahrzehnte
(«der 1950er Jahre»), Angaben mit «seit», «ab», «nach» und «vor», was damals geschah («2018 beschlossen», «Bis Ende 2017 wurden … ausgestattet»),
«Agenda 2030», «Natura 2000», Beträge zu Jahren («2015: 400.000 Euro») und ein Zeitraum, der noch läuft («2017-2027», «2024 bis 2030», «2025/26»). Auch
Anzahlen («2000 Bäume») sind keine Jahre. Die Regel schweigt, wenn das Element einen Prüfvermerk
(«pruefen») trägt.

Ein Ziel, dessen Frist abgelaufen ist, oder ein Verweis auf einen Plan für ein vergangenes Jahr muss
in der Fortschreibung erneuert, gestrichen oder begründet werden.

Beheben: die Jahreszahl mit der zuständigen Stelle klären und den Wortlaut ändern. Solange das offen
ist, beim Element «pruefen: …» mit der offenen Frage eintragen; der Vermerk erscheint im Entwurf.
"""

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z307"
SEVERITY = Severity.WARNING
TITLE = "Jahr in der Vergangenheit"

_END = r"(?!\d|[.,]\d|er\b)"
_YEAR = re.compile(rf"(?<![\d,§])(?:19|20)\d\d{_END}")
_UNTIL = rf"(?:\s?[-–—/]\s?|\s?bis\s(?:(?:Anfang|Mitte|Ende|[A-Z][a-zä]{{2,8}})\s)?)((?:19|20)\d\d{_END})|[-–/](\d\d{_END})"
"""How a span goes on behind its first year, as it stands in the titles of plans."""
_DEADLINE = (
    r"\b(?:[Bb]is|[Ss]pätestens)\W+(?:(?:zum|spätestens|Anfang|Mitte|Ende|Jahr|Jahres|des|Schuljahr|Sommer|Herbst"
    r"|Winter|Frühjahr|Quartal|\d{1,2}|[A-Z][a-zä]{2,8})\W+){0,5}$"
)
_DATED = (
    r"(?:\b(?:vom|[Ss]eit|[Ss]tand|Agenda|Gesetz\w*|\w*gesetz\w*|\w*ordnung|\w*richtlinie|Beschluss\w*|Urteil\w*|SGB)"
    r"\W+(?:[\w.]+\W+){0,3}(?:\d{1,2}\.\s?){0,2})$"
)
_COMPARED = (
    r"\b(?:[Gg]egenüber|[Vv]erglichen mit|[Vv]ergleich (?:zu|zum)|[Bb]ezogen auf|\w*[Nn]iveau (?:von|aus)"
    r"|\w*(?:[Bb]asis|[Bb]ezugs|[Vv]ergleichs|[Rr]eferenz|[Aa]usgangs)jahr\w*)\s+"
    r"(?:(?:dem|den|das|des|Jahr|Jahre|Jahres|Stand|Wert|Ende|Anfang)\s+){0,3}$"
)
_TOLD = (
    r"(?:\b(?:[Nn]ach|[Vv]or|[Aa]b|[Aa]ls)\s+(?:(?:dem|im) Jahre?\s+|[A-Z][a-zä]{2,8}\s+)?|\b[Bb]ereits\s+(?:in\s+|im Jahre?\s+)?|\baus dem Jahre?\s+|\bNatura\s|Bl\.\s|\b[Zz]wischen\s+(?:\d{4}\s+und\s+)?"
    r"|\w*(?:[Kk]onzept|[Ss]trategie|[Ll]eitbild|[Bb]ericht|[Ss]tudie|[Gg]utachten|[Cc]harta|[Ee]rklärung|[Uu]mfrage"
    r"|[Bb]efragung|[Ss]achstand|[Bb]ilanz|[Ee]rhebung|[Jj]ahrbuch|[Pp]rotokoll|[Aa]tlas|[Mm]onitor|[Zz]ensus|[Nn]orm)\w{0,3}\s+(?:[A-ZÄÖÜ][\w-]+\s+)?"
    r"|\w*(?:[Vv]ereinbarung|[Vv]ertrag|[Aa]bkommen|[Pp]akt|[Aa]kt|[Bb]eschluss|[Gg]esetz|[Uu]rteil|[Ss]atzung)\w{0,3}"
    r"\s+(?:von|aus)\s+"
    r"|\b\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*[ \u00a0]|[„»][^“”«]*"
    r"|\b(?:[Gg]enehmigt|[Bb]eschlossen|[Ee]rrichtet|[Ee]röffnet|[Gg]ebaut|[Bb]egonnen|[Gg]egründet|[Ff]ertiggestellt|[Ee]rstellt|[Ss]aniert)\s+(?:in\s+|im Jahre?\s+)?|\bden\s+\d{1,2}\.\s?\w+\.?\s?)\(?$"
)
"""What stands before a year that names something: a law (EnEV, EEG) by its capitals, a title by its quotes."""
_HAPPENED = (
    r"\)?\s+(?:\w+\s+){0,2}?(?:beschlossen|verabschiedet|begonnen|gegründet|eingeführt|erstellt|erarbeitet|gestartet"
    r"|aufgelegt|veröffentlicht|errichtet|eröffnet|erbaut|gebaut|unterzeichnet|vorgelegt|erschienen|vereinbart|erfolgt|bestätigt|genannt|angeführt|aufgeführt|dargestellt|beschrieben|erhoben|gemessen|ausgelaufen|abgelaufen|beendet|entstanden)\w*"
)
_REPORTED = (
    r"\b(?:hat|haben|hatten?|wurden?|worden|war(?:en)?|konnten?|erfolgten?|bestand(?:en)?|betrug(?:en)?|lag(?:en)?|gab|gingen?"
    r"|stieg(?:en)?|sank(?:en)?|in Kraft|geändert|gefasst)\b"
)
_REACHED = r"\W*(?:\w+\W+){0,2}?(?:wurden?|war(?:en)?|konnten?|hat|haben|hatten?)\b"
"""What follows a date by which something was done."""
_DAY = (
    r"\b\d{1,2}\.\s?(?:\d{1,2}\.\s?|(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*\.?\s)$"
)
_SPAN_OF_DAYS = r"\bvom\s+\d[\d.]*(?:\s\w+)?(?:\s\d{4})?\s*bis\s+(?:zum\s+)?\d[\d.]*(?:\s\w+\s)?$"
_NUMBER_OF_PAPER = r"\w/$"
_LISTED = r"(?:^|[.!?:,]\s+|\bund\s+)[Ii]n\s+(?:\d{4}(?:,|\sund)\s)*$"
_NO_VERB = r"(?:(?:,|\sund)\s\d{4})*\s(?:[A-ZÄÖÜ]\w|das\s|der\s|die\s|eine?\s)"
"""A report in brief: "In 2017 Erstellung der App, in 2018 das Thema Neubau"; a sentence has its verb there."""
_AMOUNT = r"\s*(?:->|→|:|=)\s*\d"
"""What follows a year in a list of years and amounts."""
_CITED = r"\((?:[^()]*\s)?$"
_SENTENCE = r"(?<!\d)(?<!Bl)[.!?]\s"
_ONE_OF_MANY = r"\s(?:[a-zäöüß]+(?:e|en|er)\s){0,2}[A-ZÄÖÜ][a-zäöüß]+"
_COUNTS = (
    r"(?:^|[.!?:]\s+|\b(?:[Mm]it|[Uu]m|[Aa]uf|[Rr]und|[Ee]twa|[Cc]a\.|[Üü]ber|[Mm]indestens|[Ii]nsgesamt|[Ww]eitere[nr]?"
    r"|[Zz]usätzliche?|[Jj]ährlich|[Jj]e|[Ff]ür|[Dd]ie|[Dd]er|[Aa]ller|[Mm]ehr als|[Bb]is zu|[Uu]nd)\s+)$"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each element that names a past year."""
    now = context.strategy.kopf.fassung.stand.year
    for element in context.wordings:
        if element.pruefen or not ("19" in element.text or "20" in element.text):
            continue
        year = next(_past(element.text, now), None)
        if year is not None:
            message = (
                f"{context.called(element.id)} nennt das Jahr {year}, die Fassung hat den Stand "
                f"{now}. Den Wortlaut erneuern oder «pruefen: …» mit der offenen Frage eintragen."
            )
            yield context.at_element(CODE, SEVERITY, element.id, message, "text")


def _past(text: str, now: int) -> Iterator[str]:
    """The years before ``now`` that are meant; of a span that in which it ends: "2026" of "2025/26"."""
    done = 0
    for match in _YEAR.finditer(text):
        if match.start() < done or int(match[0]) >= now:
            continue
        year, end, before = match[0], match.end(), text[: match.start()][-80:]
        if re.search(_COMPARED, before):
            continue
        if span := re.compile(_UNTIL).match(text, end):
            done = end = span.end()
            year = max(year, span[1] or year[:2] + span[2])
        behind = re.split(_SENTENCE, text[end:])[0]
        if int(year) < now and not _harmless(
            re.split(_SENTENCE, text[: match.start()])[-1][-120:], behind
        ):
            yield year


def _harmless(before: str, behind: str) -> bool:
    """Whether a year is no date that has passed: no deadline, but a name, a report or a count."""
    if re.search(_DEADLINE, before) and not re.search(_SPAN_OF_DAYS, before):
        return re.match(_REACHED, behind) is not None
    if re.search(_NUMBER_OF_PAPER, before) or re.search(_DAY, before):
        return True
    if re.match(_AMOUNT, behind) or (re.search(_LISTED, before) and re.match(_NO_VERB, behind)):
        return True
    if re.search(_REPORTED, before) or re.search(_REPORTED, behind):
        return True
    if re.search(_CITED, before) and behind.startswith(")"):
        return True
    if re.search(_DATED, before) or re.search(_TOLD, before) or re.match(_HAPPENED, behind):
        return True
    return re.match(_ONE_OF_MANY, behind) is not None and re.search(_COUNTS, before) is not None
