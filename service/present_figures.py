"""Answers as the page shows them: each provision quoted once, words said once; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from service.quotations import quotations_in
from service.quotes import letters
from service.shapes import SourceJson
from service.shapes_answers import (
    AnswerJson,
    AskJson,
    CitationJson,
    RenderingJson,
)

#: Provisions of an answer that are shown at once; the rest is folded away.
_SHOWN: Final = 5
#: Letters from which a quotation in the words of an answer is said twice, if it is
#: quoted below as well.
_LONG: Final = 60


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote with its renderings."""

    text: str
    language: str
    renderings: tuple[RenderingJson, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A provision with all that an answer quotes of it.

    Attributes:
        citation: The first of it: label and links.
        quotes: What answers first, then what names it; none within another.
        sources: Their lines, none twice.
    """

    citation: CitationJson
    quotes: tuple[ShownQuote, ...]
    sources: tuple[SourceJson, ...]


class Words(NamedTuple):
    """Words of an answer, and their language where it is not the answer's own."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer as it is shown.

    Attributes:
        answer: As the API has it.
        words: Its text, without a long quotation that the first figure shows; what
            it quotes apart, in the language of its source.
        quoting: Whether such a quotation was left out.
        figures: Provisions in the order of the answer.
        folded: Those that are shown on demand.
    """

    answer: AnswerJson
    words: tuple[Words, ...]
    quoting: bool
    figures: tuple[Figure, ...]
    folded: tuple[Figure, ...]


def shown_answers(asked: AskJson) -> tuple[ShownAnswer, ...]:
    """The answers to a question, best first."""
    return tuple(_shown(answer) for answer in asked["answers"])


def _shown(answer: AnswerJson) -> ShownAnswer:
    figures = _figures(answer["citations"])
    text = answer["text"]
    words = _without_quotation(text, figures[0]) if figures else text
    quoting = words != text
    # One figure folded away takes as much room as the line that unfolds it.
    cut = _SHOWN if len(figures) > _SHOWN + 1 else len(figures)
    spoken = tuple(_words(words, answer["citations"]))
    return ShownAnswer(answer, spoken, quoting, figures[:cut], figures[cut:])


def _words(text: str, citations: Sequence[CitationJson]) -> Iterator[Words]:
    """A text with what it quotes of the citations apart."""
    quotes = [(letters(c["quote"]).text, c["language"]) for c in citations]
    at = 0
    for quotation in quotations_in(text):
        said = letters(quotation.text).text
        language = next((spoken for held, spoken in quotes if said in held), "")
        if said and language:
            yield Words(text[at : quotation.start])
            yield Words(quotation.text, language)
            at = quotation.end
    yield Words(text[at:])


def _figures(citations: Sequence[CitationJson]) -> tuple[Figure, ...]:
    by_provision: dict[str, list[CitationJson]] = {}
    for citation in citations:
        by_provision.setdefault(citation["provision_id"], []).append(citation)
    return tuple(_figure(cited) for cited in by_provision.values())


def _figure(cited: Sequence[CitationJson]) -> Figure:
    kept = _apart(cited)
    sources = {tuple(c["source"].values()): c["source"] for c in kept}
    quotes = (
        ShownQuote(c["quote"], c["language"], tuple(c["renderings"])) for c in kept
    )
    return Figure(cited[0], tuple(quotes), tuple(sources.values()))


def _apart(cited: Sequence[CitationJson]) -> list[CitationJson]:
    """Citations whose quotes stand in no other of them."""
    keys = [letters(c["quote"]).text for c in cited]
    return [
        citation
        for i, citation in enumerate(cited)
        if not any(_says(keys, j, i) for j in range(len(cited)) if j != i)
    ]


def _says(keys: Sequence[str], other: int, this: int) -> bool:
    """Whether one quote holds another; of two equal ones the first is kept."""
    if keys[other] == keys[this]:
        return other < this
    return keys[this] in keys[other]


def _without_quotation(text: str, figure: Figure) -> str:
    """The words of an answer up to the quotation that its first figure repeats."""
    shown = [letters(quote.text).text for quote in figure.quotes]
    for quotation in quotations_in(text):
        said = letters(quotation.text).text
        if len(said) >= _LONG and _begins_alike(said, shown):
            rest = text[quotation.end + 1 :].strip(" .;")
            before = text[: quotation.start - 1].rstrip(" :")
            return before if not rest else text
    return text


def _begins_alike(said: str, shown: Iterable[str]) -> bool:
    return any(one.startswith(said) or said.startswith(one) for one in shown)
