"""Verifies citations and quotes: of a text, or given one by one; pure.

«…» (п. 9 Положения, указ № 588): the citation is led to what it names, and the quote
is compared with the words that stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.model import Act
from service.citations import citation_of, citations_in
from service.judging import Judge
from service.knowledge import Knowledge
from service.ports import ProvenRecords
from service.quotations import Quotation, blanked, quotations_in
from service.quotes import letters
from service.resolving import Resolver
from service.verify_model import (
    Citation,
    Claim,
    Quote,
    UncheckedReason,
    Verification,
)

#: Farthest that a quote may stand from the citation that it belongs to.
_FAR: Final = 400
#: Letters from which a quotation in running text is more than a name or a term.
_MORE_THAN_A_NAME: Final = 25
#: Verdicts that need to know for certain which place is meant.
_DENIALS: Final = frozenset({"differs", "absent"})
#: Letters of the beginning of a title that show that it is meant.
_TITLE: Final = 30
#: A quotation that is the title of an act: «О …», «Об …», «… туралы», "On …".
#: Must not match «О, …» or a title inside a longer quotation.
_LIKE_TITLE: Final = re.compile(r"(?:Об?|On)\s+\w[^.;]*|[^.;]*\sтуралы", re.DOTALL)
#: What leads from a quote to the citation behind it: «» (», «» – ».
#: Must not match a full stop or a word.
_LEADS_ON: Final = re.compile(r"[»”“\"\s]*[(\[–—,-]\s*(?:см\.\s*|see\s+|қараңыз\s*)?")


class Verifier:
    """Verifies against the acts held; safe to share between threads."""

    def __init__(self, knowledge: Knowledge, records: ProvenRecords) -> None:
        self._resolver = Resolver(knowledge, records)
        self._judge = Judge(records)
        self._titles = tuple(_title(act) for act in records.acts())

    def claims(self, claims: Sequence[Claim]) -> Verification:
        """Verify citations and quotes given one by one.

        Returns:
            A citation and a quote for each claim, left out where it gives none;
            offsets are those within the claim.
        """
        citations: list[Citation] = []
        quotes: list[Quote] = []
        for item, claim in enumerate(claims):
            if claim.citation.strip():
                citation = citation_of(claim.citation, self._resolver)
                citations.append(replace(citation, item=item))
            if claim.quote.strip():
                at = len(citations) - 1 if claim.citation.strip() else None
                whole = Quotation(0, len(claim.quote), claim.quote)
                judged = self._judged(whole, citations, at)
                quotes.append(replace(judged, item=item))
        return Verification(tuple(citations), tuple(quotes))

    def text(self, text: str) -> Verification:
        """Verify what a running text cites and quotes; offsets are the text's."""
        quotations = [q for q in quotations_in(text) if not self._is_held_title(q.text)]
        citations = citations_in(blanked(text, quotations), self._resolver)
        told = [replace(c, text=text[c.start : c.end]) for c in citations]
        quotes = (self._read(text, q, told) for q in quotations)
        return Verification(tuple(told), tuple(quotes))

    def _is_held_title(self, quotation: str) -> bool:
        """Whether a quotation is the title of an act held: part of a citation."""
        key = letters(quotation).text
        return len(key) >= _TITLE and any(key in t or t in key for t in self._titles)

    def _read(
        self, text: str, quotation: Quotation, citations: Sequence[Citation]
    ) -> Quote:
        at = _belongs_to(text, quotation, citations)
        quote = self._judged(quotation, citations, at)
        if quote.verdict == "verbatim" or quote.reason:
            return quote
        if len(letters(quotation.text).text) < _MORE_THAN_A_NAME:
            return _unchecked(quote, "short")
        if _LIKE_TITLE.fullmatch(quotation.text.strip()):
            return _unchecked(quote, "title")
        return quote

    def _judged(
        self, quotation: Quotation, citations: Sequence[Citation], at: int | None
    ) -> Quote:
        citation = None if at is None else citations[at]
        targets = citation.targets if citation else ()
        found = self._judge.judge(quotation.text, targets, cited=citation is not None)
        if citation and not citation.complete and found.verdict in _DENIALS:
            found = self._judge.judge(quotation.text, (), cited=True)
        return Quote(
            quotation.start,
            quotation.end,
            quotation.text,
            at,
            found.verdict,
            found.reason,
            found.places,
            found.changes,
        )


def _title(act: Act) -> str:
    return letters(act.title).text


def _unchecked(quote: Quote, reason: UncheckedReason) -> Quote:
    return replace(quote, verdict="unchecked", reason=reason, places=(), changes=())


def _belongs_to(
    text: str, quotation: Quotation, citations: Sequence[Citation]
) -> int | None:
    """The citation of a quotation: right behind it in brackets, else before it.

    None if none stands near enough in the same paragraph.
    """
    before = behind = None
    for i, citation in enumerate(citations):
        if citation.start >= quotation.end:
            behind = i
            break
        before = i
    if behind is not None:
        start = citations[behind].start
        if _LEADS_ON.fullmatch(text, quotation.end, start):
            return behind
    if before is not None and _near(text, citations[before].end, quotation.start):
        return _first_of_same(citations, before)
    if behind is not None and _near(text, quotation.end, citations[behind].start):
        return behind
    return None


def _near(text: str, start: int, end: int) -> bool:
    return end - start <= _FAR and "\n\n" not in text[start:end]


def _first_of_same(citations: Sequence[Citation], at: int) -> int:
    """The first of the citations that share their words («пункты 36 и 37»)."""
    return next(i for i, c in enumerate(citations) if c.start == citations[at].start)
