"""What the HTTP edge and the command line need of an engine, and no more.

Tests hand in fakes that fit; at run time it is :class:`service.engine.Engine`
with :class:`indexer.store.Index`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, Unpack

from corpus.bodies import Body
from corpus.model import Act, Language, Provision
from corpus.plan_model import Indicator, Measure
from indexer.layout import Manifest
from indexer.renderings import Rendering
from service.model import Reply
from service.quotes import Evidence
from service.search_model import SearchRequest, SearchResult
from service.verify_model import Claim, Verification

if TYPE_CHECKING:  # at run time it would load the libraries of the whole index
    from indexer.records import MeasureWanted


class Records(Protocol):
    """Read access to the records of an index; ids are looked up exactly."""

    @property
    def manifest(self) -> Manifest:
        """What the index is made of."""

    def read_ahead(self) -> None:
        """Read what the first questions would wait for, if that is not too much."""

    def acts(self) -> Sequence[Act]:
        """Heads of all acts, by id."""

    def act(self, act_id: str) -> Act | None:
        """The head of an act; None if it is not held."""

    def provisions(
        self, act_id: str, *, limit: int = -1, offset: int = 0
    ) -> tuple[int, Sequence[Provision]]:
        """How many provisions an act has, and a page in reading order."""

    def provision(self, provision_id: str) -> Provision | None:
        """A provision; None if it is not held."""

    def renderings(self, provision_id: str) -> Sequence[Rendering]:
        """Unofficial words of a provision in other languages, cell by cell."""

    def measure(self, measure_id: str) -> Measure | None:
        """A measure; None if the id is not one of a held measure."""

    def measures(
        self, *, limit: int = -1, offset: int = 0, **wanted: Unpack[MeasureWanted]
    ) -> tuple[int, Sequence[Measure]]:
        """How many measures are as wanted, and a page in reading order."""

    def indicators(self, act_id: str | None = None) -> Sequence[Indicator]:
        """Indicators of an act in reading order."""

    def body_counts(self) -> Sequence[tuple[str, int]]:
        """Each body that is charged with a measure, and with how many."""

    def source_lines(self, act_id: str, first: int, last: int) -> Sequence[str]:
        """Lines of the act file as given, 1-based, both ends included."""


class ProvenRecords(Evidence, Records, Protocol):
    """Records with the act files as given, against which quotes are proven."""


class BodyRegistry(Protocol):
    """The state bodies that are known."""

    def __iter__(self) -> Iterator[Body]:
        """All bodies in the registry's order."""

    def get(self, body_id: str) -> Body | None:
        """A body; None if it is not known."""


class Verifier(Protocol):
    """Verifies citations and quotes against the acts held."""

    def text(self, text: str) -> Verification:
        """What a running text cites and quotes; offsets are the text's."""

    def claims(self, claims: Sequence[Claim]) -> Verification:
        """Citations and quotes given one by one."""


class Engine(Protocol):
    """Answers questions and searches."""

    @property
    def index(self) -> Records:
        """The records."""

    @property
    def bodies(self) -> BodyRegistry:
        """The registry of bodies."""

    @property
    def verifier(self) -> Verifier:
        """Verifies citations and quotes."""

    def ask(
        self,
        text: str,
        *,
        act_ids: Sequence[str] = (),
        language: Language | None = None,
        limit: int = 20,
        exact: bool = False,
    ) -> Reply:
        """Answer a question, or refuse with a reason."""

    def search(self, request: SearchRequest) -> SearchResult:
        """Find provisions."""

    def explained(self, text: str, *, act_ids: Sequence[str] = ()) -> Sequence[str]:
        """Every stage of an answer, a line each."""
