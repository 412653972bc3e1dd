"""Whether answers are true to their sources, over questions made by rule.

Nothing here is shared with the service's own checker of quotes: lines are read from
the act file and compared letter by letter, so that a fault of the one is found by
the other.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from eval.compare import squash
from eval.made import MadeQuestion, charged, lists, made, source_of
from service.engine import Engine
from service.model import Answer, Citation, Reply

#: Questions of the full run, lists and counts besides.
QUESTIONS: Final = 10_000
SEED: Final = 20_240_101
#: A name for machines. Matches "figure-misprinted"; must not match «Үкімет-мині»,
#: "by-law" in a sentence has a blank beside it and would, but no warning says so.
_CODE = re.compile(r"\b[a-z]{3,}(?:[-_][a-z]{3,})+\b")
#: A word or a figure. Matches both halves of «1-қосымша».
_WORD = re.compile(r"\w+")
#: Longest words of an answer, in characters.
_LONGEST: Final = 700


class Finding(NamedTuple):
    """Something that is not as it must be."""

    what: str
    question: str
    detail: str


@dataclass(frozen=True, slots=True)
class Honesty:
    """What a run found.

    Attributes:
        asked: Questions.
        answered: Questions that were answered.
        quotes: Quotes that were served.
        lists: Lists and counts compared with the records.
        findings: What is wrong, in order.
        times_ms: Of each question, sorted.
    """

    asked: int
    answered: int
    quotes: int
    lists: int
    findings: tuple[Finding, ...]
    times_ms: tuple[float, ...]


def run_honesty(
    engine: Engine, *, seed: int = SEED, count: int = QUESTIONS, every_list: bool = True
) -> Honesty:
    """Ask made questions and check all that is served."""
    source = source_of(engine)
    plans = [a for a in source.acts if engine.index.measures(act_ids=(a.id,))[0]]
    listed = lists(source, plans) if every_list else ()
    return check(engine, chain(made(source, seed=seed, count=count), listed))


def check(engine: Engine, questions: Iterable[MadeQuestion]) -> Honesty:
    """Ask questions and check quotes, words and lists."""
    asked = answered = quotes = compared = 0
    findings: list[Finding] = []
    times: list[float] = []
    for question in questions:
        start = time.perf_counter()
        reply = engine.ask(question.text)
        times.append((time.perf_counter() - start) * 1000)
        asked += 1
        answered += bool(reply.answers)
        quotes += sum(len(a.citations) for a in reply.answers)
        compared += question.body_id is not None
        findings += faults(engine, question, reply)
    return Honesty(
        asked, answered, quotes, compared, tuple(findings), tuple(sorted(times))
    )


def faults(engine: Engine, question: MadeQuestion, reply: Reply) -> Iterator[Finding]:
    """All that is wrong with a reply."""
    if bool(reply.answers) == (reply.refusal is not None):
        yield Finding("neither answered nor refused", question.text, "")
    if reply.refusal is not None and not reply.refusal.text.strip():
        yield Finding("refused without a word", question.text, reply.refusal.code)
    for answer in reply.answers:
        for what, detail in _of_answer(engine, answer):
            yield Finding(what, question.text, detail)
    if question.body_id is not None:
        yield from _of_list(engine, question, reply)


def _of_answer(engine: Engine, answer: Answer) -> Iterator[tuple[str, str]]:
    if not answer.citations:
        yield "answer without a citation", answer.text
    if not answer.text.strip() or len(answer.text) > _LONGEST:
        yield "answer too long or empty", answer.text
    for citation in answer.citations:
        if citation.provision_id.act_id != answer.act_id:
            yield "cites another act", citation.provision_id
        if not quote_stands(engine, citation):
            yield "quote not in its lines", citation.quote
    for warning in answer.warnings:
        if _CODE.search(warning):
            yield "code in a warning", warning


@lru_cache(maxsize=1 << 14)
def _letters_at(engine: Engine, act_id: str, first: int, last: int) -> str:
    file = engine.index.source(act_id)
    if file is None:
        return ""
    return squash("\n".join(file.line(n).text for n in range(first, last + 1)))


def quote_stands(engine: Engine, citation: Citation) -> bool:
    """Whether the cited lines hold the letters of a quote.

    In one stretch; where a repair moved displaced words, each word by itself.
    """
    source = citation.source
    act_id = citation.provision_id.act_id
    held = _letters_at(engine, act_id, source.line_start, source.line_end)
    if squash(citation.quote) in held:
        return bool(squash(citation.quote))
    return all(squash(word) in held for word in _WORD.findall(citation.quote))


def wanted_numbers(engine: Engine, question: MadeQuestion) -> frozenset[str]:
    """The numbers of the measures that a list must hold, by the records alone."""
    return frozenset(
        m.number
        for m in engine.index.measures()[1]
        if m.act_id == question.act_id
        and question.body_id in charged(engine, m)
        and (question.year is None or question.year in m.deadline_years)
    )


def _of_list(engine: Engine, question: MadeQuestion, reply: Reply) -> Iterator[Finding]:
    """What is wrong with a list or count of the measures of a body."""
    wanted = wanted_numbers(engine, question)
    mine = [a for a in reply.answers if a.act_id == question.act_id]
    given = frozenset(
        v.number for a in mine[:1] for v in a.values if v.number and v.provision_id
    )
    if given != wanted:
        detail = f"{sorted(given)} for {sorted(wanted)}"
        yield Finding(
            f"{question.kind} differs from the records", question.text, detail
        )
    elif wanted and question.kind == "count":
        total = mine[0].values[0].number
        if total != str(len(wanted)):
            yield Finding("count differs", question.text, f"{total} for {len(wanted)}")


def lines_of(found: Honesty, most: int) -> Iterator[str]:
    """The run in words, with so many of its findings."""
    times = found.times_ms
    yield f"{found.asked} questions: {found.answered} answered, the rest refused"
    yield f"{found.quotes} quotes served; {found.lists} lists and counts compared"
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    yield f"ask: p50 {p50:.1f} ms, p95 {p95:.1f} ms"
    yield f"{len(found.findings)} findings"
    for one in found.findings[:most]:
        yield f"  {one.what}: {one.question!r} -> {one.detail[:200]}"
