"""What a provision says to a question, before the answer is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from service.answers.case import Draft


class Made(NamedTuple):
    """What a provision says to a question.

    Attributes:
        draft: Makes the answer; None where the provision is silent.
        fit: How well it holds the kind of thing asked for, 0 to 1; more where it
            holds all of several things.
        lemmas: Of the words that the answer stands on, for checks.
        lost: Share of the question that these words lack and others in the provision
            hold, where those do not count.
    """

    draft: Callable[[], Draft] | None
    fit: float
    lemmas: frozenset[str]
    lost: float = 0.0


def given(draft: Draft | None) -> Callable[[], Draft] | None:
    """A draft that is made already, to be handed out when wanted."""
    return None if draft is None else lambda: draft
