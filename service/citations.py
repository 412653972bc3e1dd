"""Citations in a running text, each led to the provisions that it names.

A clause is read for addresses of provisions and for acts; what stands together is
one citation. An act that was named before is meant where only a provision is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.ids import Span
from service.act_mentions import ActMention, act_mentions
from service.act_patterns import plain
from service.act_titles import acts_by_title
from service.addresses import addresses_in
from service.citation_clauses import Clause, clauses_of
from service.phrases import UiLanguage
from service.resolving import Resolved, Resolver
from service.speaking import first_of, written_language
from service.verify_model import Citation

#: Widest gap inside a citation: between the point, the document and its act.
_GAP: Final = 110
#: How far behind the number the name of the document may stand.
_NAME_NEAR: Final = 40

#: The bracket behind a number or a letter. Matches "4)", «а)»; must not match "(4".
_ITEM: Final = re.compile(r"\b\w{1,3}\)")


class _Group(NamedTuple):
    """Mentions that stand together, in order."""

    start: int
    end: int
    addresses: tuple[Span, ...]
    acts: tuple[ActMention, ...]


def citations_in(text: str, resolver: Resolver) -> tuple[Citation, ...]:
    """The citations of a text in order; quotations in it should be blanked out."""
    same, found = plain(text), list[Citation]()
    context: tuple[str, ...] = ()
    for clause in clauses_of(same):
        for resolved, span in _read(clause, resolver, context):
            context = _context(resolved, context)
            found.append(_citation(text, span, resolved))
    return tuple(found)


def citation_of(text: str, resolver: Resolver) -> Citation:
    """The citation that a whole text is; malformed if it names nothing."""
    same = plain(text).replace("\n", " ").replace(";", ",")
    read = [one for one, _ in _read(Clause(0, same), resolver, (), alone=True)]
    resolved = resolver.joined(read) if read else Resolved(reason="nothing_named")
    return _citation(text, Span(0, len(text)), resolved)


def _citation(text: str, span: Span, resolved: Resolved) -> Citation:
    return Citation(
        span.start,
        span.end,
        text[span.start : span.end],
        resolved.status,
        resolved.reason,
        resolved.targets,
        resolved.total,
        resolved.nearest,
        resolved.named,
    )


def _read(
    clause: Clause, resolver: Resolver, context: Sequence[str], *, alone: bool = False
) -> Iterator[tuple[Resolved, Span]]:
    """The citations of a clause, with their places in the whole text."""
    addresses = addresses_in(clause.text).spans
    mentions = act_mentions(clause.text, addresses)
    acts = [m for m in mentions if _counts(clause.text, m, resolver) or alone]
    groups = list(_grouped(clause.text, addresses, acts))
    for i, group in enumerate(groups):
        limit = groups[i + 1].start if i + 1 < len(groups) else len(clause.text)
        known = groups[i - 1].end if i else 0
        room = Span(known, limit)
        for resolved, span in _resolved(clause, group, room, resolver, context):
            context = _context(resolved, context)
            yield resolved, span
    if not groups:
        yield from _named(clause, Span(0, len(clause.text)), resolver)


def _context(resolved: Resolved, before: Sequence[str]) -> tuple[str, ...]:
    """The act that the next bare provision is one of: the last one named.

    After an act that is not held nobody can tell.
    """
    if resolved.named and not resolved.total and not resolved.nearest:
        return ()
    ids = resolved.act_ids
    return ids if len(ids) == 1 and resolved.named else tuple(before)


def _counts(clause: str, mention: ActMention, resolver: Resolver) -> bool:
    """Whether a mention is one of an act: «№ 7» of a table is not."""
    if mention.kind is not None or mention.iso or mention.code:
        return True
    before = clause[: mention.start].rstrip().rpartition(" ")[2]
    bare = not before or len(before) <= 3 or not before[-1:].isalpha()
    return bare and bool(resolver.numbered(mention))


def _grouped(
    clause: str, addresses: Sequence[Span], acts: Sequence[ActMention]
) -> Iterator[_Group]:
    """Addresses and acts in order, those that make one citation together.

    In Russian and English a provision stands before its act, in Kazakh behind it,
    so a group ends where a second act, or an address behind a whole one, begins.
    """
    parts: list[Span | ActMention] = [*addresses, *acts]
    parts.sort(key=lambda part: (part.start, part.end))
    group: list[Span | ActMention] = []
    for part in parts:
        if group and _parted(group, part):
            kept = _before_bracket(clause, group, part)
            yield _group(group[:kept])
            group = group[kept:]
        group.append(part)
    if group:
        yield _group(group)


def _before_bracket(
    clause: str, group: Sequence[Span | ActMention], part: Span | ActMention
) -> int:
    """How many of a group stay where an act follows: «указ № 1 … (п. 2 указа № 3)».

    Addresses that share a bracket with the act behind them are that act's.
    """
    last = max((i for i, p in enumerate(group) if isinstance(p, ActMention)), default=0)
    if isinstance(part, Span) or last + 1 >= len(group):
        return len(group)
    opened = "(" in clause[group[last].end : group[last + 1].start]
    closed = ")" in clause[group[-1].end : part.start]
    return last + 1 if opened and not closed else len(group)


def _parted(group: Sequence[Span | ActMention], part: Span | ActMention) -> bool:
    last = group[-1]
    if part.start - last.end > _GAP:
        return True
    has_act = any(isinstance(p, ActMention) for p in group)
    if isinstance(part, ActMention):
        return has_act
    whole = has_act and not isinstance(group[0], ActMention)
    return isinstance(last, ActMention) and whole


def _group(parts: Sequence[Span | ActMention]) -> _Group:
    return _Group(
        parts[0].start,
        max(part.end for part in parts),
        tuple(part for part in parts if isinstance(part, Span)),
        tuple(part for part in parts if isinstance(part, ActMention)),
    )


def _resolved(
    clause: Clause,
    group: _Group,
    room: Span,
    resolver: Resolver,
    context: Sequence[str],
) -> Iterator[tuple[Resolved, Span]]:
    """The citations of a group: one for each provision that it names."""
    part = clause.text[group.start : group.end]
    paths = addresses_in(part).paths if group.addresses else ((),)
    span, titled = Span(group.start, group.end), tuple[str, ...]()
    if not group.acts:
        titled, span = _titled(clause.text, span, room, resolver)
    words = clause.text[
        max(room.start, span.start - _NAME_NEAR) : span.end + _NAME_NEAR
    ]
    for path in paths:
        if group.acts:
            resolved = resolver.resolve(group.acts[0], path, words)
        else:
            resolved = resolver.under(titled or context, path, words)
        yield resolved, _placed(clause, span)


def _placed(clause: Clause, span: Span) -> Span:
    """A span of the clause as one of the text, white space at its ends left out.

    A bracket that it opens and that closes right behind it belongs to it.
    """
    part = clause.text[span.start : span.end]
    start = clause.start + span.start + len(part) - len(part.lstrip())
    end = span.start + len(part.rstrip())
    inside = _ITEM.sub("", part)
    if inside.count("(") > inside.count(")") and clause.text[end : end + 1] == ")":
        end += 1
    return Span(start, clause.start + end)


def _titled(
    clause: str, span: Span, room: Span, resolver: Resolver
) -> tuple[tuple[str, ...], Span]:
    """Acts that the words around an address name by title, and all that names them."""
    words = clause[room.start : room.end]
    named = acts_by_title(words, _language(words), resolver.knowledge)
    places = [Span(s.start + room.start, s.end + room.start) for s in named.spans]
    near = [s for s in places if _apart(s, span) <= _NAME_NEAR]
    if not near:
        return (), span
    whole = [span, *near]
    return named.act_ids, Span(min(s.start for s in whole), max(s.end for s in whole))


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _language(words: str) -> UiLanguage:
    return first_of((written_language(words),), "ru")


def _named(
    clause: Clause, room: Span, resolver: Resolver
) -> Iterator[tuple[Resolved, Span]]:
    """An act named by the words of its title alone."""
    named = acts_by_title(clause.text, _language(clause.text), resolver.knowledge)
    if named.spans and len(clause.text) >= room.end:
        whole = Span(min(s.start for s in named.spans), max(s.end for s in named.spans))
        yield resolver.under(named.act_ids, (), ""), _placed(clause, whole)
