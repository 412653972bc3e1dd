"""Costs of putting pieces of a flattened row into columns.

Set by hand: 0 is what plans do as a rule, 1 is an odd step, 4 and more a step that only
an odder rest can make up for; what fits a place very well earns a little back.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

#: Where a piece can go: a column, or a part of a sub-row.
Place = Literal[
    "title",
    "unit",
    "source",
    "form",
    "date",
    "exec",
    "sum",
    "fund",
    "sub_label",
    "sub_unit",
    "sub_date",
    "sub_exec",
    "sub_sum",
    "sub_fund",
]

#: The columns of a row, and the parts of a sub-row, from left to right as usual.
MAIN: Final[tuple[Place, ...]] = (
    "title", "unit", "source", "form", "date", "exec", "sum", "fund"
)  # fmt: skip
SUBS: Final[tuple[Place, ...]] = (
    "sub_unit", "sub_date", "sub_exec", "sub_sum", "sub_fund"
)  # fmt: skip
#: Sub-rows stand behind these.
VALUES: Final = frozenset(("sum", "fund"))
#: Kinds of pieces, in the order of the columns of ``FIT``.
CLASSES: Final = (
    "text", "exec", "body", "date", "sum", "mark", "unit", "fund", "region"
)  # fmt: skip
#: What it costs to put a piece of a kind (see ``CLASSES``) into a place.
FIT: Final[Mapping[Place, tuple[float, ...]]] = MappingProxyType({
    "title":     (0.0, 1.5, 0.7, 1.0, 2.0, 3.0, 2.0, 4.0, 2.0),
    "unit":      (1.8, 8.0, 8.0, 8.0, 6.0, 1.0, -1.0, 8.0, 9.0),
    "source":    (0.3, 1.5, 1.0, 4.0, 8.0, 4.0, 6.0, 6.0, 8.0),
    "form":      (0.0, 1.2, 0.9, 4.0, 6.0, 1.5, 3.0, 6.0, 6.0),
    "date":      (2.5, 6.0, 6.0, -0.6, 3.0, 0.0, 8.0, 6.0, 8.0),
    "exec":      (4.0, -1.0, -0.6, 5.0, 8.0, 4.0, 8.0, 8.0, 4.0),
    "sum":       (9.0, 9.0, 9.0, 5.0, -0.6, 0.0, 9.0, 9.0, 9.0),
    "fund":      (2.5, 4.0, 4.0, 5.0, 5.0, 3.0, 8.0, -1.0, 6.0),
    "sub_label": (3.0, 1.5, 1.5, 6.0, 9.0, 9.0, 6.0, 8.0, -2.0),
    "sub_unit":  (6.0, 9.0, 9.0, 9.0, 9.0, 3.0, 0.0, 9.0, 9.0),
    "sub_date":  (6.0, 9.0, 9.0, -0.4, 9.0, 1.0, 9.0, 9.0, 9.0),
    "sub_exec":  (6.0, -0.5, 0.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0),
    "sub_sum":   (9.0, 9.0, 9.0, 5.0, -0.6, 0.0, 9.0, 9.0, 9.0),
    "sub_fund":  (3.0, 4.0, 4.0, 5.0, 6.0, 6.0, 9.0, -1.0, 9.0),
})  # fmt: skip
#: What it costs to go on in a cell over an empty line.
STAY: Final[Mapping[Place, float]] = MappingProxyType({
    "title": 2.0, "unit": 2.0, "source": 1.5, "form": 1.5, "date": 0.7, "exec": 1.8,
    "sum": 0.0, "fund": 0.6, "sub_label": 1.5, "sub_unit": 2.0, "sub_date": 1.0,
    "sub_exec": 1.0, "sub_sum": 0.0, "sub_fund": 1.0,
})  # fmt: skip
#: What it costs to leave a column empty.
SKIP: Final[Mapping[Place, float]] = MappingProxyType({
    "title": 4.0, "unit": 0.2, "source": 0.5, "form": 1.0, "date": 0.9, "exec": 1.1,
    "sum": 0.3, "fund": 0.1, "sub_unit": 0.0, "sub_date": 0.0, "sub_exec": 0.0,
    "sub_sum": 0.0, "sub_fund": 0.0,
})  # fmt: skip
#: What it costs to go on to another cell at each gap.
SWITCH: Final = (0.8, 0.8, 0.6, 0.0, 0.0, 0.0)
NEW_SUB: Final = 0.3
NEW_ROW: Final = 1.2
INDENTED_ROW: Final = 0.3
TAIL: Final = 1.0
TORN: Final = 0.2
LOWER_START: Final = 2.0
IN_TITLE: Final = 3.0
#: A known form begins a cell rather than standing inside a title or another form.
KNOWN_FORM: Final = 2.0
FORM_INSIDE: Final = 1.5
FORM_ENDS: Final = 0.5
FORM_IN_TITLE: Final = 1.0
#: Two cells of words are parted by a blank line almost always.
TEXT_TO_TEXT: Final = 1.0
#: Readings so much dearer than the best one so far are given up.
BEAM: Final = 9.0
#: A list that begins with a bracket or comma goes on from before the empty line.
CUT_LIST: Final = 0.2
#: Going on in the title on the next page: in small letters, with a capital.
NEXT_PAGE: Final = (0.1, 0.4)
FORM_NEXT_PAGE: Final = 0.5
CELL_NEXT_PAGE: Final = 0.3
NEW_PARAGRAPH: Final = 0.2
NEW_SUB_TOUCHING: Final = 1.3
SUB_TOUCHING: Final = 0.2
TAIL_WITHOUT_TITLE: Final = 1.3
