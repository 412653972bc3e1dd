"""How a lawyer cites acts and provisions, in three languages; pure.

«Ереженің 2-тарауының 3-тармағының 6) тармақшасы», «подпункт 6) пункта 3 главы 2
Положения», "Regulations, chapter 2, point 3, subpoint 6".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from corpus.ids import ProvisionId
from service.phrases import Phrases

#: A word of a title. Must not match figures or signs.
_WORD = re.compile(r"[^\W\d_]+")
#: Steps that say no more than where the act's own text begins.
_SILENT = frozenset({"body"})
#: Kinds numbered through a whole plan, so that the number alone names them.
_ALONE = frozenset({"measure"})
#: Begins the number of an indicator that is an aim, in an address.
_TARGET = "target-"
#: The number of the row that sums up a table, in an address.
_TOTAL = "total"

#: Id of an annex's top step ("annex-1") to the document that it holds ("plan").
Documents = Mapping[str, str]


def long_date(iso: str, phrases: Phrases) -> str:
    """«15 марта 2018 года»; text that is no ISO date is returned as it is."""
    return _date("date.long", iso, phrases)


def _date(key: str, iso: str, phrases: Phrases) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    month = str(day.month)
    return phrases(
        key,
        year=day.year,
        day=day.day,
        month=phrases(f"month.{month}"),
        month_of=phrases(f"month_of.{month}"),
    )


def act_label(kind: str, number: str, iso_date: str, phrases: Phrases) -> str:
    """An act by kind, date and number; a kind that has no words is "act"."""
    key = f"cite.{_slug(kind)}"
    return phrases(
        key if key in phrases else "cite.act",
        number=number,
        date=_date("date.long", iso_date, phrases),
        of_date=_date("date.of", iso_date, phrases),
    )


def act_kind_label(kind: str, phrases: Phrases) -> str:
    """The name of a kind of act; one that has no words stays as it is."""
    key = f"act_kind.{_slug(kind)}"
    return phrases(key) if key in phrases else kind


def _slug(kind: str) -> str:
    return kind.replace("'s", "").replace(" ", "_")


def kind_label(kind: str, phrases: Phrases) -> str:
    """The name of a kind of provision; one that has no words stays as it is."""
    key = f"step.{kind}.alone"
    return phrases(key) if key in phrases else kind


def unit_label(kind: str, number: str, phrases: Phrases) -> str:
    """A unit by itself: «глава 2»."""
    return _unit(kind, number, "alone", phrases)


def sentence(label: str) -> str:
    """A label as a sentence begins with it: «Пункт 3»."""
    return label[:1].upper() + label[1:]


@lru_cache(maxsize=1 << 12)
def document_of(title: str, phrases: Phrases) -> str | None:
    """Which document an annex holds, by the head noun of its title.

    Args:
        title: Of the annex, in the language of ``phrases``.
        phrases: Russian and English titles begin with the noun («Положение об …»),
            Kazakh ones end with it («… іс-шаралар жоспары»).

    Returns:
        "plan", "statute", …, or None where no word is a known document.
    """
    stems = {name: phrases(f"document.{name}.stem") for name in _documents(phrases)}
    words = [word.lower() for word in _WORD.findall(title)]
    if phrases("style.stem") == "last":
        words.reverse()
    for word in words:
        for name, stem in stems.items():
            if word.startswith(stem):
                return name
    return None


def _documents(phrases: Phrases) -> tuple[str, ...]:
    return phrases.under("document")


def provision_label(
    provision: ProvisionId,
    documents: Documents,
    phrases: Phrases,
    *,
    preamble: bool = False,
) -> str:
    """A provision as a lawyer cites it inside its act.

    Args:
        provision: Its address.
        documents: What the act's annexes hold; may lack any of them.
        phrases: The language of the label.
        preamble: Whether it is the words before the first point, whose address
            calls them a paragraph.
    """
    steps = [_spoken(*step) for step in provision.steps if step[0] not in _SILENT]
    if not steps:
        return provision
    if preamble:
        steps[-1] = ("preamble", "")
    if steps[-1][0] in _ALONE:
        return _unit(*steps[-1], "alone", phrases)
    annexes = [step for step in steps if step[0] == "annex"]
    below = [step for step in steps if step[0] != "annex"]
    form = "owner" if below else "alone"
    outer = [_annex_phrase(annexes, documents, form, phrases)] if annexes else []
    last = len(outer) + len(below) - 1
    inner = [
        _unit(kind, number, _form(i, last), phrases)
        for i, (kind, number) in enumerate(below, len(outer))
    ]
    units = outer + inner
    if phrases("style.order") == "inner first":
        units.reverse()
    return phrases("style.glue").join(units)


def _spoken(kind: str, number: str) -> tuple[str, str]:
    """A step of an address as it is spoken of: the path's own devices undone."""
    number = number.partition("-copy-")[0]
    if kind == "indicator" and number.startswith(_TARGET):
        return "target", number.removeprefix(_TARGET)
    if (kind, number) == ("row", _TOTAL):
        return _TOTAL, ""
    return kind, number


def _form(place: int, last: int) -> str:
    if place == 0:
        return "alone" if last == 0 else "owner"
    return "owned" if place == last else "both"


def _annex_phrase(
    annexes: list[tuple[str, str]], documents: Documents, form: str, phrases: Phrases
) -> str:
    """The annexes around a unit as one phrase: «приложения 2 к Положению»."""
    (_, outermost), *deeper = annexes
    document = documents.get(f"annex-{outermost}" if outermost else "annex")
    if not deeper:
        if document:
            return phrases(f"document.{document}.{form}")
        return _unit("annex", outermost, form, phrases)
    to = (
        phrases(f"document.{document}.to")
        if document
        else phrases("annex.to", n=outermost)
    )
    for i, (kind, number) in enumerate(deeper, 1):
        unit = _unit(kind, number, form, phrases)
        if i == len(deeper):
            return phrases("style.to", unit=unit, to=to)
        to = phrases("style.to", unit=phrases("annex.to", n=number), to=to)
    return to


def _unit(kind: str, number: str, form: str, phrases: Phrases) -> str:
    key = f"step.{kind}.{form}"
    noun = phrases(key) if key in phrases else kind
    mark_key = f"step.{kind}.number"
    if mark_key not in phrases:
        mark_key = "step.point.number"
    mark = phrases(mark_key, n=number) if number else ""
    return phrases("style.unit", noun=noun, number=mark)
