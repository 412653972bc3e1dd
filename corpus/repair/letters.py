"""What letters and endings say about where a word may begin or end."""

from __future__ import annotations

from typing import Final

VOWELS_BACK: Final = frozenset("аоұыуяёюэ")
VOWELS_FRONT: Final = frozenset("әеөүіи")
VOWELS: Final = VOWELS_BACK | VOWELS_FRONT

#: Kazakh endings that are no words of their own in Kazakh or Russian.
#: Left out on purpose: да, де, ма, ме, ба, бе, не, на, ша, дан, дар, тар, сын and
#: the like, which are also words.
_ENDINGS: Final = """
ның нің дың дің тың тің ға ге ды ді ты ті нда нде лер лары лері ларға лерге
ларды лерді дары дері тары тері ларының лерінің дарының дерінің тарының
терінің лық лік дық дік тық тік лығы лігі дығы дігі тығы тігі
сының сінің сына сіне ік ін ын ымен імен ыңыз іңіз ы і
"""
#: Longer ones; a word made of two («шет ел») may bear them as well, so that they do
#: not tell its form.
_LONG_ENDINGS: Final = """
ының інің ында інде ына іне ынан інен сында сінде сынан сінен
ларын лерін дарын дерін тарын ларына леріне дарына деріне тарына теріне
ларында лерінде дарында дерінде тарында терінде
лардың лердің дардың дердің тардың тердің лардан лерден дардан дерден тардан терден
"""
ENDINGS: Final = frozenset((*_ENDINGS.split(), *_LONG_ENDINGS.split()))
#: Endings that a form of a known word may bear as well; some are also words, so that
#: they prove nothing where they stand alone.
_MORE_ENDINGS: Final = """
нші ншы інші ыншы да де та те дан ден тан тен нан нен на не мен бен пен сы сі
а е и у ю я й ом ем ой ей ам ям ах ях ов ев ого его ому ему ым им ых их ыми ими ую юю
"""
INFLECTIONS: Final = frozenset((*_ENDINGS.split(), *_MORE_ENDINGS.split()))

#: Case endings that an abbreviation takes after a hyphen: ``БҒМ-ға``.
CASE_ENDINGS: Final = frozenset(
    ("ға", "ге", "қа", "ке", "ның", "нің", "дың", "дің", "тың", "тің", "мен", "дан")
)

#: Short words that stand alone so often that they are never taken for an ending.
_PARTICLES: Final = """
мен бен пен да де та те ма ме ба бе па пе не ше ғой ғана үшін деп бір осы сол
ол бұл және а в и к о с у я на не ни но по за из от до об со во же бы ли или
для при без над под
"""
PARTICLES: Final = frozenset(_PARTICLES.split())
#: Words before which a part of a compound may be left out: ``научно- и``.
CONJUNCTIONS: Final = frozenset(
    ("мен", "бен", "пен", "және", "немесе", "не", "и", "или", "либо", "а", "но")
)


def has_vowel(word: str) -> bool:
    """A Kazakh or Russian syllable can be spoken in it."""
    return any(letter in VOWELS for letter in word.lower())


def in_harmony(stem: str, ending: str) -> bool:
    """The ending's vowels are of the row (back or front) of the stem's last vowel.

    The letter у belongs to both rows; a stem or ending without vowels agrees.
    """
    last = next((c for c in reversed(stem.lower()) if c in VOWELS and c != "у"), "")
    first = next((c for c in ending.lower() if c in VOWELS and c != "у"), "")
    if not last or not first:
        return True
    return (last in VOWELS_BACK) == (first in VOWELS_BACK)
