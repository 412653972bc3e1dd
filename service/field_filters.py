"""Filters written into the words of a search: «act:580 вид:мера год:2018 имам».

A field is a name, a colon and a value that touch one another. What is no field of
ours, or has a value that cannot be read, stays among the words; pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, Final, NamedTuple, get_args

from corpus.letters import fold
from corpus.model import Kind
from service.knowledge import Knowledge
from service.labels import kind_label
from service.phrases import UI_LANGUAGES
from service.search_model import SearchRequest
from service.wording import labels

#: A field. Matches «act:580», «орган:"Министерство юстиции"»; must not match
#: «срок: 2018», "12:30", "https://adilet.zan.kz".
_FIELD = re.compile(r"(?<!\S)([^\W\d_]+):(?:\"([^\"]+)\"|«([^«»]+)»|([^\s/\"«]\S*))")
#: Names of the filters, folded.
_NAMES: Final = {
    name: field
    for field, names in {
        "act": "act акт нпа",
        "kind": "kind type вид тип тури",
        "language": "language lang язык тил тили",
        "status": "status статус мартебе мартебеси",
        "body": "body орган исполнитель executor орындаушы",
        "year": "year год жыл жылы",
        "classified": "classified секретно засекречено купия",
    }.items()
    for name in names.split()
}
#: What the filters are called in a request.
_PLACES: Final = {
    "act": "act_ids",
    "kind": "kinds",
    "language": "language",
    "status": "status",
    "body": "body_ids",
    "year": "years",
    "classified": "classified",
}
#: Values in words, by the beginnings of their folded forms; the first that fits.
_LANGUAGES: Final = (
    ("kk", ("kk", "каз", "kaz")),
    ("ru", ("ru", "рус", "орыс")),
    ("en", ("en", "анг", "агыл")),
)
_STATUSES: Final = (
    ("in_force", ("in_", "in ", "in-", "valid", "действ", "кушинде", "колданыст")),
    ("repealed", ("repeal", "invalid", "утрат", "не ", "недейств", "куши", "жойыл")),
)
_SECRECY: Final = (
    ("true", ("true", "yes", "1", "да", "ия")),
    ("false", ("false", "no", "0", "нет", "жок")),
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Field(NamedTuple):
    """A filter as written: where, of what, and the values it stands for."""

    start: int
    end: int
    name: str
    values: tuple[str, ...]


def fields_in(text: str, knowledge: Knowledge) -> tuple[Field, ...]:
    """The filters of a text, in order; none where nothing else is looked for."""
    found = tuple(_fields(text, knowledge))
    rest = without(text, found)
    return found if any(char.isalnum() for char in rest) else ()


def without(text: str, fields: tuple[Field, ...]) -> str:
    """The text without its filters, white space squeezed."""
    for field in reversed(fields):
        text = text[: field.start] + text[field.end :]
    return " ".join(text.split())


def narrowed(
    request: SearchRequest, knowledge: Knowledge
) -> tuple[SearchRequest, tuple[str, ...]]:
    """A search with the filters that stand among its words, and these as typed.

    What the caller filters by besides is kept; of one field the caller's wins.
    """
    fields = fields_in(request.text, knowledge)
    said = tuple(request.text[field.start : field.end] for field in fields)
    request = replace(request, text=without(request.text, fields) or request.text)
    for field in fields:
        request = _with(request, field)
    return request, said


def _with(request: SearchRequest, field: Field) -> SearchRequest:
    """A request with one filter more, unless the caller filters by it already."""
    place = _PLACES[field.name]
    if getattr(request, place) not in {(), None}:
        return request
    first = field.values[0]
    values: dict[str, Any] = {
        "language": first,
        "status": first,
        "years": tuple(int(v) for v in field.values if v.isdecimal()),
        "classified": first == "true",
    }
    return replace(request, **{place: values.get(place, field.values)})


def _fields(text: str, knowledge: Knowledge) -> Iterator[Field]:
    for match in _FIELD.finditer(text):
        name = _NAMES.get(fold(match[1]))
        value = next(filter(None, match.groups()[1:]))
        values = _values(name, value, knowledge) if name else ()
        if name and values:
            yield Field(*match.span(), name, values)


def _values(name: str, value: str, knowledge: Knowledge) -> tuple[str, ...]:
    """What a value means as the parameter of that name has it; empty if nothing."""
    folded = fold(value)
    match name:
        case "act":
            number = value.lstrip("№# ")
            held = (c for c in knowledge.acts if number in {c.id, c.number})
            return tuple(card.id for card in held)
        case "kind":
            kind = _kinds().get(folded)
            return (kind,) if kind else ()
        case "body":
            mentions = knowledge.bodies.find(value, "und")
            known = knowledge.bodies.get(value)
            return (value,) if known else tuple(m.body_id for m in mentions)
        case "year":
            return (value,) if _YEAR.fullmatch(value) else ()
    table = {"language": _LANGUAGES, "status": _STATUSES}.get(name, _SECRECY)
    return tuple(v for v, beginnings in table if folded.startswith(beginnings))[:1]


@cache
def _kinds() -> dict[str, str]:
    """Kinds of provisions by their names in all languages, folded."""
    kinds = get_args(Kind)
    names = {fold(kind): kind for kind in kinds}
    for language in UI_LANGUAGES:
        words = labels(language)
        names |= {fold(kind_label(kind, words)): kind for kind in kinds}
    return names
