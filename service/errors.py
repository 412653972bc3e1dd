"""Errors that a caller may see: one class per fact, its HTTP status, its words.

An error holds values, never sentences; ``service/words`` has the sentences under
``problem.<code>`` (title) and ``problem.<code>_text`` (detail).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from service.phrases import Phrases

#: Where a parameter was given.
Place = Literal["query", "body"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one parameter.

    Attributes:
        parameter: Its name as given.
        code: The words, under ``fault.<code>``.
        values: Put into the words.
        place: In the address or in the body.
    """

    parameter: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    place: Place = "query"

    def words(self, phrases: Phrases) -> str:
        """The fault in a caller's language."""
        return phrases(f"fault.{self.code}", **self.values)


class ServiceError(Exception):
    """Base of the errors that become a problem document."""

    status: ClassVar[int]
    code: ClassVar[str]

    def __init__(self, **values: object) -> None:
        super().__init__(self.code, values)
        self.values = values

    def title(self, phrases: Phrases) -> str:
        """The kind of problem in a caller's language."""
        return phrases(f"problem.{self.code}")

    def detail(self, phrases: Phrases) -> str:
        """This very problem in a caller's language."""
        return phrases(f"problem.{self.code}_text", **self.values)


class BadParametersError(ServiceError):
    """Parameters are unknown, missing or malformed."""

    status = 422
    code = "bad_parameters"

    def __init__(self, faults: Sequence[Fault], question: object = "") -> None:
        names = dict.fromkeys(fault.parameter for fault in faults)
        super().__init__(names=", ".join(names))
        self.faults = tuple(faults)
        #: The question among them, whose language is the caller's.
        self.question = question if isinstance(question, str) else ""


class BadJsonError(ServiceError):
    """The body is no JSON object."""

    status = 400
    code = "bad_json"


class BadEncodingError(ServiceError):
    """The parameters in the address are not UTF-8."""

    status = 400
    code = "bad_encoding"


class BadRequestError(ServiceError):
    """The request cannot be understood for another reason."""

    status = 400
    code = "bad_request"


class NoSuchPageError(ServiceError):
    """There is nothing at the address."""

    status = 404
    code = "not_found"

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class NoSuchActError(ServiceError):
    """The act is not held."""

    status = 404
    code = "no_such_act"

    def __init__(self, act_id: str) -> None:
        super().__init__(act_id=act_id)


class NoSuchProvisionError(ServiceError):
    """The provision is not held."""

    status = 404
    code = "no_such_provision"

    def __init__(self, provision_id: str) -> None:
        super().__init__(provision_id=provision_id)


class MethodNotAllowedError(ServiceError):
    """The address does not take the method."""

    status = 405
    code = "method_not_allowed"

    def __init__(self, method: str, allowed: Sequence[str]) -> None:
        super().__init__(method=method, allowed=", ".join(allowed))
        self.allowed = tuple(allowed)


class BodyTooLargeError(ServiceError):
    """The body is larger than is read; ``limit`` in bytes."""

    status = 413
    code = "too_large"

    def __init__(self, limit: int) -> None:
        super().__init__(limit=limit)


class NotJsonTypeError(ServiceError):
    """The body is not declared as JSON."""

    status = 415
    code = "unsupported_media"


class OtherHttpError(ServiceError):
    """Any other status that the HTTP library gives."""

    code = "http"

    def __init__(self, status: int) -> None:
        super().__init__(status=status)
        self.status = status  # type: ignore[misc] # the one class of many statuses


class InternalError(ServiceError):
    """Something broke; ``incident`` is the id that the log has it under."""

    status = 500
    code = "internal"

    def __init__(self, incident: str) -> None:
        super().__init__(incident=incident)
        self.incident = incident


class UnavailableError(ServiceError):
    """The index cannot be read."""

    status = 503
    code = "unavailable"


#: Every error there is, by its code: the pages at /problems/<code> explain them.
CODES: tuple[str, ...] = tuple(
    error.code
    for error in (
        BadParametersError,
        BadJsonError,
        BadEncodingError,
        BadRequestError,
        NoSuchPageError,
        NoSuchActError,
        NoSuchProvisionError,
        MethodNotAllowedError,
        BodyTooLargeError,
        NotJsonTypeError,
        OtherHttpError,
        InternalError,
        UnavailableError,
    )
)
