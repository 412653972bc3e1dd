"""Replies, hits and search results → the JSON that leaves; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from indexer.renderings import Rendering
from service.model import Answer, Citation, Hit, Query, Reply, Value
from service.phrases import UiLanguage
from service.present import provision_json, source_json
from service.present_export import export_address
from service.search_model import Facet, SearchResult
from service.shapes_answers import (
    AnswerJson,
    AskJson,
    CitationJson,
    CorrectionJson,
    FacetJson,
    HitJson,
    RenderingJson,
    SearchJson,
    ValueJson,
    WhyJson,
)
from service.voice import Voice, reader_url

#: Cells of a measure that may have renderings.
_RENDERED_CELLS: Final = ("title", "completion_form", "deadline", "funding")


def ask_json(reply: Reply, voice: Voice, took_ms: float) -> AskJson:
    """What a question gets; ``took_ms`` in milliseconds."""
    refusal = reply.refusal
    return {
        "question": reply.query.question,
        "language": spoken(reply.query, voice.language),
        "read_as": reply.query.read_as,
        "corrections": _corrections(reply.query),
        "intent": reply.intent,
        "abstained": refusal is not None,
        "reason": {"code": refusal.code, "text": refusal.text} if refusal else None,
        "answers": [_answer(answer, reply.query, voice) for answer in reply.answers],
        "related": hits_json(reply.related, voice),
        "took_ms": round(took_ms, 1),
    }


def spoken(query: Query, default: UiLanguage) -> UiLanguage:
    """The language of a query, ``default`` where it could not be told."""
    return query.language if query.language != "und" else default


def _corrections(query: Query) -> list[CorrectionJson]:
    return [
        {"start": c.start, "end": c.end, "typed": c.typed, "read": c.read, "how": c.how}
        for c in query.corrections
    ]


def _answer(answer: Answer, query: Query, voice: Voice) -> AnswerJson:
    act, language = voice.act(answer.act_id), spoken(query, voice.language)
    json: AnswerJson = {
        "text": answer.text,
        "act_id": answer.act_id,
        "act_label": voice.act_label(act),
        "act_status": act.status,
        "intent": answer.intent,
        "values": [_value(value, voice) for value in answer.values],
        "citations": [_citation(c, voice, language) for c in answer.citations],
        "warnings": list(answer.warnings),
    }
    export = export_address(answer, query, voice.records, language)
    if export:
        json["export"] = export
    return json


def _value(value: Value, voice: Voice) -> ValueJson:
    fields = {name: getattr(value, name) for name in ValueJson.__annotations__}
    fields["read_as"] = voice.read_as(value)
    kept = {name: held for name, held in fields.items() if held is not None}
    return cast("ValueJson", kept)


def _citation(citation: Citation, voice: Voice, language: str) -> CitationJson:
    act = voice.act(citation.provision_id.act_id)
    held = voice.records.provision(citation.provision_id)
    return {
        "provision_id": citation.provision_id,
        "act_id": act.id,
        "label": voice.label(citation.provision_id),
        "act_label": voice.act_label(act),
        "quote": citation.quote,
        "language": held.language if held else act.language,
        "renderings": [
            _rendering(rendering)
            for rendering in voice.records.renderings(citation.provision_id)
            if rendering.language == language
            and rendering.field == _quoted_field(citation, voice)
        ],
        "verified": True,
        "source": source_json(citation.source),
        "url": reader_url(citation.provision_id),
        "official_url": act.official_url,
    }


def _quoted_field(citation: Citation, voice: Voice) -> str | None:
    """The part of a record that a quote is of: "text", or a cell of a measure."""
    measure = voice.records.measure(citation.provision_id)
    if measure is None:
        return "text"
    cells = {name: getattr(measure, name).text for name in _RENDERED_CELLS}
    quoted = (n for n, text in cells.items() if _is_most_of(citation.quote, text))
    return next(quoted, None)


def _is_most_of(quote: str, text: str) -> bool:
    """Whether a quote is at least half of a text, not a name that it mentions."""
    return quote in text and len(text) <= 2 * len(quote)


def _rendering(rendering: Rendering) -> RenderingJson:
    return {
        "language": rendering.language,
        "field": rendering.field,
        "text": rendering.text,
        "official": rendering.official,
    }


def hits_json(
    hits: Sequence[Hit], voice: Voice, *, first_rank: int = 1, explain: bool = False
) -> list[HitJson]:
    """Hits with their provisions, ranks counted from ``first_rank``."""
    return [
        _hit(hit, rank, voice, explain=explain)
        for rank, hit in enumerate(hits, first_rank)
    ]


def _hit(hit: Hit, rank: int, voice: Voice, *, explain: bool) -> HitJson:
    json: HitJson = {
        "rank": rank,
        "score": round(hit.score, 4),
        "provision": provision_json(voice.provision(hit.provision_id), voice),
        "highlights": [{"start": s.start, "end": s.end} for s in hit.highlights],
        "meant": [{"start": s.start, "end": s.end} for s in hit.meant],
    }
    if explain:
        json["why"] = _why(hit)
    return json


def _why(hit: Hit) -> WhyJson:
    return {
        "coverage": round(hit.coverage, 4),
        "features": [
            {"name": f.name, "value": round(f.value, 4)} for f in hit.features
        ],
    }


def search_json(
    result: SearchResult, voice: Voice, *, offset: int = 0, explain: bool = False
) -> SearchJson:
    """A page of hits that starts behind ``offset``."""
    hits = hits_json(result.hits, voice, first_rank=offset + 1, explain=explain)
    return {
        "query": {
            "text": result.query.question,
            "language": spoken(result.query, voice.language),
            "read_as": result.query.read_as,
            "corrections": _corrections(result.query),
        },
        "total": result.total,
        "total_relation": result.total_relation,
        "hits": hits,
        "facets": {facet.name: _facet(facet, voice) for facet in result.facets},
        "degraded": list(result.degraded),
        "took_ms": round(result.took_ms, 1),
    }


def _facet(facet: Facet, voice: Voice) -> list[FacetJson]:
    return [
        {"value": value, "label": facet_label(facet.name, value, voice), "count": hits}
        for value, hits in facet.counts
    ]


def facet_label(name: str, value: str, voice: Voice) -> str:
    """A facet's value in words; one that has none stays as it is."""
    if name == "act":
        act = voice.records.act(value)
        return voice.act_label(act) if act else value
    if name == "body":
        return voice.body(value)
    if name == "kind":
        return voice.kind(value)
    keys = {
        "language": f"language.{value}",
        "status": f"act.{value}",
        "classified": f"classified.{value}",
    }
    key = keys.get(name, "")
    return voice.words(key) if key in voice.words else value
