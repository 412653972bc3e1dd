"""Verified citations and quotes → the JSON that leaves, and the page; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.ids import ProvisionId, Source
from service.errors import BadParametersError
from service.inputs_verify import LONGEST_TEXT
from service.present import source_json
from service.shapes_verify import (
    CitationCheckJson,
    PlaceJson,
    QuoteCheckJson,
    VerifyJson,
)
from service.verify_model import Citation, Quote, Target, Verification
from service.voice import Voice, act_url, reader_url

#: How good an outcome is, for the eye; the words say what it is.
_MOODS: Final = {
    "found": "good",
    "verbatim": "good",
    "several": "warn",
    "verbatim_elsewhere": "warn",
    "differs": "warn",
    "malformed": "bad",
    "not_in_corpus": "bad",
    "absent": "bad",
    "unchecked": "quiet",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text; ``anchor`` of the outcome that it leads to, if any."""

    text: str
    anchor: str = ""
    mood: str = ""


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """The page that verifies.

    Attributes:
        text: In the box.
        limit: Most characters of it.
        faults: Why it was refused, in words.
        found: What came of it; None where nothing was asked.
        segments: The text with its citations and quotes marked.
        moods: How good each outcome is, by its name.
    """

    text: str = ""
    limit: int = LONGEST_TEXT
    faults: tuple[str, ...] = ()
    found: VerifyJson | None = None
    segments: tuple[Segment, ...] = ()
    moods: tuple[tuple[str, str], ...] = tuple(_MOODS.items())


def refused_text(voice: Voice, error: BadParametersError, text: str) -> VerifyPage:
    """The text in the box cannot be verified."""
    faults = tuple(fault.words(voice.words) for fault in error.faults)
    return VerifyPage(text=text[:LONGEST_TEXT], faults=faults)


def verify_page(text: str, found: VerifyJson) -> VerifyPage:
    """A text and what came of it."""
    return VerifyPage(text=text, found=found, segments=tuple(_segments(text, found)))


def _segments(text: str, found: VerifyJson) -> Iterator[Segment]:
    """The text in order; citations that share their words are marked once."""
    marks = [
        *((c["start"], c["end"], f"c{i}", _MOODS[c["status"]])
          for i, c in enumerate(found["citations"], 1)),
        *((q["start"], q["end"], f"q{i}", _MOODS[q["verdict"]])
          for i, q in enumerate(found["quotes"], 1)),
    ]  # fmt: skip
    at = 0
    for start, end, anchor, mood in sorted(marks):
        if start < at:
            continue
        if start > at:
            yield Segment(text[at:start])
        yield Segment(text[start:end], anchor, mood)
        at = end
    if at < len(text):
        yield Segment(text[at:])


def verify_json(found: Verification, voice: Voice, took_ms: float) -> VerifyJson:
    """All that was found; ``took_ms`` in milliseconds."""
    return {
        "citations": [_citation(one, voice) for one in found.citations],
        "quotes": [_quote(one, voice) for one in found.quotes],
        "took_ms": round(took_ms, 1),
    }


def _citation(citation: Citation, voice: Voice) -> CitationCheckJson:
    return {
        "item": citation.item,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "status": citation.status,
        "reason": citation.reason or None,
        "detail": citation_words(citation, voice),
        "targets": [_target(target, voice) for target in citation.targets],
        "total": citation.total,
        "nearest": [_act(act_id, voice) for act_id in citation.nearest],
    }


def citation_words(citation: Citation, voice: Voice) -> str:
    """What came of a citation, in a sentence."""
    if citation.reason:
        return voice.words(f"verify.{citation.reason}")
    return voice.words(f"verify.{citation.status}", total=citation.total)


def _quote(quote: Quote, voice: Voice) -> QuoteCheckJson:
    return {
        "item": quote.item,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "citation": quote.citation,
        "verdict": quote.verdict,
        "reason": quote.reason or None,
        "detail": quote_words(quote, voice),
        "places": [
            _provision(place.provision_id, place.source, voice)
            for place in quote.places
        ],
        "difference": [{"side": c.side, "text": c.text} for c in quote.changes],
    }


def quote_words(quote: Quote, voice: Voice) -> str:
    """What came of a quote, in a sentence."""
    if quote.reason:
        return voice.words(f"verify.quote_{quote.reason}")
    uncited = quote.verdict == "verbatim_elsewhere" and quote.citation is None
    return voice.words("verify.held" if uncited else f"verify.{quote.verdict}")


def _target(target: Target, voice: Voice) -> PlaceJson:
    held = target.provision_id and voice.records.provision(target.provision_id)
    if not held:
        return _act(target.act_id, voice)
    return _provision(held.id, held.source, voice)


def _act(act_id: str, voice: Voice) -> PlaceJson:
    act = voice.act(act_id)
    return {
        "act_id": act.id,
        "act_label": voice.act_label(act),
        "act_status": act.status,
        "provision_id": None,
        "label": voice.act_label(act),
        "url": act_url(act.id),
        "official_url": act.official_url,
        "source": source_json(act.source),
    }


def _provision(provision_id: ProvisionId, source: Source, voice: Voice) -> PlaceJson:
    return {
        **_act(provision_id.act_id, voice),
        "provision_id": provision_id,
        "label": voice.label(provision_id),
        "url": reader_url(provision_id),
        "source": source_json(source),
    }
