"""Misspelt questions: what was typed, and what it is read as.

First the whole question is tried in the other keyboard layout; then each word
that nobody knows is compared with the known ones. Quoted phrases, words with a
minus, figures and short forms in capitals are never touched, and every reading
is told (:class:`service.corrections.Correction`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from corpus.ids import Span
from corpus.letters import script_of, unseen_removed
from corpus.model import Language
from corpus.nlp import Token, tokens
from service.corrections import Correction, Repair, applied
from service.keyboard import turned
from service.knowledge import Knowledge
from service.literal import kept, literal, overlaps
from service.model import Query
from service.reading_aloud import read_as
from service.understand import understand
from service.vocabulary import Vocabulary
from service.wording import say

#: A chunk of a question between blanks. Must not match white space.
_CHUNK = re.compile(r"\S+")
#: A short form: capitals, at least two, with or without figures and an ending.
#: Matches «ІІМ», «ІІМ-ге», «ЭКСПО-2017», "NGO"; must not match «Кто», "42".
_CAPITALS = re.compile(r"\W*[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2,}(?:-\w+)?\W*")
#: Letters, one at least. Must not match "42", "–".
_LETTER = re.compile(r"[^\W\d_]")
#: Marks that are cut from the end of any word.
_BEHIND: Final = "?!,;:"
#: Least letters of the words that must be known for another layout to be meant.
_LEAST_TURNED: Final = 3
#: Shortest word that Kazakh letters may be missing from.
_LEAST_WORD: Final = 3


def read_question(
    text: str,
    knowledge: Knowledge,
    vocabulary: Vocabulary,
    *,
    language: Language | None = None,
    exact: bool = False,
) -> Query:
    """Understand a question, misspelt words read as those that they stand for.

    Args:
        text: As typed, not empty.
        knowledge: Acts, bodies and words.
        vocabulary: Words that are known.
        language: Of the question, where the caller knows it.
        exact: Take the words as typed, though they may be misspelt.
    """
    if exact:
        return _literal(understand(text, knowledge, language=language), knowledge)
    typed = " ".join(unseen_removed(text).split())
    laid = other_layout(typed, vocabulary)
    query = understand(laid, knowledge, language=language)
    slips = tuple(misspelt(query, vocabulary))
    if laid == typed and not slips:
        return _literal(query, knowledge)
    if slips:
        query = understand(applied(laid, slips), knowledge, language=language)
    if laid != typed:
        slips = (Correction(0, len(typed), typed, query.text, "layout"),)
    query = _literal(query, knowledge)
    return told(replace(query, corrections=slips, typed=typed))


def _literal(query: Query, knowledge: Knowledge) -> Query:
    """The query with its phrases and left out words, and all of it said."""
    query = literal(query)
    return replace(query, read_as=read_as(query, knowledge))


def told(query: Query) -> Query:
    """The query with its corrections said in words of its language."""
    said = (
        say("understood.correction", query.language, typed=c.typed, read=c.read)
        for c in query.corrections
    )
    return replace(query, read_as=" · ".join((query.read_as, *said)))


def other_layout(text: str, vocabulary: Vocabulary) -> str:
    """A question in the other keyboard layout, if only there it makes sense.

    It does where most of its words are unknown as typed and known when turned;
    words that are known as typed then stay. Each character stays in its place.
    """
    fixed = kept(text)
    chunks = [m for m in _CHUNK.finditer(text) if _may_turn(m, fixed)]
    if _mostly_known(chunks, vocabulary):
        return text
    alien = [m for m in chunks if not _known(m[0], vocabulary)]
    read = {m: _turned(m[0], vocabulary) for m in chunks}
    known = {m for m, word in read.items() if _known(word, vocabulary)}
    letters = sum(len(_LETTER.findall(m[0])) for m in known)
    if 2 * len(known) <= len(chunks) or letters < _LEAST_TURNED:
        return text
    altered = (m for m in chunks if m in known or m in alien)
    return applied(
        text, [Correction(*m.span(), m[0], read[m], "layout") for m in altered]
    )


def _mostly_known(chunks: Sequence[re.Match[str]], vocabulary: Vocabulary) -> bool:
    """Whether half of the chunks are known; the rest need not be looked at then."""
    wanted = (len(chunks) + 1) // 2
    known = (m for m in chunks if _known(m[0], vocabulary))
    return sum(1 for _ in islice(known, wanted)) == wanted


def _may_turn(chunk: re.Match[str], fixed: Sequence[Span]) -> bool:
    word = chunk[0]
    if not _LETTER.search(word) or _CAPITALS.fullmatch(word):
        return False
    return not overlaps(Span(*chunk.span()), fixed)


def _turned(word: str, vocabulary: Vocabulary) -> str:
    """The likeliest reading in the other layout, a known one if there is any."""
    readings = tuple(turned(word)) or (word,)
    return next((r for r in readings if _known(r, vocabulary)), readings[0])


def _known(chunk: str, vocabulary: Vocabulary) -> bool:
    """Whether the words of a chunk are known in the language of their script."""
    bare = chunk.rstrip(_BEHIND)
    if bare.isalpha() and script_of(bare) != "none":  # one word, however it is cut
        return _is_known(bare, vocabulary)
    language: Language = "en" if script_of(chunk) == "latin" else "ru"
    words = [t for t in tokens(chunk, language) if t.is_word]
    return bool(words) and all(_is_known(t.text, vocabulary) for t in words)


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.knows(word, tongue) for tongue in ("ru", "kk"))


def misspelt(query: Query, vocabulary: Vocabulary) -> Iterator[Correction]:
    """The words of a query that are unknown but near to a known one."""
    fixed = kept(query.text)
    for token in tokens(query.text, query.language):
        span = Span(token.start, token.end)
        if not _may_be_misspelt(token) or overlaps(span, fixed):
            continue
        lower = token.text.lower()
        if vocabulary.knows(lower, query.language):
            continue
        near = vocabulary.nearest(lower, query.language)
        if near is not None:
            read = near.text.capitalize() if token.text[0].isupper() else near.text
            how: Repair = "slip" if near.slips else "letters"
            yield Correction(*span, token.text, read, how)


def _may_be_misspelt(token: Token) -> bool:
    """Whether a token is a plain word: no figure in it, no capitals alone."""
    letters = token.text.replace("-", "")
    return (
        len(letters) >= _LEAST_WORD
        and letters.isalpha()
        and not _CAPITALS.fullmatch(token.text)
        and script_of(letters) != "mixed"
    )
