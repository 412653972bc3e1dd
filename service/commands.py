"""What the command line does once an engine is open."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from service.asking import require_held
from service.checking import check_body
from service.console import ask_lines, hit_lines, query_lines, search_lines
from service.inputs import AskBody
from service.model import Reply
from service.phrases import UiLanguage, load_phrasebook
from service.ports import Engine
from service.present_answers import ask_json, search_json, spoken
from service.search_model import SearchRequest
from service.settings import Settings
from service.speaking import first_of, written_language
from service.voice import Voice


class Asked(NamedTuple):
    """What was typed; ``as_json`` asks for the words of the API."""

    text: str
    acts: tuple[str, ...]
    limit: int
    as_json: bool


def ask(engine: Engine, settings: Settings, asked: Asked) -> int:
    """Print the answers to a question; 1 where there is none.

    Raises:
        BadParametersError: The question or an option is not acceptable.
    """
    inputs = _checked(engine, settings, asked)
    reply, took_ms = _timed_reply(engine, inputs)
    voice = _voice(engine, spoken(reply.query, settings.language))
    json = ask_json(reply, voice, took_ms)
    _print([_json(json)] if asked.as_json else ask_lines(json, voice.words))
    return 0 if reply.answers else 1


def search(engine: Engine, settings: Settings, asked: Asked) -> int:
    """Print the hits of a search; 1 where there is none.

    Raises:
        BadParametersError: The words or an option are not acceptable.
    """
    inputs = _checked(engine, settings, asked)
    result = engine.search(_request(inputs))
    voice = _voice(engine, spoken(result.query, settings.language))
    json = search_json(result, voice, explain=True)
    _print([_json(json)] if asked.as_json else search_lines(json, voice.words))
    return 0 if result.hits else 1


def explain(engine: Engine, settings: Settings, asked: Asked) -> int:
    """Print every stage: the question as understood, the hits, the answers.

    Raises:
        BadParametersError: The question or an option is not acceptable.
    """
    inputs = _checked(engine, settings, asked)
    reply, took_ms = _timed_reply(engine, inputs)
    result = engine.search(_request(inputs))
    voice = _voice(engine, spoken(reply.query, settings.language))
    words = voice.words
    answers = ask_json(reply, voice, took_ms)
    if asked.as_json:
        found = search_json(result, voice, explain=True)
        _print([_json({"ask": answers, "search": found})])
        return 0
    _print(query_lines(reply.query, words))
    _print(["", *engine.explained(inputs.question, act_ids=inputs.acts)])
    _print(["", *hit_lines(result.hits, words), f"     {result.took_ms:.1f} ms"])
    _print(["", f"{words('cli.answers')}: {reply.intent}, {took_ms:.1f} ms"])
    _print(ask_lines(answers, words))
    return 0


def _checked(engine: Engine, settings: Settings, asked: Asked) -> AskBody:
    given = {"question": asked.text, "acts": list(asked.acts), "limit": asked.limit}
    inputs = check_body(AskBody, given)
    language = first_of((written_language(inputs.question),), settings.language)
    require_held(_voice(engine, language), "acts", inputs.acts, place="body")
    return inputs


def _request(inputs: AskBody) -> SearchRequest:
    return SearchRequest(inputs.question, act_ids=inputs.acts, limit=inputs.limit)


def _timed_reply(engine: Engine, inputs: AskBody) -> tuple[Reply, float]:
    start = time.perf_counter()
    reply = engine.ask(inputs.question, act_ids=inputs.acts, limit=inputs.limit)
    return reply, (time.perf_counter() - start) * 1000


def _voice(engine: Engine, language: UiLanguage) -> Voice:
    return Voice(load_phrasebook(), language, engine.index, engine.bodies)


def _json(value: object) -> str:
    encoded = msgspec.json.encode(value, enc_hook=str, order="sorted")
    return msgspec.json.format(encoded).decode()


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
