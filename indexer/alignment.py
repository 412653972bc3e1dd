"""Words that translate each other, learned from texts in two languages.

IBM model 1 (Brown et al. 1993, section 4.2) in both directions over lemmas; a pair
counts where each word predicts the other. What is learned is a last resort: it is
kept for words that the termbase has no entry for, and never overrides it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.lexicon import Aligned, Sense
from corpus.model import Act, Language
from corpus.nlp import Token
from corpus.renderings import cells_of
from corpus.words import Tongue, tongue_of
from indexer.pairs import Bitext, parallel_bitexts
from indexer.renderings import Rendering

#: Rounds of expectation and maximisation; more of them change little.
ROUNDS: Final = 5
#: Longest text that is learned from, in different lemmas: in longer ones everything
#: stands beside everything.
_MOST_LEMMAS: Final = 60
#: Least mutual probability of a pair, least number of texts that hold both, and most
#: translations of a word into a language.
LEAST_SCORE: Final = 0.15
_LEAST_TEXTS: Final = 2
_MOST_SENSES: Final = 3
#: How many times longer one side of a pair of texts may be.
_LONGER: Final = 2.5
#: Shortest lemma that is learned.
_LEAST_LETTERS: Final = 3
#: Weight of a sure translation; less than any of the termbase's own.
STRENGTH: Final = 0.45

#: Cuts a text of a language into tokens; :func:`corpus.nlp.tokens` is the real one.
Tokenize = Callable[[str, Language], Sequence[Token]]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Translation(NamedTuple):
    """Two lemmas that translate each other.

    Attributes:
        score: Geometric mean of the probabilities of each given the other, 0..1.
        texts: How many pairs of texts hold both.
    """

    one: str
    other: str
    score: float
    texts: int


class _Grid(NamedTuple):
    """Every two lemmas that stand in the two sides of one pair of texts.

    Attributes:
        text: Number of the pair of texts, by row.
        one: Number of the lemma on one side, by row.
        other: On the other side, by row.
        kind: Number of the combination of both lemmas, by row.
    """

    text: Ints
    one: Ints
    other: Ints
    kind: Ints


def bitexts_of(
    act: Act, renderings: Mapping[str, Sequence[Rendering]]
) -> Iterator[Bitext]:
    """Each cell of an act beside its renderings, official or not."""
    for cell in cells_of(act):
        for rendering in renderings.get(cell.provision_id, ()):
            if rendering.field == cell.field and _alike(cell.text, rendering.text):
                yield Bitext(
                    act.language, cell.text, rendering.language, rendering.text
                )


def _alike(one: str, other: str) -> bool:
    """Whether two texts may say the same, by their lengths.

    An official version of a unit holds the units below it as well.
    """
    return max(len(one), len(other)) <= _LONGER * min(len(one), len(other))


def learn_aligned(
    acts: Iterable[Act],
    renderings: Mapping[str, Sequence[Rendering]],
    tokenize: Tokenize,
) -> Aligned:
    """What the parallel texts of the project and of the corpus teach.

    Args:
        acts: In any order; their renderings are learned from.
        renderings: By provision id.
        tokenize: As the index uses it.

    Returns:
        Senses by language and lemma, best first; the same texts give the same.
    """
    texts = [*parallel_bitexts()]
    for act in sorted(acts, key=lambda act: act.id):
        texts.extend(bitexts_of(act, renderings))
    found: dict[Tongue, dict[str, list[Sense]]] = {"kk": {}, "ru": {}, "en": {}}
    for (one, other), pairs in _by_languages(texts, tokenize).items():
        for pair in align_words(pairs):
            _add(found[one], pair.one, Sense(other, (pair.other,), pair.score))
            _add(found[other], pair.other, Sense(one, (pair.one,), pair.score))
    return {
        tongue: {lemma: _best(senses) for lemma, senses in sorted(rows.items())}
        for tongue, rows in found.items()
    }


def _add(rows: dict[str, list[Sense]], lemma: str, sense: Sense) -> None:
    rows.setdefault(lemma, []).append(sense)


def _best(senses: Iterable[Sense]) -> tuple[Sense, ...]:
    """The best senses in each language, their scores as weights."""
    ranked = sorted(senses, key=lambda s: (-s.weight, s.language, s.lemmas))
    kept: dict[Tongue, list[Sense]] = {}
    for sense in ranked:
        kept.setdefault(sense.language, []).append(sense)
    chosen = (sense for rows in kept.values() for sense in rows[:_MOST_SENSES])
    return tuple(
        s._replace(weight=round(STRENGTH * s.weight, 3))
        for s in sorted(chosen, key=lambda s: (-s.weight, s.language, s.lemmas))
    )


#: The lemmas of both sides of a pair of texts, each once.
Lemmas = tuple[tuple[str, ...], tuple[str, ...]]


def _by_languages(
    texts: Iterable[Bitext], tokenize: Tokenize
) -> dict[tuple[Tongue, Tongue], list[Lemmas]]:
    """Lemmas of each pair of texts, by languages in a fixed order."""
    found: dict[tuple[Tongue, Tongue], dict[Lemmas, None]] = {}
    for text in dict.fromkeys(texts):
        sides = (
            (
                _tongue(text.left_language),
                _lemmas(text.left, text.left_language, tokenize),
            ),
            (
                _tongue(text.right_language),
                _lemmas(text.right, text.right_language, tokenize),
            ),
        )
        (one, left), (other, right) = sorted(sides)
        if one != other and left and right:
            found.setdefault((one, other), {})[left, right] = None
    return {languages: list(pairs) for languages, pairs in sorted(found.items())}


def _tongue(language: Language) -> Tongue:
    return "ru" if language == "und" else language


def _lemmas(text: str, language: Language, tokenize: Tokenize) -> tuple[str, ...]:
    """The telling lemmas of a text, each once; none of a text that is too long."""
    found = {
        token.lemma
        for token in tokenize(text, language)
        if token.is_word
        and not token.is_stop
        and len(token.lemma) >= _LEAST_LETTERS
        and tongue_of(token.text, language) == _tongue(language)
    }
    return tuple(sorted(found)) if len(found) <= _MOST_LEMMAS else ()


def align_words(pairs: Sequence[Lemmas]) -> Iterator[Translation]:
    """Words of two languages that translate each other, in order of the lemmas.

    Args:
        pairs: Lemmas of the two sides of each pair of texts, each lemma once.
    """
    if not pairs:
        return
    ones, others = (_numbered(side) for side in zip(*pairs, strict=True))
    grid = _grid(pairs, ones, others)
    given_one = _probabilities(grid.one, grid.other, grid)
    given_other = _probabilities(grid.other, grid.one, grid)
    texts = np.bincount(grid.kind)
    scores = np.sqrt(given_one * given_other)
    names, other_names = list(ones), list(others)
    _, first = np.unique(grid.kind, return_index=True)
    for kind in np.flatnonzero((scores >= LEAST_SCORE) & (texts >= _LEAST_TEXTS)):
        row = first[kind]
        yield Translation(
            names[grid.one[row]],
            other_names[grid.other[row]],
            round(float(scores[kind]), 3),
            int(texts[kind]),
        )


def _numbered(side: Iterable[Iterable[str]]) -> dict[str, int]:
    lemmas = sorted({lemma for lemmas in side for lemma in lemmas})
    return {lemma: number for number, lemma in enumerate(lemmas)}


def _grid(
    pairs: Sequence[Lemmas], ones: Mapping[str, int], others: Mapping[str, int]
) -> _Grid:
    texts, left, right = [], [], []
    for number, (one, other) in enumerate(pairs):
        size = len(one) * len(other)
        texts.append(np.full(size, number))
        left.append(np.repeat([ones[lemma] for lemma in one], len(other)))
        right.append(np.tile([others[lemma] for lemma in other], len(one)))
    text, one_ids, other_ids = map(np.concatenate, (texts, left, right))
    _, kind = np.unique(one_ids * len(others) + other_ids, return_inverse=True)
    return _Grid(text, one_ids, other_ids, kind)


def _probabilities(given: Ints, predicted: Ints, grid: _Grid) -> Floats:
    """Probability of a predicted lemma, given the other one, by kind of combination."""
    _, first = np.unique(grid.kind, return_index=True)
    given_of_kind = given[first]
    _, place = np.unique(
        grid.text * (int(predicted.max()) + 1) + predicted, return_inverse=True
    )
    chances = np.ones(len(first))
    for _ in range(ROUNDS):
        weights = chances[grid.kind]
        shares = weights / np.bincount(place, weights)[place]
        counts = np.bincount(grid.kind, shares)
        chances = counts / np.bincount(given_of_kind, counts)[given_of_kind]
    return chances
