"""The whole way on the real acts: questions in three languages, cited answers out."""

import re

import pytest

from eval.compare import squash
from eval.gold import load_questions
from service.engine import Engine
from service.model import Answer
from service.search_model import SearchRequest

PLANS = ["P1400000292", "P1700000580", "P1800000124"]
MEASURE_42 = {
    "P1800000124": [("ІІМ", False)],
    "P1700000580": [
        ("ДИАҚМ", False),
        ("ҰҚК", True),
        ("ІІМ", False),
        ("ДСМ", False),
        (None, False),
    ],
    "P1400000292": [("ІІМ", False), (None, False)],
}


def _by_act(answers: tuple[Answer, ...]) -> dict[str, Answer]:
    return {a.act_id: a for a in answers}


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("who is responsible for measure 42", "en"),
        ("кто отвечает за меру 42", "ru"),
        ("42-іс-шараға кім жауапты?", "kk"),
    ],
)
def test_measure_42_has_one_answer_per_plan(
    engine: Engine, question: str, language: str
) -> None:
    reply = engine.ask(question)

    assert reply.query.language == language
    assert reply.intent == "responsible"
    assert sorted(a.act_id for a in reply.answers) == PLANS
    for act_id, answer in _by_act(reply.answers).items():
        got = [(v.abbreviation, bool(v.by_agreement)) for v in answer.values]
        assert got == MEASURE_42[act_id]


def test_acts_in_force_come_first(engine: Engine) -> None:
    reply = engine.ask("who is responsible for measure 42")

    assert reply.answers[-1].act_id == "P1400000292"
    assert any("repealed" in w for w in reply.answers[-1].warnings)


@pytest.mark.parametrize(
    "question",
    [
        "who is responsible for measure 27 of resolution No. 124",
        "кто отвечает за меру 27 постановления № 124",
        "124 қаулының 27-іс-шарасына кім жауапты?",
    ],
)
def test_a_number_that_is_not_printed_is_found_and_said_so(
    engine: Engine, question: str
) -> None:
    reply = engine.ask(question)

    [answer] = reply.answers
    assert [v.abbreviation for v in answer.values] == [
        "АКМ",
        "ҰҚК",
        "БП",
        "ДІАҚМ",
        "ІІМ",
    ]
    assert answer.citations[0].provision_id == "P1800000124/annex-2/measure-27"
    assert any("27" in w for w in answer.warnings)


def _letters(text: str) -> str:
    """Letters and digits, every look-alike read as Cyrillic, Latin words too."""
    return squash(f"ж{text}")[1:]


def _stands(quote: str, lines: tuple[str, ...]) -> bool:
    """A second opinion on quotes: every word's letters stand in the cited lines."""
    printed = _letters("".join(lines))
    words = [_letters(w) for w in re.findall(r"\w+", quote)]
    return all(w in printed for w in words)


def test_every_quote_served_for_the_judged_questions_stands_in_its_lines(
    engine: Engine,
) -> None:
    served = 0
    for question in load_questions():
        for answer in engine.ask(question.text).answers:
            assert answer.citations
            assert len(answer.text) <= 700
            for c in answer.citations:
                lines = engine.index.source_lines(
                    c.provision_id.act_id, c.source.line_start, c.source.line_end
                )
                assert _stands(c.quote, lines), (question.id, c)
                served += 1
    assert served > 100


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("who is responsible for measure 999", "no_such_provision"),
        ("кто отвечает за меру 5 постановления № 77777", "no_such_act"),
        ("кто отвечает за меру 25 постановления № 124", "classified"),
    ],
)
def test_refusals_say_why(engine: Engine, question: str, code: str) -> None:
    reply = engine.ask(question)

    assert reply.answers == ()
    assert reply.refusal is not None
    assert reply.refusal.code == code
    assert reply.refusal.text


def test_the_same_question_gets_the_same_reply(engine: Engine) -> None:
    question = "центр по борьбе с киберпреступностью срок"

    assert engine.ask(question) == engine.ask(question)


def test_pages_of_a_search_fit_together(engine: Engine) -> None:
    whole = engine.search(SearchRequest("терроризм", limit=20))
    first = engine.search(SearchRequest("терроризм", limit=10))
    second = engine.search(SearchRequest("терроризм", limit=10, offset=10))

    ids = [h.provision_id for h in whole.hits]
    assert [h.provision_id for h in first.hits + second.hits] == ids
    assert whole.total == first.total == second.total


def test_filters_let_only_their_own_through(engine: Engine) -> None:
    found = engine.search(
        SearchRequest("полиция", act_ids=("P1400000292",), kinds=("measure",))
    )

    assert found.total
    assert {h.provision_id.act_id for h in found.hits} == {"P1400000292"}
    assert {h.provision_id.steps[-1][0] for h in found.hits} == {"measure"}


def test_facets_count_every_hit(engine: Engine) -> None:
    found = engine.search(SearchRequest("ядролық қондырғылар", limit=1))

    acts = next(f for f in found.facets if f.name == "act")
    assert sum(c.hits for c in acts.counts) == found.total


def test_highlights_mark_the_words_that_matched(engine: Engine) -> None:
    found = engine.search(SearchRequest("профайлинг", limit=1))

    [hit] = found.hits
    provision = engine.index.provision(hit.provision_id)
    assert provision is not None
    marked = {provision.text[s.start : s.end].lower() for s in hit.highlights}
    assert "профайлинг" in marked


@pytest.mark.parametrize("mode", ["lexical", "semantic", "hybrid"])
def test_each_leg_finds_the_measure(engine: Engine, mode: str) -> None:
    request = SearchRequest("Киберқылмысқа қарсы күрес орталығы", mode=mode)  # type: ignore[arg-type]

    found = engine.search(request)

    top = [h.provision_id for h in found.hits[:3]]
    assert "P1400000292/annex-1/measure-42" in top


def test_what_is_explained_is_what_was_asked(engine: Engine) -> None:
    question = "act:580 кто отвечает за меру 3"
    lines = engine.explained(question)

    assert any(line.split() == ["acts", "P1700000580"] for line in lines)
    assert any(engine.ask(question).answers[0].text[:60] in line for line in lines)
