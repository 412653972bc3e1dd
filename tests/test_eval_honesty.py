"""Made questions: always the same ones, and nothing served that is not true."""

from dataclasses import replace
from itertools import islice

from eval.honesty import (
    Finding,
    check,
    faults,
    lines_of,
    quote_stands,
    run_honesty,
    wanted_numbers,
)
from eval.made import MadeQuestion, lists, made, source_of
from service.engine import Engine

RELIGION = "P1700000580"


def test_made_questions_are_the_same_for_a_seed(engine: Engine) -> None:
    source = source_of(engine)
    first = list(made(source, seed=7, count=60))

    assert first == list(made(source, seed=7, count=60))
    assert first != list(made(source, seed=8, count=60))
    assert {q.kind for q in first} == {"measure", "point", "words", "term", "noise"}


def test_nothing_false_is_served_for_made_questions(engine: Engine) -> None:
    found = run_honesty(engine, seed=1, count=120, every_list=False)

    assert found.asked == 120
    assert found.quotes > 0
    assert found.findings == ()


def test_lists_and_counts_equal_the_records(engine: Engine) -> None:
    source = source_of(engine)
    plans = [a for a in source.acts if engine.index.measures(act_ids=(a.id,))[0]]
    every = lists(source, plans)
    found = check(engine, islice(every, 0, None, 41))

    assert found.lists == found.asked > 50
    assert found.findings == ()


def test_wanted_numbers_are_those_of_the_records(engine: Engine) -> None:
    question = MadeQuestion("", "list", RELIGION, "ministry-of-foreign-affairs", 2020)
    measures = engine.index.measures(
        act_ids=(RELIGION,), body_id="ministry-of-foreign-affairs", year=2020
    )[1]

    assert wanted_numbers(engine, question) == {m.number for m in measures}
    assert measures


def test_a_false_quote_is_found(engine: Engine) -> None:
    question = MadeQuestion("мера 21 плана по религии чем завершается", "measure")
    reply = engine.ask(question.text)
    answer = reply.answers[0]
    citation = replace(answer.citations[0], quote="мұндай сөз жоқ қой")
    false = replace(reply, answers=(replace(answer, citations=(citation,)),))

    assert not list(faults(engine, question, reply))
    assert not quote_stands(engine, citation)
    assert [f.what for f in faults(engine, question, false)] == [
        "quote not in its lines"
    ]


def test_a_list_that_lacks_a_measure_is_found(engine: Engine) -> None:
    question = MadeQuestion(
        "в каких мерах плана по религии участвует МИД",
        "list",
        RELIGION,
        "ministry-of-foreign-affairs",
    )
    reply = engine.ask(question.text)
    answer = reply.answers[0]
    short = replace(reply, answers=(replace(answer, values=answer.values[1:]),))

    assert not list(faults(engine, question, reply))
    assert [f.what for f in faults(engine, question, short)] == [
        "list differs from the records"
    ]


def test_figures_in_words(engine: Engine) -> None:
    found = check(engine, [MadeQuestion("мера 500", "measure")])
    shown = list(lines_of(replace(found, findings=(Finding("x", "q", "d"),)), 5))

    assert shown[0] == "1 questions: 0 answered, the rest refused"
    assert shown[-1] == "  x: 'q' -> d"
