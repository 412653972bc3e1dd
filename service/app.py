"""The WSGI application: engine, routes, errors, headers put together."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from flask import Flask, Response, g, request

from service import api, pages
from service.metrics import Metrics
from service.phrases import load_phrasebook
from service.ports import Engine
from service.problems import ErrorHandlers
from service.rendering import Renderer
from service.settings import Settings
from service.site import Site
from service.voice import index_identity
from service.warming import warm

#: Largest body and largest form field, in bytes; a question has 1,000 characters.
MAX_BODY: Final = 64 * 1024
_MAX_FORM_PARTS: Final = 10
_STATIC: Final = Path(__file__).resolve().parent / "static"
#: Sent with every answer. Pages run no script and load nothing from elsewhere.
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def create_app(settings: Settings, engine: Engine | None = None) -> Flask:
    """The application, ready to serve.

    Args:
        settings: Say where the index lies, and the default language.
        engine: Taken in place of the one that ``settings`` describe.

    Raises:
        IndexerError: The index is missing, damaged or foreign.
    """
    site = _site(settings, engine or _opened(settings))
    app = Flask(__name__, static_folder=_STATIC, static_url_path="/static")
    app.url_map.merge_slashes = False
    app.config.update(
        MAX_CONTENT_LENGTH=MAX_BODY,
        MAX_FORM_MEMORY_SIZE=MAX_BODY,
        MAX_FORM_PARTS=_MAX_FORM_PARTS,
    )
    ErrorHandlers(site).register(app)
    app.register_blueprint(api.blueprint(site))
    app.register_blueprint(pages.blueprint(site))
    _watch(app, site.metrics)
    return app


def _opened(settings: Settings) -> Engine:
    """The real engine; its libraries take seconds to import, so only when needed."""
    from service.engine import Engine as RealEngine  # noqa: PLC0415

    engine = RealEngine.open(settings)
    warm(engine, load_phrasebook())
    return engine


def _site(settings: Settings, engine: Engine) -> Site:
    book = load_phrasebook()
    manifest = engine.index.manifest
    identity = index_identity(manifest)
    counts = manifest.counts
    metrics = Metrics.create(
        identity=identity, acts=counts.acts, provisions=counts.provisions
    )
    return Site(engine, book, settings.language, identity, metrics, Renderer(book))


def _watch(app: Flask, metrics: Metrics) -> None:
    """Time and count every request, and send the headers that all answers have."""

    @app.before_request
    def start() -> None:
        """Note when the request came."""
        g.started = time.perf_counter()

    @app.after_request
    def finish(response: Response) -> Response:
        """Add the headers; count the request and its time."""
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        route = request.url_rule.rule if request.url_rule else "unmatched"
        seconds = time.perf_counter() - g.get("started", time.perf_counter())
        metrics.observe(route, request.method, response.status_code, seconds)
        app.logger.debug(
            "%s %s %d %.1f ms",
            request.method,
            route,
            response.status_code,
            seconds * 1e3,
        )
        return response
