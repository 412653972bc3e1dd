"""Numbers of acts in running text: «№ 124», «N 209», «№ 226-V»."""

from __future__ import annotations

import re

from corpus.repair.lookalikes import is_roman

#: ``№ 124``, ``N 209``, ``№ 226-V``; must not match ``№ п/п``.
NUMBER = re.compile(r"(?:№|(?<!\w)N)\s*(?P<number>\d[\w/-]*)")
#: Cyrillic letters that stand in the number of a convocation of Parliament.
_ROMAN = str.maketrans("ІХСМ", "IXCM")


def act_number(found: re.Match[str]) -> str:
    """The number that was found, its convocation in Latin letters.

    ``165-VІ`` with a Cyrillic І is the number of the law that others write ``165-VI``;
    letters of any other kind stay as they are printed (``27-НП``).
    """
    printed = found["number"]
    base, dash, convocation = printed.partition("-")
    read = convocation.translate(_ROMAN)
    return f"{base}{dash}{read}" if read and is_roman(read) else printed
