"""Lists in running text: what opens them, their items, and an answer with all items."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.letters import fold
from corpus.model import Provision
from service.answers.case import Case
from service.answers.leads import LEAST_ITEMS, opens
from service.answers.support import Held, support, supported

#: Kinds of units that are items of a list.
_ITEMS: Final = frozenset({"subpoint", "para", "point"})
#: How well the things that a list announces must be those of the question.
_NAMED: Final = 0.5
#: How much less a list holds of a question that its opening words leave out.
_ITEM_GAIN: Final = 0.12


#: Words for rights and for duties in a question, folded. Match «права», "rights",
#: «функции», "does"; must not match «правила», «правительство», "mayor", "document",
#: «функционирование».
_RIGHTS = re.compile(
    r"прав(?:а|о|ам|ами|ах)?$|полномоч|вправе|rights?$|powers?$|entitle|may$|кукы|окилет"
)
_DUTIES = re.compile(
    r"обязан|функци[ийяю]|задач(?:а|и|у|ам|ами|ах|ей)?$|полномоч|делает|dut(?:y|ies)$"
    r"|do(?:es)?$|function|task|responsibilit|миндет|окилет"
)
#: What an opening says in place of these words, folded. Matches «вправе:», «кукылы:»,
#: «обязан:»; must not match «правила:».
_STANDING: Final = (
    (
        re.compile(r"\bвправе\b|\bимее?ю?т\w* право\b|\bкукылы\b|\bкукыгы бар\b"),
        _RIGHTS,
    ),
    (re.compile(r"\bобязан\w*|\bдолж(?:ен|на|ны)\b|\bминдетти\b"), _DUTIES),
)
#: Most words of an opening that only names who does what follows: «Руководитель
#: Антитеррористического центра:».
_BARE_WORDS: Final = 5
#: What a list is said to be of, folded. Matches «следующие функции:»; must not match
#: «в следующем году».
_ANNOUNCED = re.compile(
    r"\b(?:следующи(?:е|х|м|ми)|мынадай|мыналар\w*)\s+([^,;:]{3,60}):"
)


class Listed(NamedTuple):
    """A list of a provision.

    Attributes:
        opening: The words that open it, as they stand.
        items: Its items, in reading order.
    """

    opening: str
    items: tuple[Provision, ...]


def listed(case: Case, provision: Provision) -> Listed | None:
    """The list that a provision holds; None if it holds none.

    Its own words open it, or a paragraph of it does («Руководитель центра:») where
    numbered items follow.
    """
    below = [c for c in case.records.children(provision.id) if c.kind in _ITEMS]
    if opens(provision):
        numbered = tuple(c for c in below if c.kind == "subpoint")
        items = numbered if len(numbered) >= LEAST_ITEMS else tuple(below)
        return _listed(provision.own.text, items)
    openers = (i for i, c in enumerate(below) if opens(c))
    at = next((i for i in openers if below[i].kind == "para"), None)
    if at is None:
        return None
    items = tuple(c for c in below[at + 1 :] if c.kind == "subpoint")
    items = items or tuple(c for c in below if c.kind == "subpoint")
    return _listed(below[at].own.text, items)


def _listed(opening: str, items: tuple[Provision, ...]) -> Listed | None:
    return Listed(opening, items) if len(items) >= LEAST_ITEMS else None


def opening_share(case: Case, provision: Provision, found: Listed) -> float:
    """Share of the question that opening words and headings hold, 0 to 1.

    A rendering of the whole provision begins with that of its opening words.
    """
    return support(case.concepts, opening_held(case, provision, found))


def opening_held(case: Case, provision: Provision, found: Listed) -> Held:
    """What the words that open a list hold: their own, and what they stand for."""
    lemmas = case.passages.lemmas
    own = lemmas(found.opening, provision.language)
    own |= _rendered_opening(case, provision) | _stood_for(case, found.opening)
    context = case.passages.context(provision.id)
    return Held(own, context | lemmas(provision.heading or "", provision.language))


def _stood_for(case: Case, opening: str) -> frozenset[str]:
    """Words of the question that an opening stands for: «вправе:» opens rights."""
    folded = fold(opening)
    spoken = [words for said, words in _STANDING if said.search(folded)]
    if not spoken and len(folded.split()) <= _BARE_WORDS:
        spoken = [_DUTIES]
    return frozenset(
        lemma
        for concept in case.concepts
        if any(words.match(w) for words in spoken for w in concept.folded)
        for lemma in concept.lemmas
    )


def _rendered_opening(case: Case, provision: Provision) -> frozenset[str]:
    """Lemmas of what renderings say before their colon."""
    words: set[str] = set()
    for rendering in case.records.renderings(provision.id):
        head, colon, _ = rendering.text.partition(":")
        if colon:
            words |= case.passages.lemmas(head, rendering.language)
    return frozenset(words)


def items_share(case: Case, provision: Provision, found: Listed) -> float:
    """The most of the question that opening words and one item hold, 0 to 1."""
    held = opening_held(case, provision, found)
    said = case.passages.said
    shares = (
        support(
            case.concepts, Held(held.own | said(item, item.body.text), held.context)
        )
        for item in found.items
    )
    return max(shares, default=0.0)


#: Several things are asked for, as typed, small: «какие …», «каких …», "which rules".
#: Must not match «какой», "which class", "what status", "which basis".
_MANY_RU = re.compile(r"\bкаки(?:е|х|м|ми)\b|\bкаковы\b")
_MANY_EN = re.compile(r"\b(?:which|what)\s+(?:\w+\s+)?\w{3,}[^sui\W]s\b")
_MANY_KK = re.compile(
    r"\b(?:қандай|қай)\s+(?:\w+\s+)?\w{3,}(?:лар|лер|дар|дер|тар|тер)"
)


def many_asked(case: Case) -> bool:
    """Whether a question asks for several things: «какие реестры», "which marks"."""
    text = case.query.text.lower()
    return any(m.search(text) for m in (_MANY_RU, _MANY_EN, _MANY_KK))


def announces_another(case: Case, provision: Provision, found: Listed) -> bool:
    """Whether a list says to be of other things than the question names.

    «В соответствии с задачами … возлагаются следующие функции:» lists no tasks.
    """
    opening = fold(found.opening)
    asked = [w for concept in case.concepts for w in concept.folded]
    for standing, words in _STANDING:
        if standing.search(opening):
            return not any(words.match(w) for w in asked)
    said = _ANNOUNCED.search(" ".join(found.opening.lower().split()))
    if said is None:
        return False
    announced = case.passages.lemmas(said[1], provision.language)
    held = Held(announced, frozenset())
    return all(supported(concept, held) < _NAMED for concept in case.concepts)


def asks_for_all(case: Case, provision: Provision, found: Listed) -> bool:
    """Whether the opening of a list names what is asked for, and no item does more."""
    share = opening_share(case, provision, found)
    return share > 0 and items_share(case, provision, found) - share <= _ITEM_GAIN
