"""English stems by Snowball's second English algorithm, spellings brought together.

British and American spellings of one word get one stem, irregular forms that of their
base ("bought" that of "buy"). Forms that are another word as well are left as they are
("found", "left").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from corpus.exceptions import ENGLISH_FILE, load_exceptions

#: -ise and what is made of it, where -ize means the same.
#: Matches "modernisation", "organised"; words of ``_ALWAYS_S`` come first.
_ISE = re.compile(r"(?<=[a-z]{3})is(e[ds]?|ing|ations?|ers?)$")
#: Words that are spelled with s everywhere.
#: Matches "exercise", "revision"; must not match "organise", "realise".
_ALWAYS_S: Final = re.compile(
    r"(?:adv|arb|circumc|compr|compro?m|conc|cr|de?v|disgu|enterpr|exc|exerc|expert"
    r"|franch|improv|lia|merchand|otherw|para?d|pract|prec|prem|pra|prom|ra|rev|superv"
    r"|surpr|telev|treat|w|adver?t|appra?)is"
)
#: British beginnings and the American ones, for other differences.
_SPELLINGS: Final = {
    "behaviour": "behavior",
    "centre": "center",
    "cheque": "check",
    "colour": "color",
    "defence": "defense",
    "favour": "favor",
    "fulfil": "fulfill",
    "honour": "honor",
    "judgement": "judgment",
    "labour": "labor",
    "licence": "license",
    "neighbour": "neighbor",
    "offence": "offense",
    "programme": "program",
    "enrolment": "enrollment",
}


@lru_cache(maxsize=1)
def _stemmer() -> Any:  # noqa: ANN401 - snowballstemmer has no types
    import snowballstemmer  # noqa: PLC0415

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return load_exceptions(ENGLISH_FILE)


def _american(word: str) -> str:
    """The word as it is spelled in American English, for known differences."""
    if not _ALWAYS_S.match(word):
        word = _ISE.sub(r"iz\1", word)
    for british, american in _SPELLINGS.items():
        if word.startswith(british) and not word.startswith(british + "l"):
            return american + word.removeprefix(british)
    return word


@lru_cache(maxsize=1 << 17)
def stem_en(word: str) -> str:
    """The stem of an English word; case and a possessive 's do not count."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'")
    word = _irregular().get(word, word)
    stem: str = _stemmer().stemWord(_american(word))
    return stem
