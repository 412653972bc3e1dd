"""Figures of a measure: by year, in total, or a region's share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.letters import fold
from corpus.nlp import tokens
from corpus.plan_model import Amount, Measure, SubRow
from service.answers.case import Case, Draft
from service.answers.figures import figure_words, unit_words
from service.answers.rows import about, is_empty, place_of, row_draft
from service.model import Intent, Value
from service.wording import shortened
from service.words_of import words_of

#: A unit of money. Matches «млн. теңге», «тыс. тенге»; must not match «адам».
_MONEY = re.compile(r"теңге|тенге|kzt|₸", re.IGNORECASE)
#: A region is spoken of, folded. Matches «области», «облысына», "region"; must not
#: match «областной бюджет» of the whole country, which no row stands for either.
_REGION = re.compile(r"\bобласт[иьюя]|\bоблыс\w*|\bregions?\b|\boblast\b")
#: First letters by which a region's name is known in another form.
_REGION_LETTERS: Final = 5
#: Worth of a word that is alike in its first letters only.
_ALIKE: Final = 0.8
#: Least share of a label that a question must name.
_LEAST_NAMED: Final = 0.4


def _amount_words(case: Case, amount: Amount, unit: str) -> str:
    key = "total" if amount.period == "total" else "year"
    value = figure_words(amount.value, case.language)
    said = case.say(f"amount.{key}", value=value, unit=unit, year=amount.period)
    return " ".join(said.split())


def _of_years(amounts: Sequence[Amount], years: Sequence[int]) -> list[Amount]:
    """The figures of the years asked for; all figures if no year is."""
    wanted = {str(year) for year in years}
    return [a for a in amounts if not wanted or a.period in wanted]


def _named_share(case: Case, measure: Measure, row: SubRow) -> float:
    """Share of the words of a row's label that the question names, in any language.

    A word also counts by its first letters («Алматинской» – «Алматы»), but then a
    label that is met word for word wins.
    """
    act = case.records.act(measure.act_id)
    language = act.language if act else "und"
    words = [t for t in tokens(row.label, language) if t.is_word]
    senses = {x for c in case.concepts for s in c.concept.senses for x in s.lemmas}
    asked = [w.folded[:_REGION_LETTERS] for w in words_of(case.query.text)]
    worth = (
        1.0 if t.lemma in senses else _ALIKE * (fold(t.text)[:_REGION_LETTERS] in asked)
        for t in words
    )
    return sum(worth) / len(words) if words else 0.0


def sub_row_asked(case: Case, measure: Measure) -> SubRow | None:
    """The share that a question asks for, None if it asks for the whole."""
    named = [(_named_share(case, measure, row), row) for row in measure.sub_rows]
    best = max((share for share, _ in named), default=0.0)
    rows = [row for share, row in named if share == best]
    return rows[0] if best >= _LEAST_NAMED and len(rows) == 1 else None


def _amount_values(
    measure: Measure, amounts: Sequence[Amount], label: str | None
) -> list[Value]:
    return [
        Value(
            text=amount.value,
            name=label,
            number=amount.value,
            date=None if amount.period == "total" else amount.period,
            provision_id=measure.id,
        )
        for amount in amounts
    ]


def amount(case: Case, measure: Measure, intent: Intent = "funding") -> Draft | None:
    """The figures of a measure for the years asked; None if there are none.

    None also where the share of a region is asked for that has no row.
    """
    row = sub_row_asked(case, measure)
    if row is None and measure.sub_rows and _REGION.search(fold(case.query.text)):
        return None
    printed = row.amounts if row else measure.amounts
    chosen = _of_years(printed, case.query.years)
    totals = [a for a in chosen if a.period == "total"]
    if _asks_total(case) and totals:
        chosen = totals
    if not chosen:
        return _noted(case, measure, row, intent) if row and row.note else None
    unit = unit_words(measure.unit or "", case.language)
    said = "; ".join(_amount_words(case, a, unit) for a in chosen)
    if row:
        said = case.say("amount.region", label=row.label, values=said)
    text = case.say("field.amount", place=place_of(case, measure), values=said)
    if not is_empty(measure.funding.text) and intent == "funding":
        printed_source = shortened(measure.funding.text, 160)
        text += f" {case.say('field.also_source', printed=printed_source)}"
    text += about(case, measure)
    values = _amount_values(measure, chosen, row.label if row else None)
    shares = " ".join((row.label, *(x.value for x in row.amounts))) if row else ""
    quotes = [shares, measure.amounts_cell.text, measure.title.text]
    return row_draft(case, measure, intent, text, values, quotes)


def _noted(case: Case, measure: Measure, row: SubRow, intent: Intent) -> Draft:
    """What a region's row says in place of figures: "within the funds provided"."""
    note = row.note or ""
    said = case.say("amount.region", label=row.label, values=f"«{note}»")
    text = case.say("field.amount", place=place_of(case, measure), values=said)
    value = Value(text=note, name=row.label, provision_id=measure.id)
    quotes = [f"{row.label} {note}", note, measure.title.text]
    return row_draft(
        case, measure, intent, text + about(case, measure), [value], quotes
    )


#: «всего», «барлығы», "total": the sum of the years is asked for.
#: Must not match «всероссийский», «общество».
_TOTAL = re.compile(
    r"\b(?:всего|общ(?:ая|ий|ую|ей|его)|итого|барлыгы|жалпы|total|overall)\b"
)


def _asks_total(case: Case) -> bool:
    return not case.query.years and _TOTAL.search(fold(case.query.text)) is not None


def is_money(measure: Measure) -> bool:
    """Whether the figures of a measure are money."""
    return bool(measure.unit and _MONEY.search(measure.unit))
