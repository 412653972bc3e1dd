"""What the head and the notes of an act say: force, dates, changes, signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from corpus.model import Act
from service.act_kinds import kind_of_word
from service.answers.amendments import amendments, announced
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.clauses import basis, repeals
from service.answers.dates import on_date
from service.answers.heads import (
    date_with_figures,
    head_draft,
    lines_quoted,
    short_title,
)
from service.answers.joined import slots_joined
from service.answers.refusal import matter_words
from service.answers.signatures import signatory
from service.answers.warn import repealed_by, term_warnings
from service.model import Value
from service.period_words import say_date
from service.wording import shortened
from service.words_of import words_of


def force(case: Case, act: Act) -> Draft:
    """Whether the act is in force; if not, since when and by what."""
    name, title, by = case.act_name(act), short_title(act), act.repealed_by
    if act.status == "in_force":
        text = case.say("status.in_force", act=name, title=title)
        quotes = [lines_quoted(case, act, act.head)]
        return head_draft(
            case, act, text, [Value(text=text, status="in_force")], quotes
        )
    if by and by.date and by.number:
        date = on_date(by.date, case.language)
        who = repealed_by(case, act)
        text = case.say("status.repealed", act=name, title=title, date=date, by=who)
        value = Value(
            text=f"№ {by.number}", number=by.number, date=by.date, status="repealed"
        )
    else:
        text = case.say("status.repealed_bare", act=name, title=title)
        value = Value(text=text, status="repealed")
    quoted = lines_quoted(case, act, act.status_source)
    if quoted and by and by.date:
        text += f" «{shortened(quoted[1], 220)}»"
    draft = head_draft(case, act, text, [value], [quoted])
    return draft._replace(warnings=tuple(term_warnings(case, act)))


def entry(case: Case, act: Act) -> Draft | None:
    """The clause on entry into force."""
    clause = (
        case.records.provision(act.entry_into_force) if act.entry_into_force else None
    )
    if clause is None:
        return None
    words = " ".join(clause.own.text.split())
    text = case.say("status.entry", act=case.act_name(act), quote=shortened(words, 400))
    value = Value(text=words, provision_id=clause.id)
    return head_draft(
        case, act, text, [value], [(clause.id, clause.own.text, clause.source)]
    )


def registration(case: Case, act: Act) -> Draft | None:
    """The state registration of an act."""
    held = act.registration
    if held is None or not held.number or not held.date:
        return None
    text = case.say(
        "status.registered",
        act=case.act_name(act),
        number=held.number,
        date=date_with_figures(held.date, case, on_date(held.date, case.language)),
    )
    value = Value(text=f"№ {held.number}", number=held.number, date=held.date)
    return head_draft(case, act, text, [value], [lines_quoted(case, act, act.head)])


def adoption(case: Case, act: Act) -> Draft:
    """Number, date, issuer."""
    date = date_with_figures(act.date, case, on_date(act.date, case.language))
    text = case.say(
        "status.adopted" if act.number and act.issuer else "status.adopted_bare",
        act=case.act_name(act),
        date=date,
        number=act.number,
        issuer=act.issuer,
    )
    value = Value(
        text=f"№ {act.number}" if act.number else date,
        number=act.number or None,
        date=act.date,
        name=act.issuer or None,
    )
    return head_draft(case, act, text, [value], [lines_quoted(case, act, act.head)])


def _repealing(case: Case, act: Act) -> Draft | None:
    """What an act repeals; of one that repeals nothing, what repealed it.

    «Қай құжат 292 қаулының күшін жойды» differs from the other by a case ending.
    """
    return repeals(case, act) or (force(case, act) if act.repealed_by else None)


#: The more special fact first: "under what number was it registered".
_BY_SLOT: Final[dict[str, Callable[[Case, Act], Draft | None]]] = {
    "repeals": _repealing,
    "basis": basis,
    "registration": registration,
    "signatory": signatory,
    "entry": entry,
    "amendment": amendments,
    "force": force,
    "adoption": adoption,
}


def _drafts(case: Case, acts: Sequence[Act]) -> Iterator[Draft]:
    slots = set(case.slots("status"))
    makers = [make for slot, make in _BY_SLOT.items() if slot in slots]
    most = slots_joined(case, "status", _BY_SLOT)
    for act in acts:
        made = (make(case, act) for make in makers)
        yield from islice((one for one in made if one), most)


def status(case: Case) -> Outcome:
    """The answer for each act that the question names."""
    if case.query.other_acts and not case.query.act_ids:
        return amended_by_other(case)
    acts = [act for act in case.acts() if act.id in case.query.act_ids]
    if acts:
        return outcome(case, list(_drafts(case, acts)))
    if "amendment" in case.slots("status"):
        return announced(case)
    return _all_of_status(case)


#: Words for acts that are no longer in force.
#: Match "repealed", «утратили», «күші жойылған»; must not match "in force".
_GONE = re.compile(
    r"repeal|revok|annul|cancel|abolish|утрат|отмен|недейств|жойыл|жарамсыз"
)


def _all_of_status(case: Case) -> Outcome:
    """All acts in force, or all repealed ones, where a question asks which are."""
    asked = {"act", "force"} <= {a.slot for a in case.query.asked}
    if not asked or matter_words(case):
        return NOTHING
    gone = _GONE.search(case.query.text.lower()) is not None
    named = (kind_of_word(w.folded) for w in words_of(case.query.text))
    kinds = {kind for kind in named if kind}
    acts = [a for a in case.acts() if (a.status != "in_force") == gone]
    acts = [a for a in acts if not kinds or any(kind in a.kind for kind in kinds)]
    return outcome(case, [force(case, act) for act in acts])


def amended_by_other(case: Case) -> Outcome:
    """Which held acts an act that is not held has changed or repealed."""
    numbers = set(case.query.other_acts)
    drafts: list[Draft] = []
    for act in case.acts():
        rows = [c for c in act.amended_by if c.number in numbers]
        if rows:
            text = case.say(
                "status.amender",
                number=rows[0].number,
                date=say_date(rows[0].date, case.language),
                act=case.act_name(act),
                title=short_title(act),
            )
            value = Value(text=f"№ {act.number}", number=act.number, date=act.date)
            quotes = [lines_quoted(case, act, row.source) for row in rows]
            drafts.append(head_draft(case, act, text, [value], quotes))
        elif act.repealed_by and act.repealed_by.number in numbers:
            drafts.append(force(case, act))
    return outcome(case, drafts)


def which_act(case: Case, act_ids: Sequence[str] = ()) -> Outcome:
    """The act itself as the answer, where the question describes it.

    Args:
        case: The question.
        act_ids: Acts that it describes, where it names none.
    """
    described = act_ids or case.query.act_ids
    acts = [act for act in case.records.acts() if act.id in described]
    drafts = []
    for act in acts:
        text = case.say(
            "status.approves", act=case.act_name(act), title=short_title(act)
        )
        value = Value(
            text=f"№ {act.number}", number=act.number, date=act.date, name=act.title
        )
        draft = head_draft(
            case, act, text, [value], [lines_quoted(case, act, act.head)]
        )
        drafts.append(draft._replace(intent="fact"))
    return outcome(case, drafts)
