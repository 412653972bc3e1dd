"""What the figures on language, speed and stems are counted from."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from corpus.language import detect
from corpus.model import Language
from corpus.nlp import tokens
from corpus.samples import Batch, Sample, act_batches
from corpus.stem_en import stem_en
from corpus.stem_kk import StemAccuracy, stem_accuracy, stem_kk, stem_kk_folded
from corpus.stem_ru import lemma_ru
from corpus.terms import TONGUES
from corpus.words import Tongue, analysed

#: Fewest words of a text whose language is to be told.
_FEWEST: Final = 2
#: Words of each language that speed is measured on.
_MEASURED: Final = 50_000
#: Unofficial renderings of the shipped acts: id, field, text.
_RENDERINGS: Final = Path(__file__).parent / "translations"
#: Columns of a list of stems.
_STEM_COLUMNS: Final = 3


class Judged(NamedTuple):
    """How well the language of the texts of one language is told.

    Attributes:
        language: That they are in.
        texts: How many have two words or more.
        share: Of them told right, 0..1.
        median_ms: Time for one text, in milliseconds.
        misses: Texts told wrong, none that is held.
    """

    language: Language
    texts: int
    share: float
    median_ms: float
    misses: tuple[str, ...]


class Speed(NamedTuple):
    """Words that are analysed in a second.

    Attributes:
        language: Of the words.
        words: How many were measured, the same ones in both rounds.
        words_per_s: Tokens, stems and folded stems, with the caches filled.
        first_words_per_s: The same with empty caches.
    """

    language: Tongue
    words: int
    words_per_s: float
    first_words_per_s: float


def judge_languages(batch: Batch) -> Iterator[Judged]:
    """One judgement for each language that the batch has texts in."""
    detect("кім who кто")  # the profiles are loaded at the first text
    for language in TONGUES:
        rows = [s for s in batch.samples if s.language == language and _counts(s)]
        if rows:
            yield _judged(language, rows)


def _counts(sample: Sample) -> bool:
    """It has two words or more: runs of letters, two of them or longer."""
    words = [word for word in sample.text.split() if sum(map(str.isalpha, word)) > 1]
    return len(words) >= _FEWEST


def _judged(language: Language, rows: Sequence[Sample]) -> Judged:
    wrong: list[Sample] = []
    times: list[float] = []
    for row in rows:
        start = time.perf_counter()
        found = detect(row.text)
        times.append(time.perf_counter() - start)
        if found.language != language:
            wrong.append(row)
    share = 1 - len(wrong) / len(rows)
    misses = tuple(row.text for row in wrong if not row.held)
    return Judged(language, len(rows), share, statistics.median(times) * 1000, misses)


def analysis_speed(measured: int = _MEASURED) -> Iterator[Speed]:
    """The speed of each language on the acts and their renderings.

    Args:
        measured: Words to measure on, at least; all clauses count.
    """
    for language in TONGUES:
        rows = _texts(language, measured)
        tokens("бір раз one", language)  # pipelines and dictionaries are loaded
        for cache in (analysed, stem_kk, stem_kk_folded, stem_en, lemma_ru):
            cache.cache_clear()
        first, words = _timed(rows, language)
        again, _ = _timed(rows, language)
        yield Speed(language, words, words / again, words / first)


def _texts(language: Tongue, measured: int) -> tuple[str, ...]:
    """Clauses of a language, repeated up to the number of words to be measured."""
    clauses = tuple(_clauses(language))
    words = sum(len(clause.split()) for clause in clauses)
    return clauses * max(1, -(-measured // words))


def _clauses(language: Tongue) -> Iterator[str]:
    """Clauses of the shipped acts in a language, and the renderings in it."""
    for batch in act_batches():
        yield from (row.text for row in batch.samples if row.language == language)
    for file in sorted(_RENDERINGS.glob(f"*.{language}.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            yield line.rpartition("\t")[2]


def _timed(texts: Iterable[str], language: Tongue) -> tuple[float, int]:
    """Seconds for all texts, and the words in them."""
    start = time.perf_counter()
    words = sum(sum(t.is_word for t in tokens(text, language)) for text in texts)
    return time.perf_counter() - start, words


def listed_stems(path: Path) -> Iterator[tuple[str, StemAccuracy]]:
    """The accuracy on each part of a list of form, stem and part, by part's name."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    rows = [row for line in lines if len(row := line.split("\t")) == _STEM_COLUMNS]
    for part in sorted({row[2] for row in rows}):
        yield part, stem_accuracy((row[0], row[1]) for row in rows if row[2] == part)
