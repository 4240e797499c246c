"""What libyaml finds wrong with the structure of a file, in German."""

_PROBLEMS = (
    ("mapping values are not allowed", "Hier steht ein Doppelpunkt, wo keiner erwartet wird. Enthält der Text einen Doppelpunkt, den ganzen Text in Anführungszeichen setzen; sonst die Einrückung prüfen."),
    ("could not find expected ':'", "In dieser oder der vorigen Zeile fehlt ein Doppelpunkt nach dem Schlüssel, oder die Einrückung stimmt nicht."),
    ("did not find expected key", "Die Einrückung passt nicht zu den Zeilen darüber, oder ein Text mit Anführungszeichen endet nicht richtig. Zeile an den Geschwistern ausrichten."),
    ("did not find expected '-' indicator", "Hier wird der nächste Listeneintrag («- ») erwartet, oder die Einrückung stimmt nicht."),
    ("found unexpected end of stream", "Ein Anführungszeichen oder eine Klammer wird geöffnet, aber nicht geschlossen."),
    ("found character that cannot start any token", "Ein Text darf nicht mit diesem Zeichen beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected ',' or", "In der Liste in Klammern fehlt ein Komma oder die schließende Klammer."),
    ("found unknown escape character", "Der umgekehrte Schrägstrich hat in doppelten Anführungszeichen eine Sonderbedeutung. Einfache Anführungszeichen verwenden."),
    ("block sequence entries are not allowed", "Ein Listeneintrag («- ») steht an einer Stelle, an der keiner sein kann. Einrückung prüfen."),
    ("found undefined alias", "Ein Text darf nicht mit * beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected alphabetic or numeric", "Ein Text darf nicht mit * oder & beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected <document start>", "Vor dieser Stelle endet der Inhalt der Datei bereits. Einrückung der Zeile prüfen."),
    ("did not find expected node content", "Hier fehlt ein Wert, oder ein Text beginnt mit einem Sonderzeichen und gehört in Anführungszeichen."),
)  # fmt: skip


def explain(problem: str) -> str:
    """What to do about a problem that libyaml names in English."""
    for english, german in _PROBLEMS:
        if english in problem:
            return german
    return f"Der Aufbau der Datei ist hier nicht lesbar ({problem}). Einrückung und Anführungszeichen prüfen."
