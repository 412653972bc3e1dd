"""Parts that were taken out of an act: «4. Алып тасталды – …», «исключен Законом …»."""

from __future__ import annotations

import re

from corpus.patterns import read_mark

#: What is left of a part that was taken out: ``4. Алып тасталды``, ``44) исключен
#: Законом РК от …``. Matched after its number; must not match ``исключенные лица``.
REMOVED = re.compile(
    r"(?:исключ[её]н[аоы]?|утратил[аои]?\s+силу|алып тасталды|күші(?:н)? жой\w+)(?!\w)",
    re.IGNORECASE,
)
#: The same where nothing marks it up as a note: an amending act must follow.
REMOVED_BY = re.compile(
    REMOVED.pattern + r"(?!\s+деп).{0,120}?(?:№|\bN\b|\d\d\.\d\d\.\d{4})",
    re.IGNORECASE | re.DOTALL,
)


def is_removal(text: str) -> bool:
    """A note says that the part before it was taken out."""
    return bool(REMOVED.match(text))


def removal_words(text: str) -> str:
    """The words that stand in place of a part that was taken out; "" if it was not.

    Args:
        text: Of a provision, its number before it.
    """
    mark = read_mark(text)
    if mark is None or not REMOVED_BY.match(text, mark.rest):
        return ""
    return text[mark.rest :]
