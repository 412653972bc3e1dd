"""What a term means: the act's own definition of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.body_names import is_noise
from corpus.lexicon import Concept
from corpus.model import Act, Definition, Provision
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


#: A term explained beside its name: «рабочий орган - Штаб центра, являющийся …».
#: Matches with «Штаб центра»; must not match «органы, являющиеся» after a clause.
_BESIDE = re.compile(r"[-–—]\s([^,.;:()–—]{3,70}?),\s+являющ\w+\s", re.IGNORECASE)
#: The number that opens a unit. Matches "2) ", "12. "; must not match "2018 ".
_MARK = re.compile(r"^\d{1,3}[.)]\s*")
#: Words that may stand in a text which explains something; quick.
_MAY_EXPLAIN = re.compile(r"явля[ею]|понима[ею]тся|танылады|\s[–—-]\s", re.IGNORECASE)
#: A name given in passing («… (далее – Штаб)») explains less than a definition.
_NAMED_WORTH: Final = 0.9
#: Words that begin what a term is asked "under" or "in", as typed, small.
_PLACED: Final = frozenset(
    {"under", "in", "according", "within", "per", "by", "в", "во", "по", "согласно"}
)
#: Worth of a match on the words before such a word alone.
_CUT_WORTH: Final = 0.95
#: Acts of the best hits that are read for definitions by form.
_ACTS_MOST: Final = 2


class _Match(NamedTuple):
    worth: float
    act: Act
    definition: Definition


def _telling(words: Sequence[Token]) -> list[Token]:
    return [t for t in words if t.is_word and not t.is_stop and not is_noise(t.folded)]


def _asked_terms(case: Case) -> list[tuple[float, tuple[Concept, ...]]]:
    """The term asked about: all words, and those before "under the methodology"."""
    words = tokens(case.query.content_text, case.language)
    places = (i for i, t in enumerate(words) if i and t.text.lower() in _PLACED)
    cut = next(places, None)
    asked = [(1.0, _telling(words))]
    if cut and _telling(words[:cut]):
        asked.append((_CUT_WORTH, _telling(words[:cut])))
    lexicon = case.knowledge.lexicon
    return [(worth, lexicon.expand(w, case.language)) for worth, w in asked]


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
    asked = _asked_terms(case)
    for act in case.acts():
        own = [(1.0, d) for d in (*act.definitions, *_in_form(case, act))]
        for trust, definition in (
            *own,
            *((_NAMED_WORTH, d) for d in _named_later(act)),
        ):
            words = _telling(tokens(definition.term, act.language))
            term = frozenset(t.lemma for t in words)
            worth = max(least * _worth(concepts, term) for least, concepts in asked)
            yield _Match(trust * worth, act, definition)


def _named_later(act: Act) -> Iterator[Definition]:
    """Names that the text itself gives: «… (бұдан әрі – Жоспар)»."""
    for entry in act.abbreviations:
        if not entry.listed and entry.provision:
            yield Definition(entry.abbreviation, entry.name, entry.provision)


def _in_form(case: Case, act: Act) -> Iterator[Definition]:
    """Provisions that explain a term by their form, listed or not."""
    for held in _explaining(case, act):
        text = " ".join(held.own.text.split())
        for form in filter(None, (_FORM.match(text), _BESIDE.search(text))):
            term = next(filter(None, form.groups()))
            yield Definition(term, text[form.end() :].strip(), held.id)


def _explaining(case: Case, act: Act) -> Iterator[Provision]:
    """Units that may explain something: of the acts of the best hits, all."""
    acts = dict.fromkeys(hit.provision_id.act_id for hit in case.hits)
    near = act.id in list(acts)[:_ACTS_MOST]
    found = [h.provision_id for h in case.hits if h.provision_id.act_id == act.id]
    for provision_id in case.knowledge.ids(act.id) if near else found:
        if provision_id.steps[-1][0] in _EXPLAINING:
            held = case.records.provision(provision_id)
            if held and _MAY_EXPLAIN.search(held.own.text):
                yield held


def _draft(case: Case, match: _Match) -> Draft | None:
    act, definition = match.act, match.definition
    provision = case.records.provision(definition.provision)
    if provision is None:
        return None
    words = " ".join(provision.own.text.split())
    begins = _MARK.sub("", words).lower().startswith(definition.term.lower())
    text = case.say(
        "definition.term" if begins else "definition.text",
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
