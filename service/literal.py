"""Words that are to be taken as they stand: quoted phrases, words with a minus; pure.

Whoever writes nothing but these searches, whatever the words inside would ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.ids import Span
from service.model import Query
from service.words_of import words_of

#: A quoted phrase. Matches «а б», “a b”, "a b"; must not match one quote mark, «».
_QUOTED = re.compile(r"«([^«»]{2,120})»|“([^“”]{2,120})”|\"([^\"]{2,120})\"")
#: A word to be left out. Matches " -суд" and "-суд" at the beginning; must not
#: match "2018-2020", " - кто", "іс-шара".
_MINUS = re.compile(r"(?:(?<=\s)|^)-([^\W\d_][\w-]*)")

#: Weight of words that ask only if nothing else does («меры»).
_LIKELY_NOUN: Final = 1


def kept(text: str) -> tuple[Span, ...]:
    """Where quoted phrases and words with a minus stand, marks included."""
    quoted = [Span(*m.span()) for m in _QUOTED.finditer(text)]
    minus = (Span(*m.span()) for m in _MINUS.finditer(text))
    return tuple(sorted([*quoted, *(s for s in minus if not overlaps(s, quoted))]))


def minus_words(text: str) -> tuple[Span, ...]:
    """Where words with a minus stand, the minus included; none inside quotes."""
    return tuple(span for span in kept(text) if text[span.start] == "-")


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a stretch has a character in common with one of others."""
    return any(o.start < span.end and span.start < o.end for o in others)


def literal(query: Query) -> Query:
    """A query whose quoted phrases and words with a minus are taken as such.

    Inside a question they mean other things: a phrase may name something loosely,
    a minus may be a dash. There they are left to the search.
    """
    spans = kept(query.text)
    said = [Span(w.start, w.end) for w in words_of(query.text)]
    minus = tuple(s for s in spans if query.text[s.start] == "-")
    if not list(_outside(said, spans)) and len(minus) < len(spans):
        query = _search(query)
    if not minus or any(asked.weight > _LIKELY_NOUN for asked in query.asked):
        return query
    words = (query.text[s.start + 1 : s.end] for s in minus)
    content = tuple(_outside(query.content, minus))
    return replace(query, excluded=tuple(words), content=content)


def plain(query: Query) -> Query:
    """The query as a search for its words: no act, address or question is seen."""
    words = tuple(Span(w.start, w.end) for w in words_of(query.text))
    content = tuple(_outside(words, minus_words(query.text)))
    return replace(_asking_nothing(query), body_ids=(), years=(), content=content)


def _search(query: Query) -> Query:
    """The query as a search for its phrases and for nothing else."""
    found = list(_QUOTED.finditer(query.text))
    inner = (Span(m.start() + 1, m.end() - 1) for m in found)
    phrases = tuple(next(filter(None, m.groups())) for m in found)
    return replace(_asking_nothing(query), phrases=phrases, content=tuple(inner))


def _asking_nothing(query: Query) -> Query:
    """The query as a search that names no act and no provision."""
    return replace(
        query,
        intents=("search",),
        asked=(),
        heads=(),
        act_ids=(),
        unknown_act=None,
        other_acts=(),
        address=(),
        more_addresses=(),
        act_spans=(),
    )


def _outside(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """What is left of stretches without others, none empty."""
    for span in spans:
        at = span.start
        for other in others:
            if overlaps(other, (span,)):
                if at < other.start:
                    yield Span(at, other.start)
                at = other.end
        if at < span.end:
            yield Span(at, span.end)
