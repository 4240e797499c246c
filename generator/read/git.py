"""Git asked about the project that a folder belongs to, and what it says put into German.

Nothing is fetched: what a partial clone left away stays away.
"""

import os
import subprocess
from pathlib import Path

from msgspec import Struct

from generator.errors import GeneratorError
from generator.read.files import printable

SECONDS = 120
_OF_ANOTHER_PROJECT = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_SHALLOW_FILE",
    "GIT_GRAFT_FILE",
    "GIT_NAMESPACE",
)
"""What a hook inherits (git rev-parse --local-env-vars): it would send git to another project."""
_ALONE = {
    "LC_ALL": "C",  # we recognise what it says
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # the same for git before 2.44
    "GIT_OPTIONAL_LOCKS": "0",
}


class Answer(Struct, frozen=True):
    """What git printed, and what it had to say about it."""

    ok: bool
    out: bytes
    said: str


def ask(folder: Path, *arguments: str, told: bytes = b"") -> Answer:
    """Run git in a folder; GeneratorError where there is no git or no answer."""
    inherited = {k: v for k, v in os.environ.items() if k not in _OF_ANOTHER_PROJECT}
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            input=told,
            env=inherited | _ALONE,
            timeout=SECONDS,
        )
    except (FileNotFoundError, PermissionError) as error:
        raise GeneratorError(
            "Das Programm git wurde nicht gefunden.",
            "Für «git:…» muss git installiert sein; sonst eine Fassung oder einen Ordner angeben.",
        ) from error
    except subprocess.TimeoutExpired as error:
        raise GeneratorError(
            f"Das Programm git hat nach {SECONDS} Sekunden nicht geantwortet.",
            "Liegt das git-Projekt auf einem Netzlaufwerk, es zuerst auf den Rechner kopieren.",
        ) from error
    return Answer(not done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def tracks(folder: Path, name: str) -> bool:
    """Whether git keeps the history of a file of that folder; not where there is no git project."""
    return _says_yes(folder, "ls-files", "--error-unmatch", "--", name)


def ignores(folder: Path, name: str) -> bool:
    """Whether a file of that folder stays out of git, because it is told so or there is none."""
    inside = _says_yes(folder, "rev-parse", "--is-inside-work-tree")
    return not inside or _says_yes(folder, "check-ignore", "-q", "--", name)


def _says_yes(folder: Path, *arguments: str) -> bool:
    try:
        return ask(folder, *arguments).ok
    except GeneratorError:  # no git here, so nothing gets into it either
        return False


def revision_missing(folder: Path, revision: str) -> GeneratorError:
    """Why git knows no such revision, and what to do."""
    shown = printable(folder.as_posix())
    within = ask(folder, "rev-parse", "--show-toplevel")
    if not within.ok:
        return _no_project(folder, shown, revision, within.said)
    if not ask(folder, "rev-parse", "-q", "--verify", "HEAD").ok:
        return GeneratorError(
            f"Das git-Projekt, zu dem {shown} gehört, hat noch keinen Stand.",
            "Erst mit «git add» und «git commit» einen festhalten.",
        )
    head = ask(folder, "cat-file", "commit", "HEAD")
    if not head.ok:
        return broken(shown, head.said)
    if ask(folder, "rev-parse", "--is-shallow-repository").out.strip() == b"true":
        return GeneratorError(
            f"«git:{revision}» gibt es in diesem Klon nicht. Er ist flach: Ältere Stände wurden nicht geholt.",
            "«git fetch --unshallow» holt sie; in GitHub Actions beim Auschecken «fetch-depth: 0» "
            "angeben, in GitLab «GIT_DEPTH: 0».",
        )
    return GeneratorError(
        f"«git:{revision}» ist kein Stand des git-Projekts, zu dem {shown} gehört.",
        "Möglich sind etwa git:HEAD~1, ein Zweig, eine Marke oder die Nummer eines Commits; "
        "«git log --oneline» zeigt sie.",
    )


def _no_project(folder: Path, shown: str, revision: str, said: str) -> GeneratorError:
    if "dubious ownership" in said or "unsafe repository" in said:
        owned = [line.strip() for line in said.splitlines() if "safe.directory" in line]
        real = folder.resolve().as_posix()
        return GeneratorError(
            f"Das git-Projekt, zu dem {shown} gehört, hat einen anderen Eigentümer; git liest es deshalb nicht.",
            "Ist es vertrauenswürdig, einmal aufrufen: "
            + (owned[0] if owned else f"git config --global --add safe.directory {real}"),
        )
    if "not a git repository" in said:
        return GeneratorError(
            f"«git:{revision}»: {shown} gehört zu keinem git-Projekt.",
            "«git:…» vergleicht mit einem Stand des git-Projekts; sonst eine Fassung oder einen Ordner angeben.",
        )
    return broken(shown, said)


def broken(shown: str, said: str) -> GeneratorError:
    """Git cannot read its own project; its own words are the best there are."""
    lines = said.strip().splitlines() or ["keine Meldung"]
    return GeneratorError(
        f"git kann das Projekt, zu dem {shown} gehört, nicht lesen: {lines[0][:200]}",
        "«git fsck» prüft das Projekt; ist es beschädigt, es neu klonen.",
    )


def not_fetched(revision: str, name: str = "") -> GeneratorError:
    """A partial clone (--filter) lacks a file of that revision."""
    what = f"der Inhalt von {printable(name)}" if name else "der Inhalt"
    return GeneratorError(
        f"Der Klon ist unvollständig (--filter): Vom Stand «git:{revision}» fehlt {what}.",
        "«git fetch --refetch --no-filter» holt alles; oder ohne «--filter» klonen.",
    )
