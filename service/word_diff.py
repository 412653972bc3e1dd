"""How a quote differs from the words of its source, word by word; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from service.quotes import letters, letters_again
from service.verify_model import Change, Side
from service.written import written

#: Words beside the likeliest stretch that may belong to it still.
_MARGIN: Final = 2


class Likeness(NamedTuple):
    """The stretch of a source that is most like a quote.

    Attributes:
        score: 0 to 100; 100 if the letters are the same.
        start: Offset of its first character in the source.
        end: Offset behind its last one.
    """

    score: float
    start: int
    end: int


def likeness(quote: str, source: str, least: float) -> Likeness | None:
    """The stretch of a source most like a quote, None if none reaches ``least``."""
    wanted, held = letters_again(quote), letters_again(source)
    if not wanted.text or not held.text:
        return None
    if len(wanted.text) >= len(held.text):
        score = ratio(wanted.text, held.text, score_cutoff=least)
        return Likeness(score, 0, len(source)) if score else None
    found = partial_ratio_alignment(wanted.text, held.text, score_cutoff=least)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = held.at[found.dest_start], held.at[found.dest_end - 1] + 1
    return Likeness(found.score, start, end)


def changes(quote: str, source: str, near: Likeness) -> tuple[Change, ...]:
    """What a quote and the stretch of its source have in common, and what not.

    Words of the source before and behind the quote are no difference.
    """
    said = quote.split()
    held = _window(source, near)
    keys = [written(word).key for word in said], [written(word).key for word in held]
    matcher = SequenceMatcher(None, keys[1], keys[0], autojunk=False)
    found = [c for code in matcher.get_opcodes() for c in _changed(code, held, said)]
    return tuple(_trimmed(found))


def _window(source: str, near: Likeness) -> list[str]:
    """Words of the stretch, and a few more on both sides."""
    before, behind = source[: near.start], source[near.end :]
    head = before.split()[-_MARGIN - 1 :]
    tail = behind.split()[: _MARGIN + 1]
    words = source[near.start : near.end].split()
    if before and not before[-1].isspace() and head and words:
        words[0] = head.pop() + words[0]
    if behind and not behind[0].isspace() and tail and words:
        words[-1] += tail.pop(0)
    return [*head[-_MARGIN:], *words, *tail[:_MARGIN]]


def _changed(
    code: tuple[str, int, int, int, int], held: Sequence[str], said: Sequence[str]
) -> Iterator[Change]:
    what, i, j, k, m = code
    if what == "equal":
        yield Change("both", " ".join(said[k:m]))
        return
    sides: tuple[tuple[Side, Sequence[str]], ...] = (
        ("source", held[i:j]),
        ("quote", said[k:m]),
    )
    for side, words in sides:
        if any(letters(word).text for word in words):
            yield Change(side, " ".join(words))


def _trimmed(found: Sequence[Change]) -> Sequence[Change]:
    """Without what the source has before the first common word and behind the last."""
    kept = list(found)
    while kept and kept[0].side == "source":
        kept.pop(0)
    while kept and kept[-1].side == "source":
        kept.pop()
    return kept
