"""The rules, and how often they were right in trials, to the Markdown of docs/regeln.md."""

from collections.abc import Iterable, Mapping

from generator.finding import RuleEntry

_TRIALS = """
Wie oft eine Regel richtig lag, wurde an veröffentlichten Texten öffentlicher Stellen gezählt; sie wurden so eingefügt, wie
sie dastehen, Abschnitte als Kapitel, Sätze und Absätze auch als Ziele, und jeder Befund neben seinem Text gelesen.
Richtig ist einer, dem folgt, wer den Text herausgibt; was erst das Einfügen zerschnitten hat, zählt nicht. Die Texte haben
gezeigt, wo Regeln zu verbessern waren; die Zahlen gelten danach. Mit * sind die Texte bezeichnet, an denen nichts
verbessert wurde. Wo eine Regel solche Texte nicht betrifft, steht nichts.
"""


def encode(rules: Iterable[RuleEntry], told: Mapping[str, str], trials: Iterable[str]) -> str:
    """One section a rule, in the order given; ``told`` says of some how often they were right."""
    out = ["# Regeln der Prüfung\n\nErzeugt mit «strategie explain --format markdown»."]
    out += [_TRIALS, *trials, ""]
    for rule in rules:
        tried = f"\n\n{told[rule.code]}" if told.get(rule.code) else ""
        out.append(
            f"## {rule.code} {rule.title}\n\n*{rule.severity.label}*\n\n{rule.manual}{tried}\n"
        )
    return "\n".join(out)
