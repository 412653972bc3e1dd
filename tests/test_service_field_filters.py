"""Filters among the words of a search, facets that keep their word, plain words."""

from dataclasses import replace
from typing import Any

import pytest

from service.engine import Engine
from service.field_filters import fields_in, narrowed
from service.search_model import SearchRequest, SearchResult

RELIGION = "P1700000580"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("act:580 имам", {"act_ids": (RELIGION,)}),
        ("имам акт:№580", {"act_ids": (RELIGION,)}),
        ("act:P1700000580 imam", {"act_ids": (RELIGION,)}),
        ("вид:мера дін", {"kinds": ("measure",)}),
        ("kind:subpoint центр", {"kinds": ("subpoint",)}),
        ("түрі:тармақ орталық", {"kinds": ("point",)}),
        ("status:repealed центр", {"status": "repealed"}),
        ("status:invalid центр", {"status": "repealed"}),
        ("status:in_force центр", {"status": "in_force"}),
        ("мәртебе:күшінде орталық", {"status": "in_force"}),
        ("год:2018 дін", {"years": (2018,)}),
        ("жыл:2018 год:2019 дін", {"years": (2018,)}),
        ("тіл:ru центр", {"language": "ru"}),
        ("орган:МВД дін", {"body_ids": ("ministry-of-internal-affairs",)}),
        (
            "орган:«Министерство юстиции» закон",
            {"body_ids": ("ministry-of-justice",)},
        ),
        ("секретно:да құпия", {"classified": True}),
        ("classified:no религия", {"classified": False}),
    ],
)
def test_fields_become_filters(
    engine: Engine, text: str, changes: dict[str, Any]
) -> None:
    request, said = narrowed(SearchRequest(text), engine.knowledge)

    assert replace(SearchRequest(request.text), **changes) == request
    assert said
    assert ":" not in request.text


@pytest.mark.parametrize(
    "text",
    [
        "срок: 2018",
        "https://adilet.zan.kz/rus/docs",
        "12:30 время",
        "акт:999 дін",
        "год:неизвестно дін",
        "status:inspected дін",
        "act:580 kind:measure",
        "орган: МВД",
    ],
)
def test_other_words_with_a_colon_stay_words(engine: Engine, text: str) -> None:
    assert fields_in(text, engine.knowledge) == ()
    assert narrowed(SearchRequest(text), engine.knowledge) == (SearchRequest(text), ())


def test_what_the_caller_filters_by_wins(engine: Engine) -> None:
    given = SearchRequest("год:2018 act:580 дін", years=(2019,))
    request, _ = narrowed(given, engine.knowledge)

    assert (request.years, request.act_ids) == ((2019,), (RELIGION,))


def test_fields_are_told_and_can_be_undone(engine: Engine) -> None:
    found = engine.search(SearchRequest("kind:measure дін"))
    undone = engine.search(SearchRequest("kind:measure дін", plain=True))

    assert "kind:measure" in found.query.read_as
    assert {h.provision_id.steps[-1][0] for h in found.hits} == {"measure"}
    assert "kind:measure" not in undone.query.read_as
    assert undone.total > found.total


def test_an_act_named_as_a_field_is_asked_about(engine: Engine) -> None:
    reply = engine.ask("act:580 сколько мер")

    assert [a.act_id for a in reply.answers] == [RELIGION]
    assert reply.answers[0].values[0].number == "59"


def test_plain_words_are_no_address(engine: Engine) -> None:
    asked = engine.search(SearchRequest("мера 12"))
    plain = engine.search(SearchRequest("мера 12", plain=True))

    assert asked.query.address
    assert not plain.query.address
    assert plain.query.intents == ("search",)


def test_left_out_words_ask_nothing_and_are_told(engine: Engine) -> None:
    found = engine.search(SearchRequest("терроризм -финансирование"))

    assert found.query.intents == ("search",)
    assert found.query.excluded == ("финансирование",)
    assert "финансирование" in found.query.read_as


_FIELDS = {"act": "act_ids", "kind": "kinds", "body": "body_ids"}


def _with(request: SearchRequest, name: str, value: str) -> SearchRequest:
    typed: dict[str, Any] = {
        "year": {"years": (int(value),)} if value.isdecimal() else {},
        "classified": {"classified": value == "true"},
        "language": {"language": value},
        "status": {"status": value},
    }
    changes = typed.get(name) or {_FIELDS[name]: (value,)}
    return replace(request, **changes)


def _counts(result: SearchResult) -> list[tuple[str, str, int]]:
    return [(f.name, v, n) for f in result.facets for v, n in f.counts[:3]]


@pytest.mark.parametrize("mode", ["hybrid", "semantic"])
@pytest.mark.parametrize("text", ["дін", "центр"])
def test_every_facet_counts_what_choosing_it_leaves(
    engine: Engine, text: str, mode: Any
) -> None:
    request = SearchRequest(text, mode=mode, limit=1)

    for name, value, count in _counts(engine.search(request)):
        assert engine.search(_with(request, name, value)).total == count


def test_a_filter_that_no_hit_passes_is_looked_for(engine: Engine) -> None:
    found = engine.search(SearchRequest("имам", act_ids=("U1300000588",), limit=1))

    assert found.total
    assert all(h.provision_id.act_id == "U1300000588" for h in found.hits)
