"""The JSON API: one view per row of :data:`service.routes.ROUTES`."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from flask import Blueprint, Response, request

from service import openapi
from service.asking import count_refusal, require_held, verification
from service.inputs import (
    AskBody,
    AskInputs,
    Inputs,
    ListInputs,
    MeasuresInputs,
    SearchInputs,
)
from service.inputs_verify import VerifyBody
from service.metrics import CONTENT_TYPE
from service.params import MOST_VERIFIED, read_body, read_query
from service.phrases import UiLanguage
from service.present import act_json, body_json, measure_json, provision_json
from service.present_answers import ask_json, search_json, spoken
from service.present_verify import verify_json
from service.problems import caller_language
from service.responses import PRIVATE, RECORD, of_json, of_table, tagged
from service.routes import ROUTES
from service.shapes import ActsJson, BodiesJson, MeasuresJson, ProvisionsJson
from service.shapes_service import HealthJson, ReadyJson
from service.site import Site
from service.speaking import written_language
from service.tables import (
    Table,
    acts_table,
    bodies_table,
    hits_table,
    measures_table,
    provisions_table,
)
from service.voice import Voice

#: Hits of a table; more than a search counts.
_MOST_HITS: Final = 1000

T = TypeVar("T")
View = Callable[..., Response]


def blueprint(site: Site) -> Blueprint:
    """All routes of the API."""
    api = Api(site)
    routes = Blueprint("api", __name__)
    for route in ROUTES:
        view: View = getattr(api, route.name)
        routes.add_url_rule(route.rule, route.name, view, methods=[route.method])
    return routes


@dataclass(frozen=True, slots=True)
class Api:
    """The views, on one site; each bears the name of its route."""

    site: Site

    def acts(self) -> Response:
        """A page of acts."""
        asked = read_query(ListInputs, request)
        voice = self._voice()
        acts = voice.records.acts()
        items = [act_json(act, voice) for act in _page(acts, asked)]
        if asked.format == "csv":
            return self._table("acts", acts_table(items, voice.words), voice)
        return self._record(ActsJson(total=len(acts), items=items), voice)

    def act(self, act_id: str) -> Response:
        """An act."""
        read_query(Inputs, request)
        voice = self._voice()
        return self._record(act_json(voice.act(act_id), voice), voice)

    def provisions(self, act_id: str) -> Response:
        """A page of an act's provisions."""
        asked = read_query(ListInputs, request)
        voice = self._voice()
        act = voice.act(act_id)
        total, page = voice.records.provisions(
            act.id, limit=_limit(asked), offset=asked.offset
        )
        items = [provision_json(p, voice) for p in page]
        if asked.format == "csv":
            table = provisions_table(items, voice.words)
            return self._table(f"{act.id}-provisions", table, voice)
        return self._record(ProvisionsJson(total=total, items=items), voice)

    def provision(self, provision_id: str) -> Response:
        """A provision."""
        read_query(Inputs, request)
        voice = self._voice()
        return self._record(provision_json(voice.provision(provision_id), voice), voice)

    def measures(self) -> Response:
        """A page of measures."""
        asked = read_query(MeasuresInputs, request)
        voice = self._voice()
        bodies = [asked.body] if asked.body else []
        require_held(voice, "act", asked.act, bodies=bodies)
        total, page = voice.records.measures(
            act_ids=asked.act,
            number=asked.number,
            body_id=asked.body,
            year=asked.year,
            classified=asked.classified,
            limit=_limit(asked),
            offset=asked.offset,
        )
        items = [measure_json(m, voice) for m in page]
        if asked.format == "csv":
            name = "-".join([*asked.act, "measures"])
            return self._table(name, measures_table(items, voice.words), voice)
        return self._record(MeasuresJson(total=total, items=items), voice)

    def bodies(self) -> Response:
        """A page of bodies."""
        asked = read_query(ListInputs, request)
        voice = self._voice()
        bodies = list(voice.bodies)
        charged = dict(voice.records.body_counts())
        items = [body_json(body, charged, voice) for body in _page(bodies, asked)]
        if asked.format == "csv":
            return self._table("bodies", bodies_table(items, voice.words), voice)
        return self._record(BodiesJson(total=len(bodies), items=items), voice)

    def search(self) -> Response:
        """A page of hits."""
        asked = read_query(SearchInputs, request)
        require_held(self._voice(), "act", asked.act, bodies=asked.body)
        limit = _limit(asked)
        wanted = asked.request(limit if limit > 0 else _MOST_HITS)
        result = self.site.engine.search(wanted)
        voice = self._voice(spoken(result.query, self.site.language))
        json = search_json(result, voice, offset=asked.offset, explain=asked.explain)
        if asked.format == "csv":
            table = hits_table(json["hits"], voice.words)
            return of_table("search", table, voice.language, PRIVATE)
        return of_json(json, voice.language, PRIVATE)

    def ask(self) -> Response:
        """Answers to a question in the address."""
        asked = read_query(AskInputs, request)
        require_held(self._voice(), "act", asked.act)
        return self._asked(asked.q, asked.act, asked)

    def ask_post(self) -> Response:
        """Answers to a question in the body."""
        read_query(Inputs, request)
        asked = read_body(AskBody, request)
        require_held(self._voice(), "acts", asked.acts, place="body")
        return self._asked(asked.question, asked.acts, asked)

    def _asked(
        self,
        question: str,
        act_ids: Sequence[str],
        asked: AskInputs | AskBody,
    ) -> Response:
        start = time.perf_counter()
        reply = self.site.engine.ask(
            question,
            act_ids=act_ids,
            language=asked.language,
            limit=asked.limit,
            exact=asked.exact,
        )
        took_ms = (time.perf_counter() - start) * 1000
        count_refusal(self.site.metrics, reply)
        voice = self._voice(spoken(reply.query, self.site.language))
        return of_json(ask_json(reply, voice, took_ms), voice.language, PRIVATE)

    def verify(self) -> Response:
        """Citations and quotes of the body, each with what came of it."""
        request.max_content_length = MOST_VERIFIED
        read_query(Inputs, request)
        asked = read_body(VerifyBody, request)
        start = time.perf_counter()
        found = verification(self.site.engine.verifier, asked)
        took_ms = (time.perf_counter() - start) * 1000
        voice = self._voice(written_language(asked.text or ""))
        return of_json(verify_json(found, voice, took_ms), voice.language, PRIVATE)

    def openapi(self) -> Response:
        """The description of the API."""
        read_query(Inputs, request)
        return self._record(openapi.description(), self._voice())

    def healthz(self) -> Response:
        """The process is up."""
        read_query(Inputs, request)
        return of_json(HealthJson(status="ok"), self.site.language, "no-store")

    def readyz(self) -> Response:
        """The index is open; its checksums were compared when it was opened."""
        read_query(Inputs, request)
        records = self.site.engine.index
        manifest = records.manifest
        json: ReadyJson = {
            "status": "ready",
            "index": {
                "identity": self.site.identity,
                "generation": manifest.generation,
                "built": manifest.built,
                "acts": len(records.acts()),
                "provisions": manifest.counts.provisions,
                "measures": manifest.counts.measures,
            },
        }
        return of_json(json, self.site.language, "no-store")

    def metrics(self) -> Response:
        """Counters for Prometheus."""
        read_query(Inputs, request)
        return Response(self.site.metrics.text(), content_type=CONTENT_TYPE)

    def _voice(self, question_language: UiLanguage | None = None) -> Voice:
        return self.site.voice(caller_language(question_language or self.site.language))

    def _record(self, json: object, voice: Voice) -> Response:
        """JSON that stays the same as long as the index does."""
        return tagged(of_json(json, voice.language, RECORD), self.site.identity)

    def _table(self, name: str, table: Table, voice: Voice) -> Response:
        """A table that stays the same as long as the index does."""
        return tagged(of_table(name, table, voice.language, RECORD), self.site.identity)


def _limit(asked: ListInputs | SearchInputs) -> int:
    """How many rows at most; -1 for all, as a table has them unless told."""
    every = asked.format == "csv" and "limit" not in request.args
    return -1 if every else asked.limit


def _page(rows: Sequence[T], asked: ListInputs) -> Sequence[T]:
    limit = _limit(asked)
    return rows[asked.offset : None if limit < 0 else asked.offset + limit]
