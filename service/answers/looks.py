"""What kind of thing a text holds: a body, a leader, a share, a penalty, a term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.bodies import Bodies
from corpus.model import Language
from service.passages import Passage

#: An office, a body or a person in charge, in Kazakh and Russian.
#: Matches «председатель», «басшысы», «уәкілетті органның», «Штаб»; must not match
#: «организация работы», «ұйымдастыру».
_OFFICE = re.compile(
    r"председател|руководител|начальник|министр|заместител|штаб|комитет|орган\w{0,3}\b"
    r"|член\w{0,3}\b|секретар|аким|департамент|агентств|президент|правительств|прокурор"
    r"|төраға|басшы|бастық|орынбасар|орган(?:ы|да|ға|ме|на|ны|ша)\w*|мүше|хатшы|әкім|агенттік|үкімет|кеңсе"
    r"|парламент|сенат|мәжіліс|мажилис|палата|\bсот\b|\bсуд\w{0,2}\b|судья|депутат"
    r"|азамат|граждан|тұлға|\bлиц[оа]\b|балалар|ата-ана|родител|дети\b",
    re.IGNORECASE,
)
#: An act and what it approved, which name bodies that do nothing here.
#: Match «Үкіметінің 2014 жылғы 24 қыркүйектегі № 1011 қаулысымен бекітілген …
#: министрлігі туралы ереженің 16-тармағының 8) тармақшасына», «постановлением
#: Правительства от 1 мая 2014 года № 5»; must not match «Үкіметінің қаулысымен».
_NUMBER_SIGN: Final = "№"
_ACT_NAMED_KK = re.compile(
    r"(?:[^\W\d]+\s+){1,5}\d{4}\s+жылғы\s[^.;:]{0,60}?№\s*\S+\s+[^\W\d]+"
    r"(?:\s+бекітілген\s[^.;,]{0,160}?(?:ереже|жүйе|қағида|жоспар|бағдарлама)\w*)?"
    r"(?:\s+\d+-тармағ\w+)?(?:\s+\d+\)\s+тармақша\w+)?",
    re.IGNORECASE,
)
_ACT_NAMED_RU = re.compile(
    r"(?:указ|постановлени|приказ|распоряжени|закон|кодекс)\w*\s+[^.;:]{0,140}?"
    r"от\s+\d{1,2}\s+\w+\s+\d{4}\s+года\s+№\s*\S+",
    re.IGNORECASE,
)
#: A person or a party that is no body, for "who may not …".
#: Matches «граждане», «брокеры», «азаматтар», «жеткізуші»; must not match
#: «показатель», «гражданский».
_PARTY = re.compile(
    r"\bгражданин|\bграждан(?:е|ам|ами|ах)?\b|\bлиц(?:о|а|у|ом|ам|ами|ах)?\b|\bработник"
    r"|\bсотрудник|\bвоеннослужащ|\bпоставщик|\bзаказчик|\bорганизатор|\bоператор"
    r"|\bагент(?:ы|а|у|ам|ов)?\b|\bброкер|\bпредпринимател|\bсобственник|\bвладел"
    r"|\bучастник|\bпобедител|\bисполнител[ьяюие]|\bподрядчик|\bэксперт(?:ы|а|у|ом|ам|ов)?\b"
    r"|\bспециалист|\bсудь[яией]|\bдепутат|\bработодател|\bкурсант|\bорганизаци"
    r"|\bазамат|\bтұлға|\bқызметкер|\bжұмыскер|\bәскери қызметші|\bжеткізуші"
    r"|\bтапсырыс беруші|\bұйымдастырушы|\bкәсіпкер|\bменшік иес|\bқатысушы|\bжеңімпаз"
    r"|\bорындаушы|\bмердігер|\bсарапшы|\bмаман|\bсудья|\bжұмыс беруші|\bұйым",
    re.IGNORECASE,
)
#: A share. Matches "60 %", «60%-дан», «процентов», «пайыз».
_PERCENT = re.compile(r"\d\s?%|процент|пайыз", re.IGNORECASE)
#: How often. Matches «раз в квартал», «жыл сайын», «ежегодно».
_OFTEN = re.compile(
    r"\bраза?\s+в\b|\bеже(?:год|кварт|месяч|недел|днев)\w*|\bсайын|жылына|айына|тоқсанына"
    r"|\bекі рет|\bбір рет",
    re.IGNORECASE,
)
#: Ways to reach someone, and a person's name with its initial.
#: Matches "+7 7172 74-00-00", "info@gov.kz", «Б. Сағынтаев»; must not match
#: «2018–2022», «5. Осы бұйрық».
_LOOKS: Final = {
    "contact": re.compile(
        r"\+?7?[\s(]*\d{3,4}[\s)]+\d{2,3}[\s-]\d{2}[\s-]?\d{2}|\w@\w|https?://|\bwww\."
    ),
    "person": re.compile(
        r"\b[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s?(?:[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s?)?"
        r"[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]{3,}"
    ),
}
#: Words of punishments, pay, prices, papers, hours; beside figures they answer.
#: Match «штраф», «жалақы», «тариф», «копия», «09:00»; must not match «расплата»,
#: «оценка», «бағалау», «копирование».
_PENALTY = re.compile(
    r"штраф|айыппұл|лишени\w* свободы|бас бостандығынан айыру|қамауға|арест|взыскани",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"заработн|зарплат|оклад|жалақы|еңбекақы|лауазымдық айлық|вознагражден|сыйақы"
    r"|суточн|тәуліктік",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\bцен[аыуе]\b|стоимост|тариф|\bплат[аыу]\b|\bбаға(?:сы|мен)?\b|\bқұны\b|төлемақы",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"заявлени|өтініш|копи[июя]\b|көшірме|справк|анықтама|удостоверени|куәлі",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b\d{1,2}[:.]\d{2}\b|сағат \d|\d\s*час", re.IGNORECASE)
#: The number of an act. Matches «№ 790», «N 209».
_ACT_NUMBER = re.compile(r"(?:№|\bN)\s?\d")
#: The noun of a leader right before the body's name (Russian), or behind it (Kazakh).
#: Matches «Руководителем», «төрағасы»; must not match «руководит».
_LEADER_BEFORE = re.compile(
    r"(?:руководител|начальник|председател|глав[аоы]|директор)\w*$", re.IGNORECASE
)
_LEADER_BEHIND = re.compile(
    r"(?:басшы|төраға|жетекші|бастығы|директор)\w*", re.IGNORECASE
)
_LEADER = re.compile(
    r"руководител|начальник|председател|глав[аоы]|директор|басшы|төраға|жетекші|бастығы",
    re.IGNORECASE,
)
#: "is", as acts say it. Matches «является», «болып табылады», «по должности»; must
#: not match «проявляет».
_COPULA = re.compile(
    r"\bявля[ею]тся|болып табылады|по должности|лауазымы бойынша", re.IGNORECASE
)
#: Fit of a text that speaks of a leader without saying who it is.
_ONLY_SPOKEN_OF: Final = 0.3
#: A deputy is not the leader. Matches «заместитель руководителя» before the body.
_DEPUTY = re.compile(r"заместител\w*\s+\w*$|орынбасар\w*\s+\w*$", re.IGNORECASE)
#: A part in words. Matches «половины», «большинством», «жартысы»; must not match
#: «половой», «большой».
_PART_OF = re.compile(
    r"половин|большинств|\bтреть\b|\bтрети\b|\bчетверт|жартысы|көпшіліг|үштен",
    re.IGNORECASE,
)
#: Things in a row. Matches «а; б;», «мыналар: », «а, б, в»; must not match one
#: plain clause.
_ITEMS = re.compile(r";[^;]+;|:\s|(?:,[^,.;]+){2}", re.DOTALL)
#: What kinds of things answer a slot; any text answers the others.
_KINDS: Final[dict[str, frozenset[str]]] = {
    "date": frozenset({"date", "period"}),
    "duration": frozenset({"period"}),
    "money": frozenset({"amount"}),
    "size": frozenset({"amount", "percent"}),
    "number": frozenset({"number", "percent", "amount"}),
}


def may_name_leader(text: str) -> bool:
    """Whether a text has the words that acts name leaders with; quick."""
    return _COPULA.search(text) is not None and _LEADER.search(text) is not None


def leader_fit(
    text: str, language: Language, bodies: Bodies, of: Sequence[str]
) -> float:
    """How well a text says who leads one of some bodies, 0 to 1.

    1: «Руководителем … является …»; less where a leader is only spoken of.
    """
    for mention in bodies.find(text, language):
        beside = text[max(0, mention.start - 48) : mention.start].rstrip()
        behind = text[mention.end : mention.end + 24].lstrip()
        named = mention.reason.startswith("head") or _LEADER_BEHIND.match(behind)
        led = named or _LEADER_BEFORE.search(beside)
        if mention.body_id in of and led and not _DEPUTY.search(beside):
            return 1.0 if _COPULA.search(text) else _ONLY_SPOKEN_OF
    return 0.0


#: Slots that a text answers by what it looks like.
_BY_LOOKS: Final = {
    "percent": _PERCENT,
    "frequency": _OFTEN,
    "act": _ACT_NUMBER,
    "items": _ITEMS,
    "papers": _PAPERS,
    "hours": _HOURS,
    **_LOOKS,
}
#: Slots that a text answers by a word and a figure.
_BY_WORD_AND_FIGURE: Final = {
    "penalty": (_PENALTY, frozenset({"amount", "period", "number"})),
    "pay": (_PAY, frozenset({"amount"})),
    "price": (_PRICE, frozenset({"amount"})),
}


def names_party(text: str) -> bool:
    """Whether a text names persons or parties that are no bodies."""
    return _PARTY.search(text) is not None


def holds(passage: Passage, language: Language, slot: str, bodies: Bodies) -> bool:
    """Whether a passage holds a thing of the kind that is asked for."""
    text = passage.text
    if slot in {"body", "leader"}:
        if _NUMBER_SIGN in text:  # only then an act is named so
            text = _ACT_NAMED_RU.sub(" ", _ACT_NAMED_KK.sub(" ", text))
        return _OFFICE.search(text) is not None or bool(bodies.find(text, language))
    if slot in _BY_LOOKS:
        return _BY_LOOKS[slot].search(text) is not None
    if slot in _BY_WORD_AND_FIGURE:
        word, figures = _BY_WORD_AND_FIGURE[slot]
        return word.search(text) is not None and not figures.isdisjoint(passage.kinds)
    if slot == "number" and _PART_OF.search(text):
        return True
    kinds = _KINDS.get(slot)
    return kinds is None or not kinds.isdisjoint(passage.kinds)
