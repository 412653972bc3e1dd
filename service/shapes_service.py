"""The JSON about the service itself: problems, health; see :mod:`service.shapes`."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from msgspec import Meta


class FaultJson(TypedDict):
    """What is wrong with one parameter."""

    parameter: str
    place: Annotated[Literal["query", "body"], Meta(description="Where it was given.")]
    code: Annotated[str, Meta(examples=["too_long"])]
    detail: Annotated[str, Meta(description="In the caller's language.")]


class ProblemJson(TypedDict):
    """A problem document after RFC 9457."""

    type: Annotated[str, Meta(examples=["/problems/no_such_act"])]
    title: str
    status: int
    detail: str
    instance: str
    errors: NotRequired[list[FaultJson]]
    incident: NotRequired[
        Annotated[str, Meta(description="Id of the error in the server's log.")]
    ]


class HealthJson(TypedDict):
    """The process is up."""

    status: Literal["ok"]


class IndexJson(TypedDict):
    """What is being served."""

    identity: Annotated[str, Meta(description="Changes whenever a record may have.")]
    generation: str
    built: Annotated[str, Meta(description="ISO time with zone.")]
    acts: int
    provisions: int
    measures: int


class ReadyJson(TypedDict):
    """The index is loaded and checked."""

    status: Literal["ready"]
    index: IndexJson
