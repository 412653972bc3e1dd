"""Words of plan tables in Kazakh and Russian: data for the readers of cells."""

from __future__ import annotations

import re
from typing import Final

#: Last word of the name of a body, in the nominative.
#: Matches ``әкімдіктері`` and ``институты``; must not match ``органдардың``.
BODY_HEAD: Final = re.compile(
    r"(?:министрлі(?:гі|ктері?)|комитет(?:і|тері)|агентті(?:гі|ктері)"
    r"|әкімді(?:гі|к|ктер|ктері)|әкімі|әкімдер[іи]?|аппарат(?:ы|тары)|әкімшілігі"
    r"|органдар(?:ы)?|ұйымдар(?:ы)?|ұйымы|бірлестік(?:тер|тері)?|бірлестігі"
    r"|институт(?:ы|тары)?|орталы(?:ғы|қтары?)|палата(?:сы|лары)"
    r"|академия(?:сы|лары)|университет(?:і|тері)|компания(?:сы|лары?|лар)"
    r"|серіктесті(?:гі|ктері)|прокуратура(?:сы)?|қоғам(?:ы|дары)|альянсы|қор(?:ы|лары)"
    r"|банк(?:і|тері)?|кеңес(?:і|тер|тері)?|комиссия(?:сы|лары)|басқарма(?:сы|лары)"
    r"|департамент(?:і|тері)|қызметі|сот(?:ы|тары|тар)|мекеме(?:сі|лер|лері)"
    r"|кәсіпорын(?:дар|дары)?|ассоциация(?:сы|лары|лар)|одағы|одақтар(?:ы)?"
    r"|партиясы|холдинг(?:і|тері)?|корпорациясы|құрылым(?:дар|дары)"
    r"|субъектілер[іи]?|инспекция(?:сы|лары)|қауымдасты(?:ғы|қтар|қтары)"
    r"|министерств[оа]|комитеты?|агентств[оа]|органы?|организаци[ия]"
    r"|объединени[ея]|учреждени[ея]|институты?|центры?|палаты?|академия"
    r"|университеты?|компани[ия]|фонды?|банки?|советы?|комисси[ия]|управлени[ея]"
    r"|департаменты?|прокуратура|генпрокуратура|суды?|акимы?|аппараты?"
    r"|акиматы?|ассоциаци[ия]|союзы?|стру­?ктуры|предприятия|альянс|общества?"
    r"|холдинги?|корпораци[ия])",
    re.IGNORECASE,
)
#: Russian names of bodies start with their head: ``акиматы областей``.
BODY_HEAD_FIRST: Final = re.compile(
    r"акиматы?|министерств[оа]|комитеты?|агентств[оа]|органы|организации"
    r"|объединения|акимы|институты|суды|прокуратура|управления|департаменты?"
    r"|палата|фонд|центр|совет|комиссия|академия|университет|союз|ассоциация",
    re.IGNORECASE,
)
#: The end of a name that must go on: a Russian head alone, a preposition, «және», a
#: Kazakh genitive. Must not match ``МЮ``, ``акиматы областей`` or a comma.
OPEN_NAME: Final = re.compile(
    rf"(?:^|[\s,])(?:{BODY_HEAD_FIRST.pattern}|по|при|для|в|и|по\s+делам|және|мен"
    r"|\w{3,}(?:ның|нің|дың|дің|тың|тің))$",
    re.IGNORECASE,
)
#: A Russian adjective before the word for a body: ``государственные``.
ADJECTIVE: Final = re.compile(r"[а-яё-]+(?:ые|ие|ый|ий|ое|ая|ной|ский)", re.IGNORECASE)
#: Short names of ministries: ``Қаржымині``, ``Минфин``, ``Генпрокуратура``.
MINISTRY: Final = re.compile(
    r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі]{2,12}мині|Мин[а-я]{2,12}|Генпрокуратура"
)
#: A name of capitals: ``ІІМ``, ``БҒМ``; the shape alone, no look at any list.
CAPITALS: Final = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,9}")
ROMAN: Final = re.compile(r"[IVX]{1,6}")
#: Forms of legal persons, whose names stand behind them in quotation marks.
_LEGAL_FORMS: Final = """
АО НАО ТОО РГП РГУ РГКП ГУ ГП ГКП КГУ КГП ОЮЛ ОО ОФ НПП НК
АҚ КЕАҚ ЖШС РМК РМҚК РММ ММ КММ КМК ЗТБ ҚБ ҚҚ ҰКП ҰК
"""
LEGAL_FORMS: Final = frozenset(_LEGAL_FORMS.split())
#: Words of capitals that are no names.
_NO_NAMES: Final = "БАРЛЫҒЫ ЖИЫНЫ ЖИЫНТЫҒЫ ВСЕГО ИТОГО ҚҰПИЯ СЕКРЕТНО ДСП ҚБПҮ РБ МБ ЖБ"
NO_NAMES: Final = frozenset(_NO_NAMES.split())
#: A case ending of Kazakh that makes a word depend on the next: ``облыстардың``.
GENITIVE: Final = re.compile(r"\w+(?:ның|нің|дың|дің|тың|тің)", re.IGNORECASE)

AGREED: Final = re.compile(
    r"келісім\w*\s+бойынша|келісімі?\s*бойынша|по\s+согласованию", re.IGNORECASE
)
LEADS: Final = re.compile(
    r"жинақта\w*|жинақ(?:талсын)?\b|\bсвод\b|\bсозыв\w*|сводная", re.IGNORECASE
)
#: Words inside the brackets of a role, by which a cut bracket is known.
ROLE_WORDS: Final = frozenset(
    ("келісім", "бойынша", "жинақтау", "по", "согласованию", "свод", "созыв")
)

#: «оның ішінде», «в том числе», as a part of a figure or a list of parts.
INCLUDING: Final = re.compile(r"оның\s+ішінде|в\s+том\s+числе", re.IGNORECASE)

#: Money comes from …: the whole phrase, brackets after it included.
#: Must not match ``бюджет қаражатын`` inside a title.
FUND: Final = re.compile(
    r"""(?:
      талап\s+етілмей(?:ді|ді)
    | не\s+требу(?:е|ю)тся | без\s+финансирования
    | (?:көзделген|бөлінген|қарастырылған)\s+(?:бюджет\s+)?қаражат\w*
      \s+(?:шегінде|шеңберінде|есебінен)
    | в\s+пределах\s+(?:выделенных|предусмотренных|утвержденных)\s+средств
      (?:\s+(?:РБ|МБ|республиканского|местного)(?:\s+бюджета)?)?
    | (?:РБ|МБ|ЖБ)(?:\s*,\s*(?:РБ|МБ|ЖБ))*(?:\s+\d{3}\b(?:\s*[,/]\s*\d{3}\b)*)?(?![\w-])
    | (?:республикалық|жергілікті)(?:\s+және\s+жергілікті)?\s+бюджет(?:тер)?(?!\w)
      (?:\s*\(\s*\d{3}[^)]*\))?
    | (?:республиканск|местн)(?:ий|ый)\s+бюджет
    | внебюджетн\w+\s+средства | бюджеттен\s+тыс\s+(?:қаражат|көздер)
    | собственные\s+средства | меншікті\s+қаражат
    )(?:\s*\([^)]*\))?""",
    re.IGNORECASE | re.VERBOSE,
)

#: Money as a unit: ``млн. теңге``, ``тыс. тенге``.
MONEY: Final = re.compile(
    r"(?:млн|млрд|мың|тыс)\b\.?\s*(?:теңге|тенге|АҚШ\s+доллары|тг\.?)(?![\w-])",
    re.IGNORECASE,
)
#: A unit that stands first in its block: ``%``, ``бірлік``, ``чел.``.
#: Must not match ``адамдардың``.
UNIT: Final = re.compile(
    rf"""(?:%|{MONEY.pattern}|теңге|тенге|бірлік|адам|дана|пайыз|км|га|тонна
    |ед\.|единиц[аы]?|чел\.|человек|шт\.|штук|процент\w*)(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)

#: A region that stands first in its line and is not bent by a case ending.
#: Matches ``Шығыс Қазақстан облысы``; must not match ``Астана қаласының``.
REGION: Final = re.compile(
    r"""(?:(?:Шығыс|Батыс|Солтүстік|Оңтүстік|Орталық)\s+)?
        [А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+\s+(?:облысы|қаласы)(?![\w-])
    |(?:(?:Восточно|Западно|Северо|Южно)-)?[А-ЯЁ][\w-]+ская\s+область
    |(?:область|обл\.)\s+[А-ЯЁҰ][\w-]+
    |(?:город|г\.)\s*[А-ЯЁН][\w-]+""",
    re.VERBOSE,
)

#: A row that says no more than that it is secret.
SECRET: Final = re.compile(
    r"\W*(?:құпия|өте\s+құпия|қбпү|қызмет\s+бабында\s+пайдалану\s+үшін|секретно"
    r"|совершенно\s+секретно|дсп|для\s+служебного\s+пользования)\W*",
    re.IGNORECASE,
)

#: The last row of a plan: ``Шығындар жиыны``, ``Жиыны``, ``ВСЕГО``.
TOTAL_ROW: Final = re.compile(
    r"(?:шығындар\s+|жалпы\s+)?(?:жиыны|жиынтығы|барлығы)(?:\s*,)?"
    r"|(?:общая\s+сумма|всего|итого)(?:\s+(?:по|расход)\w*.*)?",
    re.IGNORECASE,
)

#: Forms of completion that every plan uses, for cells that share a line.
USUAL_FORMS: Final = (
    "Үкіметке ақпарат",
    "Үкіметке ұсыныстар",
    "Үкіметке ұсыныстар енгізу",
    "Президент Әкімшілігіне ақпарат",
    "Президент Әкімшілігіне ұсыныстар",
    "Президент Әкімшілігіне ұсыныстар енгізу",
    "информация в Правительство",
    "предложения в Правительство",
    "информация в Администрацию Президента",
    "предложения в Администрацию Президента",
    "проект закона",
    "проект постановления Правительства",
)


def squash(text: str) -> str:
    """Letters and digits alone, lower case: for comparing damaged text."""
    return "".join(char for char in text.lower() if char.isalnum())
