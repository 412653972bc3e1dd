"""Every error as a problem document (RFC 9457), or as a page for browsers."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

import msgspec
from flask import Flask, Response, request
from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)

from indexer.errors import IndexerError
from service.errors import (
    BadParametersError,
    BadRequestError,
    BodyTooLargeError,
    Fault,
    InternalError,
    MethodNotAllowedError,
    NoSuchPageError,
    NotJsonTypeError,
    OtherHttpError,
    ServiceError,
    UnavailableError,
)
from service.phrases import Phrases, UiLanguage
from service.rendering import Frame
from service.shapes_service import FaultJson, ProblemJson
from service.site import Site
from service.speaking import (
    accepted_language,
    first_of,
    known_language,
    written_language,
)

PROBLEM_TYPE: Final = "application/problem+json"
#: Cookie that keeps the language of the pages.
LANGUAGE_COOKIE: Final = "lang"
#: Addresses whose errors are JSON, whoever asks.
_FOR_PROGRAMS: Final = ("/api/", "/healthz", "/readyz", "/metrics")
_log = logging.getLogger(__name__)


def caller_language(default: UiLanguage, question: str = "") -> UiLanguage:
    """The language of the present caller, as far as it can be told.

    In order: the parameter ``lang``; for pages the cookie; ``Accept-Language``;
    the letters of a question that was refused; the default.
    """
    cookie = None if _is_for_programs() else request.cookies.get(LANGUAGE_COOKIE)
    return first_of(
        (
            known_language(request.args.get("lang")),
            known_language(cookie),
            accepted_language(request.headers.get("Accept-Language", "")),
            written_language(question),
        ),
        default,
    )


def _is_for_programs() -> bool:
    return request.path.startswith(_FOR_PROGRAMS)


def wants_page() -> bool:
    """Whether the present caller is a person with a browser."""
    best = request.accept_mimetypes.best_match((PROBLEM_TYPE, "text/html"))
    return best == "text/html" and not _is_for_programs()


def problem_json(error: ServiceError, words: Phrases, instance: str) -> ProblemJson:
    """The problem document of an error; ``instance`` is the path asked for."""
    json: ProblemJson = {
        "type": f"/problems/{error.code}",
        "title": error.title(words),
        "status": error.status,
        "detail": error.detail(words),
        "instance": instance,
    }
    if isinstance(error, BadParametersError):
        json["errors"] = [_fault(fault, words) for fault in error.faults]
    if isinstance(error, InternalError):
        json["incident"] = error.incident
    return json


def _fault(fault: Fault, words: Phrases) -> FaultJson:
    return {
        "parameter": fault.parameter,
        "place": fault.place,
        "code": fault.code,
        "detail": fault.words(words),
    }


def of_http(error: HTTPException) -> ServiceError:
    """The error of ours that one of the HTTP library means."""
    match error:
        case NotFound():
            return NoSuchPageError(request.path)
        case MethodNotAllowed(valid_methods=allowed):
            return MethodNotAllowedError(request.method, sorted(allowed or ()))
        case RequestEntityTooLarge():
            return BodyTooLargeError(request.max_content_length or 0)
        case UnsupportedMediaType():
            return NotJsonTypeError()
        case BadRequest():
            return BadRequestError()
    return OtherHttpError(error.code or 500)


@dataclass(frozen=True, slots=True)
class ErrorHandlers:
    """Answers errors in the caller's language and logs what is the server's fault."""

    site: Site

    def register(self, app: Flask) -> None:
        """Take over every error of an application."""
        app.register_error_handler(ServiceError, self.service)
        app.register_error_handler(HTTPException, self.http)
        app.register_error_handler(IndexerError, self.index)
        app.register_error_handler(Exception, self.unforeseen)

    def service(self, error: ServiceError) -> Response:
        """An error of ours."""
        question = getattr(error, "question", "")
        language = caller_language(self.site.language, question)
        words = self.site.book[language]
        json = problem_json(error, words, request.path)
        if wants_page():
            frame = Frame(language, request.path)
            page = self.site.renderer("problem.html", frame, problem=json)
            response = Response(page, status=error.status, mimetype="text/html")
        else:
            body = msgspec.json.encode(json, order="sorted")
            response = Response(body, status=error.status, mimetype=PROBLEM_TYPE)
        response.headers["Content-Language"] = language
        response.headers["Cache-Control"] = "no-store"
        response.vary.update(("Accept", "Accept-Language"))
        if isinstance(error, MethodNotAllowedError):
            response.headers["Allow"] = ", ".join(error.allowed)
        return response

    def http(self, error: HTTPException) -> Response:
        """An error of the HTTP library."""
        return self.service(of_http(error))

    def index(self, error: IndexerError) -> Response:
        """The index cannot be read any more."""
        _log.error("index unusable: %s", error)
        return self.service(UnavailableError())

    def unforeseen(self, error: Exception) -> Response:
        """A defect: its trace goes to the log under an id that the caller is told."""
        incident = uuid4().hex[:12]
        _log.error("incident %s at %s", incident, request.path, exc_info=error)
        return self.service(InternalError(incident))
