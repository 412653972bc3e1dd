"""What a term means: the act's own definition of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.body_names import is_noise
from corpus.lexicon import Concept
from corpus.model import Act, Definition
from corpus.nlp import Token, tokens
from service.answers.case import Case, Draft, Outcome, outcome
from service.answers.warn import act_warnings, provision_warnings
from service.model import Value
from service.wording import shortened

#: Share of the question and of the term that must be the same words.
_LEAST: Final = 0.6
#: Share of the best match from which another act's definition is given too.
_AS_GOOD: Final = 0.95
_QUOTE_MOST: Final = 480
#: Kinds of units that may explain a term.
_EXPLAINING: Final = frozenset({"point", "subpoint", "para"})
#: How a text explains a term: «1) тәуекел – …», «Под X понимается …», «X является …».
#: Must not match a dash between figures or after a whole clause.
_FORM = re.compile(
    r"(?:\d+[.)]\s*)?(?:"
    r"под\s+([^,.;:()]{4,90}?)\s+понима[ею]тся"
    r"|([^,.;:()–—]{3,70}?)(?:\s*\([^()]*\))?\s+(?:[–—]|-)\s+(?=\D)"
    r"|([^,.;:()–—]{3,70}?)(?:\s*\([^()]*\))?\s+(?:является|деп\s+танылады)\s"
    r")",
    re.IGNORECASE,
)


class _Match(NamedTuple):
    worth: float
    act: Act
    definition: Definition


def _telling(words: Sequence[Token]) -> list[Token]:
    return [t for t in words if t.is_word and not t.is_stop and not is_noise(t.folded)]


def _concepts(case: Case) -> tuple[Concept, ...]:
    words = _telling(tokens(case.query.content_text, case.language))
    return case.knowledge.lexicon.expand(words, case.language)


def _worth(concepts: Sequence[Concept], term: frozenset[str]) -> float:
    """How alike a question and a term are: share of both that is shared."""
    covered: set[str] = set()
    met = 0
    for concept in concepts:
        senses = [s.lemmas for s in concept.senses if term.issuperset(s.lemmas)]
        met += bool(senses)
        covered.update(*senses)
    if not concepts or not term:
        return 0.0
    return min(met / len(concepts), len(covered) / len(term))


def _matches(case: Case) -> Iterator[_Match]:
    concepts = _concepts(case)
    for act in case.acts():
        for definition in (*act.definitions, *_named_later(act), *_in_form(case, act)):
            words = _telling(tokens(definition.term, act.language))
            term = frozenset(t.lemma for t in words)
            yield _Match(_worth(concepts, term), act, definition)


def _named_later(act: Act) -> Iterator[Definition]:
    """Names that the text itself gives: «… (бұдан әрі – Жоспар)»."""
    for entry in act.abbreviations:
        if not entry.listed and entry.provision:
            yield Definition(entry.abbreviation, entry.name, entry.provision)


def _in_form(case: Case, act: Act) -> Iterator[Definition]:
    """Found provisions that explain a term by their form, listed or not."""
    for hit in case.hits:
        held = case.records.provision(hit.provision_id)
        if held is None or held.act_id != act.id or held.kind not in _EXPLAINING:
            continue
        if form := _FORM.match(" ".join(held.own.text.split())):
            term = next(filter(None, form.groups()))
            yield Definition(term, held.own.text[form.end() :].strip(), held.id)


def _draft(case: Case, match: _Match) -> Draft | None:
    act, definition = match.act, match.definition
    provision = case.records.provision(definition.provision)
    if provision is None:
        return None
    words = " ".join(provision.own.text.split())
    text = case.say(
        "definition.term",
        term=definition.term,
        label=case.label(provision.id),
        act=case.act_name(act),
        quote=shortened(words, _QUOTE_MOST),
    )
    value = Value(
        text=definition.meaning, name=definition.term, provision_id=provision.id
    )
    warnings = (*act_warnings(case, act), *provision_warnings(case, act, provision.id))
    quotes = [
        (provision.id, _first(provision.own.text), provision.source),
        (provision.id, definition.term, provision.source),
    ]
    return Draft(text, act.id, "definition", (value,), quotes, warnings)


def _first(text: str, most: int = 400) -> str:
    """The beginning of a text, cut behind a word."""
    return text if len(text) <= most else text[: text.rfind(" ", 0, most)]


def definitions(case: Case) -> Outcome:
    """The definitions that the question asks for, best first."""
    found = sorted(_matches(case), key=lambda m: (-m.worth, m.definition.provision))
    best = found[0].worth if found else 0.0
    kept: list[_Match] = []
    for match in found:
        fits = match.worth >= max(_LEAST, _AS_GOOD * best)
        if fits and all(match.act.id != other.act.id for other in kept):
            kept.append(match)
    drafts = (_draft(case, match) for match in kept)
    return outcome(case, [draft for draft in drafts if draft])
