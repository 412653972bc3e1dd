"""The API's description: well-formed, complete, and true of the code."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from openapi_spec_validator import validate

from service.app import create_app
from service.openapi import description, path_of
from service.routes import ROUTES, Route
from service.settings import Settings
from tests.service_fakes import FakeEngine

DOCUMENT = description()
CLIENT = create_app(Settings(language="en"), FakeEngine()).test_client()


def test_it_is_valid_openapi() -> None:
    validate(DOCUMENT)

    assert DOCUMENT["openapi"].startswith("3.1")


def test_it_is_served_as_it_is() -> None:
    answer = CLIENT.get("/api/v1/openapi.json")

    assert answer.status_code == 200
    assert answer.get_json() == msgspec.json.decode(msgspec.json.encode(DOCUMENT))


def test_the_contract_is_all_there() -> None:
    assert set(DOCUMENT["paths"]) == {
        "/api/v1/acts",
        "/api/v1/acts/{act_id}",
        "/api/v1/acts/{act_id}/provisions",
        "/api/v1/provisions/{provision_id}",
        "/api/v1/measures",
        "/api/v1/bodies",
        "/api/v1/search",
        "/api/v1/ask",
        "/api/v1/openapi.json",
        "/api/v1/verify",
        "/healthz",
        "/readyz",
        "/metrics",
    }
    assert set(DOCUMENT["paths"]["/api/v1/ask"]) == {"get", "post"}


def test_every_route_of_the_application_for_programs_is_described() -> None:
    rules = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method)
        for rule in CLIENT.application.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint.startswith("api.")
    }

    assert rules == {(path_of(route), route.method) for route in ROUTES}


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"]
        for inner in part.values():
            yield from _references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _references(inner)


def test_every_schema_is_there_and_used() -> None:
    names = {ref.rpartition("/")[2] for ref in _references(DOCUMENT)}

    assert names == set(DOCUMENT["components"]["schemas"])


def test_every_schema_is_described() -> None:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        assert schema.get("description"), name


def _parameters() -> Iterator[tuple[Route, dict[str, Any]]]:
    for route in ROUTES:
        operation = DOCUMENT["paths"][path_of(route)][route.method.lower()]
        for parameter in operation["parameters"]:
            yield route, parameter


_QUERY = [(r, p) for r, p in _parameters() if p["in"] == "query"]


@pytest.mark.parametrize(
    ("route", "parameter"), _QUERY, ids=[f"{r.name}-{p['name']}" for r, p in _QUERY]
)
def test_every_described_parameter_is_taken(
    route: Route, parameter: dict[str, Any]
) -> None:
    """A value that no type takes is a fault of the parameter, not an unknown one."""
    answer = CLIENT.open(
        _address(route), method=route.method, query_string={parameter["name"]: "\x07"}
    )

    assert answer.status_code == 422
    found = {e["parameter"]: e["code"] for e in answer.get_json()["errors"]}
    assert found[parameter["name"]] not in {"unknown", "missing"}


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: r.name)
def test_no_other_parameter_is_taken(route: Route) -> None:
    answer = CLIENT.open(
        _address(route), method=route.method, query_string={"nonsense": "1"}
    )

    assert answer.status_code == 422
    codes = {e["parameter"]: e["code"] for e in answer.get_json()["errors"]}
    assert codes["nonsense"] == "unknown"


def _address(route: Route) -> str:
    return re.sub(r"<[^>]+>", "U1300000588", route.rule)


def test_limits_are_described() -> None:
    [limit] = [p for r, p in _QUERY if r.name == "search" and p["name"] == "limit"]

    assert limit["schema"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 200,
        "default": 20,
    }


def test_only_the_question_is_required() -> None:
    required = {(r.name, p["name"]) for r, p in _QUERY if p["required"]}

    assert required == {("ask", "q"), ("search", "q")}
