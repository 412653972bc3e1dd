"""The parameters of a request, read and checked."""

from __future__ import annotations

from typing import Final, TypeVar
from urllib.parse import unquote_to_bytes

import msgspec
from flask import Request

from service.checking import check_body, check_query
from service.errors import BadEncodingError, BadJsonError, NotJsonTypeError

#: Largest body of what is to be verified, in bytes: all items at their longest, each
#: letter escaped.
MOST_VERIFIED: Final = 10 * 1024 * 1024

T = TypeVar("T", bound=msgspec.Struct)


def read_query(inputs: type[T], request: Request) -> T:
    """The checked parameters in the address of a request.

    Raises:
        BadEncodingError: They are not UTF-8.
        BadParametersError: Some are unknown, missing, repeated or malformed.
    """
    try:
        unquote_to_bytes(request.query_string).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadEncodingError from error
    return check_query(inputs, request.args.to_dict(flat=False))


def read_form(inputs: type[T], request: Request) -> T:
    """The checked fields of a form, line ends as texts have them.

    Raises:
        BadParametersError: Some are unknown, missing, repeated or malformed.
    """
    given = request.form.to_dict(flat=False)
    lines = {k: [v.replace("\r\n", "\n") for v in held] for k, held in given.items()}
    return check_query(inputs, lines)


def read_body(inputs: type[T], request: Request) -> T:
    """The checked JSON object in the body of a request.

    Raises:
        NotJsonTypeError: The body is not declared as JSON.
        BadJsonError: It is no JSON object.
        BadParametersError: Some members are unknown, missing or malformed.
    """
    if not request.is_json:
        raise NotJsonTypeError
    try:
        given = msgspec.json.decode(request.get_data())
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadJsonError from error
    if not isinstance(given, dict):
        raise BadJsonError
    return check_body(inputs, given)
