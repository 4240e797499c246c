"""The files of a strategy as a revision of git holds them; nothing is checked out or fetched."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from generator.errors import GeneratorError
from generator.model.picture import FOLDER
from generator.read.files import left_by_system, printable
from generator.read.git import ask, broken, not_fetched, revision_missing

_LINK, _MODULE = "120000", "160000"
_TEXTS = "texts/"


class _Entry(Struct, frozen=True):
    """A file in the tree of a revision: its mode, its object, its name below the strategy."""

    mode: str
    object: str
    name: str


class Revision(Struct, frozen=True, dict=True):
    """A strategy at a revision (see Origin).

    ``revision`` is what git calls one, with the folder behind a colon where the strategy lay
    elsewhere then (``v1:alt/strategie``, from the top of the repository).
    """

    root: Path
    revision: str

    @cached_property
    def _tree(self) -> str:
        revision, colon, folder = self.revision.partition(":")
        return f"{revision}:{folder.strip('/') if colon else './'}"

    @cached_property
    def _entries(self) -> list[_Entry]:
        """All that lies in the tree, folders included as what lies in them."""
        revision = self.revision.partition(":")[0]
        usable = revision and not revision.startswith("-") and self.revision.isprintable()
        listed = self._listed(self._tree) if usable else None
        if listed is None:
            raise self._missing(revision) if usable else revision_missing(self.root, self.revision)
        return listed

    def _listed(self, tree: str) -> list[_Entry] | None:
        answer = ask(self.root, "ls-tree", "--full-tree", "-r", "-z", tree)
        if not answer.ok:
            return None
        entries = []
        for line in answer.out.decode("utf-8", "surrogateescape").split("\0"):
            kind, _, name = line.partition("\t")
            if kind:
                mode, _, identity = kind.split()
                entries.append(_Entry(mode, identity, name))
        return entries

    @cached_property
    def _files(self) -> dict[str, bytes]:
        """All files of the strategy, by one call of ``git cat-file``, links followed."""
        entries = [entry for entry in self._with_linked_texts() if _belongs(entry.name)]
        asked = "".join(f"{self._request(entry)}\n" for entry in entries)
        follow = "--follow-symlinks"
        answer = ask(
            self.root, "cat-file", "--batch", follow, told=asked.encode("utf-8", "surrogateescape")
        )
        if not answer.ok:
            raise self._unreadable(answer.said)
        replies = self._replies(answer.out)
        return {entry.name: self._content(entry, *next(replies)) for entry in entries}

    def _with_linked_texts(self) -> Iterator[_Entry]:
        """The entries; where ``texts`` is a link to a folder, those of that folder."""
        for entry in self._entries:
            if entry.name == "texts" and entry.mode == _LINK:
                for below in self._listed(self._resolved(entry)) or ():
                    yield _Entry(below.mode, below.object, f"{_TEXTS}{below.name}")
            elif entry.name == "texts" and entry.mode == _MODULE:
                raise self._led_out(entry.name, "ein Submodul")
            else:
                yield entry

    def _resolved(self, link: _Entry) -> str:
        """The object of the folder that a link leads to."""
        asked = f"{self._request(link)}\n".encode()
        answer = ask(self.root, "cat-file", "--batch-check", "--follow-symlinks", told=asked)
        identity, _, rest = answer.out.decode("utf-8", "replace").partition(" ")
        if not rest.startswith("tree"):
            raise self._led_out(link.name, "ein Verweis (Symlink)")
        return identity

    def _request(self, entry: _Entry) -> str:
        """What names the content of a file: only by its path can git follow a link."""
        if entry.mode != _LINK:
            return entry.object
        colon = "" if self._tree.endswith(("/", ":")) else "/"
        return f"{self._tree}{colon}{entry.name}"

    def _replies(self, out: bytes) -> Iterator[tuple[str, bytes]]:
        """Git's answers, each a line and, where it says so, that many bytes (git-cat-file(1))."""
        place = 0
        while place < len(out):
            end = out.index(b"\n", place)
            said = out[place:end].decode("utf-8", "surrogateescape")
            last = said.rpartition(" ")[2]
            size = int(last) if last.isdigit() else -1
            yield said, out[end + 1 : end + 1 + max(size, 0)]
            place = end + size + 2 if size >= 0 else end + 1

    def _content(self, entry: _Entry, said: str, data: bytes) -> bytes:
        if " blob " in said:
            return data
        if entry.mode == _LINK:
            raise self._led_out(entry.name, "ein Verweis (Symlink)")
        raise not_fetched(self.revision, entry.name)

    def _led_out(self, name: str, what: str) -> GeneratorError:
        return GeneratorError(
            f"Im Stand «git:{self.revision}» ist {printable(name)} {what}, dem git allein nicht folgen kann.",
            "Den Stand in einen Ordner auschecken («git worktree add ORDNER STAND») und diesen vergleichen.",
        )

    def _missing(self, revision: str) -> GeneratorError:
        if not ask(self.root, "rev-parse", "-q", "--verify", f"{revision}^{{commit}}").ok:
            return revision_missing(self.root, self.revision)
        looked = ask(self.root, "rev-parse", "-q", "--verify", self._tree)
        if looked.ok or looked.said:
            return self._unreadable(looked.said)
        return GeneratorError(
            f"Im Stand «git:{revision}» gibt es den Ordner der Strategie nicht.",
            "Lag sie damals in einem anderen Ordner, ihn angeben: "
            f"«git:{revision}:anderer/ordner», vom obersten Ordner des Projekts aus.",
        )

    def _unreadable(self, said: str) -> GeneratorError:
        partial = ask(self.root, "config", "--get-regexp", r"^remote\..*\.promisor$").ok
        if partial:
            return not_fetched(self.revision)
        return broken(printable(self.root.as_posix()), said)

    def names(self) -> list[str]:
        """See Origin."""
        return sorted(self._files)

    def folders(self) -> list[str]:
        """See Origin."""
        return sorted({entry.name.split("/")[0] for entry in self._entries if "/" in entry.name})

    def read(self, name: str) -> bytes | None:
        """See Origin."""
        return self._files.get(name)

    def is_link(self, name: str) -> bool:
        """See Origin."""
        return any(entry.name == name and entry.mode == _LINK for entry in self._entries)

    def shown(self, name: str) -> str:
        """See Origin."""
        return f"git:{self.revision}:{printable(name)}"


def _belongs(name: str) -> bool:
    """Whether a file is part of the strategy itself and not of an earlier edition."""
    inner = name.removeprefix(_TEXTS).removeprefix(FOLDER)
    return "/" not in inner and "\n" not in inner and not left_by_system(inner)
