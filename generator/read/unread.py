"""Names in the folder of a strategy to findings about what is not read although it may be meant."""

from collections.abc import Callable, Iterator, Sequence

from generator.finding import Finding, Position, Severity
from generator.read.files import printable
from generator.read.origin import Origin
from generator.read.spelling import nearest

FOLDERS = ("texts", "editions", "bilder", "zeitraeume")
_OURS = (".yaml", ".yml", ".txt")
_OF_IMPORT = ("profil.yaml", "bericht.md")
"""What ``import`` leaves beside the files of a strategy, for the next time and for people."""


def unread(
    origin: Origin, known: Sequence[str], is_element: Callable[[str], bool]
) -> Iterator[Finding]:
    """A finding (Z012) for each file and folder that nobody reads; ``known`` are those read.

    It is an error where what is meant is missing for it: a known file, or the text of an
    element (``is_element`` tells IDs).
    """
    names = origin.names()
    for name in names:
        if name not in known and (said := _advice(name, known, names)):
            advice, lost = said
            lost = lost or (name.startswith("texts/") and is_element(_stem(name[6:])))
            message = f"Die Datei {printable(name)} wird nicht gelesen. {advice}"
            yield _finding(origin, name, lost, message)
    for folder in origin.folders():
        if said := _folder_advice(folder, known, names):
            advice, lost = said
            message = f"Der Ordner {printable(folder)} wird nicht gelesen. {advice}"
            yield _finding(origin, folder, lost, message)


def meant(missing: str, origin: Origin) -> str:
    """What to do about a file that must be there and is not."""
    if missing in origin.folders():
        return f"{missing} ist ein Ordner; erwartet wird eine Datei dieses Namens."
    alike = [name for name in origin.names() if "/" not in name and _same_as(name, [missing])]
    if alike:
        return (
            f"Gemeint ist vermutlich {printable(alike[0])}: die Datei in {missing} umbenennen, "
            "auf Groß- und Kleinschreibung und die Endung genau."
        )
    if "strategy.yaml" in origin.names():
        return "Sie aus der Sicherung zurückholen oder neu anlegen."
    return "Mit «--strategy ORDNER» den Ordner angeben, in dem strategy.yaml und goals.yaml liegen."


def _advice(name: str, known: Sequence[str], names: Sequence[str]) -> tuple[str, bool] | None:
    """What to do about a file that is not read, and whether something is missing for it."""
    if name.startswith("texts/"):
        return None if name.endswith(".md") else (_text_advice(name), False)
    if name.startswith("bilder/"):
        return None  # whether a figure names it is another question
    if name in _OF_IMPORT:
        return None
    if name in FOLDERS:
        return f"Erwartet wird hier ein Ordner {name}, keine Datei.", True
    lower = name.lower()
    if "/" not in name and lower.endswith(".md"):
        if lower.startswith("readme"):
            return None
        return (
            f"Texte gehören in den Ordner texts: nach texts/{printable(name)} verschieben.",
            False,
        )
    ours = lower.endswith(_OURS)
    near = nearest(name.removesuffix(".txt"), known) if ours else _same_as(name, known)
    if near and near not in names:
        return f"Gemeint ist vermutlich {near}: die Datei umbenennen.", True
    if near and ours:
        return f"{near} ist schon da; die zweite Datei aus dem Ordner nehmen.", False
    return ("Die Datei umbenennen oder aus dem Ordner nehmen.", False) if ours else None


def _text_advice(name: str) -> str:
    stem = printable(_stem(name))
    if name.lower().endswith((".md", ".txt", ".markdown")):
        return f"Texte enden auf «.md»: in {stem}.md umbenennen oder herausnehmen."
    return (
        "Gelesen werden nur einfache Textdateien: den Inhalt mit einem Texteditor in "
        f"{stem}.md kopieren oder die Datei herausnehmen."
    )


def _folder_advice(
    folder: str, known: Sequence[str], names: Sequence[str]
) -> tuple[str, bool] | None:
    if folder.startswith("texts/"):
        return "Texte liegen unmittelbar im Ordner texts.", False
    if folder.startswith("bilder/"):
        return "Bilder liegen unmittelbar im Ordner bilder.", False
    if folder in known:
        return f"Erwartet wird hier eine Datei {folder}, kein Ordner.", True
    near = nearest(folder, FOLDERS) if folder not in FOLDERS else None
    if near and not any(name.startswith(f"{near}/") for name in names):
        return f"In {near} umbenennen.", True
    return None


def _same_as(name: str, known: Sequence[str]) -> str | None:
    """The known name that a name is but for capitals and what stands behind the first dot."""
    return next((k for k in known if _stem(name).casefold() == _stem(k)), None)


def _stem(name: str) -> str:
    return name.partition(".")[0]


def _finding(origin: Origin, name: str, lost: bool, message: str) -> Finding:
    severity = Severity.ERROR if lost else Severity.WARNING
    return Finding("Z012", severity, message, Position(origin.shown(name), 1, 1))
