"""Who does a thing and whom it is done for: bodies and offices by their case.

«Штабом осуществляется контроль», «уәкілетті орган жүргізеді» name who acts; «қаулысымен
бекітілген Үкіметтің …» only mentions a body. "To whom" asks for another case still.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.bodies import Bodies
from corpus.letters import fold
from corpus.model import Language

#: Nouns of offices and bodies, folded, without endings, in Russian and Kazakh.
_SOFT: Final = r"(?:председател|руководител|заместител|секретар|исполнител)"
_HARD: Final = (
    r"(?:начальник|министр|аким|прокурор|член|орган|комитет|департамент|штаб|президент"
    r"|центр|суд|совет|акимат|аппарат|парламент|сенат)"
)
_NEUTER: Final = r"(?:правительств|агентств|министерств|управлени|лиц)"
_KAZAKH: Final = (
    r"(?:орган|министрли[гк]|комитет|департамент|агентти[гк]|торага|басшы|басты[гк]"
    r"|орынбасар|муше|хатшы|аким|укимет|кенсе|штаб|президент|парламент|сенат|мажилис"
    r"|сот|палата|прокурор|кенес|комиссия|министр|орталы[гк]|тулга|уйым|орындаушы)"
)
#: Words behind a Kazakh noun without an ending that make no actor of it, folded.
_ABOUT: Final = r"(?:туралы|жонинде|жанында|ушин|бойынша|атына)"
#: A body that acts, folded: in Russian in the first or the fifth case, or behind «на»
#: («возлагается на орган»), in Kazakh without an ending of a case.
#: Match «Штабом», «орган», «министрлігі»; must not match «Штаба», «органга».
_ACTS: Final = {
    "ru": re.compile(
        rf"\b(?:{_SOFT}(?:ь|ем|и|ями)|{_HARD}(?:ом|ы|и|ами)?"
        rf"|{_NEUTER}(?:о|ом|ем|е|ами)|комисси(?:я|ей|и)|администраци(?:я|ей))\b"
    ),
    "kk": re.compile(rf"\b{_KAZAKH}(?:[тдл][ае]р)?(?:[ыи]|с[ыи])?\b(?!-|\s{_ABOUT})"),
}
#: A unit that says what an act is for and by what law it was made, folded.
#: Matches «1. Осы Қағидалар … сәйкес әзірленді», «Настоящие Правила разработаны»; must
#: not match «Осы баптың …», «разработаны министерством».
_PURPOSE = re.compile(
    r"(?:\d+\.\s*)?(?:осы\s|настоящ).*(?:сайкес\s\w*\s?(?:азирлен|белгилен)|\bразработан"
    r"|\bопределя[ею]т порядок|\bтартибин (?:айкындай|белгилей))",
    re.DOTALL,
)
#: A body that something goes to, folded. Match «Президенту», «в Штаб», «органга»,
#: «информирует Президента»; must not match «Штабом», «органнын».
_RECEIVES: Final = {
    "ru": re.compile(
        rf"\b(?:{_SOFT}(?:ю|ям)|{_HARD}(?:у|ам)|{_NEUTER}(?:у|ам))\b"
        rf"|\bв(?:о)?\s(?:\w+\s)?(?:{_HARD}|{_NEUTER}[ое]|администрацию|комиссию)\b"
        r"|\bинформиру\w+\s\w+[ая]\b|\bна имя\b"
    ),
    "kk": re.compile(rf"\b(?:{_KAZAKH}\w*?|\w+-)(?:[гк][ае]|н[ае])\b"),
}
#: The question asks whom something goes to, folded. Match «кімге баяндайды», "to
#: whom"; must not match «кому поручено», «кімге жүктелген», "who is it assigned to".
_TO_WHOM = re.compile(
    r"\bкому\b(?!.*(?:поруч|возлож|вверен))|\bкимге\b(?!.*(?:тапсыр|жукте|журкте))"
    r"|^(?!.*\b(?:assign|entrust|delegat)).*(?:\bto whom\b|\bwhom?\b.*\bto$)"
)
#: Endings of cases of a Kazakh name, folded. Match «нин», «га»; must not match «и».
_CASES = re.compile(r"(?:[ндт][ыи]н|[гк][ае]|[нд][ае]|н[ыи]|[дтн][ае]н)$")
#: Fit of a text that only mentions a body, and of one that says what an act is for.
ONLY_NAMED: Final = 0.75
_FOR_WHAT: Final = 0.3


def to_whom(question: str) -> bool:
    """Whether a question asks for the one that something goes to."""
    return _TO_WHOM.search(fold(question).rstrip(" ?.!")) is not None


def goes_to(text: str, language: Language) -> bool:
    """Whether a text names a body that something goes to."""
    pattern = _RECEIVES.get(language)
    return pattern is None or pattern.search(fold(text)) is not None


def acting(
    text: str, language: Language, bodies: Bodies, asked: Sequence[str] = ()
) -> float:
    """How well a text names who does something, 0 to 1; it names some body.

    Args:
        text: Of a provision.
        language: Of the text.
        bodies: The registry.
        asked: Bodies that the question names itself: they are no answer to it.
    """
    text = _without(text, language, bodies, asked) if asked else text
    folded = fold(text)
    if _PURPOSE.match(folded):
        return _FOR_WHAT
    pattern = _ACTS.get(language)
    if pattern is None or pattern.search(folded):
        return 1.0
    if language == "ru":
        return ONLY_NAMED
    mentions = (text[m.start : m.end] for m in bodies.find(text, language))
    return 1.0 if any(not _CASES.search(fold(m)) for m in mentions) else ONLY_NAMED


def _without(
    text: str, language: Language, bodies: Bodies, asked: Sequence[str]
) -> str:
    """A text without the names of some bodies."""
    for mention in reversed(bodies.find(text, language)):
        if mention.body_id in asked:
            text = f"{text[: mention.start]}{text[mention.end :]}"
    return text
