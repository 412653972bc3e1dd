"""When two strings, line ranges or lists of bodies count as the same."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence

from corpus.ids import Source
from eval.gold import Lines

#: Latin letters that stand for Cyrillic ones in scanned Kazakh and Russian words.
_LOOKALIKE = str.maketrans("ABCEHIKMOPTXaceiopxyF", "АВСЕНІКМОРТХасеіорхуҒ")
#: Any Cyrillic letter, Kazakh ones included.
_CYRILLIC = re.compile("[а-яА-ЯәғқңөұүһіӘҒҚҢӨҰҮҺІ]")
#: Strings this short are compared as whole words: "36" must not be met by "2036".
SHORT = 3
#: A citation may span this many lines more than the evidence it overlaps.
SLACK_LINES = 60


def squash(text: str | None) -> str:
    """Letters and digits alone, lower case, look-alikes read as Cyrillic."""
    plain = unicodedata.normalize("NFC", text or "")
    if _CYRILLIC.search(plain):
        plain = plain.translate(_LOOKALIKE)
    return "".join(c for c in plain.lower() if c.isalnum())


def same(a: str | None, b: str | None, least: float = 0.97) -> bool:
    """Equal once squashed, or alike to ``least`` where both are long enough."""
    left, right = squash(a), squash(b)
    if left == right:
        return True
    if min(len(left), len(right)) <= 8:
        return False
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() >= least


def overlap(a: Lines, b: Lines) -> float:
    """Intersection over union of two line ranges, ends included, 0 to 1."""
    common = min(a[1], b[1]) - max(a[0], b[0]) + 1
    return max(0, common) / (max(a[1], b[1]) - min(a[0], b[0]) + 1)


def cites(source: Source, evidence: Sequence[Lines]) -> bool:
    """The source overlaps the evidence without spanning much more than it."""
    first, last = source.line_start, source.line_end
    return any(
        first <= b and a <= last and last - first <= b - a + SLACK_LINES
        for a, b in evidence
    )


def holds(texts: Sequence[str], groups: Sequence[Sequence[str]]) -> bool:
    """Each group has a variant that stands in the texts."""
    flat = squash(" ".join(texts))
    words = {squash(w) for t in texts for w in re.findall(r"[\w\-–,.]+", t)}
    return all(any(_stands(v, flat, words) for v in group) for group in groups)


def _stands(variant: str, flat: str, words: set[str]) -> bool:
    key = squash(variant)
    return key in words if len(key) <= SHORT else key in flat


def bodies_match(got: Sequence[frozenset[str]], want: Sequence[frozenset[str]]) -> bool:
    """Every wanted body is met by one given, and none given is unwanted.

    Both sides are sets of squashed names of one body each; order does not count.
    """
    rest = list(got)
    for keys in want:
        met = next((r for r in rest if r & keys), None) or next(
            (r for r in rest if _long_alike(r, keys)), None
        )
        if met is None:
            return False
        rest.remove(met)
    return all(any(r & keys for keys in want) for r in rest)


def _long_alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return any(len(y) > 12 and same(x, y, 0.9) for x in a for y in b)
