"""Changes of an act: those made, and new wording announced for later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.ids import ProvisionId
from corpus.model import Act, Amendment
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.dates import since_date
from service.answers.heads import (
    date_with_figures,
    head_draft,
    lines_quoted,
)
from service.knowledge import document_of
from service.model import Value
from service.period_words import say_date
from service.wording import shortened
from service.words_of import words_of

#: Hits among which announced wording is looked for.
_FOUND_MOST: Final = 6
#: A document is said to be given anew as a whole, in a question or in a note, small.
#: Matches «изложили в новой редакции», «заново», "restated", «жаңа редакцияда»; must
#: not match «с изменениями», "amended".
_ANEW = re.compile(
    r"\bв\s+(?:\w+\s+)?редакции|\bнов\w+\s+редакци|\bзаново\b|жаңа\s+редакция|жаңадан"
    r"|қайта\s+(?:жаз|баянда)|\brestat|\breword|\brewr[io]t|\bnew\s+(?:wording|edition)",
    re.IGNORECASE,
)
#: Parts of an act that have no number, folded beginnings, in questions and notes.
_PARTS: Final = (
    ("преамбул", "кириспе", "preamble"),
    ("паспорт", "passport"),
    ("заголов", "такырып", "title", "heading"),
)
#: The question looks ahead. Matches «изменятся», "will change", «өзгереді»; must
#: not match «изменено», "was amended".
_LATER = re.compile(
    r"\bизмен(?:ятся|ится)|\bбуд[еу]т\b|\bнов\w+ редакци|\bwill\b|\bnew wording"
    r"|өзгереді|енгізіледі|жаңа редакция"
)
#: Wording that was changed before. Matches «изложена в новой редакции», "was put";
#: must not match «изложит».
_EARLIER = re.compile(r"\bизложен|\bбыл[аио]?\b|\bwas\b|\bwere\b|жазылған|болды")
#: The opening words of an act. Matches «преамбула», "preamble".
_PREAMBLE = re.compile(r"преамбул|кіріспе|киріспе|preamble", re.IGNORECASE)
#: A note's own clause on when a change takes effect, behind the number of its act.
#: Matches «(вводится в действие со дня …)»; must not match «(бұдан әрі – Жоспар)».
_EFFECT = re.compile(
    r"\s*\((?P<clause>[^()]*(?:вводится в действие|вступает в силу"
    r"|қолданысқа енгізіл|күшіне ен)[^()]*)\)"
)


def _changes(case: Case, act: Act) -> tuple[Amendment, ...]:
    """One row for each amending act, in order of date.

    Of several rows of one, that on the document which the question names.
    """
    named = _documents_named(case)
    rows = sorted(
        act.amended_by, key=lambda c: _document(case, act, c.target) not in named
    )
    by_number = {(c.date, c.number): c for c in reversed(rows)}
    return tuple(by_number[key] for key in sorted(by_number))


def _all_words(case: Case, act: Act, changes: Sequence[Amendment]) -> str:
    """The changes made in one sentence, each announced wording in one of its own."""
    later = [c for c in changes if not c.in_text and c.effective]
    made = [c for c in changes if c not in later]
    name = case.act_name(act)
    shown = "; ".join(_change_words(case, act, change) for change in made)
    first = case.say("status.amended", act=name, list=shown) if made else f"{name}."
    return " ".join((first, *(_future_words(case, change) for change in later)))


def _change_words(case: Case, act: Act, change: Amendment) -> str:
    said = case.say(
        "status.amendment_scope",
        number=change.number,
        date=date_with_figures(change.date, case),
        scope=shortened(change.scope, 120),
    )
    effect = _effect(case, act, change)
    return f"{said} «{shortened(effect, 160)}»" if effect else said


def _effect(case: Case, act: Act, change: Amendment) -> str | None:
    """When a change takes effect, in the words of its note; None if it is not said."""
    quoted = lines_quoted(case, act, change.source)
    behind = quoted[1].partition(change.number)[2] if quoted else ""
    found = _EFFECT.match(behind)
    return found["clause"] if found else None


def amendments(case: Case, act: Act) -> Draft:
    """The acts that changed the act, and wording announced for later."""
    name, changes = case.act_name(act), _changes(case, act)
    if not changes:
        text = case.say("status.not_amended", act=name)
        return head_draft(case, act, text, [], [lines_quoted(case, act, act.head)])
    asked = _asked_changes(case, act)
    text = _all_words(case, act, asked)
    values = [
        Value(text=f"№ {c.number}", number=c.number, date=c.effective or c.date)
        for c in asked
    ]
    return head_draft(
        case, act, text, values, [lines_quoted(case, act, c.source) for c in asked]
    )


def _asked_changes(case: Case, act: Act) -> tuple[Amendment, ...]:
    """Announced changes where the question is about later wording, else all.

    Those of the years that the question names, if there are any. Every row of an
    announced act is kept, since each names another provision; where the preamble is
    asked about, only its changes.
    """
    question = case.query.text.lower()
    opening = tuple(c for c in act.amended_by if _PREAMBLE.search(c.scope))
    if opening and _PREAMBLE.search(question):
        return opening
    if anew := _given_anew(case, act):
        return anew
    future = tuple(c for c in act.amended_by if not c.in_text)
    later_asked = _LATER.search(question) and not _EARLIER.search(question)
    if future and later_asked:
        return future
    years = set(case.query.years)
    made = tuple(c for c in _changes(case, act) if c.in_text and years & _years_of(c))
    later = tuple(c for c in future if years & _years_of(c))
    return made + later or (*(c for c in _changes(case, act) if c.in_text), *future)


def _given_anew(case: Case, act: Act) -> tuple[Amendment, ...]:
    """The changes by which the document that the question names was given anew.

    «Каким указом изложили Положение в новой редакции» asks about the annex, not
    about the points that were changed beside it.
    """
    if not _ANEW.search(case.query.text):
        return ()
    named = _documents_named(case)
    if (part := _part_named(case.query.text)) is not None:
        return tuple(c for c in act.amended_by if _part_named(c.scope) == part)
    rows = (c for c in act.amended_by if c.in_text and _ANEW.search(c.scope))
    return tuple(c for c in rows if _document(case, act, c.target) in named)


def _part_named(text: str) -> int | None:
    """Which part without a number a text speaks of; None if none."""
    words = [word.folded for word in words_of(text)]
    rows = (
        i for i, part in enumerate(_PARTS) if any(w.startswith(part) for w in words)
    )
    return next(rows, None)


def _documents_named(case: Case) -> frozenset[str]:
    """Kinds of documents that the question speaks of: plan, statute, methodology."""
    found = (document_of(word.folded) for word in words_of(case.query.text))
    return frozenset(document for document in found if document)


def _document(case: Case, act: Act, target: ProvisionId | None) -> str | None:
    """What document an annex is, by its heading; None for other units."""
    held = case.records.provision(target) if target else None
    if held is None or held.kind != "annex":
        return None
    words = (w.folded for w in words_of(held.heading or ""))
    found = [d for w in words if (d := document_of(w))]
    last = act.language == "kk"
    return found[-1 if last else 0] if found else None


def announced(case: Case) -> Outcome:
    """Changes of one of the provisions that were found.

    New wording that is announced comes first; changes that were made count only if
    the question does not look ahead.
    """
    for made in (False, True):
        for hit in case.hits[:_FOUND_MOST]:
            act = case.records.act(hit.provision_id.act_id)
            draft = changes_of(case, act, hit.provision_id, made=made) if act else None
            if draft:
                return outcome(case, [draft])
    return NOTHING


def changes_of(
    case: Case, act: Act, provision_id: ProvisionId, *, made: bool
) -> Draft | None:
    """The changes of one provision, made or announced; None if none is noted."""
    if made and _LATER.search(case.query.text.lower()):
        return None
    years = set(case.query.years)
    aimed = [
        change
        for change in act.amended_by
        if change.in_text == made
        and _concerns(change, provision_id)
        and (not years or years & _years_of(change))
    ]
    closest = max((len(c.target or "") for c in aimed), default=0)
    aimed = [c for c in aimed if len(c.target or "") == closest]
    if not aimed:
        return None
    text = _all_words(case, act, aimed)
    values = [
        Value(text=f"№ {c.number}", number=c.number, date=c.effective or c.date)
        for c in aimed
    ]
    quotes = [lines_quoted(case, act, c.source) for c in aimed]
    return head_draft(case, act, text, values, quotes)


def _years_of(change: Amendment) -> set[int]:
    dates = (change.date, change.effective)
    return {int(date[:4]) for date in dates if date}


def _concerns(change: Amendment, found: ProvisionId) -> bool:
    target = change.target
    if target is None:
        return False
    inside = target.startswith(f"{found}/") and target.count("/") > 1
    return found == target or found.startswith(f"{target}/") or inside


def _future_words(case: Case, change: Amendment) -> str:
    since = change.effective or change.date
    return case.say(
        "status.future",
        quote=shortened(change.scope, 160),
        number=change.number,
        date=say_date(change.date, case.language),
        effective=date_with_figures(since, case, since_date(since, case.language)),
    )
