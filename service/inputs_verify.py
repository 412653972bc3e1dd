"""What is taken to be verified; see :mod:`service.inputs`."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from msgspec import Meta

#: Longest text that is verified, longest citation and quote of an item, most items.
LONGEST_TEXT: Final = 100_000
LONGEST_CITATION: Final = 1000
LONGEST_QUOTE: Final = 5000
MOST_CLAIMS: Final = 250


class ClaimBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A citation, a quote that is said to stand there, or both."""

    citation: Annotated[str, Meta(max_length=LONGEST_CITATION)] = ""
    quote: Annotated[str, Meta(max_length=LONGEST_QUOTE)] = ""


class VerifyBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be verified: a running text, or citations and quotes one by one."""

    text: (
        Annotated[
            str,
            Meta(
                min_length=1,
                max_length=LONGEST_TEXT,
                description="Citations and quotations are looked for in it.",
                examples=["«…» (P1800000124, measure 42)"],
            ),
        ]
        | None
    ) = None
    items: Annotated[
        tuple[ClaimBody, ...],
        Meta(max_length=MOST_CLAIMS, description="In place of a text."),
    ] = ()


class VerifyForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form of the page that verifies."""

    text: Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)]
