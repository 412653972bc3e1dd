"""The parts of an act: how many sections or chapters it has, and their headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.model import Act, Provision
from corpus.nlp import tokens
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.heads import act_draft
from service.model import Intent, Value
from service.wording import MOST, shortened
from service.words_of import words_of

#: Nouns of parts by folded beginnings, and the kinds of units that they may mean.
_NOUNS: Final = (
    (("глав", "тарау", "chapter"), ("chapter", "section")),
    (
        ("раздел", "подраздел", "част", "болим", "section", "subsection", "part"),
        ("section", "chapter", "part"),
    ),
    (("приложен", "косымша", "annex", "appendi"), ("annex",)),
    (("стать", "стате", "баптар", "баб", "бап", "article"), ("article",)),
)
#: Kinds that are numbered through a whole act, whatever holds them.
_THROUGH: Final = frozenset({"article"})
#: Most headings that are shown and cited one by one.
_NAMED_MOST: Final = 30
#: Words that only look like those.
_NOT_NOUNS: Final = ("частн", "частот", "particip", "party", "parties")
#: Least that is shown of each heading.
_SHOWN_LEAST: Final = 24
#: Words beside the noun of the parts: a verb, or a number in words.
_OTHER_WORDS: Final = 1


def _kinds(case: Case) -> tuple[str, ...]:
    """Kinds of units that the question names outside the name of an act."""
    spans = case.query.act_spans
    for word in words_of(case.query.text):
        inside = any(s.start <= word.start < s.end for s in spans)
        if inside or word.folded.startswith(_NOT_NOUNS):
            continue
        for beginnings, kinds in _NOUNS:
            if word.folded.startswith(beginnings):
                return kinds
    return ()


def _only_parts(case: Case) -> bool:
    """Whether hardly more than parts is spoken of: "the three parts of the plan"."""
    words = [
        t
        for t in tokens(case.query.content_text, case.language)
        if t.is_word and not t.is_stop
    ]
    nouns = tuple(b for beginnings, _ in _NOUNS for b in beginnings)
    others = (t for t in words if not t.folded.startswith(nouns) and not t.is_number)
    return sum(1 for _ in others) <= _OTHER_WORDS


def _units(case: Case, act: Act, kinds: Sequence[str]) -> list[Provision]:
    """The units of the first kind that the act has, under the parent with most.

    Those that are numbered through the act are given wherever they stand.
    """
    for kind in kinds:
        groups: dict[str, list[Provision]] = {}
        for provision_id in case.knowledge.ids(act.id):
            if provision_id.steps[-1][0] == kind:
                held = case.records.provision(provision_id)
                if held is not None:
                    groups.setdefault(held.parent or "", []).append(held)
        if groups and kind in _THROUGH:
            return [unit for held in groups.values() for unit in held]
        if groups:
            return max(groups.values(), key=len)
    return []


def units_draft(
    case: Case, act: Act, units: Sequence[Provision], intent: Intent
) -> Draft:
    """How many units, at least one, an act has, and their headings."""
    cited = units if len(units) <= _NAMED_MOST else (units[0], units[-1])
    room = max((MOST - 160) // len(cited) - 4, _SHOWN_LEAST)
    names = [shortened(unit.heading or unit.own.text, room) for unit in cited]
    glue = "; " if len(cited) == len(units) else " … "
    shown = glue.join(f"«{name}»" for name in names)
    key = "articles" if units[0].kind == "article" else "units"
    text = case.say(
        f"list.{key}", act=case.act_name(act), count=len(units), names=shown
    )
    total = Value(text=str(len(units)), number=str(len(units)))
    values = [
        Value(text=unit.heading or unit.own.text, provision_id=unit.id)
        for unit in units
    ]
    quotes = [(u.id, u.heading or u.own.text, u.source) for u in cited]
    shown_values = (total, *values) if intent != "list" else tuple(values)
    return act_draft(case, act, intent, text, shown_values, quotes)


def parts_asked(case: Case, intent: Intent) -> Outcome:
    """The parts of the acts that a question names; not concerned otherwise."""
    kinds = _kinds(case) if case.query.act_ids else ()
    if not kinds or not _only_parts(case):
        return NOTHING
    acts = [act for act in case.acts() if act.id in case.query.act_ids]
    found = [(act, _units(case, act, kinds)) for act in acts]
    counted: Intent = "list" if intent == "list" else "count"
    return outcome(case, [units_draft(case, a, us, counted) for a, us in found if us])
