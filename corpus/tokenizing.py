"""Where words begin and end in the law of Kazakhstan: rules as data.

The same rules serve the three languages; only the short forms with a point
differ. :mod:`corpus.nlp` gives them to spaCy.
"""

from __future__ import annotations

import re
from typing import Final


def _forms(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.split()))


#: Short forms that end in a point, by language; a capital first letter too.
ABBREVIATIONS: Final[dict[str, tuple[str, ...]]] = {
    "kk": _forms(
        """
        ж. жж. т.б. т.с.с. т.т. млн. млрд. трлн. тг. б. бб. т. тт. тарм. қ. г.
        км. м. кв. сағ. мин. ф. обл. ауд. қал. д. с. көш. пп. ст.
        """
    ),
    "ru": _forms(
        """
        г. гг. п. пп. п.п. пп.п. ст. ст.ст. абз. ч. чч. гл. разд. подп. прил. т.д. т.п.
        т.е. т.к. т.ч. т.н. др. пр. млн. млрд. трлн. тыс. руб. тг. им. ред. утв. пост.
        расп. стр. см. ср. обл. ул. д. кв. км. м. мин. сек. ч. чел. экз. зам. нач.
        исп. рег. доп. изм. соотв. религ. гос. мед. тех. фин. юр. физ. мес. нояб. дек.
        янв. февр. апр. авг. сент. окт. напр. н.э. проф. д.ю.н. к.ю.н. св. мин.
        """
    ),
    "en": _forms(
        """
        no. nos. art. arts. para. paras. sec. secs. ch. p. pp. cl. subpara. subcl. e.g.
        i.e. etc. vs. cf. mr. mrs. ms. dr. prof. inc. ltd. co. st. jan. feb. mar. apr.
        jun. jul. aug. sept. sep. oct. nov. dec. approx. bn. mln. dept. gov. u.s. u.k.
        u.n. a.m. p.m. ed. eds. fig. vol.
        """
    ),
}

#: Short forms that may be the last word of a sentence.
CLOSING: Final = frozenset(
    {"т.б.", "т.с.с.", "т.т.", "т.д.", "т.п.", "др.", "пр.", "etc.", "a.m.", "p.m."}
)

_QUOTES: Final = '«»"“”„‟‘’‹›′`'
_LETTER: Final = r"[^\W\d_]"

#: Taken off the start of a chunk: quotes, brackets, dashes, №, signs.
#: Matches «№» of «№124», "(" of «(бұдан»; must not match a letter or digit.
PREFIX: Final = rf"^(?:[{_QUOTES}(\[{{<*•…§№#+=~;:,!?.–—-]|\.\.+)"
#: Taken off the end of a chunk: punctuation, %, and an English possessive.
#: Matches ";", "%" of «60%», "'s"; must not match the point of «ж.» (a short form).
SUFFIX: Final = rf"(?:[{_QUOTES})\]}}>*…;:,!?%‰№+=~–—-]|(?<=[\w)»\"])\.|\.\.+|['’]s)$"
#: Cuts inside a chunk: a figure from its word, ranges of years, slashes, dashes.
#: Matches «114|-|бап», «2018|–|2022», «және|/|немесе», «тармақ|;|бап»;
#: must not match «10-VIII», «89-1», «іс-шара», «ІІМ-ге», «148,8», «15.03.2018».
INFIX: Final = (
    rf"(?<=\d)[-‐‑](?=(?![IVXLCDM]+(?:\W|$))[^\W\d_]{{2}})"
    r"|(?<=\b[12]\d{3})[-‐‑](?=[12]\d{3}\b)"
    rf"|(?<=\w)[–—](?=\w)|(?<={_LETTER})/(?={_LETTER})"
    rf"|(?<=\w)[;:!?{_QUOTES}()\[\]…](?=\w)|(?<={_LETTER}),(?={_LETTER})"
    rf"|(?<=\w)[()«»\"]|[()«»\"](?=\w)|(?<=[а-яa-zәіңғүұқөһ]{{2}})\.(?=[А-ЯA-ZӘІҢҒҮҰҚӨҺ])"
    r"|(?<=[а-яәіңғүұқөһ]{3})\.(?=[а-яәіңғүұқөһ]{3})"
)
#: Kept in one piece: an initial, an address on the net, a name with «.kz».
#: Matches «Ә.», "Kazislam.kz", "https://adilet.zan.kz/"; must not match «бап.».
WHOLE: Final = re.compile(
    r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]\.|https?://[^\s«»\"<>]+?(?=[.,;)]*$)"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:kz|com|org|net|gov|ru)(?:/[\w./-]*)?",
    re.IGNORECASE,
)
