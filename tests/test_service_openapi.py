"""The API's description: well-formed, complete, and true of the code."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from service.app import create_app
from service.engine import Engine
from service.openapi import EXAMPLES as EXAMPLES_FILE
from service.openapi import description, path_of
from service.phrases import UI_LANGUAGES
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


def _contents() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Operation, status ("body" for what is sent) and content of every JSON."""
    for route in ROUTES:
        operation = DOCUMENT["paths"][path_of(route)][route.method.lower()]
        sent = operation.get("requestBody", {}).get("content", {})
        parts = {"body": sent} | {
            status: answer["content"]
            for status, answer in operation["responses"].items()
        }
        for status, content in parts.items():
            for media, part in content.items():
                if media.endswith("json") and route.name != "openapi":
                    yield route.name, status, part


_CONTENTS = list(_contents())


def _validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({**schema, "components": DOCUMENT["components"]})


@pytest.mark.parametrize(
    ("name", "status", "part"), _CONTENTS, ids=[f"{n}-{s}" for n, s, _ in _CONTENTS]
)
def test_every_json_has_an_example_that_fits(
    name: str, status: str, part: dict[str, Any]
) -> None:
    _validator(part["schema"]).validate(part["example"])
    if status.isdecimal() and status != "200":
        assert part["example"]["status"] == int(status)
        assert part["example"]["type"] != "about:blank"


EXAMPLES = json.loads(EXAMPLES_FILE.read_bytes())["answers"]


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: r.name)
def test_the_real_service_answers_the_examples_as_described(
    route: Route, engine: Engine
) -> None:
    """The whole service on the acts that ship, in every language."""
    client = create_app(Settings(language="en"), engine).test_client()
    example = EXAMPLES.get(route.name, {"address": route.rule})
    operation = DOCUMENT["paths"][path_of(route)][route.method.lower()]
    for language in UI_LANGUAGES:
        answer = client.open(
            example.get("address", route.rule),
            method=route.method,
            json=example.get("body"),
            headers={"Accept-Language": language},
        )
        described = operation["responses"][str(answer.status_code)]["content"]
        assert answer.status_code == 200
        assert answer.mimetype in described
        if answer.is_json:
            _validator(described[answer.mimetype]["schema"]).validate(answer.json)


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/v1/acts/K9900000001", 404),
        ("GET", "/api/v1/provisions/U1300000588/annex-9", 404),
        ("POST", "/api/v1/acts", 405),
        ("GET", "/api/v1/ask?q=%20", 422),
        ("GET", "/api/v1/ask?q=%ff", 400),
        ("POST", "/api/v1/ask", 415),
        ("GET", "/api/v1/measures?act=K9900000001", 422),
    ],
)
def test_real_errors_are_problems_as_described(
    method: str, address: str, status: int, engine: Engine
) -> None:
    client = create_app(Settings(language="en"), engine).test_client()
    answer = client.open(address, method=method)

    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    schema = {"$ref": "#/components/schemas/ProblemJson"}
    _validator(schema).validate(json.loads(answer.data))
    assert str(status) in {s for _, s, _ in _CONTENTS}
