"""What reviewers did to a document and said about it: the records of ``strategie review``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

from generator.model.address import SYNOPSIS, Address
from generator.model.stellungnahme import REMARK, DecisionWord, StatementWord

_BRACKETS = str.maketrans("", "", "[]")

StatementKind = Literal[
    "reworded",  # the wording of a goal or an Empfehlung
    "text",  # prose, a heading, a name: any other wording
    "added",
    "removed",
    "moved",
    "split",
    "merged",
    "responsibility",
    "addressee",
    "comment",
    "computed",  # what the program prints of itself: counts, labels, references
]
WORDS: Mapping[StatementKind, StatementWord] = MappingProxyType(
    {
        "reworded": "umformuliert",
        "text": "text",
        "added": "neu",
        "removed": "entfallen",
        "moved": "verschoben",
        "split": "geteilt",
        "merged": "zusammengelegt",
        "responsibility": "zustaendigkeit",
        "addressee": "adressat",
        "comment": REMARK,
        "computed": "berechnet",
    }
)
"""What entries of stellungnahmen.yaml call it."""
Base = Literal["map", "source", "rejected"]
"""What a file is compared with: the map inside it, the strategy it was made from, or itself."""
State = Literal["unchanged", "resaved", "changed", "foreign"]


class Statement(Struct, frozen=True):
    """One thing that one reviewer did to one element or paragraph, or said about it.

    ``old`` is the whole text as it was printed, ``new`` that with this change; where it is made
    upon changes of other people in the same file that cannot be left out, ``new`` holds these
    too, and ``upon`` is what this one was made of. Of a remark ``old`` and ``new`` are the text
    that it stands at, ``quote`` the words that it concerns. ``address`` is None where no
    element is concerned. ``author`` is None for plain typing, which names nobody.
    ``also`` are further elements whose words a remark concerns.
    ``inserted`` and ``deleted`` count characters, spaces among them.
    """

    file: str
    kind: StatementKind
    address: Address | None
    old: str
    new: str
    author: str | None = None
    date: str | None = None
    tracked: bool = False
    comment: str | None = None
    quote: str = ""
    also: tuple[str, ...] = ()
    reply_to: str | None = None
    done: bool = False
    after: str | None = None
    """The element behind which something new or moved stands now, None where that is not known."""
    parent: str | None = None
    """The element below which it stands."""
    to: Address | None = None
    """Where in a text, or in a list of bodies, something new or moved stands now."""
    beside: str = ""
    """What was printed before the place where something new or moved stands now."""
    look: str = ""
    """What kind of paragraph something new is: "heading", "item", "" of running text."""
    footnote: int | None = None
    """Which footnote of the paragraph is meant, counted from 0; None where it is none."""
    upon: str | None = None
    inserted: int = 0
    deleted: int = 0
    position: tuple[int, int] = (0, 0)
    """Where in the document: number of the printed paragraph, and order below that."""
    chain: int = 0
    """Statements of one file with one number build on each other: one person changed what
    another had changed."""
    id: str = ""
    conflicts: tuple[str, ...] = ()
    applicable: bool = False
    why: str | None = None
    stands: bool = False
    """Whether the strategy says it already."""
    mixed: bool = False
    """Whether one person changed in the same file what another had changed: a question, too."""
    note: str | None = None
    """What is to be known of it although it can be written: signs that are not kept."""
    recorded: str = ""
    """The ID of its entry in stellungnahmen.yaml, "" where it has none."""
    decision: DecisionWord = "offen"

    @property
    def chain_key(self) -> tuple[str, int]:
        """File and number of the chain it is part of."""
        return self.file, self.chain

    @property
    def meant(self) -> tuple[str, str]:
        """Old and new text as wordings: in the Synopse without the brackets around new words.

        Where a reviewer typed more of them, all stay, for a person to see.
        """
        printed = self.address is not None and self.address.place == SYNOPSIS
        if not printed or any(self.new.count(sign) > self.old.count(sign) for sign in "[]"):
            return self.old, self.new
        return self.old.translate(_BRACKETS), self.new.translate(_BRACKETS)

    @property
    def placed(self) -> bool:
        """Whether it is known what it concerns."""
        return (
            self.address is not None or self.kind == "computed" or bool(self.after or self.parent)
        )

    @property
    def element(self) -> str | None:
        """The ID that it concerns."""
        return self.address.element if self.address else None


class ReturnedFile(Struct, frozen=True):
    """A file that came back: what it was compared with and whether all of it is accounted for.

    ``unplaced`` counts characters and remarks of which no element is known; ``notes`` are German
    sentences on the file itself.
    """

    file: str
    edition: str
    digest: str
    base: Base
    inserted: int
    deleted: int
    comments: int
    unplaced: int
    notes: tuple[str, ...] = ()


class Review(Struct, frozen=True):
    """All files and statements, in the order of the document."""

    files: tuple[ReturnedFile, ...]
    statements: tuple[Statement, ...]


class FileState(Struct, frozen=True):
    """What became of a file that we made: ``changes`` and ``comments`` count statements.

    A file in which only remarks were put is "resaved": no word of it is changed.
    """

    file: str
    edition: str
    digest: str
    state: State
    changes: int
    comments: int = 0
    notes: tuple[str, ...] = ()


class Applied(Struct, frozen=True):
    """What was written: the statements taken over, those that were not and why, the files.

    ``done`` are those that the strategy said already, ``open`` and ``rejected`` those that
    nobody or somebody decided on, so that they stay out. ``notes`` are German sentences: how
    to go back, what the check says now.
    """

    taken: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Recorded(Struct, frozen=True):
    """What went into stellungnahmen.yaml: IDs of new entries and of those that are superseded now.

    ``known`` counts the statements that had an entry. ``notes`` as in Applied.
    """

    added: tuple[str, ...] = ()
    known: int = 0
    superseded: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
