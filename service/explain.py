"""Every stage of an answer as lines to print: what was understood, found, checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.answers.case import Candidate, Case, Outcome, Records
from service.answers.evidence import candidates
from service.answers.route import case_of, settle
from service.knowledge import Knowledge
from service.model import Answer, Hit, Query

#: Hits and candidates that are shown.
_SHOWN = 8
#: Senses of a concept that are shown.
_SENSES = 6
_WIDTH = 90


def explain(
    query: Query, hits: Sequence[Hit], index: Records, knowledge: Knowledge
) -> tuple[str, ...]:
    """The stages of one answer, a line each.

    Args:
        query: As understood.
        hits: Provisions found for it, best first.
        index: The records.
        knowledge: Acts, bodies and words.
    """
    case = case_of(query, hits, index, knowledge)
    return (
        *_understood(query),
        *_concepts(case),
        *_found(case),
        *_candidates(case),
        *_decided(settle(case)),
    )


def _spans(query: Query, spans: Sequence[tuple[int, int]]) -> str:
    return " | ".join(query.text[start:end] for start, end in spans)


def _understood(query: Query) -> Iterator[str]:
    yield f"question   {query.text}"
    yield f"language   {query.language} ({query.confidence:.2f})"
    asked = ", ".join(f"{a.intent}/{a.slot} {a.weight}" for a in query.asked)
    yield f"asked      {asked or 'nothing: a search'}"
    yield f"acts       {', '.join(query.act_ids) or '-'}"
    yield f"named by   {_spans(query, query.act_spans) or '-'}"
    if query.unknown_act:
        yield f"unknown    {query.unknown_act}"
    paths = (query.address, *query.more_addresses)
    address = "; ".join("/".join(f"{k}-{n}" for k, n in path) for path in paths if path)
    yield f"address    {address or '-'}"
    yield f"bodies     {', '.join(query.body_ids) or '-'}"
    yield f"years      {', '.join(map(str, query.years)) or '-'}"
    yield f"matter     {_spans(query, query.content)}"
    yield f"heads      {_spans(query, query.heads) or '-'}"


def _concepts(case: Case) -> Iterator[str]:
    for weighted in case.concepts:
        concept = weighted.concept
        senses = ("+".join(s.lemmas) for s in concept.senses[:_SENSES])
        known = "" if weighted.known else " (in no act)"
        weight = f"{weighted.weight:.2f}{known}"
        yield f"concept    {concept.surface} {weight}: {', '.join(senses)}"


def _found(case: Case) -> Iterator[str]:
    for rank, hit in enumerate(case.hits[:_SHOWN], start=1):
        parts = " ".join(f"{f.name}={f.value:.2f}" for f in hit.features)
        yield f"hit {rank:<6} {hit.score:.3f} {hit.provision_id} {parts}"


def _candidates(case: Case) -> Iterator[str]:
    for rank, one in enumerate(candidates(case, case.query.intents[0])[:_SHOWN], 1):
        yield f"answer {rank:<3} {_candidate(one)}"


def _candidate(one: Candidate) -> str:
    silent = "" if one.draft else " silent"
    text = " ".join(one.provision.body.text.split())[:_WIDTH]
    return (
        f"{one.worth:.3f} support={one.support:.2f} fit={one.fit:.2f}{silent} "
        f"{one.hit.provision_id} {text}"
    )


def _decided(done: Outcome) -> Iterator[str]:
    if done.refusal:
        yield f"refused    {done.refusal.code}: {done.refusal.text}"
    for rank, answer in enumerate(done.answers, start=1):
        yield f"said {rank:<5} {answer.text}"
        yield from _proofs(answer)


def _proofs(answer: Answer) -> Iterator[str]:
    for value in answer.values:
        yield f"  value    {value.text}"
    for citation in answer.citations:
        source = citation.source
        lines = f"{source.file}:{source.line_start}-{source.line_end}"
        yield f"  proven   {citation.provision_id} {lines} «{citation.quote[:_WIDTH]}»"
    yield from (f"  warning  {warning}" for warning in answer.warnings)
