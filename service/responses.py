"""Answers of the API as HTTP has them: JSON or a table, language, caching."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

import msgspec
from flask import Response, request

from service.phrases import UiLanguage
from service.tables import MEDIA, Table, csv_bytes

#: Records change with the index alone: keep them, but ask whether they still hold.
RECORD: Final = "public, no-cache"
#: Questions may be confidential: nobody on the way keeps them or their answers.
PRIVATE: Final = "private, no-store"


def of_json(json: object, language: UiLanguage, cache: str) -> Response:
    """JSON in UTF-8, members in order, so that equal records are equal bytes."""
    body = msgspec.json.encode(json, enc_hook=str, order="sorted")
    return _spoken(Response(body, mimetype="application/json"), language, cache)


def of_table(name: str, table: Table, language: UiLanguage, cache: str) -> Response:
    """A table as a file of that name, to be kept."""
    response = Response(csv_bytes(table), mimetype=MEDIA)
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return _spoken(response, language, cache)


def tagged(response: Response, identity: str) -> Response:
    """An answer with its ETag; empty if the caller has it already.

    Args:
        response: The whole answer.
        identity: Of the index, a part of the tag.
    """
    digest = sha256(response.get_data()).hexdigest()[:16]
    response.set_etag(f"{identity}-{digest}")
    response.make_conditional(request)
    return response


def _spoken(response: Response, language: UiLanguage, cache: str) -> Response:
    """An answer in a language, kept on the way as long as ``cache`` says."""
    response.headers["Content-Language"] = language
    response.headers["Cache-Control"] = cache
    response.vary.add("Accept-Language")
    return response
