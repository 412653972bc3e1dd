"""Words, sentences and figures of a text; the only door to spaCy.

Three blank pipelines, Kazakh registered here, share one set of tokenizer rules
(:mod:`corpus.tokenizing`). :func:`tokens` uses the tokenizer alone and is made
for millions of words; :func:`entities` and :func:`sentences` run the pipeline.
Nothing is loaded before the first text.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from corpus.entity_patterns import RANK, EntityKind, patterns
from corpus.entity_values import value_of
from corpus.ids import Span
from corpus.model import Language
from corpus.sentence_rules import sentence_starts
from corpus.tokenizing import ABBREVIATIONS, INFIX, PREFIX, SUFFIX, WHOLE
from corpus.words import Tongue, analysed

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

_LOADING: Final = threading.Lock()
#: spaCy keeps every string that it has seen; requests of several threads take turns.
_WORKING: Final = threading.RLock()
#: A pipeline that has seen this many different tokens is made anew, for a service
#: that is asked for years would otherwise never stop growing.
_MOST_LEXEMES: Final = 500_000
#: Texts whose tokens are kept: whoever reads a question asks for them several times.
_KEPT: Final = 32


class Token(NamedTuple):
    """A word, figure or mark of a text; offsets are half-open.

    Attributes:
        text: As written.
        start: Offset of its first character.
        end: Offset after its last character.
        lemma: Stem (kk, en) or dictionary form (ru); lower case.
        folded: Form for the field that does not tell ә from а, қ from к.
        is_stop: It says nothing about the topic.
        is_word: It holds a letter.
        is_number: It is a figure.
    """

    text: str
    start: int
    end: int
    lemma: str
    folded: str
    is_stop: bool
    is_word: bool
    is_number: bool


class Entity(NamedTuple):
    """A date, period, amount or figure in a text.

    Attributes:
        kind: What it is.
        start: Offset of its first character.
        end: Offset after its last character.
        text: As written.
        value: In one form for all languages, see :mod:`corpus.entity_values`.
    """

    kind: EntityKind
    start: int
    end: int
    text: str
    value: str


def _import_spacy() -> None:
    """Import spaCy without torch, which its machine-learning half asks for.

    No model of spaCy's is used here, and torch costs seconds and hundreds of
    megabytes. While spaCy loads, torch looks as if it were not installed.
    """
    with _LOADING:
        if "spacy" in sys.modules:
            return
        hidden = "torch" not in sys.modules
        if hidden:
            sys.modules["torch"] = None  # type: ignore[assignment]
        try:
            import spacy  # noqa: F401, PLC0415
        finally:
            if hidden:
                del sys.modules["torch"]


@lru_cache(maxsize=1)
def _register() -> None:
    """Tell spaCy of Kazakh and of our components."""
    _import_spacy()
    from spacy.language import Language as Base  # noqa: PLC0415
    from spacy.util import registry  # noqa: PLC0415

    registry.languages.register("kk", func=type("Kazakh", (Base,), {"lang": "kk"}))
    Base.component("legal_sentences", func=_mark_sentences)


def _special_cases(tongue: Tongue) -> dict[str, list[dict[int, str]]]:
    orth: int = import_module("spacy.attrs").ORTH  # compiled, without types
    forms = {
        form
        for short in ABBREVIATIONS[tongue]
        for form in (short, short[0].upper() + short[1:])
    }
    return {form: [{orth: form}] for form in sorted(forms)}


def _tokenizer(blank: Pipeline, tongue: Tongue) -> Callable[[str], Doc]:
    module: Any = import_module("spacy.tokenizer")  # compiled, without types
    found: Callable[[str], Doc] = module.Tokenizer(
        blank.vocab,
        rules=_special_cases(tongue),
        prefix_search=re.compile(PREFIX).search,
        suffix_search=re.compile(SUFFIX).search,
        infix_finditer=re.compile(INFIX).finditer,
        token_match=WHOLE.fullmatch,
    )
    return found


@lru_cache(maxsize=3)
def pipeline(tongue: Tongue) -> Pipeline:
    """The spaCy pipeline of a language: tokenizer, then sentence starts."""
    _register()
    import spacy  # noqa: PLC0415

    blank: Any = spacy.blank(tongue)
    # Of a new word only what the matchers look at: shapes and the like cost more
    # than cutting the text.
    blank.vocab.lex_attr_getters = {import_module("spacy.attrs").LOWER: str.lower}
    blank.tokenizer = _tokenizer(blank, tongue)
    blank.add_pipe("legal_sentences")
    made: Pipeline = blank
    return made


@lru_cache(maxsize=3)
def _matcher(tongue: Tongue) -> Matcher:
    from spacy.matcher import Matcher  # noqa: PLC0415

    matcher = Matcher(pipeline(tongue).vocab)
    for kind, rows in patterns(tongue).items():
        matcher.add(kind, [list(row) for row in rows], greedy="LONGEST")
    return matcher


def _tongue(language: Language) -> Tongue:
    return "ru" if language == "und" else language


def _doc(text: str, tongue: Tongue) -> Doc:
    """The tokenized text."""
    with _WORKING:
        if len(pipeline(tongue).vocab) > _MOST_LEXEMES:
            pipeline.cache_clear()
            _matcher.cache_clear()
        return pipeline(tongue).tokenizer(text)


def tokens(text: str, language: Language) -> tuple[Token, ...]:
    """The words, figures and marks of a text in order; white space is left out.

    A text all in capitals is read as if it were in lower case.
    """
    return _tokens(text, language)


@lru_cache(maxsize=_KEPT)
def _tokens(text: str, language: Language) -> tuple[Token, ...]:
    shouted = text.isupper() and len(text) > 12 and " " in text
    found = []
    for part in _doc(text, _tongue(language)):
        word = part.text
        if word.isspace():
            continue
        start = part.idx
        known = analysed(word.lower() if shouted else word, language)
        found.append(Token(word, start, start + len(word), *known))
    return tuple(found)


def _mark_sentences(doc: Doc) -> Doc:
    """Set where sentences start; a component of the pipelines."""
    words = [token.text for token in doc]
    spaced = [bool(token.whitespace_) for token in doc]
    # Token by token spaCy looks through the whole text again each time.
    marks = [1 if starts else -1 for starts in sentence_starts(words, spaced)]
    array: Any = np.array(marks, dtype=np.int64).reshape(-1, 1).astype(np.uint64)
    return doc.from_array(["SENT_START"], array)


def sentences(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of a text in order, without white space at their ends."""
    with _WORKING:
        doc = pipeline(_tongue(language))(text)
    return tuple(_trimmed(text, sent.start_char, sent.end_char) for sent in doc.sents)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + max(left, len(piece.rstrip())))


def entities(text: str, language: Language) -> tuple[Entity, ...]:
    """Dates, periods, amounts and figures of a text, in order, none overlapping.

    Where two readings overlap the longer counts, then the more telling kind.
    """
    tongue = _tongue(language)
    with _WORKING:
        return tuple(_best(_matches(_doc(text, tongue), tongue)))


def _matches(doc: Doc, tongue: Tongue) -> Iterator[tuple[int, int, Entity]]:
    strings = doc.vocab.strings
    for key, start, end in _matcher(tongue)(doc):
        span = doc[start:end]
        kind: EntityKind = strings[key]  # type: ignore[assignment]
        value = value_of(kind, tuple(t.text for t in span), tongue)
        yield start, end, Entity(kind, span.start_char, span.end_char, span.text, value)


def _best(found: Iterator[tuple[int, int, Entity]]) -> Iterator[Entity]:
    ranked = sorted(found, key=lambda row: (row[0] - row[1], RANK[row[2].kind], row[0]))
    taken: set[int] = set()
    kept = []
    for start, end, entity in ranked:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append(entity)
    yield from sorted(kept, key=lambda entity: entity.start)
