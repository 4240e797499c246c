"""The manual entries (German) of what only a comparison with the predecessor can find.

The rules themselves stand in generator/compare/consistency.py: they need the changes, which
``strategie check`` does not compute, as it would have to read the predecessor as well.
"""

from generator.finding import Severity
from generator.read.catalogue import Entry

_WHERE = (
    "Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» "
    "und «strategie build», nicht «strategie check»."
)


def _entry(code: str, title: str, severity: Severity, *paragraphs: str) -> Entry:
    return Entry(code, title, "\n\n".join((*paragraphs, _WHERE)), severity)


ENTRIES = (
    _entry(
        "Z701", "Änderung ohne Begründung", Severity.HINT,
        "Geprüft wird bei Entwürfen, ob jede Änderung gegenüber der Vorgängerfassung in changes.yaml "
        "eingestuft (redaktionell oder inhaltlich) und begründet ist.",
        "Die Begründung steht in der Synopse neben der Änderung. Fehlt sie, muss der Kreistag ohne "
        "sie beraten, und die Änderung gilt als noch nicht eingestuft. Der Text eines neuen oder "
        "entfallenen Elements braucht keine eigene Begründung, ebenso wenig, was nur die "
        "Schreibweise einer Stelle oder die Angaben zur Fassung betrifft.",
        "Beheben: in changes.yaml unter «aenderungen» einen Eintrag mit id, art, einstufung und "
        "begruendung ergänzen; die Meldung nennt id und art.",
    ),
    _entry(
        "Z702", "Begründung ohne Änderung", Severity.WARNING,
        "Geprüft wird, ob es zu jedem Eintrag in changes.yaml eine Änderung gegenüber der "
        "Vorgängerfassung gibt.",
        "Ein Eintrag ohne Änderung ist meist übrig geblieben, nachdem die Änderung zurückgenommen "
        "wurde, oder nennt die falsche Art. Seine Begründung erscheint nirgends.",
        "Beheben: den Eintrag löschen oder Kennung und Art berichtigen; die Meldung sagt, was sich "
        "bei dem Element stattdessen geändert hat.",
    ),
    _entry(
        "Z703", "Als redaktionell eingestuft, aber weitgehend neu", Severity.WARNING,
        "Geprüft wird, ob eine Änderung am Wortlaut oder Text, die in changes.yaml als redaktionell "
        "eingestuft ist, die meisten Wörter austauscht. Berichtigte Schreibfehler zählen dabei nicht "
        "als neue Wörter. Gemeldet wird auch, wenn ein Element neu ist, entfällt oder verschoben wird, das "
        "nach den Beschlussregeln den Kreistag braucht, und dies als redaktionell gilt.",
        "Eine redaktionelle Änderung lässt den Sinn unberührt und kommt ohne Beschluss aus. Wo kaum "
        "ein Wort bleibt, sollte das jemand bestätigen.",
        "Beheben: als inhaltlich einstufen. Bleibt der Sinn wirklich gleich, den Befund unter "
        "«abweichungen» in strategy.yaml mit Grund anerkennen.",
    ),
    _entry(
        "Z704", "Vermutlich geteilt, zusammengelegt oder übernommen", Severity.HINT,
        "Geprüft wird, ob neue Ziele und Empfehlungen Wörter von entfallenen oder gekürzten "
        "übernehmen oder ob untergeordnete Ziele zu ihnen gewechselt sind; fast derselbe Wortlaut "
        "fällt auch auf einer anderen Stufe auf.",
        "Eine Kennung wird nie neu vergeben; was aus einem Ziel geworden ist, sagt allein die Angabe "
        "«ersetzt». Ist sie eingetragen, steht in der Synopse «geteilt in …» oder «zusammengelegt "
        "aus …». Das Programm fragt nur und nimmt nichts an.",
        "Beheben: trifft die Vermutung zu, «ersetzt: […]» eintragen, wie die Meldung es nennt. "
        "Trifft sie nicht zu, ist nichts zu tun; der Hinweis lässt sich unter «abweichungen» in "
        "strategy.yaml mit Grund anerkennen.",
    ),
)  # fmt: skip

SEVERITIES = {entry.code: entry.severity for entry in ENTRIES}
