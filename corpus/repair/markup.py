"""Remains of mark-up and list dashes taken out of a paragraph."""

from __future__ import annotations

import re

from corpus.repair.edits import Edit, apply_edits
from corpus.trace import Traced

#: Bold remains around words: ``**ПОСТАНОВЛЯЮ:**``.
#: Must not match footnote marks: ``***``, ``2 **``, ``** іс-шаралар бойынша``.
_BOLD = re.compile(
    r"(?<![*\w])(\*\*)(?=[^\s*])([^*]*[^\W\d_][^*]*)(?<=[^\s*])(\*\*)(?![*\w])"
)
#: A whole paragraph in italics: ``*Президент Республики Казахстан*``.
#: Must not match ``* "*" таңбалы кесте`` or ``*** жылдың``.
_ITALIC = re.compile(r"^(\*)(?=[^\s*])([^*]*[^\W\d_][^*]*)(?<=[^\s*])(\*)$")
#: The dash of a list before a number of its own: ``- 1) председательствует``.
#: Must not match a list that has dashes alone.
_LIST_DASH = re.compile(r"^([-–—•·]\s+)(?=\d+(?:-\d+)?[.)]\s)")


def strip_markup(text: Traced) -> Traced:
    """The paragraph without asterisks of bold and italics and without list dashes."""
    for pattern in (_BOLD, _ITALIC):
        edits = [
            edit
            for match in pattern.finditer(text.text)
            for edit in (Edit(*match.span(1)), Edit(*match.span(3)))
        ]
        text = apply_edits(text, edits)
    dash = _LIST_DASH.match(text.text)
    return text[dash.end(1) :] if dash else text
