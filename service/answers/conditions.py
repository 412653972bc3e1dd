"""What measures must meet to be listed: body, year, secrecy, programme, form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from corpus.body_registry import Body
from corpus.letters import fold
from corpus.model import Act
from corpus.nlp import Token, tokens
from corpus.plan_model import Measure
from service.answers.case import Case

#: A secret row is asked for. Matches «засекречены», «құпия», "classified";
#: must not match «секретариат».
_SECRET = re.compile(
    r"\b(?:за)?секре[тч](?!ар)\w*|\bкупия\w*|\bclassified\b|\bsecret\b|\bгриф\w*"
)
#: A code of a budget programme. Matches "002", "program 033"; must not match years.
_CODE = re.compile(r"(?<!\d)(0\d{2}|[12]\d{2})(?!\d)")
#: A budget programme is spoken of, folded.
_PROGRAMME = re.compile(
    r"\bпрограмм\w*|\bбагдарлама\w*|\bprogram\w*|\bбюджет\w*|\bbudget\w*|\bкоды?\b"
)
#: A quoted name. Matches «Зарубежные командировки»; must not match a lone mark.
_QUOTED = re.compile(r"«([^«»]{3,})»|“([^“”]{3,})”|\"([^\"]{3,})\"")
#: One word of so many must stand in some form of completion.
_KNOWN_LEAST: Final = 3
#: Share of the best match from which another measure matches too.
_AS_GOOD: Final = 0.8
#: Units that measures of a plan are grouped under.
_SECTIONS: Final = frozenset({"section", "chapter", "part"})
#: Weight of a cue from which measures are surely asked for.
_LIKELY: Final = 2
#: What a measure ends with is spoken of, folded.
#: Matches "end with", «завершаются», «закончены», «аякталатын»; must not match "send".
_ENDING = re.compile(
    r"\b(?:end|ends|ended|ending|finish\w*|close|closes|closed|complet\w*|conclud\w*"
    r"|законч\w*|заканч\w*|заверш\w*|закрыва\w*|оканч\w*|окончани\w*|форм\w*"
    r"|аякта\w*|битет\w*|бит\w{1,3}|нысан\w*|жабыл\w*)\b"
)


class Wish(NamedTuple):
    """A condition that measures must meet, and how the answer speaks of it."""

    key: str
    meets: Callable[[Measure], bool]
    values: tuple[tuple[str, str], ...] = ()


def _body_wishes(case: Case) -> list[Wish]:
    """All bodies named must take part; of a name that fits several, any of them."""
    named = _bodies_named(case)
    if not named:
        return []
    said = ", ".join(b.short(case.language) for bodies in named for b in bodies)
    ids = [{b.id for b in bodies} for bodies in named]
    return [
        Wish(
            "body",
            lambda m: not any(one.isdisjoint(_charged(case, m)) for one in ids),
            (("body", said),),
        )
    ]


def _bodies_named(case: Case) -> list[list[Body]]:
    """For each name in the question the bodies that it fits.

    Of several, those that some measure charges: "the Ministry of Education".
    """
    named: dict[int, list[Body]] = {}
    for mention in case.knowledge.bodies.find(case.query.text, case.language):
        body = case.knowledge.bodies.get(mention.body_id)
        if body and body.id in case.query.body_ids:
            named.setdefault(mention.start, []).append(body)
    if all(len(bodies) == 1 for bodies in named.values()):
        return list(named.values())
    act_ids = tuple(act.id for act in case.acts())
    rows = case.records.measures(act_ids=act_ids)[1]
    charged = {body for row in rows for body in _charged(case, row)}
    kept = ([b for b in bodies if b.id in charged] for bodies in named.values())
    return [k or bodies for k, bodies in zip(kept, named.values(), strict=True)]


def _charged(case: Case, measure: Measure) -> set[str]:
    """The bodies of a measure that the registry knows."""
    found = (case.knowledge.body_of(e) for e in measure.executors)
    return {body.id for body in found if body}


def _secret_wish(case: Case) -> list[Wish]:
    if _SECRET.search(fold(case.query.text)):
        return [Wish("classified", lambda m: m.classified)]
    return []


def _year_wishes(case: Case) -> list[Wish]:
    years = set(case.query.years)
    if not years:
        return []
    return [Wish("measures", lambda m: bool(years & set(m.deadline_years)))]


def _funding_wishes(case: Case) -> list[Wish]:
    """The code of a budget programme that the funding cell must hold."""
    question = fold(case.query.text)
    if not _PROGRAMME.search(question):
        return []
    codes = _CODE.findall(case.query.content_text)
    if codes:
        return [Wish("measures", lambda m: any(c in m.funding.text for c in codes))]
    return []


def names_programme(case: Case) -> bool:
    """Whether a question gives the code of a budget programme."""
    return bool(_funding_wishes(case))


def _act_of(case: Case, measure: Measure) -> Act | None:
    return case.records.act(measure.act_id)


def _lemmas(text: str, act: Act) -> frozenset[str]:
    return frozenset(t.lemma for t in tokens(text, act.language))


def quotes_programme(case: Case) -> bool:
    """Whether a question quotes the name of a budget programme."""
    text = case.query.text
    return bool(_QUOTED.search(text) and _PROGRAMME.search(fold(text)))


def named_programme(case: Case, measures: Sequence[Measure]) -> list[Measure]:
    """Measures whose funding cell holds the quoted name of a programme."""
    match = _QUOTED.search(case.query.text)
    if match is None:
        return []
    name = tokens(next(filter(None, match.groups())), case.language)
    return _holding(case, measures, name, lambda m: m.funding.text)


def _holding(
    case: Case,
    measures: Sequence[Measure],
    words: Sequence[Token],
    cell: Callable[[Measure], str],
) -> list[Measure]:
    """Measures with a cell that holds most of some words, as many as any does.

    The words are compared through the lexicon, all words of one sense each.
    """
    concepts = case.knowledge.lexicon.expand(words, case.language)
    kept = []
    for measure in measures:
        act = _act_of(case, measure)
        if act is None or not cell(measure):
            continue
        held = _lemmas(cell(measure), act)
        fits = [any(held.issuperset(s.lemmas) for s in c.senses) for c in concepts]
        if fits and sum(fits) * 2 >= len(fits):
            kept.append((sum(fits), measure))
    best = max((n for n, _ in kept), default=0)
    return [m for n, m in kept if n == best]


def form_words(case: Case) -> list[Token]:
    """What measures are to end with, where a question asks for such measures."""
    asked = max((a.weight for a in case.query.asked if a.slot == "measure"), default=0)
    if asked < _LIKELY or not _ENDING.search(fold(case.query.text)):
        return []
    words = tokens(case.query.content_text, case.language)
    telling = (t for t in words if t.is_word and not t.is_stop and len(t.text) > 1)
    return [t for t in telling if not _ENDING.match(t.folded)]


def ending_with(
    case: Case, measures: Sequence[Measure], words: Sequence[Token]
) -> list[Measure]:
    """Measures whose form of completion is spoken of.

    Words that no form of the plan holds say nothing about forms («должны»); rare
    ones say most.
    """
    holding = [{m.id for m in _holding(case, measures, [t], _form_of)} for t in words]
    known = [ids for ids in holding if ids]
    if len(known) * _KNOWN_LEAST < len(words):
        return []
    worth = {m.id: sum(1 / len(ids) for ids in known if m.id in ids) for m in measures}
    best = max(worth.values(), default=0.0)
    return [m for m in measures if best and worth[m.id] >= _AS_GOOD * best]


def _form_of(measure: Measure) -> str:
    return measure.completion_form.text


def section_wishes(case: Case) -> list[Wish]:
    """The section of a plan that is named by its number: «в разделе 2 плана»."""
    address = case.query.address
    if not address or address[-1].kind not in _SECTIONS:
        return []
    places = (i for act in case.acts() for i in case.knowledge.ids(act.id))
    named = (i for i in places if i.steps[-1] == tuple(address[-1]))
    held = (case.records.provision(i) for i in named)
    headings = {(p.act_id, p.heading) for p in held if p and p.heading}
    act_ids = tuple(act.id for act in case.acts())
    rows = case.records.measures(act_ids=act_ids)[1]
    if not any((row.act_id, row.section) in headings for row in rows):
        return []
    return [Wish("measures", lambda m: (m.act_id, m.section) in headings)]


def wishes_of(case: Case) -> list[Wish]:
    """All conditions that a question names."""
    return [
        *section_wishes(case),
        *_body_wishes(case),
        *_secret_wish(case),
        *_funding_wishes(case),
        *_year_wishes(case),
    ]
