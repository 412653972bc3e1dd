"""Acts that a question names: by code, number, date, or loosely by title.

«№ 124», "order No. 82", «580 қаулы», «15.03.2018» are exact; loose names are read by
:mod:`service.act_titles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from corpus.ids import Span
from corpus.model import Language
from service.act_bare_numbers import bare_numbers
from service.act_kinds import kind_of_word
from service.act_titles import acts_by_title
from service.knowledge import Knowledge, document_of
from service.periods import Found, Point, points_in
from service.words_of import Word, words_of


class Named(NamedTuple):
    """What a question says about acts.

    Attributes:
        act_ids: Acts that it names; several where it fits several alike.
        unknown: An act as named that is not held, None if there is none.
        spans: The words that name them.
        others: Numbers of acts that are not held but that held ones mention.
        titles: Of those words, the ones that stand in the title of the act.
    """

    act_ids: tuple[str, ...] = ()
    unknown: str | None = None
    spans: tuple[Span, ...] = ()
    others: tuple[str, ...] = ()
    titles: tuple[Span, ...] = ()


#: An act's code, as adilet writes it. Must not match "ISO27001" or part of a word.
_CODE = re.compile(r"(?<![\w])[KZUNRPVSGH]\d{2}[0-9A-Z]{7,10}_?(?![\w])")
#: Between a kind and its number: the issuer, a date, but no end of a clause.
#: Matches « Правительства РК от 15 марта 2018 года »; must not match «; », «? ».
_BETWEEN = re.compile(r"[^;?!:()]{0,60}?")
_SIGN: Final = r"(?:№|(?<!\w)(?:N|n|No|no|номер\w*|нөмір\w*|нөмірі|number)\.?)\s*"
#: "№ 124", "No. 82", «номер 580»; must not match "№124-бап".
_SIGNED = re.compile(
    rf"{_SIGN}(?P<number>\d{{1,5}}(?:-[IVXLCІХС]+|-[а-яa-z])?)(?![\w.]*\d)"
)
#: Cyrillic letters in the number of a convocation of Parliament, as Latin ones.
_LOOK_ALIKES: Final = str.maketrans("ІХС", "IXC")
#: A plain figure of up to five digits, with the convocation of a law or without it.
#: Must not match years in ranges or amounts.
_PLAIN = re.compile(
    r"(?<![\d.,–-])(?P<number>\d{1,5}(?:-[IVXLCІХС]+(?!\w))?)"
    r"(?![\d]|[.,]\d|\s?[-–]\s?\d)"
)
#: Between a kind and a plain number: nothing but words for the issuer.
#: Matches « Правительства РК », " of the Government "; must not match « о мере ».
_ISSUER = re.compile(
    r"\s*(?:(?:правительств|президент|министр|министерств|үкімет|республик|казахстан"
    r"|қазақстан|рк|қр|government|president|minister|republic|kazakhstan|of|the)\w*"
    r"\s+){1,5}",
    re.IGNORECASE,
)
#: How far a noun and its number may stand apart.
_TOUCH: Final = 2
#: A figure that is a year unless a number sign says otherwise.
_YEAR = re.compile(r"(?:19|20)\d\d")


#: Short for «постановление Правительства»; small letters are a subpoint.
_RESOLUTION: Final = "ПП"


class _Numbered(NamedTuple):
    number: str
    kind: str | None
    span: Span


def _spellings(number: str) -> Iterator[str]:
    """A number as it is said: "106-VIII", "106"."""
    yield number
    yield number.partition("-")[0]


def _is_number(held: str, said: str) -> bool:
    """Whether an act's number is meant: "106" is "106-VIII" as well."""
    said = said.translate(_LOOK_ALIKES)
    number, dash, convocation = held.partition("-")
    short = number == said and dash and not convocation.strip("IVXLC")
    return held == said or bool(short)


def _of_number(one: _Numbered, knowledge: Knowledge, dates: Sequence[str]) -> list[str]:
    """Acts of a number and kind; those of a date that is named, if any is."""
    cards = [c for c in knowledge.acts if _is_number(c.number, one.number)]
    cards = [c for c in cards if not one.kind or one.kind in c.kind]
    dated = [c for c in cards if c.date in dates]
    return [c.id for c in dated or cards]


def _kinds(words: Sequence[Word]) -> list[tuple[Word, str]]:
    """Nouns of acts; «ПП» in capitals is short for a resolution."""
    named = ((w, kind_of_word(w.folded)) for w in words)
    kinds = ((w, "resolution" if w.text == _RESOLUTION else k) for w, k in named)
    return [(w, k) for w, k in kinds if k is not None]


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
        near = _kind_near(text, kinds, m.start(), m.end(), most=_TOUCH)
        near = near or _kind_over_issuer(text, kinds, m.start())
        if near and near[1] != "":
            start, end = min(m.start(), near[0].start), max(m.end(), near[0].end)
            yield _Numbered(m["number"], near[1], Span(start, end))


def _of_document(
    text: str, words: Sequence[Word], knowledge: Knowledge, taken: Sequence[Span]
) -> Iterator[_Numbered]:
    """Figures beside the noun of the document that an act of that number holds.

    «программа 124» is the one that resolution № 124 approves.
    """
    for m in _PLAIN.finditer(text):
        near = (w for w in words if 0 <= m.start() - w.end <= _TOUCH)
        noun = next((d for w in near if (d := document_of(w.folded))), None)
        cards = (c for c in knowledge.acts if _is_number(c.number, m["number"]))
        fits = any(noun in c.documents for c in cards)
        if noun and fits and not _inside(m.start(), taken):
            yield _Numbered(m["number"], None, Span(*m.span()))


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


def _kind_over_issuer(
    text: str, kinds: Sequence[tuple[Word, str]], start: int
) -> tuple[Word, str] | None:
    """The noun of an act before its issuer and number: «указ Президента 588»."""
    before = [k for k in kinds if k[0].end < start]
    named = before and _ISSUER.fullmatch(text, before[-1][0].end, start)
    return before[-1] if named else None


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
    busy = [*taken, *date_spans]
    numbered = [
        *_numbered(text, words, busy),
        *_of_document(text, words, knowledge, busy),
    ]
    numbers = {part for card in knowledge.acts for part in _spellings(card.number)}
    bare = bare_numbers(text, numbers, taken, busy) if not (numbered or ids) else ()
    numbered += [_Numbered(text[s.start : s.end], None, s) for s in bare]
    for one in numbered:
        fits = _of_number(one, knowledge, isos)
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
    loose = acts_by_title(text, language, knowledge, taken)
    if exact.act_ids:
        agree = set(loose.act_ids) & set(exact.act_ids)
        spans = (*exact.spans, *loose.spans)
        return exact._replace(spans=spans, titles=loose.titles) if agree else exact
    if exact.unknown:
        return exact
    unknown = None if exact.others else loose.unknown
    return Named(loose.act_ids, unknown, loose.spans, exact.others, loose.titles)
