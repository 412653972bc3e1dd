"""The words that are known, and which of them a misspelt word may stand for.

Known is what a provision, a rendering or the lexicon holds, in any form; and
every word of the Russian dictionary and every stop word. Words are compared
folded, so that Kazakh letters typed as Russian ones are no difference at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol, Self

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.bodies import Bodies
from corpus.letters import fold
from corpus.lexicon import Lexicon
from corpus.model import Language
from corpus.stem_ru import is_word_ru
from corpus.terms import TONGUES
from corpus.words import analysed, stop_words, tongue_of
from indexer.terms import Part, field
from service.cues import cues
from service.words_of import words_of

#: Parts of provisions whose words are known; "all" has no headings above.
_PARTS: Final[tuple[Part, ...]] = ("all", "rendering", "heading", "section", "act")
#: Shortest word, in letters, that one slip is looked for in, and two slips.
LEAST_ONE: Final = 6
LEAST_TWO: Final = 10
#: How many times as frequent a word must be as the next one to be meant for certain.
_CLEARLY: Final = 2


class Terms(Protocol):
    """What is needed of a lexical index."""

    def vocabulary(self, field: str) -> tuple[tuple[str, int], ...]:
        """All terms of a field in code point order, with their frequencies."""


class Form(NamedTuple):
    """A known word as it is written, and how many provisions hold it."""

    text: str
    frequency: int


class Near(NamedTuple):
    """A known word near another.

    Attributes:
        text: Lower case, as it is written.
        slips: Changes, losses, gains and swaps of letters between the two; 0
            where they differ in Kazakh letters alone.
    """

    text: str
    slips: int


class Shelf:
    """Words to be compared with: by folded form, and by first letter and length.

    Attributes:
        forms: Words as they are written, with how many provisions hold each.
    """

    def __init__(self, forms: Mapping[str, int]) -> None:
        self.forms = forms
        self._by_fold: dict[str, list[Form]] = {}
        self._drawers: dict[tuple[str, int], list[str]] = {}
        for text, frequency in sorted(forms.items()):
            self._by_fold.setdefault(fold(text), []).append(Form(text, frequency))
        for folded in self._by_fold:
            self._drawers.setdefault((folded[0], len(folded)), []).append(folded)
        self._letters = "".join(sorted({first for first, _ in self._drawers}))

    def near(self, folded: str, slips: int) -> list[Form]:
        """The words that are exactly so many slips away.

        The first letter is right, unless no word is near otherwise.

        Args:
            folded: At least two letters if slips are looked for.
            slips: 0, 1 or 2.
        """
        if not slips:
            return self._by_fold.get(folded, [])
        lengths = range(len(folded) - slips, len(folded) + slips + 1)
        drawers = [self._drawers.get((folded[0], size), []) for size in lengths]
        found = [
            form
            for drawer in drawers
            for near, distance, _ in process.extract_iter(
                folded, drawer, scorer=OSA.distance, score_cutoff=slips
            )
            if distance == slips
            for form in self._by_fold[near]
        ]
        if found or slips > 1:
            return found
        firsts = self._other_first(folded)
        return [form for word in firsts for form in self._by_fold.get(word, ())]

    def _other_first(self, folded: str) -> Iterator[str]:
        """Words with a slip in the first letter: changed, lost, gained or swapped."""
        others = [letter for letter in self._letters if letter != folded[0]]
        yield from (letter + folded[1:] for letter in others)
        yield from (letter + folded for letter in others)
        if folded[0] != folded[1]:
            yield folded[1:]
            yield folded[1] + folded[0] + folded[2:]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Known words; safe to share between threads.

    Attributes:
        words: As they are written, lower case.
        lemmas: Stems and dictionary forms of the same and more.
        asking: Words that ask, folded; no slip is looked for in them.
    """

    words: Shelf
    lemmas: Shelf
    asking: frozenset[str]

    @classmethod
    def of(cls, terms: Terms, lexicon: Lexicon, bodies: Bodies) -> Self:
        """Gather the words of an index, of the lexicon and of the bodies' names."""
        stops = (word for tongue in TONGUES for word in stop_words(tongue))
        named = (*_lexicon_words(lexicon), *_body_words(bodies), *stops)
        words = dict.fromkeys(named, 0)
        lemmas = dict.fromkeys(_lexicon_lemmas(lexicon), 0)
        for part in _PARTS:
            _count(words, terms.vocabulary(field(part, "words")))
            _count(lemmas, terms.vocabulary(field(part, "stems")))
        parts = (part for cue in cues() for part in cue.parts)
        asking = (form for part in parts for form, is_open in part.forms if not is_open)
        return cls(Shelf(words), Shelf(lemmas), frozenset(asking))

    def knows(self, word: str, language: Language) -> bool:
        """Whether a word, as it is spelled, is a known one of a language."""
        lower = word.lower()
        if lower in self.words.forms:
            return True
        read = analysed(word, language)
        if read.is_stop or read.lemma in self.lemmas.forms:
            return True
        return tongue_of(word, language) == "ru" and is_word_ru(lower)

    def nearest(self, word: str, language: Language) -> Near | None:
        """The one known word that an unknown one stands for; None if none clearly is.

        Args:
            word: Not known, lower case.
            language: Of the text that it stands in.
        """
        for slips, least in ((0, 1), (1, LEAST_ONE), (2, LEAST_TWO)):
            if len(word) < least or (slips and fold(word) in self.asking):
                return None
            found = self.words.near(fold(word), slips)
            found = found or list(self._ended(word, slips, language))
            if found:
                clear = _clearest(found, language)
                return Near(clear, slips) if clear else None
        return None

    def _ended(self, word: str, slips: int, language: Language) -> Iterator[Form]:
        """Near lemmas, with the ending of the word where that makes a form of it."""
        folded = analysed(word, language).folded
        if tongue_of(word, language) == "en" or (slips and len(folded) < LEAST_ONE):
            return
        ending = word[len(folded) :] if fold(word).startswith(folded) else ""
        for near in self.lemmas.near(folded, slips):
            for text in dict.fromkeys((near.text + ending, near.text)):
                if analysed(text, language).lemma == near.text:
                    yield near._replace(text=text)
                    break


def _clearest(forms: Iterable[Form], language: Language) -> str | None:
    """The word that is meant: the only one, or clearly the most frequent.

    Forms of one word count as one; the most frequent form stands for it.
    """
    by_lemma: dict[str, Form] = {}
    for form in sorted(forms, key=lambda f: (-f.frequency, f.text)):
        by_lemma.setdefault(analysed(form.text, language).lemma, form)
    if not by_lemma:
        return None
    first, *others = by_lemma.values()
    rivals = (f for f in others if not _akin(f.text, first.text))
    rival = next(rivals, None)
    if rival and first.frequency + 1 < _CLEARLY * (rival.frequency + 1):
        return None
    return first.text


def _akin(one: str, other: str) -> bool:
    """Whether one word begins with the other but for two letters at its end."""
    least = max(3, min(len(one), len(other)) - 2)
    return one[:least] == other[:least]


def _count(into: dict[str, int], terms: Iterable[tuple[str, int]]) -> None:
    for term, frequency in terms:
        if term.replace("-", "").isalpha():
            into[term] = max(into.get(term, 0), frequency)


def _lexicon_words(lexicon: Lexicon) -> Iterator[str]:
    for table in lexicon.tables.lemmas.values():
        for entries in table.values():
            for entry in entries:
                yield from _words(entry.surface)


def _lexicon_lemmas(lexicon: Lexicon) -> Iterator[str]:
    for table in lexicon.tables.lemmas.values():
        for key in table:
            yield from (lemma for lemma in key if lemma.replace("-", "").isalpha())


def _body_words(bodies: Bodies) -> Iterator[str]:
    for body in bodies:
        for name in (body.kk, body.ru, body.en):
            yield from _words(name)


def _words(text: str) -> Iterator[str]:
    return (word.text.lower() for word in words_of(text) if word.text.isalpha())
