"""Mentions of acts and of their parts: «№ 790 қаулысымен», «подпунктом 3) пункта 2»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.act_numbers import NUMBER, act_number
from corpus.dates import find_dates
from corpus.ids import ProvisionId
from corpus.model import ActRef, Kind, Provision, Reference
from corpus.patterns import is_heading_kind, path_number, read_mark

_N: Final = r"\d+(?:-\d+)?\)?"
#: ``16-тармағының``, ``8) тармақшасына``, ``1) және 2) тармақшаларында``.
#: Must not match ``15 тармақталған`` or a bare figure.
_KAZAKH = re.compile(
    rf"(?<![\d.-])(?P<numbers>{_N}(?:(?:,\s*|\s+(?:және|мен)\s+){_N})*)\s?-?\s?"
    r"(?P<noun>бөлім|тарау|параграф|бабы|бап|баб|тармақша|тармағ|тармақ(?!тал)|қосымша)"
    r"\w*",
    re.IGNORECASE,
)
#: ``подпунктом 3)``, ``пункта 2``, ``пунктами 28, 29 и 30``, ``статьи 4``.
#: Must not match ``пункт назначения``.
_RUSSIAN = re.compile(
    r"(?<!\w)(?P<noun>подпункт|пункт|стать|глав|раздел|параграф|приложени)\w*\s+"
    rf"(?P<numbers>{_N}(?:(?:,\s*|\s+и\s+){_N})*)(?!\w)",
    re.IGNORECASE,
)
_KINDS: Final[dict[str, Kind]] = {
    "бөлім": "section",
    "тарау": "chapter",
    "параграф": "paragraph",
    "бабы": "article",
    "баб": "article",
    "бап": "article",
    "тармақша": "subpoint",
    "тармағ": "point",
    "тармақ": "point",
    "қосымша": "annex",
    "подпункт": "subpoint",
    "пункт": "point",
    "стать": "article",
    "глав": "chapter",
    "раздел": "section",
    "приложени": "annex",
}
#: This act means itself: ``осы Әдістеменің``, ``настоящего Положения``.
_THIS_KK = re.compile(r"(?<!\w)осы\s+(?:[^\W\d_]+\s+){0,3}$", re.IGNORECASE)
_THIS_RU = re.compile(r"^\s+настоящ\w+", re.IGNORECASE)
#: The point that the words stand in: ``осы тармақтың``, ``настоящего пункта``.
_HERE: Final = re.compile(r"тарма[қғ]|пункт", re.IGNORECASE)
#: Records whose words are no sentences of the act.
_SILENT: Final[frozenset[Kind]] = frozenset(
    {"note", "measure", "indicator", "table", "form", "annex"}
)
#: A mark that ends a sentence or an item of a list. Must not match ``1.2``.
_SENTENCE_END = re.compile(r"[.;]\s")
#: From a date to the number of the same act.
_NEAR: Final = 16
#: No words that belong to a mention stand farther away than this, in characters.
_REACH: Final = 200


@dataclass(frozen=True, slots=True)
class PartMention:
    """Parts of an act that are named together, outermost first.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last one.
        parts: Kind and number of each; of several numbers the first.
        also: Other numbers of the innermost part: ``29`` and ``30`` of
            «пунктами 28, 29 и 30».
        this: The text says that it means this act.
        here: It means the very point that it stands in.
    """

    start: int
    end: int
    parts: tuple[tuple[Kind, str], ...]
    this: bool
    here: bool
    also: tuple[str, ...] = ()

    def each(self) -> Iterator[PartMention]:
        """One mention for each number of the innermost part."""
        yield replace(self, also=())
        kind = self.parts[-1][0]
        for number in self.also:
            yield replace(self, parts=(*self.parts[:-1], (kind, number)), also=())


@dataclass(frozen=True, slots=True)
class ActMention:
    """An act named by date and number."""

    start: int
    end: int
    act: ActRef


def find_parts(text: str) -> tuple[PartMention, ...]:
    """All mentions of parts in order of their places."""
    mentions: list[PartMention] = []
    for chain in _chains(list(_KAZAKH.finditer(text)), text):
        reach = max(0, chain[0].start() - _REACH)
        this = _THIS_KK.search(text[reach : chain[0].start()])
        mentions.append(
            PartMention(
                reach + this.start() if this else chain[0].start(),
                chain[-1].end(),
                tuple(_part(match) for match in chain),
                bool(this),
                bool(this and _HERE.search(this.group())),
                _numbers(chain[-1])[1:],
            )
        )
    for chain in _chains(list(_RUSSIAN.finditer(text)), text):
        after = text[chain[-1].end() : chain[-1].end() + _REACH]
        this = _THIS_RU.match(after)
        mentions.append(
            PartMention(
                chain[0].start(),
                chain[-1].end(),
                tuple(_part(match) for match in reversed(chain)),
                bool(this),
                bool(this and re.match(r"\s+настоящ\w+\s+пункт", after)),
                _numbers(chain[0])[1:],
            )
        )
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def find_acts(text: str) -> tuple[ActMention, ...]:
    """All acts named by date and number, in order of their places."""
    mentions: list[ActMention] = []
    for date in find_dates(text):
        number = NUMBER.search(text, date.end, date.end + _REACH)
        if number and _is_near(text[date.end : number.start()]):
            act = ActRef(act_number(number), date.iso, None)
            mentions.append(ActMention(date.start, number.end(), act))
    return tuple(mentions)


def read_references(provisions: Sequence[Provision]) -> tuple[Reference, ...]:
    """All references of an act; those to the act itself are resolved within it."""
    known = _by_last_step(provisions)
    found: list[Reference] = []
    for provision in provisions:
        if provision.kind in _SILENT or is_heading_kind(provision.kind):
            continue
        text = provision.own.text
        mark = read_mark(text)
        acts = find_acts(text)
        for mention in acts:
            words = text[mention.start : mention.end]
            found.append(Reference(provision.id, words, mention.act, None))
        for part in find_parts(text):
            if mark and part.start < mark.rest:
                continue
            words = text[part.start : part.end]
            for one in part.each():
                target = _target(one, provision, known)
                act = None if target or one.this else _act_of(one, acts, text)
                found.append(Reference(provision.id, words, act, target))
    return tuple(found)


def _chains(
    matches: Sequence[re.Match[str]], text: str
) -> Iterator[list[re.Match[str]]]:
    """Mentions that follow each other with nothing but blanks between."""
    chain: list[re.Match[str]] = []
    for match in matches:
        if chain and text[chain[-1].end() : match.start()].strip():
            yield chain
            chain = []
        chain.append(match)
    if chain:
        yield chain


def _part(match: re.Match[str]) -> tuple[Kind, str]:
    """Kind and first number of a mention."""
    return _KINDS[match["noun"].lower()], next(iter(_numbers(match)), "")


def _numbers(match: re.Match[str]) -> tuple[str, ...]:
    """All numbers of a mention."""
    return tuple(re.findall(r"\d+(?:-\d+)?", match["numbers"]))


def _is_near(between: str) -> bool:
    """Nothing of weight stands between a date and a number."""
    return len(between) <= _NEAR and not _SENTENCE_END.search(between.replace("г.", ""))


def _act_of(part: PartMention, acts: Sequence[ActMention], text: str) -> ActRef | None:
    """The act that a part belongs to: named before it in its sentence, or after it."""
    last = next((m for m in reversed(acts) if m.end <= part.start), None)
    if last and not _SENTENCE_END.search(text, last.end, part.start):
        return last.act
    first = next((m for m in acts if m.start >= part.end), None)
    if first and not _SENTENCE_END.search(text, part.end, first.start):
        return first.act
    return None


def _by_last_step(provisions: Sequence[Provision]) -> dict[str, dict[str, None]]:
    """Ids, in order, by the last step of their paths."""
    known: dict[str, dict[str, None]] = {}
    for provision in provisions:
        known.setdefault(provision.id.rpartition("/")[2], {})[provision.id] = None
    return known


def _target(
    part: PartMention, provision: Provision, known: Mapping[str, Mapping[str, None]]
) -> ProvisionId | None:
    """The provision that a mention of this very act means."""
    if not part.this:
        return None
    steps = provision.id.split("/")
    path = "/".join(f"{kind}-{path_number(number)}" for kind, number in part.parts)
    if part.here:
        cut = next((i for i, s in enumerate(steps) if s.startswith("point-")), None)
        bases = ["/".join(steps[: cut + 1])] if cut else []
    else:
        bases = ["/".join(steps[:i]) for i in range(len(steps), 0, -1)]
    candidates = known.get(path.rpartition("/")[2], {})
    for base in bases:
        if f"{base}/{path}" in candidates:
            return ProvisionId(f"{base}/{path}")
        inside = [
            p for p in candidates if p.startswith(f"{base}/") and p.endswith(f"/{path}")
        ]
        if len(inside) == 1:
            return ProvisionId(inside[0])
    return None
