"""What a short form stands for: one answer for each act that lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.letters import fold
from corpus.model import Abbreviation, Act
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome, refused
from service.answers.warn import act_warnings
from service.model import Value
from service.words_of import words_of

#: Letters and figures alone: how short forms are compared.
_SIGNS = re.compile(r"[^\w]+|_")


def key_of(text: str) -> str:
    """A short form without case, blanks, hyphens, look-alikes and vowels' dots."""
    return _SIGNS.sub("", fold(text))


def _asked(case: Case) -> tuple[str, ...]:
    """Runs of one to three content words, longest first, as they may be listed."""
    words = [word.text for word in words_of(case.query.content_text)]
    runs = (
        "".join(words[i : i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1)
    )
    return tuple(dict.fromkeys(key_of(run) for run in runs))


def _listed(act: Act, wanted: Sequence[str]) -> Abbreviation | None:
    """The entry of an act's list that is asked for; entries of its list first.

    «ЭКСПО-2017 ВАК» must not be answered with «ВАК»: longer forms come first.
    """
    entries = sorted(act.abbreviations, key=lambda a: not a.listed)
    for same in (_is_form, _has_form):
        for form in wanted:
            found = (e for e in entries if form and same(form, e.abbreviation))
            if entry := next(found, None):
                return entry
    return None


def _is_form(form: str, listed: str) -> bool:
    return form == key_of(listed)


def _has_form(form: str, listed: str) -> bool:
    """Whether one word of a listed form is asked for: «СБҚ» of «СБҚ "Сырбар"»."""
    words = (word for word in words_of(listed) if len(word.text) > 1)
    parts = [word for word in words if word.text.isupper()]
    return len(parts) == 1 and form == parts[0].folded


def _of_body(case: Case, act: Act) -> Abbreviation | None:
    """The entry of the body that the question names in another language: «МВД»."""
    if len(case.query.body_ids) != 1:
        return None
    for entry in act.abbreviations:
        body = case.knowledge.bodies.by_name(entry.name)
        if body and body.id in case.query.body_ids:
            return entry
    return None


def _draft(case: Case, act: Act, entry: Abbreviation) -> Draft | None:
    line = entry.source.line_start
    holder = entry.provision or case.knowledge.holder(act.id, line)
    if holder is None:
        return None
    body = case.knowledge.bodies.by_name(entry.name)
    said = body.name(case.language) if body else None
    same = said is None or fold(said) == fold(entry.name)
    text = case.say(
        "abbreviation.same" if same else "abbreviation.one",
        short=entry.abbreviation,
        said=said,
        name=entry.name,
        act=case.act_name(act),
    )
    value = Value(
        text=entry.name,
        abbreviation=entry.abbreviation,
        name=entry.name,
        translation=said,
        body_id=body.id if body else None,
    )
    quotes = [
        (holder, entry.name, entry.source),
        (holder, entry.abbreviation, entry.source),
    ]
    warnings = tuple(act_warnings(case, act))
    return Draft(text, act.id, "abbreviation", (value,), quotes, warnings)


def _drafts(case: Case, wanted: Sequence[str]) -> Iterator[Draft]:
    for act in case.acts():
        entry = _listed(act, wanted) or _of_body(case, act)
        draft = _draft(case, act, entry) if entry else None
        if draft:
            yield draft


def abbreviations(case: Case) -> Outcome:
    """The full forms of a short form, acts in force first."""
    wanted = _asked(case)
    found = outcome(case, list(_drafts(case, wanted)))
    if found.answers or not wanted:
        return found
    certain = case.query.intents[0] == "abbreviation"
    return refused(case, "not_in_corpus") if certain else NOTHING
