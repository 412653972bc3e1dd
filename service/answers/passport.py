"""The passport of a programme: its goal, tasks, period, money, makers, by field.

State programmes open with a table of standard fields, «Срок реализации», «Задачи»,
«Источники финансирования»: a question about the programme as a whole is answered by
the field, whatever else the programme says on the matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.ids import ProvisionId
from corpus.letters import fold
from corpus.model import Act, Provision
from corpus.nlp import sentences
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.texts import whole_draft
from service.answers.titles import beyond_title
from service.concepts import Weighted
from service.model import Intent, Value
from service.wording import shortened
from service.words_of import words_of


class Field(NamedTuple):
    """A standard field.

    Attributes:
        label: Beginnings of words in the field's label, folded; all rows of one must
            stand in it, one of each row is enough.
        words: Beginnings of words that ask for it, folded, likewise.
        intents: Intents under which it may be asked for.
    """

    label: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]
    intents: frozenset[Intent]


_ANY: Final[frozenset[Intent]] = frozenset(
    {"fact", "list", "count", "provision", "search", "definition", "status"}
)
_PROGRAMME: Final = ("программ", "багдарлама", "programme", "program")
#: The surest field first.
_FIELDS: Final = (
    Field(
        (("индикатор", "корсеткиш", "показател"),),
        (("индикатор", "indicator"),),
        _ANY,
    ),
    Field((("мерзим", "срок", "кезен"),), (), frozenset({"deadline"})),
    Field(
        (("мерзим", "срок", "кезен"),),
        (("срок", "период", "мерзим", "period", "years", "лет", "жылдар"),),
        _ANY,
    ),
    Field((("каржыланд", "финансир", "ресурс"),), (), frozenset({"funding"})),
    Field(
        (("негиздеме", "основани"),), (("основани", "негиз", "basis", "ground"),), _ANY
    ),
    Field((("миндет", "задач"),), (("задач", "миндет", "task"),), _ANY),
    Field(
        (("максат", "цел"),),
        (("цел", "максат", "goal", "aim", "purpose", "objective"),),
        _ANY,
    ),
    Field(
        (("эзирле", "разработ"), ("орган", "разработ")),
        (("эзирле", "разработ", "develop", "drafted", "drew", "wrote", "author"),),
        _ANY | {"responsible"},
    ),
    Field(
        (("иске", "реализ"), ("жауапты", "ответствен", "исполнител")),
        (("иске", "реализ", "implement", "carry", "carries", "исполн"),),
        frozenset({"responsible", "list"}),
    ),
)
#: Words that say no more than that the programme has, sets or covers something.
_PLAIN: Final = (
    *_PROGRAMME,
    *("set", "cover", "has", "have", "state", "stand", "main", "pursue", "run", "last"),
    *("став", "стоит", "имеет", "рассчит", "действ", "государств", "основн", "предусм"),
    *("кой", "бар", "камти", "мемлекеттик", "негизги", "арнал", "есепте", "белгил"),
    *("target", "целев", "нысанал", "implement", "реализ", "иске", "асыр", "term"),
    *(
        "number",
        "саны",
        "количеств",
        "многолет",
        "year",
        "жыл",
        "год",
        "body",
        "bodies",
    ),
    *(
        "орган",
        "кто",
        "ким",
        "сумма",
        "money",
        "total",
        "общ",
        "жалпы",
        "объем",
        "volume",
    ),
)
#: Words beside those of a field from which it is not the programme that is asked about.
_OTHER_WORDS: Final = 1
#: Least letters of a stem that stands for a word.
_STEM_LEAST: Final = 4
#: Most that is shown of a field whose items are counted.
_SHOWN_MOST: Final = 400
#: Numbered items: «1. …», «2) …» at the beginning of a line or a sentence.
_NUMBERED = re.compile(r"(?:^|[.;\n]\s*)(\d{1,2})[.)]\s")


def passport(case: Case, intent: Intent) -> Outcome:
    """The field of a programme's passport that a question asks for, if it does."""
    if not any(noun in fold(case.query.text) for noun in _PROGRAMME):
        return NOTHING
    words = [w.folded for w in words_of(case.query.text)]
    field = next((f for f in _FIELDS if intent in f.intents and _asks(words, f)), None)
    if field is None or (intent == "funding" and case.query.years):
        return NOTHING
    rows = ((act, _row(case, act, field)) for act in case.acts())
    drafts = [
        _draft(case, act, row, intent)
        for act, row in rows
        if row and len(_others(case, act, field)) <= _OTHER_WORDS
    ]
    return outcome(case, drafts)


def _asks(words: Sequence[str], field: Field) -> bool:
    return all(any(w.startswith(row) for w in words) for row in field.words)


def _row(case: Case, act: Act, field: Field) -> Provision | None:
    """The row of an act whose label is that of a field; the shortest label wins."""
    held = (case.records.provision(i) for i in _row_ids(case, act))
    rows = [p for p in held if p and p.heading and _labelled(p.heading, field)]
    return min(rows, key=lambda p: (len(p.heading or ""), p.id), default=None)


def _row_ids(case: Case, act: Act) -> list[ProvisionId]:
    return [i for i in case.knowledge.ids(act.id) if i.steps[-1][0] == "row"]


def _labelled(label: str, field: Field) -> bool:
    words = [w.folded for w in words_of(label)]
    return _asks(words, field._replace(words=field.label))


def _others(case: Case, act: Act, field: Field) -> list[Weighted]:
    """Concepts that neither the field, nor the act's title, nor plain words say."""
    asking = (*_PLAIN, *(b for row in field.words for b in row))
    return beyond_title(case, act, lambda word: _is_of(word, asking))


def _is_of(word: str, asking: Sequence[str]) -> bool:
    """Whether a word, or its stem, is one of some that say nothing more."""
    stems = len(word) >= _STEM_LEAST and any(a.startswith(word) for a in asking)
    return stems or word.isdecimal() or word.startswith(tuple(asking))


def _items(row: Provision) -> list[str]:
    """The items of a field: numbered ones, else lines, else sentences."""
    text = row.own.text.removeprefix(row.heading or "").strip()
    numbered = _NUMBERED.findall(f"\n{text}")
    if len(numbered) > 1:  # the first may have lost its number
        return [str(n + 1) for n in range(max(map(int, numbered)))]
    lines = [line for line in re.split(r"[.;]\s*\n", text) if line.strip()]
    found = [text[s.start : s.end] for s in sentences(text, row.language)]
    return max(lines, found, key=len)


def _draft(case: Case, act: Act, row: Provision, intent: Intent) -> Draft:
    draft = whole_draft(case, act, row, intent)
    if intent != "count" and case.slots(intent)[:1] != ("number",):
        return draft
    count = len(_items(row))
    text = case.say(
        "text.counted",
        label=case.label(row.id),
        act=case.act_name(act),
        quote=shortened(row.own.text, _SHOWN_MOST),
        count=count,
    )
    value = Value(text=str(count), number=str(count), provision_id=row.id)
    return draft._replace(text=text, intent="count", values=(value,))
