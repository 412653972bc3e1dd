"""The description of the API (OpenAPI 3.1), from the table of routes.

Parameters come from the records of :mod:`service.inputs`, answers from the types
of :mod:`service.shapes`; so the description cannot say what the code does not do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from service.routes import JSON, ROUTES, Route
from service.shapes_service import ProblemJson
from service.tables import MEDIA

VERSION: Final = "1.0.0"
_PROBLEM: Final = "application/problem+json"
EXAMPLES: Final = Path(__file__).with_name("examples.json")
_SCHEMAS: Final = "#/components/schemas/{name}"
_REASONS: Final[Mapping[int, str]] = {
    400: "The request cannot be read",
    404: "There is no such record",
    405: "The address does not take this method",
    413: "The body is too large",
    415: "The body is not JSON",
    422: "Parameters are unknown, missing or malformed",
    500: "A defect; the incident id is in the server's log",
    503: "The index cannot be read",
}
_PATH_DESCRIPTIONS: Final[Mapping[str, str]] = {
    "act_id": "Code of the act, such as P1800000124.",
    "provision_id": "Id of the provision, slashes and all.",
}


class _Examples(msgspec.Struct, frozen=True):
    """Of the service as it answered: requests with answers, problems by status."""

    answers: dict[str, dict[str, Any]]
    problems: dict[str, dict[str, Any]]


@cache
def _examples() -> _Examples:
    return msgspec.json.decode(EXAMPLES.read_bytes(), type=_Examples)


@cache
def description() -> dict[str, Any]:
    """The whole document, made of the types of JSON alone; not to be changed."""
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": "Zanger",
            "version": VERSION,
            "summary": "Search and answers over the law of Kazakhstan",
            "description": "Every answer carries quotes that stand in their source "
            "lines. Errors are problem documents (RFC 9457) in the caller's language. "
            "Unknown parameters are refused.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": _paths(ROUTES),
        "components": {"schemas": _schemas(ROUTES)},
    }
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(document))
    return plain


def path_of(route: Route) -> str:
    """The address of a route as OpenAPI writes it: ``/api/v1/acts/{act_id}``."""
    return route.rule.replace("<path:", "<").replace("<", "{").replace(">", "}")


def _paths(routes: Iterable[Route]) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for route in routes:
        paths.setdefault(path_of(route), {})[route.method.lower()] = _operation(route)
    return paths


def _operation(route: Route) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "parameters": [*_path_parameters(route), *_query_parameters(route)],
        "responses": dict(_responses(route)),
    }
    if route.body:
        schema = {"$ref": _SCHEMAS.format(name=route.body.__name__)}
        example = _examples().answers[route.name]["body"]
        operation["requestBody"] = {
            "required": True,
            "content": {JSON: {"schema": schema, "example": example}},
        }
    return operation


def _path_parameters(route: Route) -> Iterator[dict[str, Any]]:
    for name, words in _PATH_DESCRIPTIONS.items():
        if f"{{{name}}}" in path_of(route):
            yield {
                "name": name,
                "in": "path",
                "required": True,
                "description": words,
                "schema": {"type": "string"},
            }


def _query_parameters(route: Route) -> Iterator[dict[str, Any]]:
    if route.inputs is None:
        return
    [schema] = msgspec.json.schema(route.inputs)["$defs"].values()
    for name, form in schema["properties"].items():
        words = form.pop("description", None)
        yield {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            **({"description": words} if words else {}),
            "schema": _without_null(form),
        }


def _without_null(form: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter: leaving it out is not the same as null."""
    kept = [part for part in form.get("anyOf", ()) if part != {"type": "null"}]
    rest = {k: v for k, v in form.items() if k != "anyOf" and v is not None}
    return {**rest, **kept[0]} if kept else rest


def _responses(route: Route) -> Iterator[tuple[str, dict[str, Any]]]:
    schema: dict[str, Any] = {"type": "string" if route.media != JSON else "object"}
    if route.answer:
        schema = {"$ref": _SCHEMAS.format(name=route.answer.__name__)}
    content: dict[str, Any] = {route.media: {"schema": schema}}
    if example := _examples().answers.get(route.name):
        content[JSON]["example"] = example["response"]
    if route.table:
        content[MEDIA] = {"schema": {"type": "string"}}
    yield "200", {"description": "Done", "content": content}
    problem = {"$ref": _SCHEMAS.format(name=ProblemJson.__name__)}
    for status in sorted({*route.errors, 405, 500, *((422,) if route.inputs else ())}):
        yield (
            str(status),
            {
                "description": _REASONS[status],
                "content": {
                    _PROBLEM: {
                        "schema": problem,
                        "example": _examples().problems[str(status)],
                    }
                },
            },
        )


def _schemas(routes: Iterable[Route]) -> dict[str, Any]:
    types = {t for route in routes for t in (route.answer, route.body) if t}
    ordered = sorted({*types, ProblemJson}, key=lambda t: t.__name__)
    _, schemas = msgspec.json.schema_components(ordered, ref_template=_SCHEMAS)
    return dict(sorted(schemas.items()))
