"""Replies and hits as text for a terminal, in the language of the question; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import indent

from service.model import Hit, Query
from service.phrases import Phrases
from service.shapes import SourceJson
from service.shapes_answers import (
    AnswerJson,
    AskJson,
    CorrectionJson,
    HitJson,
    SearchJson,
)

#: Characters of a hit's text on one line.
_WIDTH = 100


def ask_lines(asked: AskJson, words: Phrases) -> Iterator[str]:
    """Answers with quote, label and place; or the refusal and what is related."""
    yield from _corrections(asked["corrections"], words)
    reason = asked["reason"]
    if reason:
        yield f"{words('cli.refused')}: {reason['text']}"
        if asked["related"]:
            yield ""
            yield words("cli.related")
            yield from _hits(asked["related"])
    for number, answer in enumerate(asked["answers"], 1):
        if number > 1:
            yield ""
        yield from _answer(answer, words)


def _corrections(made: Sequence[CorrectionJson], words: Phrases) -> Iterator[str]:
    for one in made:
        yield words("search.corrected", typed=one["typed"], read=one["read"])


def _answer(answer: AnswerJson, words: Phrases) -> Iterator[str]:
    status = words(f"act.{answer['act_status']}")
    yield f"{answer['act_label']} ({status})"
    yield f"  {answer['text']}"
    yield from (f"  ! {warning}" for warning in answer["warnings"])
    for citation in answer["citations"]:
        yield f"  {words('cli.quote')}: «{citation['quote']}»"
        yield from (f"    ≈ {r['text']}" for r in citation["renderings"])
        yield f"    {citation['label']} · {place(citation['source'])}"


def search_lines(found: SearchJson, words: Phrases) -> Iterator[str]:
    """Hits, one block each."""
    yield from _corrections(found["query"]["corrections"], words)
    if not found["hits"]:
        yield words("cli.nothing")
        return
    yield words("cli.found", total=found["total"])
    yield from _hits(found["hits"])


def _hits(hits: Sequence[HitJson]) -> Iterator[str]:
    for hit in hits:
        provision = hit["provision"]
        where = f"{provision['label']} · {provision['act_label']}"
        yield f"{hit['rank']:3}. {where} · {place(provision['source'])}"
        text = " ".join(provision["text"].split())
        yield indent(text[:_WIDTH] + ("…" if len(text) > _WIDTH else ""), " " * 5)


def place(source: SourceJson) -> str:
    """``P1800000124.txt:2631-2673``, as editors understand it."""
    first, last = source["line_start"], source["line_end"]
    lines = str(first) if first == last else f"{first}-{last}"
    return f"{source['file']}:{lines}"


def query_lines(query: Query, words: Phrases) -> Iterator[str]:
    """How a question was understood; what it does not name is left out."""
    parts = {
        "language": f"{query.language} ({query.confidence:.2f})",
        "intents": ", ".join(query.intents),
        "acts": ", ".join(query.act_ids),
        "unknown_act": query.unknown_act or "",
        "address": " / ".join(f"{step.kind} {step.number}" for step in query.address),
        "bodies": ", ".join(query.body_ids),
        "years": ", ".join(str(year) for year in query.years),
        "phrases": ", ".join(f"«{phrase}»" for phrase in query.phrases),
        "excluded": ", ".join(query.excluded),
        "content": query.content_text,
    }
    yield f"{words('cli.understood')}: {query.read_as or query.text}"
    for name, value in parts.items():
        if value:
            yield f"  {words(f'cli.{name}')}: {value}"


def hit_lines(hits: Sequence[Hit], words: Phrases) -> Iterator[str]:
    """Hits with every part of their scores."""
    yield f"{words('cli.hits')}: {len(hits)}"
    for rank, hit in enumerate(hits, 1):
        yield f"{rank:3}. {hit.score:.4f}  {hit.provision_id}  ({hit.coverage:.2f})"
        features = " ".join(f"{f.name}={f.value:.4f}" for f in hit.features)
        if features:
            yield f"       {features}"
