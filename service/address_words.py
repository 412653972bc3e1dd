"""Words that name the units of an act in a question, folded, in three languages."""

from __future__ import annotations

import re
from typing import Final

from corpus.model import Language
from service.words_of import words_of

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
    "p": "point",
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
#: Nouns of units that only Kazakh has: their number always stands before them.
KAZAKH: Final = re.compile(
    r"(?:тарма[кг]|баб|бап|тарау|болим|косымша|шара|корсеткиш|азатжол)\w*"
)
#: Plural nouns, behind which two figures with a hyphen are a row: «пункты 9-11».
#: Must not match «мера» (89-1 is one measure).
PLURAL: Final = re.compile(
    r"пункт[аы]\w*|пунктов|подпункт[аы]\w*|стать(?:и|ях|ям)|статей|главы|разделы|меры"
    r"|мероприятия\w*|\w+лар\w*|\w+лер\w*|points|paragraphs|articles|measures|chapters"
    r"|sections|clauses|subpoints|subparagraphs"
)
#: Short forms that may also stand behind their number: «42 меропр.».
BEHIND: Final = frozenset({"меропр"})
#: Words of addresses and acts that only one language has, folded beginnings.
_TELLING: Final = (
    ("kk", ("каулы", "жарлык", "буйрык", "тармак", "тармаг", "тарау", "шара",
            "косымша")),
    ("ru", ("указ", "постановл", "приказ", "закон", "подпункт", "стать", "раздел",
            "приложени", "положени", "меропри", "пункт")),
)  # fmt: skip
#: Russian short forms that Kazakh texts do not use.
_RUSSIAN: Final = frozenset({"п", "пп", "ст", "подп", "гл", "абз", "разд", "прил"})


def is_measure(folded: str) -> bool:
    """Whether a folded word is the noun of a measure: «іс-шаралар», "actions"."""
    noun = dict(NAMES)["measure"]
    return noun.fullmatch(folded.removeprefix("ис-")) is not None


def units_language(text: str) -> Language | None:
    """The language of an address that is too short to tell it otherwise.

    «п. 3 пп. 6 Указа 588» holds no word but those of an address.
    """
    words = [w.folded for w in words_of(text)]
    for language, beginnings in _TELLING:
        if any(word.startswith(beginnings) for word in words):
            return "kk" if language == "kk" else "ru"
    return "ru" if _RUSSIAN & set(words) else None
