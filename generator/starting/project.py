"""A first strategy to the files of its project: strategy, templates, schemas, CI, what git leaves out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from generator.checks.run import run
from generator.edit.given_files import GivenFiles, says
from generator.edit.whole import whole_files
from generator.errors import GeneratorError, system_reason
from generator.finding import Severity
from generator.graph.edition import Edition
from generator.json_schema.file_schemas import NAMES, file_schema_text
from generator.model.kinds import GOALS, HEAD
from generator.model.strategy import Strategy
from generator.read.files import printable
from generator.read.reading import read_strategy
from generator.read.schema_files import FOLDER as SCHEMAS
from generator.read.schema_files import WIRED
from generator.render.templates import HOUSE, shipped
from generator.write import write_all

Ci = Literal["github", "gitlab"]

_GUIDE: Mapping[str, str] = {
    HEAD: """\
# Was hier stehen kann, zeigt das Handbuch unter «Alle Angaben»; eine unbekannte Angabe meldet die Prüfung.
# - titel, koerperschaft: stehen auf dem Deckblatt
# - fassung: «strategie freeze» siegelt sie nach dem Beschluss
# - stufen: die Ebenen der Ziele von oben nach unten; «traegt» sagt, wo Zuständigkeiten stehen
# - kapitel: die Reihenfolge des Dokuments; der Text eines Kapitels steht in texts/ unter seiner Kennung
""",
    GOALS: """\
# Jedes Ziel hat eine Kennung (id): einmal vergeben, nie wieder verwendet, auch nicht nach dem Verschieben.
# Ein weiteres Ziel ist ein weiterer Eintrag mit «- id: …» und «text: …», so weit eingerückt wie seine Nachbarn.
# Unter «zustaendig» stehen Kennungen aus actors.yaml.
""",
    "actors.yaml": """\
# Eine weitere Stelle ist eine weitere Zeile mit id, name und art
# (intern, extern, land, bund, gruppe oder unbestimmt).
""",
}
"""What stands below the first comment of a file."""

_IGNORED = """\
# Was «strategie build» erzeugt
/output/
# Rückmeldungen: sie nennen Personen
/strategy/stellungnahmen.yaml
# Sperrdateien von Word
~$*
"""
_YAML_IN_EDITORS = {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"}
CI_FILES: Mapping[Ci, str] = {
    "github": ".github/workflows/strategie.yml",
    "gitlab": ".gitlab-ci.yml",
}
"""Where a forge looks for its file; what stands in it is in templates/ci."""


def project_files(strategy: Strategy, ci: Ci | None) -> dict[str, bytes]:
    """Name below the folder -> content. GeneratorError for a strategy with errors or that no file holds."""
    files = {name: _guided(name, data) for name, data in whole_files(strategy).items()}
    if not says(files, strategy):
        raise GeneratorError("Die Strategie lässt sich so nicht schreiben.")
    _refuse_errors(files)
    project = {f"strategy/{name}": data for name, data in files.items()}
    project |= {f"templates/{name}": shipped(name) for name in HOUSE}
    project |= _for_editors(strategy)
    project[".gitignore"] = _IGNORED.encode()
    if ci is not None:
        project[CI_FILES[ci]] = shipped(f"ci/{ci}.yml")
    return project


def _guided(name: str, data: bytes) -> bytes:
    """A file with what explains it, to people and to editors, below its first comment."""
    if not name.endswith(".yaml"):
        return data
    first, end, rest = data.partition(b"\n")
    wired = f"{WIRED}../{SCHEMAS}/{name.removesuffix('.yaml')}.json\n"
    return first + end + _GUIDE.get(name, "").encode() + wired.encode() + rest


def _for_editors(strategy: Strategy) -> dict[str, bytes]:
    """The schemas of all files, and the settings by which VS Code finds them."""
    names = [name for name, file in NAMES.items() if file.endswith(".yaml")]
    schemas = {f"{SCHEMAS}/{name}.json": file_schema_text(name, strategy.kopf) for name in names}
    wired = {f"./{SCHEMAS}/{name}.json": f"strategy/{NAMES[name]}" for name in names}
    settings = {"yaml.schemas": wired, "[yaml]": _YAML_IN_EDITORS}
    files = {
        **schemas,
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
    }
    return {name: text.encode() for name, text in files.items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _refuse_errors(files: Mapping[str, bytes]) -> None:
    """What was asked for may be no strategy: a level with the word of another thing."""
    reading = read_strategy(GivenFiles(files))
    edition = Edition(reading.strategy) if reading.strategy else None
    for finding in run(reading, edition=edition):
        if finding.severity is Severity.ERROR:
            raise GeneratorError(f"So entsteht keine Strategie ohne Fehler: {finding.message}")


def refuse_unless_empty(folder: Path) -> None:
    """GeneratorError for a folder in which something lies, and for what is none."""
    shown = printable(folder.as_posix())
    try:
        full = folder.is_dir() and next(folder.iterdir(), None)
        taken = not folder.is_dir() and (folder.exists() or folder.is_symlink())
    except OSError as error:
        raise GeneratorError(
            f"Der Ordner {shown} lässt sich nicht lesen: {system_reason(error)}.",
            "Namen und Rechte prüfen.",
        ) from error
    if taken:
        raise GeneratorError(f"{shown} ist kein Ordner.", "Einen anderen Namen wählen.")
    if full:
        raise GeneratorError(
            f"Der Ordner {shown} ist nicht leer (darin liegt {printable(full.name)}).",
            "Einen neuen oder leeren Ordner angeben.",
        )


def found(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write a project into a missing or empty folder, all of it or nothing; the written paths."""
    refuse_unless_empty(folder)
    there = folder.is_dir()
    try:
        return write_all(folder, files)
    except GeneratorError as error:
        if not there and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
        raise GeneratorError(
            error.message, "Einen Ordner angeben, in den sich schreiben lässt."
        ) from error
