"""What verifying finds: citations resolved, quotes judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus.ids import ProvisionId, Source

#: Whether what a citation names is held: once, several times, not at all; malformed
#: where it names nothing that could be held.
CitationStatus = Literal["found", "several", "malformed", "not_in_corpus"]
#: Why a citation is not found; "" where it is.
CitationReason = Literal[
    "",
    "no_such_act",
    "no_such_provision",
    "date_differs",
    "bad_code",
    "bad_date",
    "no_number",
    "nothing_named",
]
#: Whether a quote stands in its source. Only a quote that was compared with the words
#: of a held provision, in their language, is "differs" or "absent".
Verdict = Literal["verbatim", "verbatim_elsewhere", "differs", "absent", "unchecked"]
#: Why a quote is unchecked; "" where it is not.
UncheckedReason = Literal[
    "",
    "no_words",
    "no_citation",
    "not_resolved",
    "short",
    "title",
    "language",
    "rendering",
    "classified",
    "other_edition",
]
#: Words that stand in both, in the quote alone, in the source alone.
Side = Literal["both", "quote", "source"]


class Target(NamedTuple):
    """What a citation names; ``provision_id`` is None for an act as a whole."""

    act_id: str
    provision_id: ProvisionId | None


class Place(NamedTuple):
    """A provision that holds a quote, or was compared with it, and its lines."""

    provision_id: ProvisionId
    source: Source


class Change(NamedTuple):
    """Neighbouring words of a difference."""

    side: Side
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation of the text that is verified.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last one.
        text: What stands there.
        status: Whether it can be followed.
        reason: Why not, or why not all of it.
        targets: What it names, at most :data:`service.citations.MOST_TARGETS`.
        total: How many things it fits.
        nearest: Acts that it may have meant, where it is not found.
        named: Whether it names its act, or an act named before it is meant; else
            the targets are all that bear the number.
        item: Number of the claim that gave it, None in a running text.
    """

    start: int
    end: int
    text: str
    status: CitationStatus
    reason: CitationReason
    targets: tuple[Target, ...] = ()
    total: int = 0
    nearest: tuple[str, ...] = ()
    named: bool = True
    item: int | None = None

    @property
    def complete(self) -> bool:
        """Whether what it names is certain and all of it is among the targets."""
        whole = self.total == len(self.targets)
        return self.named and not self.reason and whole


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote of the text that is verified.

    Attributes:
        start: Offset of its first character, quotation marks left out.
        end: Offset behind its last one.
        text: What stands there.
        citation: Number of the citation that it belongs to, counted from 0; None
            where it has none.
        verdict: What came of it.
        reason: Why it is unchecked.
        places: That hold it; where it differs, what it was compared with; where it is
            absent, what else it is like.
        changes: The difference from that place, where it differs or is absent.
        item: Number of the claim that gave it, None in a running text.
    """

    start: int
    end: int
    text: str
    citation: int | None
    verdict: Verdict
    reason: UncheckedReason = ""
    places: tuple[Place, ...] = ()
    changes: tuple[Change, ...] = ()
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """All that was found in a text, in its order."""

    citations: tuple[Citation, ...]
    quotes: tuple[Quote, ...]


class Claim(NamedTuple):
    """A citation and a quote that is said to stand there; either may be ""."""

    citation: str
    quote: str
