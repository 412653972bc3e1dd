"""Words that name the units of an act in a question, folded, in three languages."""

from __future__ import annotations

import re
from typing import Final

#: Outermost first: the order of the steps of an address.
ORDER: Final = (
    "annex",
    "part",
    "section",
    "chapter",
    "paragraph",
    "article",
    "measure",
    "indicator",
    "point",
    "subpoint",
    "para",
)
#: How each step is called, folded, whole words.
#: «мерзим», «мерами», «болимше», «пункты» of a town must not be read as names
#: where no number stands beside them: that is checked by the caller.
NAMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "subpoint",
        re.compile(r"тармакша\w*|подпункт\w*|sub(?:point|paragraph|clause)s?"),
    ),
    ("point", re.compile(r"тармаг\w*|тармак\w*|пункт\w*|points?|clauses?|paragraphs?")),
    ("paragraph", re.compile(r"параграф\w*")),
    ("para", re.compile(r"абзац\w*|азатжол\w*|indents?")),
    (
        "article",
        re.compile(r"бап|бап[тк]\w{1,4}|баб\w{1,6}|стать\w{1,3}|статей|articles?"),
    ),
    ("chapter", re.compile(r"тарау\w*|глав(?:а|ы|е|у|ой|ам|ах)?|chapters?")),
    ("section", re.compile(r"болим(?!ше)\w*|раздел\w*|sections?")),
    ("annex", re.compile(r"косымша\w*|приложени\w*|annex(?:es)?|appendix|appendices")),
    (
        "measure",
        re.compile(
            r"шара\w*|мер(?:а|ы|е|у|ой)?|меропри\w*|measures?|actions?|activity"
        ),
    ),
    ("indicator", re.compile(r"индикатор\w*|indicators?|корсеткиш\w*|показател\w*")),
)
#: Short forms, folded; they count only with a number behind them.
SHORT: Final = {
    "пп": "subpoint",
    "подп": "subpoint",
    "п": "point",
    "пункт": "point",
    "абз": "para",
    "ст": "article",
    "art": "article",
    "гл": "chapter",
    "ch": "chapter",
    "para": "point",
    "paras": "point",
    "arts": "article",
    "прил": "annex",
    "разд": "section",
    "item": "measure",
    "меропр": "measure",
    "м": "measure",
}
#: Forms that after a figure count things and do not name one: "80 measures",
#: «12 мер», «5 мероприятий». «42 меры» stays open and is read as a name.
COUNTED: Final = re.compile(
    r"мер|мероприятий|пунктов|подпунктов|статей|глав|разделов|приложений|показателей"
    r"|индикаторов|абзацев|\w+(?:points|clauses|paragraphs)|points|clauses|paragraphs"
    r"|indents|articles|chapters|sections|annexes|appendices|measures|actions|indicators"
)
#: Ordinals in words, folded beginnings; their place in the row is their number.
ORDINALS: Final = (
    ("первы", "перва", "перво", "биринши", "first"),
    ("втор", "екинши", "second"),
    ("трети", "треть", "ушинши", "third"),
    ("четверт", "тортинши", "fourth"),
    ("пяты", "пята", "пято", "бесинши", "fifth"),
    ("шесто", "шеста", "алтыншы", "sixth"),
    ("седьмо", "седьма", "жетинши", "seventh"),
    ("восьмо", "восьма", "сегизинши", "eighth"),
    ("девяты", "девята", "девято", "тогызыншы", "ninth"),
    ("десяты", "десята", "десято", "оныншы", "tenth"),
)
