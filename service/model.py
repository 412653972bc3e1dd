"""What travels between understanding, retrieval, answers and the HTTP edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus.ids import ProvisionId, Source, Span
from corpus.model import Language
from service.corrections import Correction

Intent = Literal[
    "responsible",
    "deadline",
    "completion_form",
    "funding",
    "definition",
    "abbreviation",
    "status",
    "list",
    "count",
    "provision",
    "fact",
    "search",
]
RefusalCode = Literal[
    "no_such_act",
    "no_such_provision",
    "not_stated",
    "classified",
    "not_in_corpus",
    "unclear",
]


class Step(NamedTuple):
    """One step of an address that a question names: ``("point", "3")``."""

    kind: str
    number: str


class Asked(NamedTuple):
    """An intent of a question and the kind of thing that answers it.

    Attributes:
        intent: What is asked.
        slot: "body", "date", "duration", "money", "number", "percent", "term",
            "measure", "force", … (see ``words/intents.toml``).
        weight: 3 certain, 2 likely, 1 if nothing else is asked.
    """

    intent: Intent
    slot: str
    weight: int


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood.

    Attributes:
        text: As asked, white space squeezed; misspelt words as they were read.
        language: kk, ru or en: the language of the reply.
        confidence: Of the language, 0 to 1.
        intents: What is asked, most certain first; never empty.
        act_ids: Acts that the question names, by number, date, kind or title;
            empty where it names none.
        unknown_act: The act as named, where it names one that is not held.
        address: Steps of a named provision, outermost first; empty if none.
        body_ids: Bodies that the question names, from the registry.
        years: Years that it names, in order.
        phrases: Quoted phrases, to be found as they stand.
        excluded: Words with a minus before them.
        content: Spans of ``text`` that say what it is about: without question
            words, the name of the act and the address.
        act_spans: Spans of ``text`` that name the act.
        read_as: What was understood, in the language of the question.
        asked: The intents with their slots and weights, in the order of
            ``intents``; empty where no word of the question asks.
        heads: Spans of ``text`` that name what is asked for ("how many PEOPLE").
        more_addresses: Further provisions named beside ``address``.
        other_acts: Numbers of acts that are not held but that held ones mention.
        corrections: Words that were read as others, in order, none overlapping.
        typed: The question as typed, where words were read as others; else "".
    """

    text: str
    language: Language
    confidence: float
    intents: tuple[Intent, ...]
    act_ids: tuple[str, ...] = ()
    unknown_act: str | None = None
    address: tuple[Step, ...] = ()
    body_ids: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    content: tuple[Span, ...] = ()
    act_spans: tuple[Span, ...] = ()
    read_as: str = ""
    asked: tuple[Asked, ...] = ()
    heads: tuple[Span, ...] = ()
    more_addresses: tuple[tuple[Step, ...], ...] = ()
    other_acts: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    typed: str = ""

    @property
    def question(self) -> str:
        """The words as typed, white space squeezed."""
        return self.typed or self.text

    @property
    def content_text(self) -> str:
        """The words that say what the question is about."""
        return " ".join(self.text[s.start : s.end] for s in self.content)


class Feature(NamedTuple):
    """A named part of a hit's score."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision found for a query.

    ``coverage`` is the share (0 to 1) of the query's content, weighted by rarity,
    that the provision holds. ``highlights`` are the words of its text that the
    question names; ``meant`` is the sentence that is nearest to it in meaning.
    """

    provision_id: ProvisionId
    score: float
    coverage: float
    features: tuple[Feature, ...] = ()
    highlights: tuple[Span, ...] = ()
    meant: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands; ``quote`` passed :mod:`service.quotes`."""

    provision_id: ProvisionId
    quote: str
    source: Source


@dataclass(frozen=True, slots=True)
class Value:
    """An answer as data; parts that do not apply are None."""

    text: str
    abbreviation: str | None = None
    name: str | None = None
    translation: str | None = None
    body_id: str | None = None
    number: str | None = None
    date: str | None = None
    status: str | None = None
    provision_id: ProvisionId | None = None
    by_agreement: bool | None = None
    coordinator: bool | None = None
    read_as: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its words (at most 700 characters), data and proof.

    Attributes:
        text: In the language of the question.
        act_id: The act that it stands on.
        intent: The intent that it serves.
        values: The answer as data.
        citations: Never empty.
        warnings: Sentences in the language of the question: repealed, term
            over, wording replaced, number inferred, name read from a variant.
    """

    text: str
    act_id: str
    intent: Intent
    values: tuple[Value, ...]
    citations: tuple[Citation, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A refusal, with its reason in words of the question's language."""

    code: RefusalCode
    text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """All that a question gets: answers best first, or a refusal; and related hits."""

    query: Query
    intent: Intent
    answers: tuple[Answer, ...]
    refusal: NoAnswer | None
    related: tuple[Hit, ...]
