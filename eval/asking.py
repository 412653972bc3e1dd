"""How well questions are answered: words, data, citations, refusals, language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from eval.compare import bodies_match, cites, holds, squash
from eval.gold import GoldAct, Question, Wanted
from eval.reading import gold_names
from eval.tally import Tally
from service.model import Answer, Reply, Value

#: A target that is one measure. Matches ``measure-89-1``; must not match lists.
_MEASURE = re.compile(r"measure-([\d\-]+)")
#: Longest words of an answer, in characters.
LONGEST = 700

GoldActs = Mapping[str, GoldAct]


def judge_reply(question: Question, reply: Reply, acts: GoldActs, tally: Tally) -> bool:
    """Judge one reply; true if it is right."""
    tag = f"{question.id} [{question.kind}/{question.language}] {question.text}"
    if question.kind == "unanswerable":
        good = tally.add(
            "abstains when it must",
            reply.refusal is not None,
            f"{tag} -> {_top(reply)}",
        )
    else:
        tally.add("answers when it can", bool(reply.answers), f"{tag} -> {_top(reply)}")
        spoken = reply.query.language
        tally.add(
            "language detected", spoken == question.language, f"{tag} -> {spoken}"
        )
        good = _answered(question, reply, acts, tally)
        tally.add(f"ask {question.kind}", good, f"{tag} -> {_top(reply)}")
    tally.add(f"ask {question.language}", good)
    tally.add("ask all", good)
    return good


def _top(reply: Reply) -> str:
    if reply.answers:
        return repr(reply.answers[0].text[:120])
    return f"refused: {reply.refusal.code}" if reply.refusal else "nothing"


def _answered(question: Question, reply: Reply, acts: GoldActs, tally: Tally) -> bool:
    if question.per_act:
        return all(
            any(_right_and_cited(a, want) for a in reply.answers if a.act_id == act)
            for act, want in question.per_act
        )
    if not reply.answers:
        return False
    top = reply.answers[0]
    evidence = question.wanted.evidence
    cited = not evidence or _cites(top, question.act_id, question.wanted)
    tally.add("top answer cites the evidence", cited, question.id)
    return cited and len(top.text) <= LONGEST and _right(question, top, acts)


def _right_and_cited(answer: Answer, want: Wanted) -> bool:
    return holds(said(answer), want.groups) and _cites(answer, answer.act_id, want)


def _cites(answer: Answer, act_id: str, want: Wanted) -> bool:
    return any(
        act_id in {"*", c.provision_id.act_id} and cites(c.source, want.evidence)
        for c in answer.citations
    )


def _right(question: Question, answer: Answer, acts: GoldActs) -> bool:
    if question.kind == "topic":
        return True
    executors = _wanted_executors(question, acts)
    if executors is not None:
        return bodies_match([_names(v) for v in answer.values], executors)
    wanted = {variants[0] for variants in question.wanted.groups}
    if question.kind == "status" and wanted <= {"in_force", "repealed"}:
        return any(v.status in wanted for v in answer.values)
    return holds(said(answer), question.wanted.groups)


def _wanted_executors(
    question: Question, acts: GoldActs
) -> Sequence[frozenset[str]] | None:
    target = _MEASURE.fullmatch(question.target or "")
    gold = acts.get(question.act_id)
    if question.kind != "responsible" or not target or not gold:
        return None
    for measure in gold.record.get("measures") or []:
        if measure["number"] == target[1] and not measure.get("classified"):
            return [gold_names(e) for e in measure["executors"]]
    return None


def _names(value: Value) -> frozenset[str]:
    bare = re.sub(r"\(.*?\)", "", value.text)
    names = (value.abbreviation, value.name, value.text, bare)
    return frozenset(squash(n) for n in names if n)


def said(answer: Answer) -> list[str]:
    """All words of an answer but its quotes."""
    parts: list[str] = [answer.text]
    for v in answer.values:
        shown = (
            v.text,
            v.name,
            v.abbreviation,
            v.translation,
            v.number,
            v.date,
            v.status,
        )
        parts.extend(p for p in shown if p)
    return parts
