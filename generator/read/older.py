"""The head of a strategy.yaml in its older form to that of today, in place.

Sealed editions are never migrated, so whatever was once written is read: format 1 called every
body a Landkreis. What is newer than format 1 asks for format 2, which older programs refuse.
"""

from collections.abc import Iterator

from generator.finding import Finding, Position, Severity
from generator.model.koerperschaft import Koerperschaft, key_of
from generator.model.stufe import HANDLUNGSFELD
from generator.read.yaml_nodes import YamlList, YamlMap

OLDER = {
    "landkreis": ("name", "Landkreis"),
    "kreistag": ("gremium", "Kreistag"),
    "landratsamt": ("verwaltung", "Landratsamt"),
}
"""What was said of the body, to how it is called now and what it was where nobody said so."""
NEWER = ("gremien", "nummerierung", "teile")
"""What format 1 did not know in strategy.yaml, besides the fields of the Körperschaft."""

BODY, RULES, APPROVAL = "koerperschaft", "beschlussregeln", "zustimmung"
LEVELS, ABOVE, PARTS = "stufen", "unter", "teile"


def modernise(tree: YamlMap, file: str) -> list[Finding]:
    """Rename what is called otherwise now; findings name what needs format 2."""
    first = str(tree.get("format")).strip() == "1"
    body = tree.get(BODY)
    findings = list(_too_new(tree, file)) if first else []
    if first:
        tree["format"] = "2"  # so that what is written from the record is in its own words
        _print_all(tree)
    if body is None and first:
        body = tree[BODY] = YamlMap(tree.at)
        _as_county(tree, body)
    elif isinstance(body, YamlMap) and not OLDER.keys().isdisjoint(body):
        _as_county(tree, body)
    return findings


def _too_new(tree: YamlMap, file: str) -> Iterator[Finding]:
    body = tree.get(BODY)
    places = [(tree, key) for key in NEWER]
    if isinstance(body, YamlMap):
        places += [(body, key) for key in Koerperschaft.model_fields]
    found = [(key, holder.keys_at.get(key, holder.at)) for holder, key in places if key in holder]
    levels = tree.get(LEVELS)
    for level in levels if isinstance(levels, YamlList) else ():
        above = level.get(ABOVE) if isinstance(level, YamlMap) else None
        if above == HANDLUNGSFELD or (isinstance(above, YamlList) and HANDLUNGSFELD in above):
            found.append((f"{ABOVE}: {HANDLUNGSFELD}", level.values_at.get(ABOVE, level.at)))
    for said, place in found:
        message = f"Die Angabe «{said}» gehört zum Format 2. Oben «format: 2» eintragen."
        yield Finding("Z007", Severity.ERROR, message, Position(file, *place))


def _print_all(tree: YamlMap) -> None:
    """Format 1 did not leave out anything: what was adopted in it is printed as it was."""
    if PARTS not in tree:
        tree[PARTS] = YamlMap(tree.at)
        tree[PARTS]["uebrige"] = "drucken"


def _kind(name: str) -> str:
    """A city that had only these words said "landkreis: Stadt Musterau"."""
    first = name.lower().split(" ")[0]
    kinds = {"stadt": "stadt", "gemeinde": "gemeinde", "markt": "gemeinde", "verband": "verband"}
    return next((kind for end, kind in kinds.items() if first.endswith(end)), "landkreis")


def _as_county(tree: YamlMap, body: YamlMap) -> None:
    for older, (name, usual) in OLDER.items():
        if name in body:
            continue
        at = body.keys_at.get(older, body.at), body.values_at.get(older, body.at)
        body[name] = body.pop(older, usual)
        body.keys_at[name], body.values_at[name] = at
    body.setdefault("art", _kind(str(body["name"])))
    gremium = body["gremium"]
    # Of another value the reader tells the mistake, and the default stands for it.
    key = key_of(gremium if isinstance(gremium, str) else Koerperschaft().gremium)
    rules = tree.get(RULES)
    for rule in rules if isinstance(rules, YamlList) else ():
        if isinstance(rule, YamlMap) and rule.get(APPROVAL) == "kreistag":
            rule[APPROVAL] = key
