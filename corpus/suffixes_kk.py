"""The endings of Kazakh as a grammar of slots, read from the right.

Every rule says which letters may stand before the ending (assimilation) and
which slot the rest of the word is in afterwards; vowel harmony is checked by
:mod:`corpus.stem_kk`. Data only: nothing here runs.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

#: How far a word is taken apart. "poss3" and "root" are no stems yet.
Slot = Literal["word", "case", "poss3", "poss", "plural", "verb", "neg", "voice"]

BACK: Final = frozenset("аоұыёя")
FRONT: Final = frozenset("әеөүіэ")
#: и, у, ю go with either harmony.
VOWELS: Final = BACK | FRONT | frozenset("иую")

_NASAL: Final = frozenset("мнң")
_SONANT: Final = frozenset("рлйуью")
_BUZZ: Final = frozenset("зж")
_SOFT: Final = frozenset("бвгғд")
_HARD: Final = frozenset("пткқсшщчцхфһ")
_CONSONANT: Final = _NASAL | _SONANT | _BUZZ | _SOFT | _HARD
#: Letters that a plain vowel ends a stem with; у and ю may be consonants.
_OPEN: Final = BACK | FRONT | frozenset("ию")
_ANY: Final = _CONSONANT | VOWELS

#: Endings with one spelling for either harmony.
UNHARMONIC: Final = frozenset({"мен", "бен", "пен"})

#: Voiced before a vowel, voiceless at the end of a word: тармағы – тармақ.
VOICED: Final = {"б": "п", "г": "к", "ғ": "қ"}


class Rule(NamedTuple):
    """One ending.

    Attributes:
        suffix: Letters taken off.
        after: Letters that may stand before it.
        slot: Where the rest of the word stands.
        put: Letters given back («қою» → «қо» + «й»).
        opens: The ending begins with a vowel, so voicing is undone.
        sure: Taken off unknown words too.
    """

    suffix: str
    after: frozenset[str]
    slot: Slot
    put: str = ""
    opens: bool = False
    sure: bool = True


def _rules(
    suffixes: str,
    after: frozenset[str],
    slot: Slot,
    *,
    put: str = "",
    sure: bool = True,
) -> tuple[Rule, ...]:
    return tuple(
        Rule(suffix, after, slot, put, suffix[0] in VOWELS, sure)
        for suffix in suffixes.split()
    )


_VOICED_END: Final = _OPEN | _NASAL | _SONANT | _BUZZ
_HARD_END: Final = _HARD | _SOFT

_CASE: Final = (
    *_rules("ның нің", _OPEN | _NASAL | {"у"}, "case"),
    *_rules("дың дің", _SONANT | _BUZZ, "case"),
    *_rules("тың тің", _HARD_END, "case"),
    *_rules("ны ні", _OPEN | {"у"}, "case"),
    *_rules("ды ді", _NASAL | _SONANT | _BUZZ, "case"),
    *_rules("ты ті", _HARD_END, "case"),
    *_rules("ға ге", _VOICED_END, "case"),
    *_rules("қа ке", _HARD_END, "case"),
    *_rules("да де дан ден дағы дегі", _VOICED_END, "case"),
    *_rules("нан нен", _NASAL, "case"),
    *_rules("та те тан тен тағы тегі", _HARD_END, "case"),
    *_rules("мен", _OPEN | _NASAL | _SONANT, "case"),
    *_rules("бен", _BUZZ, "case"),
    *_rules("пен", _HARD_END, "case"),
    *_rules("ғы гі", frozenset("л"), "case", sure=False),
)
#: Cases that only a third-person possessive takes.
_CASE3: Final = (
    *_rules("на не нда нде нан нен ндағы ндегі", frozenset("ыі"), "poss3"),
    *_rules("н", frozenset("ыі"), "poss3"),
)
#: «-лы», «-шы» mostly belong to the word: «белгілі», «бастамашы».
_POSS3: Final = (
    *_rules("ы і", _CONSONANT - {"л", "ш"}, "poss"),
    *_rules("ы і", frozenset("лш"), "poss", sure=False),
    *_rules("сы сі", _OPEN | {"у"}, "poss"),
)
_POSS: Final = (
    *_POSS3,
    *_rules("ымыз іміз", _CONSONANT, "poss"),
    *_rules("мыз міз", _OPEN, "poss"),
    *_rules("ңыз ңіз", _OPEN, "poss"),
    *_rules("ыңыз іңіз", _CONSONANT, "poss"),
)
_PLURAL: Final = (
    *_rules("лар лер", _OPEN | frozenset("рйуьл"), "plural"),
    *_rules("дар дер", _NASAL | _BUZZ | frozenset("лйь"), "plural"),
    *_rules("тар тер", _HARD_END, "plural"),
    *_rules("ар ер", frozenset("т"), "plural", sure=False),  # журналист + тер
)
#: Forms of verbs that take the endings of nouns.
_NOMINAL: Final = (
    *_rules("ушы уші", _ANY, "verb"),
    *_rules("юшы юші", _OPEN, "verb", put="й"),
    *_rules("у", _ANY - {"у"}, "verb"),
    *_rules("ю", _OPEN, "verb", put="й"),
    *_rules("ған ген", _VOICED_END, "verb"),
    *_rules("қан кен", _HARD_END, "verb"),
    *_rules("атын етін", _CONSONANT, "verb"),
    *_rules("йтын йтін", _OPEN, "verb"),
    *_rules("итын", _CONSONANT, "verb", put="ы"),
    *_rules("итін", _CONSONANT, "verb", put="і"),
    *_rules("ятын", _OPEN, "verb", put="й"),
)
_FINITE: Final = (
    *_rules("ады еді", _CONSONANT, "verb"),
    *_rules("йды йді", _OPEN, "verb"),
    *_rules("иды", _CONSONANT, "verb", put="ы"),
    *_rules("иді", _CONSONANT, "verb", put="і"),
    *_rules("яды", _OPEN, "verb", put="й"),
    *_rules("сын сін", _ANY, "verb"),
    *_rules("ды ді", _VOICED_END, "verb"),
    *_rules("ты ті", _HARD_END, "verb"),
    *_rules("са се", _ANY, "verb", sure=False),
    *_rules("мақ мек бақ бек пақ пек", _ANY, "verb", sure=False),
    *_rules("ар ер", _CONSONANT, "verb", sure=False),
)
_CONVERB: Final = (
    *_rules("ып іп", _CONSONANT, "verb"),
    *_rules("п", _OPEN, "verb"),
    *_rules("а е", _CONSONANT, "verb", sure=False),
    *_rules("й", _OPEN, "verb", sure=False),
    *_rules("ғанша генше", _VOICED_END, "verb"),
    *_rules("қанша кенше", _HARD_END, "verb"),
)
_NEGATION: Final = (
    *_rules("ма ме", _OPEN | frozenset("рлйу"), "neg"),
    *_rules("ба бе", _NASAL | _BUZZ, "neg"),
    *_rules("па пе", _HARD_END, "neg"),
)
_VOICE: Final = (
    *_rules("ыл іл", _CONSONANT - {"л"}, "voice"),
    *_rules("ын ін", frozenset("л"), "voice"),
    *_rules("л", frozenset("аеыі"), "voice"),
    *_rules("н", frozenset("ае"), "voice"),
)

#: «-дағы» makes an attribute, which may be a noun again: «отставкадағылар».
_LOCATED: Final = (
    *_rules("дағы дегі", _VOICED_END, "case"),
    *_rules("тағы тегі", _HARD_END, "case"),
    *_rules("ндағы ндегі", frozenset("ыі"), "poss3"),
)

#: What may be taken off next, by slot.
RULES: Final[dict[Slot, tuple[Rule, ...]]] = {
    "word": (*_CASE, *_CASE3, *_POSS, *_PLURAL, *_NOMINAL, *_FINITE, *_CONVERB),
    "case": (*_POSS, *_PLURAL, *_NOMINAL),
    "poss3": _POSS3,
    "poss": (*_PLURAL, *_NOMINAL),
    "plural": (*_LOCATED, *_NOMINAL),
    "verb": (*_NEGATION, *_VOICE),
    "neg": _VOICE,
    "voice": (),
}
