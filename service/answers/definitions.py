"""What a term means: the act's own definition of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.body_names import is_noise
from corpus.lexicon import Concept
from corpus.model import Act, Definition, Language, Provision
from corpus.nlp import Token, tokens
from service.answers.case import Case, Draft, Outcome, outcome
from service.answers.explaining import explained_terms
from service.answers.texts import first_words
from service.answers.warn import act_warnings, provision_warnings
from service.model import Value
from service.wording import shortened

#: Share of the question and of the term that must be the same words: three fifths,
#: less what small preferences take.
_LEAST: Final = 0.58
#: Share of the best match from which another act's definition is given too.
_AS_GOOD: Final = 0.95
_QUOTE_MOST: Final = 480
#: Kinds of units that may explain a term.
_EXPLAINING: Final = frozenset({"point", "subpoint", "para"})
#: The number that opens a unit. Matches "2) ", "12. "; must not match "2018 ".
_MARK = re.compile(r"^\d{1,3}[.)]\s*")
#: What parts a term from its meaning, brackets before it left out.
#: Matches « (далее – X) – »; must not match «-метр».
_DASH = re.compile(r"\s*(?:\([^()]*\))?\s*[-–—]\s")
#: A name given in passing («… (далее – Штаб)») explains less than a definition.
_NAMED_WORTH: Final = 0.9
#: Words that begin what a term is asked "under" or "in", as typed, small.
_PLACED: Final = frozenset(
    {"under", "in", "according", "within", "per", "by", "в", "во", "по", "согласно"}
)
#: Worth of a match on the words before such a word alone.
_CUT_WORTH: Final = 0.95
#: Stretches of a question between which what asks stands.
_STRETCHES: Final = 2
#: Worth of a match where the rest of the question names the act.
_BESIDE_WORTH: Final = 0.9
#: Worth of a match in an act that is not where the term is asked "in".
_ELSEWHERE_WORTH: Final = 0.9
#: Worth of a match by words of the same meaning.
_MEANT_WORTH: Final = 0.99
#: Acts of the best hits that are read for definitions by form.
_ACTS_MOST: Final = 2


class _Said(NamedTuple):
    """A definition, what its form is worth, and the words that give it if not all."""

    trust: float
    definition: Definition
    quote: str = ""


class _Match(NamedTuple):
    worth: float
    act: Act
    definition: Definition
    quote: str


def _telling(words: Sequence[Token]) -> list[Token]:
    return [t for t in words if t.is_word and not t.is_stop and not is_noise(t.folded)]


class _Term(NamedTuple):
    """What is asked about: its concepts, and what a match on them is worth.

    Attributes:
        worth: Of a full match.
        concepts: Of the term.
        lemmas: Of its words.
        place: Concepts of where it is asked "in"; none if nowhere.
    """

    worth: float
    concepts: tuple[Concept, ...]
    lemmas: frozenset[str]
    place: tuple[Concept, ...] = ()


def _asked_terms(case: Case) -> list[_Term]:
    """The term asked about: all words, and those without where it is asked "in".

    "risk under the methodology" asks about "risk", and so does «в методике риском»
    where what asks stands between the two.
    """
    words = tokens(case.query.content_text, case.language)
    whole = _telling(words)
    placed = [i for i, t in enumerate(words) if t.text.lower() in _PLACED]
    cut: Sequence[Token] = ()
    if placed:
        cut = _telling(words[: placed[0]] if placed[0] else _last_stretch(case))
    expand, language = case.knowledge.lexicon.expand, case.language
    asked = [_Term(1.0, expand(whole, language), _lemmas(whole))]
    if cut:
        rest = [t for t in whole if t.text not in {c.text for c in cut}]
        place = expand(rest, language)
        asked.append(_Term(_CUT_WORTH, expand(cut, language), _lemmas(cut), place))
    return asked


def _lemmas(words: Sequence[Token]) -> frozenset[str]:
    return frozenset(t.lemma for t in words)


def _last_stretch(case: Case) -> Sequence[Token]:
    """The words behind what asks: «кого в плане считают | исполнителем»."""
    spans = case.query.content
    if len(spans) < _STRETCHES:
        return ()
    return tokens(case.query.text[spans[-1].start : spans[-1].end], case.language)


def _worth(asked: _Term, term: frozenset[str], title: frozenset[str]) -> float:
    """How alike a question and a term are: share of both that is shared.

    What only names the act («рабочий орган Антитеррористического центра») counts
    little if the term lacks it, and the very words a little more than others that
    mean the same.
    """
    covered: set[str] = set()
    met, beside = 0, 0
    for concept in asked.concepts:
        senses = [s.lemmas for s in concept.senses if term.issuperset(s.lemmas)]
        met += bool(senses)
        covered.update(*senses)
        named = any(title.issuperset(s.lemmas) for s in concept.senses)
        beside += not senses and named
    if not met or not term:
        return 0.0
    alike = met / (len(asked.concepts) - beside)
    alike *= _BESIDE_WORTH if beside else 1.0
    literal = 1.0 if term <= asked.lemmas else _MEANT_WORTH
    literal *= 1.0 if not asked.place or _in_place(asked, title) else _ELSEWHERE_WORTH
    return asked.worth * min(alike, len(covered) / len(term)) * literal


def _in_place(asked: _Term, title: frozenset[str]) -> bool:
    """Whether an act's title says where the term is asked "in"."""
    senses = (s.lemmas for concept in asked.place for s in concept.senses)
    return any(title.issuperset(lemmas) for lemmas in senses)


def _matches(case: Case) -> Iterator[_Match]:
    asked = _asked_terms(case)
    for act in case.acts():
        title = case.passages.lemmas(act.title, act.language)
        for trust, definition, quote in (
            *(_Said(1.0, d) for d in act.definitions),
            *_in_form(case, act),
            *(_Said(_NAMED_WORTH, d) for d in _named_later(act)),
        ):
            term = _term_lemmas(definition.term, act.language)
            worth = max((_worth(one, term, title) for one in asked), default=0.0)
            yield _Match(trust * worth, act, definition, quote)


@lru_cache(maxsize=1 << 13)
def _term_lemmas(term: str, language: Language) -> frozenset[str]:
    return frozenset(t.lemma for t in _telling(tokens(term, language)))


def _named_later(act: Act) -> Iterator[Definition]:
    """Names that the text itself gives: «… (бұдан әрі – Жоспар)»."""
    for entry in act.abbreviations:
        if not entry.listed and entry.provision:
            yield Definition(entry.abbreviation, entry.name, entry.provision)


def _in_form(case: Case, act: Act) -> Iterator[_Said]:
    """Provisions that explain a term by their form, listed or not."""
    for held in _units(case, act):
        text = " ".join(held.own.text.split())
        for said in explained_terms(text):
            start, end = said.place
            definition = Definition(said.term, said.meaning, held.id)
            yield _Said(said.trust, definition, text[start:end])


def _units(case: Case, act: Act) -> Iterator[Provision]:
    """Units that may explain something: of the acts of the best hits, all."""
    acts = dict.fromkeys(hit.provision_id.act_id for hit in case.hits)
    near = act.id in list(acts)[:_ACTS_MOST]
    found = [h.provision_id for h in case.hits if h.provision_id.act_id == act.id]
    for provision_id in case.knowledge.ids(act.id) if near else found:
        if provision_id.steps[-1][0] in _EXPLAINING:
            held = case.records.provision(provision_id)
            if held is not None:
                yield held


def _draft(case: Case, match: _Match) -> Draft | None:
    act, definition = match.act, match.definition
    provision = case.records.provision(definition.provision)
    if provision is None:
        return None
    words = match.quote or " ".join(provision.own.text.split())
    rest = _MARK.sub("", words)
    begins = rest.lower().startswith(definition.term.lower())
    named = begins and _DASH.match(rest[len(definition.term) :])
    text = case.say(
        "definition.term" if named else "definition.text",
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
        (
            provision.id,
            first_words(match.quote or provision.own.text),
            provision.source,
        ),
        (provision.id, definition.term, provision.source),
    ]
    return Draft(text, act.id, "definition", (value,), quotes, warnings)


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
