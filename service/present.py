"""Records → the JSON that leaves; pure. Answers are in ``present_answers``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.bodies import Body
from corpus.ids import Source
from corpus.model import Abbreviation, Act, ActRef, Amendment, Provision
from corpus.plan_model import Amount, Executor, Measure, SubRow
from service.shapes import (
    AbbreviationJson,
    ActJson,
    ActRefJson,
    AmendmentJson,
    BodyJson,
    ExecutorJson,
    MeasureJson,
    ProvisionJson,
    SourceJson,
    SubRowJson,
)
from service.voice import Voice, act_url, reader_url


def source_json(source: Source) -> SourceJson:
    """Lines of a file."""
    return {
        "file": source.file,
        "line_start": source.line_start,
        "line_end": source.line_end,
    }


def act_json(act: Act, voice: Voice) -> ActJson:
    """The head of an act."""
    return {
        "act_id": act.id,
        "title": act.title,
        "label": voice.act_label(act),
        "kind": act.kind,
        "number": act.number,
        "date": act.date,
        "issuer": act.issuer,
        "language": act.language,
        "status": act.status,
        "repealed_by": _act_ref(act.repealed_by),
        "registration": _act_ref(act.registration),
        "amended_by": [_amendment(a) for a in act.amended_by],
        "abbreviations": [_abbreviation(a) for a in act.abbreviations],
        "entry_into_force": act.entry_into_force,
        "signatory": act.signatory,
        "url": act_url(act.id),
        "official_url": act.official_url,
        "source": source_json(act.source),
    }


def _act_ref(ref: ActRef | None) -> ActRefJson | None:
    if ref is None:
        return None
    return {"number": ref.number, "date": ref.date, "issuer": ref.issuer}


def _amendment(change: Amendment) -> AmendmentJson:
    json: AmendmentJson = {
        "number": change.number,
        "date": change.date,
        "issuer": change.issuer,
        "scope": change.scope,
        "in_text": change.in_text,
        "provision_id": change.target,
        "source": source_json(change.source),
    }
    if change.effective:
        json["effective"] = change.effective
    return json


def _abbreviation(short: Abbreviation) -> AbbreviationJson:
    return {
        "abbreviation": short.abbreviation,
        "name": short.name,
        "source": source_json(short.source),
    }


def provision_json(provision: Provision, voice: Voice) -> ProvisionJson:
    """A provision with its label.

    Raises:
        NoSuchActError: Its act is not held.
    """
    act = voice.act(provision.act_id)
    return {
        "id": provision.id,
        "act_id": provision.act_id,
        "act_label": voice.act_label(act),
        "act_status": act.status,
        "kind": provision.kind,
        "number": provision.number,
        "label": voice.label(provision.id),
        "heading": provision.heading,
        "text": provision.text,
        "language": provision.language,
        "warnings": list(provision.warnings),
        "source": source_json(provision.source),
        "url": reader_url(provision.id),
        "parent": provision.parent,
    }


def measure_json(measure: Measure, voice: Voice) -> MeasureJson:
    """A row of a plan.

    Raises:
        NoSuchActError: Its act is not held.
    """
    act = voice.act(measure.act_id)
    return {
        "id": measure.id,
        "act_id": measure.act_id,
        "act_label": voice.act_label(act),
        "act_status": act.status,
        "label": voice.label(measure.id),
        "number": measure.number,
        "number_printed": measure.number_printed,
        "also_numbered": list(measure.also_numbered),
        "section": measure.section,
        "title": measure.title.text,
        "completion_form": measure.completion_form.text,
        "deadline": measure.deadline.text,
        "deadline_years": list(measure.deadline_years),
        "recurrence": measure.recurrence,
        "executors": [_executor(e, voice) for e in measure.executors],
        "executors_printed": measure.executors_cell.text,
        "amounts": amounts_json(measure.amounts),
        "amounts_marks": {a.period: a.marks for a in measure.amounts if a.marks},
        "amounts_unit": measure.unit,
        "funding": measure.funding.text,
        "classified": measure.classified,
        "sub_rows": [_sub_row(row) for row in measure.sub_rows],
        "problems": list(measure.problems),
        "notes": [voice.measure_problem(code) for code in measure.problems],
        "source": source_json(measure.source),
        "url": reader_url(measure.id),
    }


def amounts_json(amounts: Iterable[Amount]) -> dict[str, str]:
    """Figures by period, in printed order."""
    return {amount.period: amount.value for amount in amounts}


def _executor(executor: Executor, voice: Voice) -> ExecutorJson:
    return {
        "text": executor.text,
        "abbreviation": executor.abbreviation,
        "name": executor.name,
        "body_id": executor.body_id,
        "by_agreement": executor.by_agreement,
        "coordinator": executor.coordinator,
        "read_as": voice.read_as(executor),
    }


def _sub_row(row: SubRow) -> SubRowJson:
    return {
        "label": row.label,
        "amounts": amounts_json(row.amounts),
        "note": row.note,
        "source": source_json(row.source),
    }


def body_json(body: Body, charged: Mapping[str, int], voice: Voice) -> BodyJson:
    """A body with the number of measures that it is charged with."""
    return {
        "body_id": body.id,
        "kind": body.kind,
        "name": body.name(voice.language),
        "names": {"kk": body.kk, "ru": body.ru, "en": body.en},
        "abbreviations": {
            "kk": list(body.abbreviations.kk),
            "ru": list(body.abbreviations.ru),
            "en": list(body.abbreviations.en),
        },
        "measures": charged.get(body.id, 0),
    }
