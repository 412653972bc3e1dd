"""Executors of a measure: bodies, roles, names from the act's own list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.plan_model import Executor
from corpus.tables.names import Names, is_short_name
from corpus.tables.words import (
    AGREED,
    BODY_HEAD,
    BODY_HEAD_FIRST,
    GENITIVE,
    LEADS,
)

_BRACKET = re.compile(r"\s*\([^()]*\)?")
#: «және» between two bodies.
_AND = re.compile(r"\s+(?:және|и)\s+")
_WORD = re.compile(r"[^\s,;()\"«»]+")
#: Marks around a name.
_BARE: Final = " ,;.:"


def split_executors(cell: str, names: Names) -> list[str]:
    """The bodies of a cell as printed, brackets included, in order."""
    items = [
        part
        for item in _joined(list(_by_commas(cell)), names)
        for part in _split_item(item, names)
    ]
    return [item for item in items if bare(item)]


def bare(item: str) -> str:
    """A body without its brackets."""
    return _BRACKET.sub("", item).strip(_BARE)


def read_executors(
    items: Iterable[str], names: Names, apart: frozenset[str]
) -> tuple[Executor, ...]:
    """Records of the bodies.

    Args:
        items: As split from a cell.
        names: The act's own list.
        apart: Squashed forms that are not misread (see :func:`names.doubles`).
    """
    return tuple(_executor(item, names, apart) for item in items)


def _executor(item: str, names: Names, apart: frozenset[str]) -> Executor:
    """One body with its roles."""
    roles = " ".join(_BRACKET.findall(item))
    found = names.find(bare(item), apart=apart)
    return Executor(
        text=item.strip(_BARE),
        abbreviation=found.entry.abbreviation if found else None,
        name=found.entry.name if found else None,
        by_agreement=bool(AGREED.search(roles)),
        coordinator=bool(LEADS.search(roles)),
        read_as=found.read_as if found else None,
    )


def _by_commas(cell: str) -> Iterator[str]:
    """Parts between commas outside brackets, and behind the bracket of a role."""
    start = depth = 0
    for i, char in enumerate(cell):
        depth = max(0, depth + (char == "(") - (char == ")"))
        if depth == 0 and char in ",;":
            yield cell[start:i]
            start = i + 1
        elif char == ")" and depth == 0 and _body_follows(cell[i + 1 :]):
            yield cell[start : i + 1]
            start = i + 1
    yield cell[start:]


def _body_follows(rest: str) -> bool:
    """Behind a bracket another body begins without a comma."""
    rest = rest.lstrip()
    return bool(rest) and rest[0] not in ",;.:)("


def _joined(items: Sequence[str], names: Names) -> list[str]:
    """Items put together that are parts of one name with commas inside."""
    joined: list[str] = []
    for i, raw in enumerate(items):
        item = raw.strip(_BARE)
        if not item:
            continue
        if joined and _depends(joined[-1], item, names, items[i + 1 :]):
            joined[-1] = f"{joined[-1]}, {item}"
        elif joined and not bare(item):
            joined[-1] = f"{joined[-1]} {item}"
        else:
            joined.append(item)
    return joined


def _depends(left: str, item: str, names: Names, rest: Sequence[str]) -> bool:
    """The left part is no whole name without the item behind its comma."""
    if "(" in left or is_whole(left, names):
        return _is_tail(left, item, names)
    words = _WORD.findall(left)
    if words and GENITIVE.fullmatch(words[-1]):
        return True
    heads = (item, *rest)
    whole = next((h for h in heads if "(" in h or is_whole(bare(h), names)), None)
    listing = whole is not None and _AND.search(bare(whole)) is not None
    return listing and not is_short_name(_WORD.findall(item)[0], names)


def _is_tail(left: str, item: str, names: Names) -> bool:
    """The item goes on a Russian name: «акиматы областей, городов Астаны …»."""
    first = _WORD.findall(left)[:3]
    headed = any(BODY_HEAD_FIRST.fullmatch(word) for word in first)
    plain = not any(BODY_HEAD.fullmatch(w) for w in _WORD.findall(bare(item)))
    words = _WORD.findall(bare(item))
    short = any(is_short_name(word, names) for word in words)
    places = all(word[0].isupper() or word == "и" for word in words)
    return headed and plain and not short and (item[:1].islower() or places)


def is_whole(item: str, names: Names) -> bool:
    """The item can stand alone as the name of a body."""
    text = bare(item)
    if names.exact(text) or names.named(text):
        return True
    words = _WORD.findall(text)
    if not words:
        return False
    if BODY_HEAD.fullmatch(words[-1]) or is_short_name(words[-1], names):
        return True
    return any(BODY_HEAD_FIRST.fullmatch(word) for word in words[:3])


def _split_item(item: str, names: Names) -> list[str]:
    """An item cut where «және» or nothing stands between two whole bodies."""
    text = bare(item)
    if names.exact(text) or names.named(text):
        return [item]
    both = _AND.search(item)
    if both:
        left, right = item[: both.start()], item[both.end() :]
        if _is_short(left, names) and is_whole(right, names):
            return [left, right]
    words = _WORD.findall(text)
    quoted = any(mark in item for mark in '"«»')
    if len(words) > 1 and not quoted and all(is_short_name(w, names) for w in words):
        roles = item[item.rindex(words[-1]) :]
        return [*words[:-1], roles]
    return [item]


def _is_short(item: str, names: Names) -> bool:
    """The item is one short name."""
    words = _WORD.findall(bare(item))
    return len(words) == 1 and is_short_name(words[0], names)
