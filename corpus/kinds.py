"""What an act is, who issued it, and the code that adilet gives it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class ActKind(NamedTuple):
    """A kind of act.

    Attributes:
        name: In English.
        letter: First letter of its code.
        words: Matches the words that name it, in Kazakh and Russian.
        issuer: Matches who issues it; empty if the words alone decide.
    """

    name: str
    letter: str
    words: re.Pattern[str]
    issuer: re.Pattern[str]


def _kind(name: str, letter: str, words: str, issuer: str = "") -> ActKind:
    """A kind from its expressions."""
    return ActKind(
        name,
        letter,
        re.compile(words, re.IGNORECASE),
        re.compile(issuer, re.IGNORECASE),
    )


#: The first kind that fits is taken. Each word stands at a word start; ``заңы`` must
#: not be found in ``заңнама`` nor ``указ`` in ``указание``.
KINDS: Final[tuple[ActKind, ...]] = (
    _kind("constitution", "K", r"\b(?:конституция(?:сы|\b)|конституции\b)(?! жобасы)"),
    _kind("constitutional law", "Z", r"\bконституциялық заң|\bконституционн\w+ закон"),
    _kind("code", "K", r"\bкодекс"),
    _kind("presidential decree", "U", r"\bжарлы[ғқ]|\bуказ(?!ан)", r"президент"),
    _kind("presidential directive", "N", r"\bөкім|\bраспоряжени", r"президент"),
    _kind(
        "prime minister's directive", "R", r"\bөкім|\bраспоряжени", r"премьер-министр"
    ),
    _kind(
        "normative resolution of the supreme court",
        "P",
        r"\bқаулы|\bпостановлени",
        r"жоғарғы сот|верховн\w+ суд",
    ),
    _kind(
        "government resolution", "P", r"\bқаулы|\bпостановлени", r"үкімет|правительств"
    ),
    _kind("maslikhat decision", "V", r"\bшешім|\bрешени", r"мәслихат|маслихат"),
    _kind("akimat resolution", "V", r"\bқаулы|\bпостановлени", r"әкімді|акимат"),
    _kind(
        "akim's decision", "V", r"\bшешім|\bрешени|\bөкім|\bраспоряжени", r"әкім|аким"
    ),
    _kind("law", "Z", r"\bзаң(?:ы|\b)|\bзакон(?:\b|а\b|ом\b)"),
    _kind("ministerial order", "V", r"\bбұйры[ғқ]|\bприказ"),
    _kind("resolution", "V", r"\bқаулы|\bпостановлени"),
    _kind("decision", "V", r"\bшешім|\bрешени"),
)
UNKNOWN: Final = _kind("act", "", "$^")

#: Issuers that are always called alike.
_GOVERNMENT_KK: Final = "Қазақстан Республикасының Үкіметі"
_FIXED: Final = {
    ("government resolution", "kk"): _GOVERNMENT_KK,
    ("government resolution", "ru"): "Правительство Республики Казахстан",
    ("presidential decree", "kk"): "Қазақстан Республикасының Президенті",
    ("presidential decree", "ru"): "Президент Республики Казахстан",
    ("presidential directive", "kk"): "Қазақстан Республикасының Президенті",
    ("presidential directive", "ru"): "Президент Республики Казахстан",
    ("law", "kk"): "Қазақстан Республикасының Парламенті",
    ("law", "ru"): "Парламент Республики Казахстан",
    ("code", "kk"): "Қазақстан Республикасының Парламенті",
    ("code", "ru"): "Парламент Республики Казахстан",
    ("constitutional law", "kk"): "Қазақстан Республикасының Парламенті",
    ("constitutional law", "ru"): "Парламент Республики Казахстан",
}
#: Kazakh genitive at the end of an issuer: ``министрінің``, ``Үкіметінің``.
_GENITIVE_KK = re.compile(r"(?:ның|нің|дың|дің|тың|тің)$")
#: Russian offices in the genitive, with their nominative.
_OFFICES_RU: Final = (
    (re.compile(r"^Министра\b"), "Министр"),
    (re.compile(r"^Председателя\b"), "Председатель"),
    (re.compile(r"^Заместителя\b"), "Заместитель"),
    (re.compile(r"^Премьер-Министра\b"), "Премьер-Министр"),
    (re.compile(r"^Руководителя\b"), "Руководитель"),
    (re.compile(r"^Правительства\b"), "Правительство"),
    (re.compile(r"^Президента\b"), "Президент"),
    (
        re.compile(r"^(?:Исполняющего обязанности|[Ии]\.\s?о\.)"),
        "Исполняющий обязанности",
    ),
)
#: Acts before this year are coded with seven digits and an underscore.
_LONG_CODES_SINCE: Final = 2011
_CODE = re.compile(r"[A-Z]\d{2}[0-9A-Z]{7,10}_?")


def act_kind(text: str) -> ActKind:
    """The kind of act that the line with its date and number names."""
    for kind in KINDS:
        if kind.words.search(text) and kind.issuer.search(text):
            return kind
    return UNKNOWN


def issuer_name(printed: str, kind: ActKind, language: str) -> str:
    """The issuer in the nominative, as far as rules can tell.

    Args:
        printed: As it stands in the line with date and number.
        kind: Of the act.
        language: Of the act.
    """
    fixed = _FIXED.get((kind.name, language))
    if fixed:
        return fixed
    printed = printed.strip(" ,.–-")
    if language == "kk":
        return _GENITIVE_KK.sub("", printed)
    for office, nominative in _OFFICES_RU:
        if office.match(printed):
            return office.sub(nominative, printed)
    return printed


def act_code(kind: ActKind, date: str, number: str, registration: str | None) -> str:
    """Code that adilet gives an act; "" where the parts do not give one.

    Args:
        kind: Of the act.
        date: ISO.
        number: As printed.
        registration: Number of the state registration, which codes registered acts.
    """
    counted = registration if kind.letter == "V" else number
    digits = re.match(r"\d+", counted or "")
    if not kind.letter or not digits or not date:
        return ""
    year = int(date[:4])
    if year < _LONG_CODES_SINCE:
        return f"{kind.letter}{year % 100:02d}{int(digits[0]):07d}_"
    return f"{kind.letter}{year % 100:02d}{int(digits[0]):08d}"


def code_in_name(file_name: str) -> str:
    """The code of adilet that a file is named by; "" if it is not."""
    stem = file_name.split(".", 1)[0].upper()
    return stem if _CODE.fullmatch(stem) else ""
