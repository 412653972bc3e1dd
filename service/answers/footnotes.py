"""What the marks of a table mean: «**», "two asterisks", «три звёздочки».

Tables explain their marks in a note below («*** жылдың қорытындысы бойынша …»), which
holds hardly a word of a question on the mark; the mark itself tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.letters import fold
from corpus.model import Act, Provision
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.texts import first_words, passage_draft
from service.model import Intent

#: Asterisks in a question, or a word for them, folded. Match «**», "two asterisks»,
#: «тремя звездочками», «екі жұлдызша»; must not match «звезда», "star".
_ASTERISKS = re.compile(r"(?P<marks>\*+)|\basterisk|\bзв[её]здоч|\bжулдызша")
#: How many there are in words, by folded beginnings.
_HOW_MANY: Final = (
    ("one ", "одн", "single", "бир "),
    ("two", "double", "дв", "еки"),
    ("three", "triple", "тр", "уш "),
)
#: How a note opens the explanation of a mark.
_MARK: Final = r"(?<!\*){marks}(?!\*)(?:[\s«\"”]|$)"


def mark_asked(case: Case, intent: Intent) -> Outcome:
    """What a mark of asterisks stands for; not concerned where none is asked about."""
    question = fold(case.query.text)
    found = _ASTERISKS.search(question)
    if found is None:
        return NOTHING
    marks = len(found["marks"] or "") or _in_words(question)
    drafts = (_draft(case, a, n, marks, intent) for a, n in _notes(case, marks))
    first = next(drafts, None)
    return outcome(case, [first]) if first else NOTHING


def _in_words(question: str) -> int:
    """How many asterisks a question speaks of; 1 if it does not say."""
    for number in (3, 2, 1):
        beginnings = "|".join(map(re.escape, _HOW_MANY[number - 1]))
        if re.search(rf"\b(?:{beginnings})", question):
            return number
    return 1


def _notes(case: Case, marks: int) -> Iterator[tuple[Act, Provision]]:
    """Notes that explain the mark: of the acts named, or of those of the best hits."""
    pattern = re.compile(_MARK.format(marks=r"\*" * marks))
    near = list(dict.fromkeys(hit.provision_id.act_id for hit in case.hits))
    order = {act_id: k for k, act_id in enumerate(near)}
    for act in sorted(case.acts(), key=lambda a: order.get(a.id, len(order))):
        for provision_id in case.knowledge.ids(act.id):
            held = (
                case.records.provision(provision_id)
                if provision_id.steps[-1][0] == "note"
                else None
            )
            if held is not None and pattern.search(held.own.text):
                yield act, held


def _draft(
    case: Case, act: Act, note: Provision, marks: int, intent: Intent
) -> Draft | None:
    """The words behind the mark, up to the next one."""
    text = note.own.text
    start = re.search(_MARK.format(marks=r"\*" * marks), text)
    if start is None:
        return None
    rest = text[start.start() :]
    end = re.search(r"\n\s*\*", rest)
    words = first_words((rest[: end.start()] if end else rest).strip(), 440)
    return passage_draft(case, act, note, words, intent)
