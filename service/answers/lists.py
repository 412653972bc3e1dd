"""Measures by body, year, secrecy or budget programme: complete, and counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from corpus.letters import fold
from corpus.model import Act, Measure
from corpus.nlp import Token, tokens
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome, refused
from service.answers.warn import act_warnings
from service.model import Intent, Value
from service.wording import shortened

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
#: What a measure ends with is spoken of, folded.
#: Matches "end with", «завершаются», «закончены», «аякталатын»; must not match "send".
_ENDING = re.compile(
    r"\b(?:end|ends|ended|ending|finish\w*|close|closes|closed|complet\w*|conclud\w*"
    r"|законч\w*|заканч\w*|заверш\w*|закрыва\w*|оканч\w*|окончани\w*|форм\w*"
    r"|аякта\w*|битет\w*|бит\w{1,3}|нысан\w*|жабыл\w*)\b"
)
#: Most measures that are cited one by one.
_CITED_MOST: Final = 60
_TITLE_MOST: Final = 160


class _Wish(NamedTuple):
    """A condition that measures must meet, and how the answer speaks of it."""

    key: str
    meets: Callable[[Measure], bool]
    values: tuple[tuple[str, str], ...] = ()


def _body_wishes(case: Case) -> list[_Wish]:
    bodies = [b for i in case.query.body_ids if (b := case.knowledge.bodies.get(i))]
    names = {b.id for b in bodies}
    if not bodies:
        return []
    said = ", ".join(b.short(case.language) for b in bodies)
    return [
        _Wish(
            "body",
            lambda m: names <= _charged(case, m),
            (("body", said),),
        )
    ]


def _charged(case: Case, measure: Measure) -> set[str]:
    """The bodies of a measure that the registry knows."""
    found = (case.knowledge.body_of(e) for e in measure.executors)
    return {body.id for body in found if body}


def _secret_wish(case: Case) -> list[_Wish]:
    if _SECRET.search(fold(case.query.text)):
        return [_Wish("classified", lambda m: m.classified)]
    return []


def _year_wishes(case: Case) -> list[_Wish]:
    years = set(case.query.years)
    if not years:
        return []
    return [_Wish("measures", lambda m: bool(years & set(m.deadline_years)))]


def _funding_wishes(case: Case) -> list[_Wish]:
    """Conditions on the funding cell: a code, a quoted name, or plain words."""
    question = fold(case.query.text)
    if not _PROGRAMME.search(question):
        return []
    codes = _CODE.findall(case.query.content_text)
    if codes:
        return [_Wish("measures", lambda m: any(c in m.funding.text for c in codes))]
    return []


def names_programme(case: Case) -> bool:
    """Whether a question gives the code of a budget programme."""
    return bool(_funding_wishes(case))


def _language_of(case: Case, measure: Measure) -> Act | None:
    return case.records.act(measure.act_id)


def _lemmas(text: str, act: Act) -> frozenset[str]:
    return frozenset(t.lemma for t in tokens(text, act.language))


def _named_programme(case: Case, measures: Sequence[Measure]) -> list[Measure]:
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
        act = _language_of(case, measure)
        if act is None or not cell(measure):
            continue
        held = _lemmas(cell(measure), act)
        fits = [any(held.issuperset(s.lemmas) for s in c.senses) for c in concepts]
        if fits and sum(fits) * 2 >= len(fits):
            kept.append((sum(fits), measure))
    best = max((n for n, _ in kept), default=0)
    return [m for n, m in kept if n == best]


def _form_words(case: Case) -> list[Token]:
    """What measures are to end with, where a question asks for that."""
    words = tokens(case.query.content_text, case.language)
    telling = [t for t in words if t.is_word and not t.is_stop]
    if not _ENDING.search(fold(case.query.text)):
        return []
    return [t for t in telling if not _ENDING.match(t.folded) and t.text.islower()]


#: A quoted name. Matches «Зарубежные командировки»; must not match a lone mark.
_QUOTED = re.compile(r"«([^«»]{3,})»|“([^“”]{3,})”|\"([^\"]{3,})\"")


def _numbers(measures: Sequence[Measure]) -> str:
    """The numbers in order, rows of more than two as ranges: «20–26, 32»."""
    parts: list[list[str]] = []
    for measure in measures:
        last = parts[-1][-1] if parts else ""
        follows = last.isdecimal() and measure.number.isdecimal()
        if follows and int(measure.number) == int(last) + 1:
            parts[-1].append(measure.number)
        else:
            parts.append([measure.number])
    return ", ".join(
        f"{row[0]}–{row[-1]}" if len(row) > 2 else ", ".join(row) for row in parts
    )


def _values(measures: Sequence[Measure]) -> tuple[Value, ...]:
    return tuple(
        Value(
            text=shortened(m.title.text, _TITLE_MOST),
            number=m.number,
            status="classified" if m.classified else None,
            provision_id=m.id,
        )
        for m in measures
    )


def _quote(measure: Measure) -> str:
    """A short stretch of the title that shows which row is meant."""
    title = measure.title.text
    return (
        title
        if len(title) <= _TITLE_MOST
        else title[: title.rfind(" ", 0, _TITLE_MOST)]
    )


def _draft(
    case: Case,
    act: Act,
    measures: Sequence[Measure],
    wishes: Sequence[_Wish],
    intent: Intent,
) -> Draft:
    keys = {wish.key for wish in wishes}
    key = (
        "classified"
        if "classified" in keys
        else "body"
        if "body" in keys
        else "measures"
    )
    values = dict(pair for wish in wishes for pair in wish.values)
    text = case.say(
        f"list.{key}_one" if len(measures) == 1 else f"list.{key}",
        count=len(measures),
        act=case.act_name(act),
        numbers=_numbers(measures),
        **values,
    )
    if len(measures) <= 3:
        text += "".join(f" «{shortened(m.title.text, 120)}»." for m in measures)
    quotes = [(m.id, _quote(m), m.source) for m in measures[:_CITED_MOST]]
    total = Value(text=str(len(measures)), number=str(len(measures)))
    shown = (*([total] if intent == "count" else []), *_values(measures))
    return Draft(text, act.id, intent, shown, quotes, tuple(act_warnings(case, act)))


def _plans(case: Case) -> list[tuple[Act, tuple[Measure, ...]]]:
    """The acts asked about that have measures, with these, in force first."""
    plans = ((a, case.records.measures(act_ids=(a.id,))[1]) for a in case.acts())
    return [(act, measures) for act, measures in plans if measures]


def _wishes(case: Case) -> list[_Wish]:
    return [
        *_body_wishes(case),
        *_secret_wish(case),
        *_funding_wishes(case),
        *_year_wishes(case),
    ]


def measures_asked(case: Case, intent: Intent) -> Outcome:
    """Lists and counts of measures; not concerned where no condition is named."""
    if "measure" not in case.slots(intent):
        return NOTHING
    plans, wishes = _plans(case), _wishes(case)
    ending = [] if wishes else _form_words(case)
    named = _QUOTED.search(case.query.text) and _PROGRAMME.search(fold(case.query.text))
    if named:
        found = [(a, _named_programme(case, ms)) for a, ms in plans]
    elif ending:
        forms = [(a, _holding(case, ms, ending, _form_of)) for a, ms in plans]
        found = forms
    elif wishes:
        found = [
            (a, [m for m in ms if all(w.meets(m) for w in wishes)]) for a, ms in plans
        ]
    elif intent == "count" and not _matter(case):
        found = [(a, list(ms)) for a, ms in plans]
    else:
        return NOTHING
    drafts = [_draft(case, a, ms, wishes, intent) for a, ms in found if ms]
    done = outcome(case, drafts)
    return done if done.answers or not plans else _none(case, wishes)


def _form_of(measure: Measure) -> str:
    return measure.completion_form.text


def _matter(case: Case) -> bool:
    """Whether the question says what the measures are about."""
    words = tokens(case.query.content_text, case.language)
    return any(t.is_word and not t.is_stop for t in words)


def _none(case: Case, wishes: Sequence[_Wish]) -> Outcome:
    """No measure meets the conditions."""
    body = next((v for w in wishes for k, v in w.values if k == "body"), None)
    acts = [a for a in case.acts() if a.id in case.query.act_ids]
    if body and len(acts) == 1:
        name = case.act_name(acts[0])
        return refused(case, "not_stated", "not_stated_body", act=name, body=body)
    if body:
        return refused(case, "not_stated", "not_stated_body_any", body=body)
    return refused(case, "not_stated")
