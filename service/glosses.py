"""What a question is called in the other languages, as texts for the vectors; pure.

Vectors of two languages are less alike than vectors of one, even where they say the
same. So a question is compared together with its translations, word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from corpus.terms import TONGUES
from corpus.words import Tongue
from service.concepts import Weighted

#: Senses of each concept that a translation takes: one alone may be the wrong one,
#: more blur it (figures in ``docs/retrieval.md``).
_SENSES: Final = 2


def glosses(concepts: Sequence[Weighted], language: str) -> tuple[str, ...]:
    """A question in each language that it is not asked in, as far as it is known.

    Args:
        concepts: Of the question, in order.
        language: Of the question.

    Returns:
        Texts of lemmas, one a language; none for a language without a known word.
    """
    others = (tongue for tongue in TONGUES if tongue != language)
    texts = (" ".join(_words(concepts, tongue)) for tongue in others)
    return tuple(text for text in texts if text)


def _words(concepts: Iterable[Weighted], tongue: Tongue) -> Iterator[str]:
    for weighted in concepts:
        senses = (s for s in weighted.concept.senses if s.language == tongue)
        for sense in islice(senses, _SENSES):
            yield from sense.lemmas
