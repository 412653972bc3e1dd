"""How well acts are read: metadata, provisions, measures against the hand-read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus.model import Act, ActRef, Provision
from corpus.plan_model import Executor, Measure
from eval.compare import bodies_match, overlap, same, squash
from eval.gold import GoldAct, Lines
from eval.tally import Tally

#: The last step of a judged path. Matches ``point-3``, ``subpoint-2-1``; must not
#: match ``para-2`` or ``task-1``, which acts do not print.
_JUDGED = re.compile(r"(chapter|section|point|subpoint)-(.+)")
#: What stands in brackets after a body. Matches ``(келісім бойынша)``.
_BRACKETS = re.compile(r"\(.*?\)")


def judge_act(act: Act | None, gold: GoldAct, tally: Tally) -> None:
    """Judge one act's metadata, abbreviations, provisions and measures."""
    record = gold.record
    _metadata(act, record, tally)
    _abbreviations(act, record, tally)
    _provisions(act.provisions if act else (), record, tally)
    _measures(act.measures if act else (), record, tally)


def _metadata(act: Act | None, want: Mapping[str, Any], tally: Tally) -> None:
    name = want["act_id"]
    if act is None:
        tally.add("metadata", score=False, what=f"{name} is missing")
        return
    got = {
        "number": act.number,
        "date": act.date,
        "lang": act.language,
        "status": act.status,
    }
    tally.add("metadata", same(act.title, want["title"]), f"{name} title")
    for key, value in got.items():
        tally.add("metadata", str(value) == str(want[key]), f"{name} {key} {value!r}")
    for key in ("repealed_by", "registration"):
        ref: ActRef | None = getattr(act, key)
        tally.add("metadata", _same_ref(ref, want.get(key)), f"{name} {key} {ref!r}")
    known = {(a.number, a.date) for a in act.amended_by}
    for change in want.get("amended_by") or []:
        pair = (str(change["number"]), str(change["date"]))
        tally.add("metadata", pair in known, f"{name} amended_by {pair}")


def _same_ref(got: ActRef | None, want: Mapping[str, Any] | None) -> bool:
    if got is None or not want:
        return got is None and not want
    return (got.number, got.date) == (str(want["number"]), str(want["date"]))


def _abbreviations(act: Act | None, want: Mapping[str, Any], tally: Tally) -> None:
    got = {squash(a.abbreviation): a.name for a in (act.abbreviations if act else ())}
    for short, name in (want.get("abbreviations") or {}).items():
        found = got.get(squash(short))
        what = f"{want['act_id']} {short} {found!r}"
        tally.add("abbreviations", same(found, name, 0.9), what)


def _provisions(
    got: Sequence[Provision], want: Mapping[str, Any], tally: Tally
) -> None:
    for gold in want["provisions"]:
        step = _JUDGED.fullmatch(gold["path"].split("/")[-1])
        if step is None or gold.get("in_table"):
            continue
        lines = (gold["line_start"], gold["line_end"])
        alike = [p for p in got if (p.kind, p.number or "") == (step[1], step[2])]
        best = max(alike, key=lambda p: _overlap(p, lines), default=None)
        what = f"{want['act_id']} {gold['path']} lines {lines}"
        if best is None or _overlap(best, lines) < 0.5:
            tally.add("provision found", score=False, what=what)
            continue
        tally.add("provision found", score=True)
        if gold.get("first_words") and step[1] in {"point", "subpoint"}:
            starts = squash(gold["first_words"])[:40] in squash(best.text)
            tally.add("provision text", starts, f"{what} {best.text[:60]!r}")


def _overlap(record: Provision | Measure, lines: Lines) -> float:
    return overlap((record.source.line_start, record.source.line_end), lines)


def _measures(got: Sequence[Measure], want: Mapping[str, Any], tally: Tally) -> None:
    by_number = {m.number: m for m in got}
    for gold in want.get("measures") or []:
        measure = by_number.get(gold["number"])
        what = f"{want['act_id']} measure {gold['number']}"
        if tally.add("measure found", measure is not None, what) and measure:
            _measure(measure, gold, what, tally)


def _measure(got: Measure, want: Mapping[str, Any], what: str, tally: Tally) -> None:
    lines = (want["line_start"], want["line_end"])
    near = _overlap(got, lines) >= 0.8
    tally.add("measure lines", near, f"{what} {got.source[1:]} != {lines}")
    if want.get("classified"):
        tally.add("measure classified", got.classified, what)
        return
    cells = {"title": got.title, "form": got.completion_form, "deadline": got.deadline}
    for key, cell in cells.items():
        right = same(cell.text, want.get(key), 0.985)
        tally.add(f"measure {key}", right, f"{what} {cell.text!r} != {want.get(key)!r}")
    right = bodies_match(
        [executor_names(e) for e in got.executors],
        [gold_names(e) for e in want["executors"]],
    )
    shown = (
        f"{[e.text for e in got.executors]} != {[e['raw'] for e in want['executors']]}"
    )
    tally.add("measure executors", right, f"{what} {shown}")
    for flag in ("by_agreement", "coordinator"):
        count = sum(getattr(e, flag) for e in got.executors)
        right = count == sum(e[flag] for e in want["executors"])
        tally.add("measure roles", right, f"{what} {flag}")
    printed = {a.period: _figure(a.value) for a in got.amounts}
    wanted = {k: _figure(v) for k, v in (want.get("amounts") or {}).items()}
    tally.add("measure amounts", printed == wanted, f"{what} {printed} != {wanted}")


def executor_names(executor: Executor) -> frozenset[str]:
    """The names that an executor goes by, squashed."""
    names = (executor.abbreviation, executor.name, executor.text)
    return _names(names, executor.text)


def gold_names(executor: Mapping[str, Any]) -> frozenset[str]:
    """The same of a hand-read executor."""
    names = (executor.get("abbr"), executor.get("name"), executor.get("raw"))
    return _names(names, executor.get("raw") or "")


def _names(names: Iterable[str | None], printed: str) -> frozenset[str]:
    bare = _BRACKETS.sub("", printed)
    return frozenset(squash(n) for n in (*names, bare) if n)


def _figure(value: object) -> str:
    return re.sub(r"[^\d,.\-]", "", str(value)).replace(".", ",").strip(",")
