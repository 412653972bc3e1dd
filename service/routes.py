"""The one table of the API's routes: addresses, inputs, answers, errors."""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from service.inputs import (
    AskBody,
    AskInputs,
    Inputs,
    ListInputs,
    MeasuresInputs,
    SearchInputs,
)
from service.inputs_verify import VerifyBody
from service.shapes import (
    ActJson,
    ActsJson,
    BodiesJson,
    MeasuresJson,
    ProvisionJson,
    ProvisionsJson,
)
from service.shapes_answers import AskJson, SearchJson
from service.shapes_service import HealthJson, ReadyJson
from service.shapes_verify import VerifyJson

JSON: Final = "application/json"


class Route(NamedTuple):
    """An endpoint.

    Attributes:
        name: Of the operation, and of the view.
        rule: Its address as Flask writes it.
        summary: One line.
        inputs: Parameters in the address; None if it takes none at all.
        answer: Type of the JSON; None where it is not JSON of a fixed type.
        errors: Statuses besides 405 and 500.
        body: Members of the JSON body; None if it takes none.
        method: GET or POST.
        media: Type of the answer.
        table: Whether it can also be had as CSV.
    """

    name: str
    rule: str
    summary: str
    inputs: type[msgspec.Struct] | None
    answer: type | None
    errors: tuple[int, ...] = ()
    body: type[msgspec.Struct] | None = None
    method: str = "GET"
    media: str = JSON
    table: bool = False


_ACT: Final = "/api/v1/acts/<act_id>"
ROUTES: Final[tuple[Route, ...]] = (
    Route(
        "acts",
        "/api/v1/acts",
        "Acts held",
        ListInputs,
        ActsJson,
        (400, 422),
        table=True,
    ),
    Route("act", _ACT, "An act", Inputs, ActJson, (400, 404, 422)),
    Route(
        "provisions",
        f"{_ACT}/provisions",
        "Provisions of an act in reading order",
        ListInputs,
        ProvisionsJson,
        (400, 404, 422),
        table=True,
    ),
    Route(
        "provision",
        "/api/v1/provisions/<path:provision_id>",
        "A provision; its id is given with its slashes",
        Inputs,
        ProvisionJson,
        (400, 404, 422),
    ),
    Route(
        "measures",
        "/api/v1/measures",
        "Measures of plans",
        MeasuresInputs,
        MeasuresJson,
        (400, 422),
        table=True,
    ),
    Route(
        "bodies",
        "/api/v1/bodies",
        "Bodies",
        ListInputs,
        BodiesJson,
        (400, 422),
        table=True,
    ),
    Route(
        "search",
        "/api/v1/search",
        "Find provisions",
        SearchInputs,
        SearchJson,
        (400, 422, 503),
        table=True,
    ),
    Route(
        "ask",
        "/api/v1/ask",
        "Ask a question",
        AskInputs,
        AskJson,
        (400, 422, 503),
    ),
    Route(
        "ask_post",
        "/api/v1/ask",
        "Ask a question in the body of the request",
        Inputs,
        AskJson,
        (400, 413, 415, 422, 503),
        AskBody,
        "POST",
    ),
    Route(
        "verify",
        "/api/v1/verify",
        "Verify citations and quotes",
        Inputs,
        VerifyJson,
        (400, 413, 415, 422, 503),
        VerifyBody,
        "POST",
    ),
    Route("openapi", "/api/v1/openapi.json", "This description", Inputs, None, (422,)),
    Route("healthz", "/healthz", "Whether the process is up", Inputs, HealthJson),
    Route(
        "readyz",
        "/readyz",
        "Whether the index is loaded and checked",
        Inputs,
        ReadyJson,
        (503,),
    ),
    Route(
        "metrics",
        "/metrics",
        "Counters for Prometheus",
        Inputs,
        None,
        media="text/plain",
    ),
)
