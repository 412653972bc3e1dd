"""The pages that people read: search with answers, acts, the reader of an act."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from service.asking import count_refusal, require_held
from service.errors import CODES, BadParametersError, NoSuchPageError
from service.inputs import HomeInputs, Inputs, PlaceInputs, ReaderInputs
from service.inputs_verify import VerifyForm
from service.params import MOST_VERIFIED, read_form, read_query
from service.present import act_json
from service.present_answers import ask_json, search_json
from service.present_home import PAGE_SIZE, Home, found_page, landing, refused_words
from service.present_outline import FOLDED, outline, part_address, turn
from service.present_parts import HEADED, anchor_of
from service.present_reader import amount_periods, units
from service.present_verify import (
    VerifyPage,
    refused_text,
    verify_json,
    verify_page,
)
from service.problems import LANGUAGE_COOKIE, caller_language
from service.reading import Reading
from service.rendering import Frame
from service.shapes_answers import AskJson
from service.site import Site
from service.voice import Voice, act_url

#: Answers on a page; a question may fit many acts.
_MOST_ANSWERS: Final = 20
#: How long a browser keeps the chosen language, in seconds.
_YEAR: Final = 365 * 24 * 3600


def blueprint(site: Site) -> Blueprint:
    """All routes of the pages."""
    pages = Pages(site)
    routes = Blueprint("pages", __name__)
    routes.add_url_rule("/", "home", pages.home)
    routes.add_url_rule("/acts", "acts", pages.acts)
    routes.add_url_rule("/acts/<act_id>", "act", pages.act)
    routes.add_url_rule("/acts/<act_id>/<path:path>", "place", pages.place)
    routes.add_url_rule("/verify", "verify", pages.verify)
    routes.add_url_rule("/verify", "verified", pages.verified, methods=["POST"])
    routes.add_url_rule("/problems/<code>", "problem", pages.problem)
    return routes


@dataclass(frozen=True, slots=True)
class Pages:
    """The views, on one site."""

    site: Site

    def home(self) -> Response:
        """The search box; with a question also its answers and the hits."""
        voice = self._voice()
        try:
            asked = read_query(HomeInputs, request)
        except BadParametersError as error:
            if {fault.parameter for fault in error.faults} != {"q"}:
                raise
            home = refused_words(voice, error, request.args.get("q", ""))
            return self._page("home.html", voice, status=422, home=home)
        if asked.q is None:
            return self._page("home.html", voice, home=landing(voice))
        require_held(voice, "act", asked.act, bodies=asked.body)
        home = self._found(voice, asked.q, asked)
        return self._page("home.html", voice, home=home)

    def _found(self, voice: Voice, question: str, inputs: HomeInputs) -> Home:
        """Answers stand on the first page of hits alone, not among filtered ones.

        A filter by acts is kept for the question too. Where the words alone are
        searched, no question is seen in them.
        """
        wanted = inputs.narrowed(question, limit=PAGE_SIZE)
        result = self.site.engine.search(wanted)
        found = search_json(result, voice, offset=inputs.offset)
        asked = None
        first = not inputs.offset and not inputs.plain
        if first and {name for name, _ in inputs.filters()} <= {"act"}:
            asked = self._asked(voice, question, inputs)
        return found_page(voice, inputs, found, asked, _frame(voice))

    def _asked(self, voice: Voice, question: str, inputs: HomeInputs) -> AskJson:
        start = time.perf_counter()
        reply = self.site.engine.ask(
            question, act_ids=inputs.act, limit=_MOST_ANSWERS, exact=inputs.exact
        )
        count_refusal(self.site.metrics, reply)
        return ask_json(reply, voice, (time.perf_counter() - start) * 1000)

    def acts(self) -> Response:
        """All acts."""
        voice = self._voice()
        read_query(Inputs, request)
        acts = [
            (act_json(act, voice), voice.act_kind(act)) for act in voice.records.acts()
        ]
        return self._page("acts.html", voice, acts=acts)

    def act(self, act_id: str) -> Response:
        """An act, or a part of a long one, with every unit at its own anchor."""
        voice = self._voice()
        asked = read_query(ReaderInputs, request)
        reading = Reading.open(voice, act_id, with_source=asked.source)
        part, frame = reading.part(asked.part), _frame(voice)
        before, after = reading.beside(part)
        provisions = reading.provisions
        return self._page(
            "act.html",
            voice,
            act=act_json(reading.act, voice),
            outline=outline(provisions, part, frame, voice),
            folded=sum(p.kind in HEADED for p in provisions) > FOLDED,
            units=units(provisions, reading.units(part), reading.rows, voice),
            before=turn(frame, before, voice),
            after=turn(frame, after, voice),
            parted=len(reading.parts) > 1,
            whole=part is None,
            measures=len(reading.rows.measures),
            with_source=asked.source,
            periods=amount_periods,
            date=voice.date,
        )

    def place(self, act_id: str, path: str) -> AnyResponse:
        """Leads to a provision: to its anchor, in its part of a long act."""
        voice = self._voice()
        asked = read_query(PlaceInputs, request)
        reading = Reading.open(voice, act_id, with_source=asked.source)
        anchor = anchor_of(reading.shown(path))
        query = tuple((k, v) for k, v in request.args.items(multi=True))
        frame = Frame(voice.language, act_url(reading.act.id), query)
        if len(reading.parts) > 1:
            address = part_address(frame, anchor)
        else:
            address = f"{frame.with_values()}#{anchor}"
        response = redirect(address)
        response.headers["Cache-Control"] = "private, no-cache"
        return response

    def verify(self) -> Response:
        """The form for a text with citations and quotes."""
        voice = self._voice()
        read_query(Inputs, request)
        return self._page("verify.html", voice, page=VerifyPage())

    def verified(self) -> Response:
        """The text with what came of each citation and quote."""
        request.max_content_length = request.max_form_memory_size = MOST_VERIFIED
        voice = self._voice()
        read_query(Inputs, request)
        try:
            asked = read_form(VerifyForm, request)
        except BadParametersError as error:
            if {fault.parameter for fault in error.faults} != {"text"}:
                raise
            page = refused_text(voice, error, request.form.get("text", ""))
            return self._page("verify.html", voice, status=422, page=page)
        start = time.perf_counter()
        found = self.site.engine.verifier.text(asked.text)
        took_ms = (time.perf_counter() - start) * 1000
        page = verify_page(asked.text, verify_json(found, voice, took_ms))
        response = self._page("verify.html", voice, page=page)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def problem(self, code: str) -> Response:
        """What a kind of problem means."""
        voice = self._voice()
        read_query(Inputs, request)
        if code not in CODES:
            raise NoSuchPageError(request.path)
        words = voice.words.bare(f"problem.{code}_text")
        return self._page("problem_kind.html", voice, code=code, words=words)

    def _voice(self) -> Voice:
        return self.site.voice(
            caller_language(self.site.language, request.args.get("q", ""))
        )

    def _page(
        self, template: str, voice: Voice, *, status: int = 200, **values: object
    ) -> Response:
        frame = _frame(voice)
        html = self.site.renderer(template, frame, **values)
        response = Response(html, status=status, mimetype="text/html")
        response.headers["Content-Language"] = voice.language
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.update(("Accept-Language", "Cookie"))
        if frame.chosen:
            response.set_cookie(
                LANGUAGE_COOKIE,
                voice.language,
                max_age=_YEAR,
                secure=request.is_secure,
                httponly=True,
                samesite="Lax",
            )
        return response


def _frame(voice: Voice) -> Frame:
    """The frame around the page that is asked for now."""
    query = tuple((k, v) for k, v in request.args.items(multi=True) if k != "lang")
    return Frame(voice.language, request.path, query, chosen="lang" in request.args)
