"""What a question's words are called in the other languages.

The termbase and the synonyms are compiled into tables from lemmas to senses,
once. A question is then read from left to right, the longest known phrase
first; every word that is no stop word ends up in exactly one concept, known or
not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Self

from corpus.lexicon_concept import Concept, concept_of
from corpus.lexicon_table import (
    Entry,
    Sense,
    Tables,
    add_synonyms,
    compile_terms,
    measure,
)
from corpus.model import Language
from corpus.nlp import Token
from corpus.terms import (
    TONGUES,
    load_synonyms,
    load_terms,
    synonym_file,
    term_files,
)
from corpus.words import Tongue, tongue_of

__all__ = ["Aligned", "Concept", "Lexicon", "Sense"]

#: Senses of single words that no entry has, by language and lemma, best first.
Aligned = Mapping[Tongue, Mapping[str, tuple[Sense, ...]]]

#: A phrase: whose rules it follows; of each word what is known of it.
_Phrase = tuple[Tongue, tuple[tuple[str, str, str, bool], ...]]
#: Phrases whose concepts are kept; with so many it begins anew.
_KEPT: Final = 1 << 12
#: Fewest words of a phrase that has parts.
_LEAST_PARTS: Final = 2
#: Marks that phrases may run across.
_TRANSPARENT: Final = frozenset('«»"“”„-')


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled termbase.

    Attributes:
        tables: Look-up tables of the three languages.
        size: Number of terms.
        aligned: What parallel texts teach of words that have no entry.
    """

    tables: Tables
    size: int
    aligned: Aligned = field(default_factory=dict)
    _told: dict[_Phrase, Concept] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @classmethod
    def empty(cls) -> Self:
        """A lexicon without a term: every word stands for itself alone."""
        tables = compile_terms(())
        measure(tables)
        return cls(tables, 0)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read and compile ``terms*.tsv`` and ``synonyms.*.tsv`` of a folder.

        Raises:
            LexiconFormatError: A file has not the columns that it should have.
        """
        terms = [term for path in term_files(folder) for term in load_terms(path)]
        tables = compile_terms(terms)
        for tongue in TONGUES:
            path = synonym_file(folder, tongue)
            rows = load_synonyms(path) if path.exists() else ()
            add_synonyms(tables, rows, tongue)
        measure(tables)
        return cls(tables, len(terms))

    def with_aligned(self, aligned: Aligned) -> Self:
        """The same, with senses for words that the termbase has no entry for."""
        kept = {
            tongue: {
                lemma: senses
                for lemma, senses in rows.items()
                if (lemma,) not in self.tables.lemmas[tongue]
            }
            for tongue, rows in aligned.items()
        }
        return replace(self, aligned=kept)

    def without_aligned(self) -> Self:
        """The termbase alone."""
        return replace(self, aligned={})

    def knows(self, token: Token, language: Language) -> bool:
        """Whether a word has an entry of its own."""
        return bool(self._entries((token,), tongue_of(token.text, language)))

    def expand(self, found: Sequence[Token], language: Language) -> tuple[Concept, ...]:
        """The concepts of a text in order; each content word is in one of them.

        Args:
            found: Tokens of the text.
            language: That they were made with; "und" reads as Russian.
        """
        concepts: list[Concept] = []
        i = 0
        while i < len(found):
            concept = self._concept(found, i, language)
            if concept is None:
                i += 1
                continue
            concepts.append(concept)
            i = concept.end
        return tuple(concepts)

    def _concept(
        self, found: Sequence[Token], start: int, language: Language
    ) -> Concept | None:
        """The longest concept that begins with a token, None for marks and stops."""
        first = found[start]
        if not (first.is_word or first.is_number):
            return None
        tongue = tongue_of(first.text, language)
        for end, phrase in _phrases(found, start, self._reach(first, tongue)):
            entries = self._entries(phrase, tongue)
            if entries and not all(token.is_stop for token in phrase):
                told = self._said(phrase, start, end, tongue, entries)
                return told._replace(parts=self._parts(found, start, end, language))
        return None if first.is_stop else self._unknown(first, start, tongue)

    def _unknown(self, token: Token, at: int, tongue: Tongue) -> Concept:
        """A word that the termbase has no entry for, and what was learned of it."""
        alone = self._said((token,), at, at + 1, tongue, ())
        learned = self.aligned.get(tongue, {}).get(token.lemma, ())
        return alone._replace(senses=(*alone.senses, *learned))

    def _parts(
        self, found: Sequence[Token], start: int, end: int, language: Language
    ) -> tuple[Concept, ...]:
        """The words of a phrase that say something, one by one; none of one word."""
        inside = [
            at
            for at in range(start, end)
            if (found[at].is_word or found[at].is_number) and not found[at].is_stop
        ]
        if len(inside) < _LEAST_PARTS:
            return ()
        return tuple(self._alone(found[at], at, language) for at in inside)

    def _alone(self, token: Token, at: int, language: Language) -> Concept:
        tongue = tongue_of(token.text, language)
        entries = self._entries((token,), tongue)
        if not entries:
            return self._unknown(token, at, tongue)
        return self._said((token,), at, at + 1, tongue, entries)

    def _said(
        self,
        phrase: tuple[Token, ...],
        start: int,
        end: int,
        tongue: Tongue,
        entries: Sequence[Entry],
    ) -> Concept:
        """The concept of a phrase: whoever reads a question asks for it again."""
        words = tuple([(t.text, t.lemma, t.folded, t.is_stop) for t in phrase])
        told = self._told.get((tongue, words))
        if told is None:
            if len(self._told) >= _KEPT:
                self._told.clear()
            told = concept_of(phrase, start, end, tongue, entries)
            self._told[tongue, words] = told
        return Concept(start, end, *told[2:])

    def _reach(self, token: Token, tongue: Tongue) -> int:
        longest = self.tables.longest[tongue]
        return max(longest.get(token.lemma, 1), longest.get(token.folded, 1))

    def _entries(self, phrase: Sequence[Token], tongue: Tongue) -> Sequence[Entry]:
        """Terms under the phrase's lemmas; failing that, under its folded forms."""
        whole = tuple([token.lemma for token in phrase])
        found = self.tables.lemmas[tongue].get(whole)
        framed = phrase[0].is_stop or phrase[-1].is_stop
        if found is None and not framed:
            content = tuple([token.lemma for token in phrase if not token.is_stop])
            found = (
                self.tables.lemmas[tongue].get(content) if len(content) > 1 else None
            )
        if found is None:
            found = self.tables.folded[tongue].get(
                tuple([token.folded for token in phrase])
            )
        return found or ()


def _phrases(
    found: Sequence[Token], start: int, reach: int
) -> list[tuple[int, tuple[Token, ...]]]:
    """Phrases from a token on, longest first, with the index after each.

    Quotation marks and hyphens are passed over; other marks end a phrase.
    """
    rows: list[tuple[int, tuple[Token, ...]]] = []
    words: list[Token] = []
    content = 0
    for i in range(start, len(found)):
        token = found[i]
        if not (token.is_word or token.is_number):
            if token.text in _TRANSPARENT:
                continue
            break
        words.append(token)
        content += not token.is_stop
        if content > reach or len(words) > 2 * reach:
            break
        rows.append((i + 1, tuple(words)))
    return rows[::-1]
