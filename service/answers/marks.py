"""What a mark in a table means: «*», «**», a word in quotes, by the act's notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.letters import fold
from corpus.model import Act, Provision
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.texts import passage_draft
from service.words_of import words_of

#: Words for one asterisk, folded beginnings.
_STAR_WORDS: Final = ("asterisk", "звездоч", "жулдызша")
#: Asterisks as typed. Matches "**"; must not match a multiplication "2*3".
_STARS = re.compile(r"(?<!\w)\*{1,4}(?!\w)")
#: Numbers before such a word, folded: «две звёздочки» is «**».
_HOW_MANY: Final = (
    (("two", "double", "две", "двум", "двух", "двойн", "еки", "кос"), 2),
    (("three", "triple", "три", "трем", "трех", "тройн", "уш"), 3),
)
#: A mark that is spoken of by name, folded beginnings: «отметка "Құпия"».
_MARK_WORDS: Final = ("mark", "отметк", "помет", "знак", "гриф", "белги", "танба")
#: What is asked of a mark, folded. Matches «означает», "mean", «билдиреди»; must not
#: match "means of transport".
_MEANS = re.compile(r"означа|значит|обознач|\bmeans?\b(?! of)|stands? for|билдир|мани")
#: A quoted word. Matches «Құпия», "X"; must not match a lone mark.
_QUOTED = re.compile(r"[«“\"]([^«»“”\"]{1,40})[»”\"]")
#: Kinds of units that explain marks under a table.
_KINDS: Final = frozenset({"note", "para", "row"})


def mark_asked(case: Case) -> str | None:
    """The mark that a question speaks of, as printed; None if none.

    One spoken of by its word («Құпия») counts where its meaning is asked for.
    """
    text = case.query.text
    if typed := _STARS.search(text):
        return typed[0]
    folded = [w.folded for w in words_of(text)]
    at = next((i for i, w in enumerate(folded) if w.startswith(_STAR_WORDS)), None)
    if at is not None:
        return "*" * _times(folded[at - 1] if at else "")
    quoted = _QUOTED.search(text) if _MEANS.search(fold(text)) else None
    named = any(w.startswith(_MARK_WORDS) for w in folded)
    return quoted[1].strip() if quoted and named else None


def _times(word: str) -> int:
    return next((n for words, n in _HOW_MANY if word.startswith(words)), 1)


def explained_in(text: str, mark: str) -> str | None:
    """The line of a note that explains a mark, up to the next mark; None if none.

    "* - sums may change" explains «*», and so does «"*" таңбалы … толтырылмайды»;
    "** …" does not.
    """
    sign = re.escape(mark)
    bare = rf"(?:^|\n)[ \t]*({sign}(?![*\w])[^\n]+(?:\n(?![ \t]*\*)[^\n]+)*)"
    found = re.search(bare, text) if mark.startswith("*") else None
    if found:
        return found[1].strip()
    quoted = re.search(rf"[^.\n]*[«“\"]{sign}[»”\"][^.\n]*\.?", text)
    return quoted[0].strip() if quoted else None


def _explaining(case: Case, act: Act) -> Iterator[Provision]:
    for provision_id in case.knowledge.ids(act.id):
        if provision_id.steps[-1][0] in _KINDS:
            held = case.records.provision(provision_id)
            if held is not None:
                yield held


def _drafts(case: Case, mark: str) -> Iterator[Draft]:
    for act in case.acts():
        for held in _explaining(case, act):
            said = explained_in(held.own.text, mark)
            if said:
                yield passage_draft(case, act, held, said, "definition")
                break


def marks(case: Case) -> Outcome:
    """The note that explains a mark, for each act that has one."""
    mark = mark_asked(case)
    return outcome(case, list(_drafts(case, mark))) if mark else NOTHING
