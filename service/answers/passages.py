"""Running text in pieces that can answer: sentences, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.bodies import Bodies
from corpus.model import Language, Provision
from corpus.nlp import entities, sentences, tokens
from service.periods import points_in

#: Longest run of sentences that answers together, in characters.
RUN_MOST: Final = 440
#: An office, a body or a person in charge, in Kazakh and Russian.
#: Matches «председатель», «басшысы», «уәкілетті орган», «Штаб»; must not match
#: «организация работы».
_OFFICE = re.compile(
    r"председател|руководител|начальник|министр|заместител|штаб|комитет|орган\w{0,3}\b"
    r"|член\w{0,3}\b|секретар|аким|департамент|агентств|президент|правительств|прокурор"
    r"|төраға|басшы|бастық|министр|орынбасар|орган\w*|мүше|хатшы|әкім|департамент|агенттік"
    r"|президент|үкімет|прокурор|кеңсе|әкімшілі",
    re.IGNORECASE,
)
#: A share. Matches "60 %", «60%-дан», «процентов», «пайыз».
_PERCENT = re.compile(r"\d\s?%|процент|пайыз", re.IGNORECASE)
#: How often. Matches «раз в квартал», «жыл сайын», «ежегодно».
_OFTEN = re.compile(
    r"\bраза?\s+в\b|\bеже\w+|сайын|жылына|айына|тоқсанына|\b\w+\s+рет\b|раз\w*\s+в\s",
    re.IGNORECASE,
)
#: Ways to reach someone, and a person's name with its initial.
#: Matches "+7 7172 74-00-00", "info@gov.kz", «Б. Сағынтаев»; must not match «2018–2022»,
#: «А. 5-тармақ», "ст. Закона".
_LOOKS: Final = {
    "contact": re.compile(r"\+?7?[\s(]*\d{3,4}[\s)]+\d{2,3}[\s-]\d{2}[\s-]?\d{2}|\w@\w|https?://|\bwww\."),
    "person": re.compile(r"\b[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s?(?:[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s?)?[А-ЯЁӘІҢҒҮҰҚӨҺ][а-яёәіңғүұқөһ]{3,}"),
}
#: The number of an act. Matches «№ 790», «N 209».
_ACT_NUMBER = re.compile(r"(?:№|\bN)\s?\d")


#: The noun of a leader right before the body's name (Russian), or behind it (Kazakh).
#: Matches «Руководителем», «төрағасы»; must not match «руководит».
_LEADER_BEFORE = re.compile(
    r"(?:руководител|начальник|председател|глав[аоы]|директор)\w*$", re.IGNORECASE
)
_LEADER_BEHIND = re.compile(r"(?:басшы|төраға|жетекші|бастығы|директор)\w*", re.IGNORECASE)
#: "is", as acts say it. Matches «является», «болып табылады», «по должности»; must
#: not match «проявляет».
_COPULA = re.compile(r"\bявля[ею]тся|болып табылады|по должности|лауазымы бойынша", re.IGNORECASE)
#: Fit of a text that speaks of a leader without saying who it is.
_ONLY_SPOKEN_OF: Final = 0.7
#: A deputy is not the leader. Matches «заместитель руководителя» before the body.
_DEPUTY = re.compile(r"заместител\w*\s+\w*$|орынбасар\w*\s+\w*$", re.IGNORECASE)
#: A part in words. Matches «половины», «большинством», «жартысы»; must not match
#: «половой», «большой».
_PART_OF = re.compile(r"половин|большинств|треть\w?\b|четверт|жартысы|көпшіліг|үштен", re.IGNORECASE)


class Passage(NamedTuple):
    """A run of sentences of a provision.

    Attributes:
        text: As it stands in the provision.
        lemmas: Of its words.
    """

    text: str
    lemmas: frozenset[str]


@lru_cache(maxsize=1 << 14)
def lemmas_of(text: str, language: Language) -> frozenset[str]:
    """The lemmas of a text."""
    return frozenset(t.lemma for t in tokens(text, language) if t.is_word or t.is_number)


@lru_cache(maxsize=1 << 13)
def _cut(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in sentences(text, language) if s.end > s.start)


@lru_cache(maxsize=1 << 13)
def runs(text: str, language: Language) -> tuple[Passage, ...]:
    """All runs of whole sentences short enough to answer; each sentence is one.

    A sentence that is too long stands alone.
    """
    cuts = _cut(text, language)
    made: list[Passage] = []
    for i in range(len(cuts)):
        for j in range(i, min(i + 4, len(cuts))):
            start, end = cuts[i][0], cuts[j][1]
            if j > i and end - start > RUN_MOST:
                break
            piece = text[start:end]
            made.append(Passage(piece, lemmas_of(piece, language)))
    return tuple(made)


def text_of(provision: Provision) -> str:
    """The words that are quoted together."""
    return provision.body.text or provision.own.text


@lru_cache(maxsize=1 << 14)
def kinds_in(text: str, language: Language) -> frozenset[str]:
    """Kinds of things that a text holds: date, period, amount, percent, number."""
    found: set[str] = {e.kind for e in entities(text, language)}
    if points_in(text):
        found.add("date")
    return frozenset(found)


#: The mark of a list item. Matches "6) ", "12. ", "- 1) "; must not match "60 %".
_MARK = re.compile(r"^\s*(?:[-–—*]\s*)?\d{1,3}(?:-\d+)?[.)]\s+")


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


def holds(text: str, language: Language, slot: str, bodies: Bodies) -> bool:
    """Whether a text holds a thing of the kind that is asked for."""
    if slot in {"body", "leader"}:
        return _OFFICE.search(text) is not None or bool(bodies.find(text, language))
    if slot == "percent":
        return _PERCENT.search(text) is not None
    if slot == "frequency":
        return _OFTEN.search(text) is not None
    if slot in _LOOKS:
        return _LOOKS[slot].search(text) is not None
    if slot == "act":
        return _ACT_NUMBER.search(text) is not None
    if slot == "number" and _PART_OF.search(text):
        return True
    if slot == "items":
        return _ITEMS.search(text) is not None
    kinds = _KINDS.get(slot)
    return kinds is None or not kinds.isdisjoint(kinds_in(_MARK.sub("", text), language))


#: Things in a row. Matches «а; б;», «мыналар:»; must not match one plain clause.
_ITEMS = re.compile(r";[^;]+;|:\s|(?:,[^,.;]+){2}", re.DOTALL)
#: What kinds of things answer a slot; any text answers the others.
_KINDS: Final[dict[str, frozenset[str]]] = {
    "date": frozenset({"date", "period"}),
    "duration": frozenset({"period"}),
    "money": frozenset({"amount"}),
    "size": frozenset({"amount", "percent"}),
    "number": frozenset({"number", "percent", "amount"}),
}


def above(provision: Provision, parents: Sequence[Provision]) -> Iterator[str]:
    """Words above a provision: the opening of its list, its headings."""
    for parent in parents:
        yield parent.heading or ""
        if parent.kind in {"point", "subpoint", "article", "para"}:
            yield parent.own.text
    yield provision.heading or ""
