"""A raw question → :class:`service.model.Query`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from corpus.ids import Span
from corpus.language import detect
from corpus.letters import is_kazakh, script_of, unseen_removed
from corpus.model import Language
from corpus.nlp import tokens
from service.act_kinds import kind_of_word
from service.act_whole import whole_names
from service.acts_named import Named, acts_named
from service.address_words import units_language
from service.addresses import Found, addresses_in
from service.intents import Wanted, wanted
from service.knowledge import Knowledge, document_of
from service.literal import minus_words
from service.model import Asked, Intent, Query
from service.narrowing import due_list
from service.periods import Point, points_in
from service.reading_aloud import read_as
from service.words_of import Word, words_of

__all__ = ["Knowledge", "understand"]

#: A quoted phrase. Matches «а б», “a b”, "a b"; must not match one quote mark.
_QUOTED = re.compile(r"«([^«»]{3,120})»|“([^“”]{3,120})”|\"([^\"]{3,120})\"")
#: A word to be left out. Matches " -суд"; must not match "2018-2020", " - кто".
_EXCLUDED = re.compile(r"(?:(?<=\s)|^)-([^\W\d_][\w]*)")
#: A short form by its looks: capitals, maybe figures or a hyphen, no small letters
#: but one inside («ЭКСПО-2017»). Must not match «Кто», "I", «2018».
_SHORT_FORM = re.compile(r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2,}(?:-\d+)?")
#: Intents that ask what a short form means if nothing but one is named.
_NAMING: Final[frozenset[Intent]] = frozenset({"definition", "responsible", "fact"})
#: What is asked of acts alone: "who issued it", "when was it adopted".
_ABOUT_ACTS: Final = frozenset({"signatory", "adoption", "repeals", "basis"})
#: What is asked for certain, whatever else a question says: «телефон исполнителя».
_UNMISTAKABLE: Final = frozenset(
    {"contact", "person", "penalty", "pay", "papers", "hours"}
)
_CERTAIN: Final = 3
#: Intents that a question may have several of at once.
_FIELDS: Final[frozenset[Intent]] = frozenset(
    {"responsible", "deadline", "completion_form", "funding"}
)


def _language(text: str, given: Language | None) -> tuple[Language, float]:
    """The language to answer in; by the script where the words tell nothing."""
    if given in {"kk", "ru", "en"}:
        return given, 1.0
    found = detect(text)
    units = units_language(text) if found.ambiguous else None
    if units is not None:
        return units, 0.5
    if found.language != "und":
        return found.language, found.confidence
    if is_kazakh(text):
        return "kk", 0.5
    return ("en", 0.3) if script_of(text) == "latin" else ("ru", 0.3)


def _inside(word: Word | Span, spans: Iterable[Span]) -> bool:
    return any(s.start <= word.start and word.end <= s.end for s in spans)


def _is_short_form(word: Word, knowledge: Knowledge) -> bool:
    listed = any(word.folded in card.short_forms for card in knowledge.acts)
    return listed or _SHORT_FORM.fullmatch(word.text) is not None


def _whole(text: str, named: Named) -> Named:
    """The same acts, each with all words of its name: issuer and date too."""
    dates = [
        Span(f.start, f.end)
        for f in points_in(text)
        if isinstance(f.part, Point) and f.part.iso
    ]
    return named._replace(spans=whole_names(text, named.spans, dates))


def _bodies(
    text: str, language: Language, knowledge: Knowledge, apart: Sequence[Span]
) -> tuple[str, ...]:
    """Bodies that a question names outside the name of an act and an address."""
    mentions = knowledge.bodies.find(text, language)
    outside = (m for m in mentions if not _inside(Span(m.start, m.end), apart))
    return tuple(dict.fromkeys(m.body_id for m in outside))


def _years(text: str, named: Named) -> tuple[int, ...]:
    years: list[int] = []
    for found in points_in(text):
        point, span = found.part, Span(found.start, found.end)
        if isinstance(point, Point) and point.year and not _inside(span, named.spans):
            years += range(point.year, (point.year_end or point.year) + 1)
    return tuple(dict.fromkeys(years))


def _telling(words: Sequence[Word], text: str, language: Language) -> list[Word]:
    """Words that say something about the matter."""
    said = {t.start for t in tokens(text, language) if not t.is_stop}
    return [w for w in words if w.start in said or w.text.isdecimal()]


def _asked(
    found: Wanted,
    content: Sequence[Word],
    address: Found,
    knowledge: Knowledge,
    *,
    acts_meant: bool,
) -> tuple[Asked, ...]:
    """The intents, seen together with what else the question says."""
    asked = [o for o in found.asked if acts_meant or o.slot not in _ABOUT_ACTS]
    asked.sort(key=lambda o: o.slot not in _UNMISTAKABLE or o.weight < _CERTAIN)
    if asked and asked[0].slot in _UNMISTAKABLE and asked[0].weight == _CERTAIN:
        asked = [o for o in asked if o.intent != "definition" or o.weight == _CERTAIN]
    how_many = [o for o in asked if (o.intent, o.slot) == ("fact", "number")]
    nouns = {("list", "items"), ("responsible", "body")}
    if how_many and asked[0][:2] in nouns and found.is_before(how_many[0], asked[0]):
        asked.insert(0, how_many[0])
    intents = {one.intent for one in asked}
    short = [w for w in content if _is_short_form(w, knowledge)]
    naming = not any(one.weight == 3 for one in asked) or "definition" in intents
    alone = bool(short) and len(content) == len(short) and not address.paths
    if alone and naming and intents & _NAMING:
        asked.insert(0, Asked("abbreviation", "term", 3))
    if address.paths:
        fields = bool(intents & _FIELDS)
        least = _CERTAIN + fields  # «назови исполнителей меры 3» asks for a field
        listing = {"list", "count"}
        asked = [o for o in asked if o.intent not in listing or o.weight >= least]
    if address.paths and not any(o.weight >= 2 or o.intent in _FIELDS for o in asked):
        asked.insert(0, Asked("provision", "text", 2))
    return tuple(asked)


def _acts_meant(words: Sequence[Word], named: Named) -> bool:
    """Whether a question speaks of an act or a document at all."""
    spoken = (
        kind_of_word(w.folded) is not None or document_of(w.folded) for w in words
    )
    return bool(named.act_ids or named.others) or any(spoken)


def _intents(asked: Sequence[Asked]) -> tuple[Intent, ...]:
    return tuple(dict.fromkeys(one.intent for one in asked)) or ("search",)


def _phrases(text: str, intents: Sequence[Intent]) -> tuple[str, ...]:
    """Quoted words to be found as they stand: in a search, not in a question."""
    if intents[0] != "search":
        return ()
    return tuple(next(filter(None, groups)) for groups in _QUOTED.findall(text))


def _quoted(text: str) -> tuple[Span, ...]:
    """Quoted phrases in a question; none if it is quoted as a whole."""
    found = (Span(*m.span()) for m in _QUOTED.finditer(text))
    return tuple(s for s in found if s.end - s.start < len(text.rstrip(" ?.!")))


def _content(
    words: Sequence[Word], found: Wanted, spans: Sequence[Span]
) -> tuple[Word, ...]:
    kept = (w for i, w in enumerate(words) if i not in found.used)
    return tuple(w for w in kept if not _inside(w, spans))


def _stretches(words: Sequence[Word], kept: Sequence[Word]) -> tuple[Span, ...]:
    """Kept words that stand together as one span, so that «а-б» stays one word."""
    starts = {word.start for word in kept}
    spans: list[Span] = []
    open_span = False
    for word in words:
        if word.start not in starts:
            open_span = False
        elif open_span:
            spans[-1] = Span(spans[-1].start, word.end)
        else:
            spans.append(Span(word.start, word.end))
            open_span = True
    return tuple(spans)


def _heads(words: Sequence[Word], found: Wanted, telling: Sequence[Word]) -> list[Word]:
    """What is asked for: the first two telling words behind the asking ones."""
    starts = {w.start for w in telling}
    heads: list[Word] = []
    for place in found.heads:
        behind = [w for w in words[place : place + 4] if w.start in starts]
        heads += behind[:2]
    return heads


def understand(
    text: str, knowledge: Knowledge, *, language: Language | None = None
) -> Query:
    """Read a question.

    Args:
        text: As typed, not empty.
        knowledge: Acts, bodies and words that are known.
        language: Of the question, where the caller knows it.
    """
    text = " ".join(unseen_removed(text).split())
    spoken, confidence = _language(text, language)
    address, words = addresses_in(text), words_of(text)
    named = acts_named(text, spoken, knowledge, address.spans)
    named = _whole(text, named)
    left_out = minus_words(text)
    asking = [w._replace(folded="") if _inside(w, left_out) else w for w in words]
    found = wanted(asking, spoken, named.titles, _quoted(text))
    kept = _content(words, found, (*address.spans, *named.spans))
    telling = _telling(kept, text, spoken)
    acts_meant = _acts_meant(words, named)
    asked = _asked(found, telling, address, knowledge, acts_meant=acts_meant)
    asked = due_list(asked, text, telling, spoken, knowledge.bodies) or asked
    intents = _intents(asked)
    first, *more = address.paths or ((),)
    query = Query(
        text=text,
        language=spoken,
        confidence=confidence,
        intents=intents,
        act_ids=named.act_ids,
        unknown_act=named.unknown,
        address=first,
        body_ids=_bodies(text, spoken, knowledge, (*address.spans, *named.spans)),
        years=_years(text, named),
        phrases=_phrases(text, intents),
        excluded=tuple(_EXCLUDED.findall(text)) if intents[0] == "search" else (),
        content=_stretches(words, kept),
        act_spans=named.spans,
        asked=asked,
        heads=tuple(Span(w.start, w.end) for w in _heads(words, found, telling)),
        more_addresses=tuple(more),
        other_acts=named.others,
    )
    return replace(query, read_as=read_as(query, knowledge))
