"""Acts that a question names: by code, number, date, or loosely by title and years.

«№ 124», "order No. 82", «580 қаулы», «15.03.2018» are exact. «дін жоспары»,
"counter-terrorism programme 2018-2022" are compared with the titles through the
lexicon; words that few titles hold count most.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from corpus.letters import fold
from corpus.lexicon import Concept
from corpus.model import Language, Span
from corpus.nlp import Token, tokens
from service.knowledge import ActCard, Knowledge, document_of
from service.periods import Found, Point, points_in
from service.words_of import Word, words_of


class Named(NamedTuple):
    """What a question says about acts.

    Attributes:
        act_ids: Acts that it names; several where it fits several alike.
        unknown: An act as named that is not held, None if there is none.
        spans: The words that name them.
        others: Numbers of acts that are not held but that held ones mention.
    """

    act_ids: tuple[str, ...] = ()
    unknown: str | None = None
    spans: tuple[Span, ...] = ()
    others: tuple[str, ...] = ()


#: An act's code, as adilet writes it. Must not match "ISO27001" or part of a word.
_CODE = re.compile(r"(?<![\w])[KZUNRPVSGH]\d{2}[0-9A-Z]{7,10}_?(?![\w])")
#: Kinds of acts by the folded beginnings of their names in a question.
_KINDS: Final = (
    ("постановлен", "resolution"),
    ("каулы", "resolution"),
    ("resolution", "resolution"),
    ("пост", "resolution"),
    ("ппрк", "resolution"),
    ("указ", "decree"),
    ("жарлы", "decree"),
    ("decree", "decree"),
    ("приказ", "order"),
    ("буйры", "order"),
    ("order", "order"),
    ("закон", "law"),
    ("зан", "law"),
    ("law", "law"),
    ("кодекс", "code"),
    ("code", "code"),
    ("распоряжени", "directive"),
    ("оким", "directive"),
    ("directive", "directive"),
    ("решени", "decision"),
    ("шешим", "decision"),
    ("decision", "decision"),
    ("нпа", ""),
    ("акт", ""),
    ("act", ""),
)
#: Beginnings of other words that look like one of those.
_NOT_KINDS: Final = ("указан", "законода", "законност", "законн", "заннама", "зангер",
                     "action", "activ", "actual", "across", "актив", "актуал", "актив", "орденд",
                     "постоян", "постав", "постро", "постра", "занды", "окимет")  # fmt: skip
#: Between a kind and its number: the issuer, a date, but no end of a clause.
#: Matches « Правительства РК от 15 марта 2018 года »; must not match «; », «? ».
_BETWEEN = re.compile(r"[^;?!:()]{0,60}?")
_SIGN: Final = r"(?:№|(?<!\w)(?:N|n|No|no|номер\w*|нөмір\w*|нөмірі|number)\.?)\s*"
#: "№ 124", "No. 82", «номер 580»; must not match "№124-бап".
_SIGNED = re.compile(
    rf"{_SIGN}(?P<number>\d{{1,5}}(?:-[IVXLС]+|-[а-яa-z])?)(?![\w.]*\d)"
)
#: A plain figure of up to five digits. Must not match years in ranges or amounts.
_PLAIN = re.compile(r"(?<![\d.,–-])(?P<number>\d{1,5})(?![\d]|[.,]\d|\s?[-–]\s?\d)")
#: A figure that is a year unless a number sign says otherwise.
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Share of the best score from which a second act fits the words as well.
_AS_GOOD: Final = 0.8
#: What the term in the title adds, and the year of the act.
_YEARS_WORTH: Final = 2.5
_YEAR_WORTH: Final = 1.0
#: Least score that names an act: one word that no other title holds, or the years.
_LEAST: Final = 1.0
#: The same where only a word inside the title is used («стратегия …» for the method
#: of that strategy): the act is meant, but the words stay what is asked about.
_LEAST_SOFT: Final = 1.5
#: Words of the calendar name no act, though titles hold them.
_CALENDAR: Final = frozenset({"жыл", "год", "year"})
#: Least weight of a sense that may name an act.
_SURE_SENSE: Final = 0.6
#: Share of the words of a long term that a title must hold.
_MOST_OF: Final = 0.6
#: How many words that are not in the title may stand inside its name.
_FOREIGN: Final = 1


def kind_of_word(folded: str) -> str | None:
    """The kind of act that a word names: "order"; "" for «акт», None for others."""
    if folded.startswith(_NOT_KINDS):
        return None
    for beginning, kind in _KINDS:
        exact = len(beginning) <= 4 and beginning not in {"указ"}
        if folded == beginning or (not exact and folded.startswith(beginning)):
            return kind
        if exact and folded.startswith(beginning) and len(folded) <= len(beginning) + 4:
            return kind
    return None


def _fits(card: ActCard, kind: str | None, dates: Sequence[str]) -> bool:
    """Whether a number with these surroundings can be the act's."""
    if kind and kind not in card.kind:
        return False
    return not dates or card.date in dates or any(d[:4] != card.date[:4] for d in dates)


class _Numbered(NamedTuple):
    number: str
    kind: str | None
    span: Span


def _kinds(words: Sequence[Word]) -> list[tuple[Word, str]]:
    return [(w, k) for w in words if (k := kind_of_word(w.folded)) is not None]


def _numbered(
    text: str, words: Sequence[Word], taken: Sequence[Span]
) -> Iterator[_Numbered]:
    """Figures that stand as the number of an act."""
    kinds = _kinds(words)
    free = [m for m in _SIGNED.finditer(text) if not _inside(m.start("number"), taken)]
    signed = {m.start("number") for m in free}
    for m in free:
        near = _kind_near(text, kinds, m.start(), m.end(), most=60)
        span = Span(
            near[0].start if near and near[0].start < m.start() else m.start(), m.end()
        )
        yield _Numbered(m["number"], near[1] if near else None, span)
    for m in _PLAIN.finditer(text):
        if m.start() in signed or _inside(m.start(), taken) or _YEAR.fullmatch(m[0]):
            continue
        near = _kind_near(text, kinds, m.start(), m.end(), most=2)
        if near and near[1] != "":
            start, end = min(m.start(), near[0].start), max(m.end(), near[0].end)
            yield _Numbered(m["number"], near[1], Span(start, end))


def _inside(at: int, spans: Iterable[Span]) -> bool:
    return any(s.start <= at < s.end for s in spans)


def _kind_near(
    text: str, kinds: Sequence[tuple[Word, str]], start: int, end: int, *, most: int
) -> tuple[Word, str] | None:
    """The noun of an act before or behind its number, at most so far away."""
    before = [k for k in kinds if 0 <= start - k[0].end <= most]
    if before and _BETWEEN.fullmatch(text, before[-1][0].end, start):
        return before[-1]
    behind = [k for k in kinds if 0 <= k[0].start - end <= 3]
    return behind[0] if behind else None


def _dates(found: Sequence[Found]) -> list[tuple[str, Span]]:
    return [
        (f.part.iso, Span(f.start, f.end))
        for f in found
        if isinstance(f.part, Point) and f.part.iso
    ]


def _exact(text: str, knowledge: Knowledge, taken: Sequence[Span]) -> Named:
    """Acts named by code, number or date."""
    words, dates = words_of(text), _dates(points_in(text))
    isos = [iso for iso, _ in dates]
    ids: list[str] = []
    spans: list[Span] = []
    unknown: list[str] = []
    others: list[str] = []
    for m in _CODE.finditer(text):
        held = knowledge.card(m[0]) is not None
        (ids if held else unknown).append(m[0])
        spans += [Span(*m.span())] if held else []
    date_spans = [span for _, span in dates]
    for one in _numbered(text, words, [*taken, *date_spans]):
        fits = [c.id for c in knowledge.acts if c.number == one.number]
        fits = [i for i in fits if _fits(_card(knowledge, i), one.kind, isos)]
        if fits:
            ids += fits
            spans.append(one.span)
        elif any(one.number in c.linked for c in knowledge.acts):
            others.append(one.number)
        elif one.kind is not None:
            unknown.append(text[one.span.start : one.span.end])
    for iso, span in dates:
        dated = [c.id for c in knowledge.acts if c.date == iso]
        if dated and (not ids or set(dated) & set(ids)):
            ids += dated
            spans.append(span)
    named = tuple(dict.fromkeys(ids))
    lost = None if named or others else next(iter(unknown), None)
    return Named(named, lost, tuple(dict.fromkeys(spans)), tuple(dict.fromkeys(others)))


def _card(knowledge: Knowledge, act_id: str) -> ActCard:
    return next(c for c in knowledge.acts if c.id == act_id)


# ------------------------------------------------------------------ by its title


class _Clue(NamedTuple):
    """A stretch of words (places ``first`` to ``last``) that fits titles.

    Attributes:
        worth: What it adds for each act, in the order of the acts; 0 if it does
            not fit.
        document: The noun of a document that it holds ("plan"), None without any.
        term: Whether it is the term of a title, such as «2018 – 2022».
        telling: Whether it says which act: more than the noun of a document.
    """

    first: int
    last: int
    worth: tuple[float, ...]
    document: str | None
    term: bool
    telling: bool

    @property
    def naming(self) -> bool:
        """Whether it shows that an act is named at all."""
        return self.document is not None or self.term


def _fits_title(concept: Concept, card: ActCard) -> bool:
    """Whether a title holds a sense, or most words of one of several words."""
    sure = (s for s in concept.senses if s.weight >= _SURE_SENSE)
    return any(_held(sense.lemmas, card.lemmas) for sense in sure)


def _held(lemmas: Sequence[str], title: frozenset[str]) -> bool:
    held = sum(lemma in title for lemma in lemmas)
    return held == len(lemmas) or (held > 1 and held >= _MOST_OF * len(lemmas))


def _rarity(fitting: Sequence[bool]) -> float:
    """Weight of a word by how few titles hold it."""
    held = sum(fitting)
    return math.log1p(len(fitting) / held) - math.log(2) if held else 0.0


def _concept_clues(
    words: Sequence[Token], language: Language, knowledge: Knowledge
) -> Iterator[_Clue]:
    for concept in knowledge.lexicon.expand(words, language):
        fitting = [_fits_title(concept, card) for card in knowledge.acts]
        inside = [w for w in words[concept.start : concept.end] if w.is_word]
        nouns = (document_of(fold(w.text)) for w in inside)
        document = next((noun for noun in nouns if noun), None)
        calendar = any(w.lemma in _CALENDAR for w in inside)
        if not any(fitting) or calendar or (all(fitting) and not document):
            continue
        telling = not document or len(inside) > 1
        weight = (_rarity(fitting) + 0.1) * (1.0 if telling else 0.5)
        worth = tuple(weight * fits for fits in fitting)
        last = concept.end - 1
        yield _Clue(concept.start, last, worth, document, term=False, telling=telling)


def _year_clues(
    text: str, words: Sequence[Token], knowledge: Knowledge
) -> Iterator[_Clue]:
    for found in points_in(text):
        point = found.part
        if not isinstance(point, Point) or not point.year or point.iso:
            continue
        places = [
            i
            for i, w in enumerate(words)
            if w.start < found.end and found.start < w.end
        ]
        worth = tuple(_year_worth(point, card) for card in knowledge.acts)
        if places and any(worth):
            term = bool(point.year_end)
            yield _Clue(places[0], places[-1], worth, None, term, telling=term)


def _year_worth(point: Point, card: ActCard) -> float:
    """What a year or a term adds for an act: its own term, or the year it began."""
    if point.year_end:
        return _YEARS_WORTH if card.years == (point.year, point.year_end) else 0.0
    first = card.years[0] if card.years else None
    return _YEAR_WORTH if point.year in {int(card.date[:4]), first} else 0.0


def _blocks(
    clues: Sequence[_Clue], words: Sequence[Token]
) -> Iterator[tuple[_Clue, ...]]:
    """Clues that stand together: between them only words that say nothing."""
    block: list[_Clue] = []
    for clue in sorted(clues, key=lambda c: (c.first, c.last)):
        if block and not _together(block[-1], clue, words):
            yield tuple(block)
            block = []
        block.append(clue)
    if block:
        yield tuple(block)


def _together(one: _Clue, other: _Clue, words: Sequence[Token]) -> bool:
    between = words[one.last + 1 : other.first]
    return (
        sum((t.is_word or t.is_number) and not t.is_stop for t in between) <= _FOREIGN
    )


def _scores(block: Sequence[_Clue], knowledge: Knowledge) -> list[float]:
    """What a block adds up to for each act; 0 where nothing in it names the act."""
    return [
        sum(clue.worth[k] for clue in block)
        if any(clue.naming and clue.worth[k] for clue in block)
        else 0.0
        for k in range(len(knowledge.acts))
    ]


def _by_title(text: str, language: Language, knowledge: Knowledge) -> Named:
    """Acts that the words of a question fit by title and term."""
    words = tokens(text, language)
    clues = [
        *_concept_clues(words, language, knowledge),
        *_year_clues(text, words, knowledge),
    ]
    blocks = [b for b in _blocks(clues, words) if any(c.naming for c in b)]
    best = max(blocks, key=lambda b: max(_scores(b, knowledge)), default=())
    scores = _scores(best, knowledge) if best else []
    top = max(scores, default=0.0)
    cards = [
        card
        for card, score in zip(knowledge.acts, scores, strict=False)
        if score >= _AS_GOOD * top
    ]
    named = any(_names(best, card) for card in cards)
    if top < (_LEAST if named else _LEAST_SOFT) or not any(c.telling for c in best):
        return Named()
    fitting = [c for c in best if any(_fits_card(c, card, knowledge) for card in cards)]
    span = Span(
        words[min(c.first for c in fitting)].start,
        words[max(c.last for c in fitting)].end,
    )
    return Named(tuple(c.id for c in cards), None, (span,) if named else ())


def _fits_card(clue: _Clue, card: ActCard, knowledge: Knowledge) -> bool:
    return clue.worth[knowledge.acts.index(card)] > 0


def _names(block: Sequence[_Clue], card: ActCard) -> bool:
    """Whether words name the act itself, not only something in its title."""
    return any(c.term or (c.document and c.document == card.document) for c in block)


def acts_named(
    text: str, language: Language, knowledge: Knowledge, taken: Sequence[Span] = ()
) -> Named:
    """The acts that a question names.

    Args:
        text: The question.
        language: Of the question.
        knowledge: The acts and the lexicon.
        taken: Spans that say something else (addresses), whose figures are no
            numbers of acts.
    """
    exact = _exact(text, knowledge, taken)
    loose = _by_title(text, language, knowledge)
    if exact.act_ids:
        agree = set(loose.act_ids) & set(exact.act_ids)
        return exact._replace(spans=(*exact.spans, *loose.spans)) if agree else exact
    if exact.unknown:
        return exact
    return loose._replace(others=exact.others)
