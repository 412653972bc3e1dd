"""What the head and the notes of an act say: force, dates, changes, signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from corpus.model import Act, Amendment, Provision, ProvisionId, Source
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.warn import act_warnings, repealed_by
from service.model import Value
from service.period_words import say_date
from service.wording import shortened

_TITLE_MOST: Final = 260
#: Longest stretch of lines that is quoted for a fact of the head.
_QUOTE_MOST: Final = 400
#: Hits among which announced wording is looked for.
_FOUND_MOST: Final = 6

#: The question looks ahead. Matches «изменятся», "will change", «өзгереді»; must
#: not match «изменено», "was amended".
_LATER = re.compile(
    r"\bизмен(?:ятся|ится)|\bбуд[еу]т\b|\bнов\w+ редакци|\bwill\b|\bnew wording"
    r"|өзгереді|енгізіледі|жаңа редакция"
)

Quoted = tuple[ProvisionId, str, Source]


def _lines(case: Case, act: Act, source: Source) -> Quoted | None:
    """The words of some lines of the file, to be quoted as they stand."""
    file = case.records.source(act.id)
    first = next(iter(case.knowledge.ids(act.id)), None)
    holder = case.knowledge.holder(act.id, source.line_start) or first
    if file is None or holder is None:
        return None
    last = min(source.line_end, len(file.starts))
    rows = (file.line(n).text for n in range(source.line_start, last + 1))
    text = " ".join(" ".join(rows).split())
    if len(text) > _QUOTE_MOST:
        text = text[: text.rfind(" ", 0, _QUOTE_MOST)]
    return holder, text, source


def _draft(
    case: Case,
    act: Act,
    text: str,
    values: Sequence[Value],
    quotes: Sequence[Quoted | None],
) -> Draft:
    cited = [quote for quote in quotes if quote]
    warnings = tuple(act_warnings(case, act))
    return Draft(text, act.id, "status", tuple(values), cited, warnings)


def _title(act: Act) -> str:
    return shortened(act.title, _TITLE_MOST)


def force(case: Case, act: Act) -> Draft:
    """Whether the act is in force; if not, since when and by what."""
    name, title, by = case.act_name(act), _title(act), act.repealed_by
    if act.status == "in_force":
        text = case.say("status.in_force", act=name, title=title)
        quotes = [_lines(case, act, act.head)]
        return _draft(case, act, text, [Value(text=text, status="in_force")], quotes)
    if by and by.date and by.number:
        date = say_date(by.date, case.language)
        who = repealed_by(case, act)
        text = case.say("status.repealed", act=name, title=title, date=date, by=who)
        value = Value(
            text=f"№ {by.number}", number=by.number, date=by.date, status="repealed"
        )
    else:
        text = case.say("status.repealed_bare", act=name, title=title)
        value = Value(text=text, status="repealed")
    quoted = _lines(case, act, act.status_source)
    if quoted and by and by.date:
        text += f" «{shortened(quoted[1], 220)}»"
    return _draft(case, act, text, [value], [quoted])


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
    return _draft(
        case, act, text, [value], [(clause.id, clause.own.text, clause.source)]
    )


def _changes(act: Act) -> tuple[Amendment, ...]:
    """One row for each amending act, in order of date."""
    by_number = {(c.date, c.number): c for c in reversed(act.amended_by)}
    return tuple(by_number[key] for key in sorted(by_number))


def _change_words(case: Case, change: Amendment) -> str:
    if not change.in_text and change.effective:
        return _future_words(case, change)
    return case.say(
        "status.amendment_scope",
        number=change.number,
        date=_both(change.date, case),
        scope=shortened(change.scope, 120),
    )


def _both(iso: str, case: Case) -> str:
    """A date in words with its figures: «13 декабря 2019 года (13.12.2019)»."""
    year, month, day = iso.split("-")
    return f"{say_date(iso, case.language)} ({day}.{month}.{year})"


def amendments(case: Case, act: Act) -> Draft:
    """The acts that changed the act, and wording announced for later."""
    name, changes = case.act_name(act), _changes(act)
    if not changes:
        text = case.say("status.not_amended", act=name)
        return _draft(case, act, text, [], [_lines(case, act, act.head)])
    asked = _asked_changes(case, act)
    shown = "; ".join(_change_words(case, change) for change in asked)
    text = case.say("status.amended", act=name, list=shown)
    values = [
        Value(text=f"№ {c.number}", number=c.number, date=c.effective or c.date)
        for c in asked
    ]
    return _draft(case, act, text, values, [_lines(case, act, c.source) for c in asked])


def _asked_changes(case: Case, act: Act) -> tuple[Amendment, ...]:
    """Announced changes where the question is about later wording, else all.

    Every row of an announced act is kept, since each names another provision.
    """
    future = tuple(c for c in act.amended_by if not c.in_text)
    years = {int(c.effective[:4]) for c in future if c.effective}
    if future and (
        years & set(case.query.years) or _LATER.search(case.query.text.lower())
    ):
        return future
    return _changes(act)


def registration(case: Case, act: Act) -> Draft | None:
    """The state registration of an act."""
    held = act.registration
    if held is None or not held.number or not held.date:
        return None
    text = case.say(
        "status.registered",
        act=case.act_name(act),
        number=held.number,
        date=_both(held.date, case),
    )
    value = Value(text=f"№ {held.number}", number=held.number, date=held.date)
    return _draft(case, act, text, [value], [_lines(case, act, act.head)])


def signatory(case: Case, act: Act) -> Draft | None:
    """Who signed."""
    if not act.signatory:
        return None
    text = case.say("status.signed", act=case.act_name(act), who=act.signatory)
    signed = _signature(case, act)
    quoted = (signed.id, act.signatory, signed.source) if signed else None
    return _draft(case, act, text, [Value(text=act.signatory)], [quoted])


def _signature(case: Case, act: Act) -> Provision | None:
    for provision_id in case.knowledge.ids(act.id):
        if provision_id.steps[-1][0] == "signature":
            return case.records.provision(provision_id)
    return None


def adoption(case: Case, act: Act) -> Draft:
    """Number, date, issuer."""
    text = case.say(
        "status.adopted",
        act=case.act_name(act),
        date=_both(act.date, case),
        number=act.number,
        issuer=act.issuer,
    )
    value = Value(
        text=f"№ {act.number}", number=act.number, date=act.date, name=act.issuer
    )
    return _draft(case, act, text, [value], [_lines(case, act, act.head)])


#: The more special fact first: "under what number was it registered".
_BY_SLOT: Final[dict[str, Callable[[Case, Act], Draft | None]]] = {
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
    for act in acts:
        made = (make(case, act) for make in makers)
        draft = next((one for one in made if one), None)
        yield from [draft] if draft else []


def status(case: Case) -> Outcome:
    """The answer for each act that the question names."""
    if case.query.other_acts and not case.query.act_ids:
        return amended_by_other(case)
    acts = [act for act in case.acts() if act.id in case.query.act_ids]
    if acts:
        return outcome(case, list(_drafts(case, acts)))
    return announced(case) if "amendment" in case.slots("status") else NOTHING


def announced(case: Case) -> Outcome:
    """New wording announced for one of the provisions that were found."""
    for hit in case.hits[:_FOUND_MOST]:
        act = case.records.act(hit.provision_id.act_id)
        changes = [c for c in act.amended_by if not c.in_text] if act else []
        aimed = [c for c in changes if _concerns(c, hit.provision_id)]
        if act and aimed:
            text = "; ".join(_future_words(case, change) for change in aimed)
            values = [
                Value(text=f"№ {c.number}", number=c.number, date=c.effective)
                for c in aimed
            ]
            quotes = [_lines(case, act, c.source) for c in aimed]
            text = f"{case.act_name(act)}. {text}"
            return outcome(case, [_draft(case, act, text, values, quotes)])
    return NOTHING


def _concerns(change: Amendment, found: ProvisionId) -> bool:
    target = change.target
    return target is not None and (found == target or found.startswith(f"{target}/"))


def _future_words(case: Case, change: Amendment) -> str:
    return case.say(
        "status.future",
        quote=shortened(change.scope, 160),
        number=change.number,
        date=say_date(change.date, case.language),
        effective=_both(change.effective or change.date, case),
    )


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
                title=_title(act),
            )
            value = Value(text=f"№ {act.number}", number=act.number, date=act.date)
            quotes = [_lines(case, act, row.source) for row in rows]
            drafts.append(_draft(case, act, text, [value], quotes))
        elif act.repealed_by and act.repealed_by.number in numbers:
            drafts.append(force(case, act))
    return outcome(case, drafts)


def which_act(case: Case) -> Outcome:
    """The act itself as the answer, where the question describes it."""
    acts = [act for act in case.acts() if act.id in case.query.act_ids]
    drafts = []
    for act in acts:
        text = case.say("status.approves", act=case.act_name(act), title=_title(act))
        value = Value(
            text=f"№ {act.number}", number=act.number, date=act.date, name=act.title
        )
        draft = _draft(case, act, text, [value], [_lines(case, act, act.head)])
        drafts.append(draft._replace(intent="fact"))
    return outcome(case, drafts)
