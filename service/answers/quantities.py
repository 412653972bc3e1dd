"""How many of what, and how long in what unit: figures and numerals in words.

«он бір судьядан тұрады», «тоқсан сегіз депутат», «двадцать два члена»: acts write out
their numbers. A number answers "how many judges" where it stands beside the judges,
and a period answers «неше жыл» where it is one of years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.letters import fold
from corpus.model import Language
from service.answers.case import Case
from service.passages import Passage

_UNITS_KK: Final = r"(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз)"
#: Numerals in words. Match «екі», «жетіден», «он бір», «двух», «двадцати»; must not
#: match «оның», «жүзеге», «екінші», «тоқсан» (a quarter), «семья».
_WORDS = re.compile(
    rf"\b(?:он(?:ға|нан)?(?:\s{_UNITS_KK})?"
    rf"|(?:жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен)(?:\s{_UNITS_KK})?"
    rf"|тоқсан\s{_UNITS_KK}|(?:екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|жүз|мың))"
    r"(?:ға|ге|қа|ке|дан|ден|тан|тен|еуі|інің|ының)?(?!\w)"
    r"|\b(?:дв(?:а|е|ух|умя|ум)|тр(?:и|ех|ёх|ем|емя)|четыр(?:е|ех|ёх|ьмя)"
    r"|(?:пят|шест|сем|девят|десят)(?:ь|и|ью)|вос(?:емь|ьми|емью)"
    r"|\w+надцат(?:ь|и|ью)|(?:два|три)дцат(?:ь|и|ью)|сорока?|пят(?:ь|и)десят\w*"
    r"|шест(?:ь|и)десят\w*|сем(?:ь|и)десят\w*|восем\w*десят\w*|девяност[оа]|сто|ста"
    r"|двести|триста|двухсот|трехсот|тысяч\w*)(?!\w)",
    re.IGNORECASE,
)
_KINDS: Final = frozenset({"number", "percent", "amount"})
_OF_TIME: Final = frozenset({"period", "date"})
#: How far behind a number what it counts may stand, in words; before it only ages do.
_BEHIND: Final = 3
#: Nouns that stand before their number, as lemmas. Match «жас», «жасы», «возраст»;
#: must not match «жасау», "agent".
_AGE = re.compile(r"(?:жасы?|возраст|age)$")
#: A text that says what a whole is made up of. Match «тұрады», «состоит»; must not
#: match «тұрақты», «состояние».
_MADE_OF = re.compile(r"тұрады|құралады|состоит|состоят|в составе", re.IGNORECASE)
#: Fit of a number beside what is counted, in a text that counts a part of it only.
_COUNTED: Final = 0.95
#: Fit of a figure that counts something else; a numeral in words then says nothing.
_OTHER: Final = 0.85
#: Fit of a period of another unit than the one asked for.
_OTHER_UNIT: Final = 0.5
#: Units of time: how a question asks for one, folded, and how a text gives it. Match
#: «неше жылга», «сколько лет»; «жеті жыл»; must not match «2005 жылғы», «неше айыппул»,
#: «часть».
_UNITS: Final = tuple(
    (re.compile(asked), re.compile(said, re.IGNORECASE))
    for asked, said in (
        (
            r"\b(?:неше|канша) жыл|\b(?:сколько|скольки|скольких) лет|\bhow many years",
            (
                r"\bжыл(?:ға|дан|дық\w*|да|ды|дың)?(?!\w)(?!\s\d)|\bлет\b|\bгод(?:а|ов|у)?\b"
                r"|бесжылдық|пятилет"
            ),
        ),
        (
            (
                r"\b(?:неше|канша) ай(?:га|да|дан|лык\w*)?\b|\bсколько месяц"
                r"|\bhow many months"
            ),
            r"\bай(?:ға|дан|лық\w*|да)?(?!\w)|\bмесяц",
        ),
        (
            (
                r"\b(?:неше|канша)(?: \w+)? кун|\bсколько(?: \w+)? (?:дней|дня|суток)"
                r"|\bhow many (?:\w+ )?days"
            ),
            r"\bкүн(?:нен|де|дік\w*|ге|і)?(?!\w)|\bдн(?:я|ей)\b|\bсут(?:ки|ок)|тәулік",
        ),
        (
            r"\b(?:неше|канша) сагат|\bсколько часов|\bhow many hours",
            r"\bсағат|\bчас(?:а|ов|ы|у|ом|ами?)?\b",
        ),
    )
)
#: A month is asked for, folded, and named. Match «қай айда»; «желтоқсан».
_MONTH_ASKED = re.compile(
    r"\bка(?:й|ндай) ай(?:да|га|дан|лар\w*)?\b|\bкак\w+ месяц|\b(?:what|which) month"
)
_MONTH = re.compile(
    r"қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|\bқазан|қараша"
    r"|желтоқсан|январ|феврал|март|апрел|\bма[йя]\b|июн|июл|август|сентябр|октябр"
    r"|ноябр|декабр",
    re.IGNORECASE,
)


def numerals(text: str) -> list[int]:
    """Where a text has numerals in words; offsets of their first letters."""
    return [m.start() for m in _WORDS.finditer(text)]


def number_fit(case: Case, passage: Passage, language: Language) -> float:
    """How well a passage says how many there are of what is counted, 0 to 1."""
    text, stated = passage.text, not _KINDS.isdisjoint(passage.kinds)
    held = case.passages.things(text, language)
    spans = [(t.start, t.end) for t in held if t.kind in _OF_TIME]
    words = [n for n in numerals(text) if not any(s <= n < e for s, e in spans)]
    figures = [t.start for t in held if stated and t.kind in _KINDS]
    heads = {x for c in case.head_concepts for x in c.lemmas}
    if heads and _beside(
        [*words, *figures], case.passages.placed(text, language), heads
    ):
        return 1.0 if _MADE_OF.search(text) else _COUNTED
    return _OTHER if stated else 0.0


def _beside(
    places: list[int], placed: Sequence[tuple[int, str]], heads: set[str]
) -> bool:
    """Whether a number stands a few words before what it counts, or behind an age."""
    near: set[int] = set()
    for i, (_, lemma) in enumerate(placed):
        if lemma in heads:
            ages = 1 if _AGE.match(lemma) else 0
            near |= {at for at, _ in placed[max(0, i - _BEHIND) : i + ages + 1]}
    return not near.isdisjoint(places)


def unit_fit(case: Case, text: str) -> float:
    """Less where a text gives no period of the unit, or no month, asked for."""
    question = fold(case.query.text)
    for asked, said in _UNITS:
        if asked.search(question):
            return 1.0 if said.search(text) else _OTHER_UNIT
    if _MONTH_ASKED.search(question):
        return 1.0 if _MONTH.search(text) else _OTHER_UNIT
    return 1.0
