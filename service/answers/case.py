"""What every kind of answer works on, and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol, Unpack

from corpus.ids import ProvisionId, Source
from corpus.model import Act, Language, Provision
from corpus.plan_model import Indicator, Measure
from corpus.trace import ActFile
from indexer.records import MeasureWanted
from indexer.renderings import Rendering
from service.answers.support import Held
from service.concepts import Weighted, weighted_concepts
from service.knowledge import Knowledge
from service.labels import document_of, provision_label
from service.model import Answer, Asked, Citation, Hit, Intent, NoAnswer, Query, Value
from service.passages import Passages
from service.quotes import prove
from service.wording import act_name, fitted, labels, say


class Records(Protocol):
    """What is needed of an index; :class:`indexer.store.Index` has it."""

    def acts(self) -> tuple[Act, ...]:
        """Heads of all acts by id."""

    def act(self, act_id: str) -> Act | None:
        """The head of an act, None if it is not held."""

    def provision(self, provision_id: str) -> Provision | None:
        """A provision, None if it is not held."""

    def provisions(
        self, act_id: str, limit: int = -1, offset: int = 0
    ) -> tuple[int, tuple[Provision, ...]]:
        """How many provisions an act has, and a page in reading order."""

    def children(self, provision_id: str) -> tuple[Provision, ...]:
        """The units right below a provision, in reading order."""

    def measure(self, measure_id: str) -> Measure | None:
        """A measure, None if it is not held."""

    def measures(
        self, *, limit: int = -1, offset: int = 0, **wanted: Unpack[MeasureWanted]
    ) -> tuple[int, tuple[Measure, ...]]:
        """How many measures are as wanted, and a page of them in reading order."""

    def indicators(self, act_id: str | None = None) -> tuple[Indicator, ...]:
        """Indicators of an act, or of all acts, in reading order."""

    def renderings(self, provision_id: str) -> tuple[Rendering, ...]:
        """A provision in other languages, cell by cell."""

    def source(self, act_id: str) -> ActFile | None:
        """The whole act file as given, None if the act is not held."""


@dataclass(frozen=True)
class Case:
    """A question with all that may be answered from.

    Attributes:
        query: As understood.
        hits: Provisions found for it, best first.
        records: Of the index.
        knowledge: Acts, bodies and words.
        today: What "over" is judged by.
        concepts: Of the question, with their weights.
    """

    query: Query
    hits: tuple[Hit, ...]
    records: Records
    knowledge: Knowledge
    today: date
    concepts: tuple[Weighted, ...] = ()

    @property
    def language(self) -> Language:
        """Of the answer's words."""
        return self.query.language

    @property
    def passages(self) -> Passages:
        """The texts that may be answered from, in pieces."""
        return self.knowledge.passages

    def say(self, key: str, **values: object) -> str:
        """A sentence in the language of the answer."""
        return say(key, self.query.language, **values)

    def act_name(self, act: Act) -> str:
        """An act as it is cited."""
        return act_name(act, self.query.language)

    def label(self, provision_id: ProvisionId) -> str:
        """A provision as it is cited inside its act."""
        words = labels(self.query.language)
        return provision_label(provision_id, self._documents(provision_id), words)

    def _documents(self, provision_id: ProvisionId) -> dict[str, str]:
        """What the annex around a provision is, where its title tells."""
        top = next((step for step in provision_id.steps if step[0] == "annex"), None)
        annex = "-".join(part for part in top or () if part)
        held = (
            self.records.provision(f"{provision_id.act_id}/{annex}") if annex else None
        )
        if held is None:
            return {}
        document = document_of(held.heading or "", labels(held.language))
        return {annex: document} if document else {}

    def slots(self, intent: Intent) -> tuple[str, ...]:
        """What kinds of things are asked for under an intent, surest first."""
        return tuple(a.slot for a in self.query.asked if a.intent == intent)

    def acts(self) -> tuple[Act, ...]:
        """The acts that the question names, all if it names none; in order."""
        named = self.query.act_ids
        held = (a for a in self.records.acts() if not named or a.id in named)
        return tuple(sorted(held, key=standing))

    @cached_property
    def ranked(self) -> dict[Intent, tuple[Candidate, ...]]:
        """What was found, as answers under an intent; see :func:`candidates`."""
        return {}

    @cached_property
    def head_concepts(self) -> tuple[Weighted, ...]:
        """The concepts that name what is asked for ("how many PEOPLE")."""
        if not self.query.heads:
            return ()
        heads = replace(self.query, content=self.query.heads, act_spans=())
        known = self.knowledge
        return weighted_concepts(heads, known.lexicon, known.frequencies)

    def asked_first(self) -> Asked | None:
        """What is asked most certainly."""
        return next(iter(self.query.asked), None)


class Outcome(NamedTuple):
    """What a kind of answer has to say; nothing where it is not concerned.

    Attributes:
        answers: Best first.
        refusal: Why there is none, where that is known for certain.
    """

    answers: tuple[Answer, ...] = ()
    refusal: NoAnswer | None = None

    @property
    def settled(self) -> bool:
        """Whether no other kind of answer need be tried."""
        return bool(self.answers) or self.refusal is not None


#: Not concerned: let the next kind of answer try.
NOTHING = Outcome()


def standing(act: Act) -> tuple[bool, int, str]:
    """Order of acts in an answer: in force first, then newest, then by id."""
    return act.status != "in_force", -int(act.date.replace("-", "")), act.id


def refused(case: Case, code: str, key: str | None = None, **values: object) -> Outcome:
    """A refusal in words; ``key`` where the code alone does not say enough."""
    text = case.say(f"refusal.{key or code}", **values)
    return Outcome(refusal=NoAnswer(code, text))  # type: ignore[arg-type]


class Candidate(NamedTuple):
    """A found provision seen as an answer.

    Attributes:
        hit: As found.
        provision: Its record.
        draft: Makes the answer that it gives; None where it is silent.
        fit: How well it holds the kind of thing asked for, 0 to 1.
        worth: What candidates are ranked by.
        support: Share of the question that it holds, 0 to 1.
        held: The lemmas that it is judged by.
    """

    hit: Hit
    provision: Provision
    draft: Callable[[], Draft] | None
    fit: float
    worth: float
    support: float
    held: Held


class Draft(NamedTuple):
    """An answer before its quotes are proven.

    Attributes:
        text: Any length.
        quotes: What is cited: provision, words, lines; surest first.
    """

    text: str
    act_id: str
    intent: Intent
    values: tuple[Value, ...]
    quotes: Sequence[tuple[ProvisionId, str, Source]]
    warnings: tuple[str, ...] = ()


def proven(case: Case, draft: Draft) -> Answer | None:
    """The answer with the quotes that stand in their sources; None without any."""
    citations = tuple(_citations(case, draft))
    if not citations:
        return None
    return Answer(
        fitted(draft.text),
        draft.act_id,
        draft.intent,
        draft.values,
        citations,
        draft.warnings,
    )


def _citations(case: Case, draft: Draft) -> Iterator[Citation]:
    for provision_id, quote, source in draft.quotes:
        if quote and prove(quote, provision_id, source, case.records):
            yield Citation(provision_id, quote, source)


def outcome(case: Case, drafts: Sequence[Draft]) -> Outcome:
    """The drafts that can be proven."""
    answers = (proven(case, draft) for draft in drafts)
    return Outcome(tuple(answer for answer in answers if answer))
