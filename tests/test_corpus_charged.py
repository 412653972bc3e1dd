"""Executors and the registry of bodies."""

from dataclasses import replace

import pytest

from corpus.bodies import Bodies
from corpus.charged import with_bodies
from corpus.ids import Source
from corpus.load import Corpus
from corpus.model import Abbreviation, Act
from corpus.plan_model import Executor


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    return Bodies.load()


def _act(corpus: Corpus, executor: Executor, *listed: tuple[str, str]) -> Act:
    act = next(a for a in corpus.acts if a.measures)
    measure = replace(act.measures[0], executors=(executor,))
    source = Source(act.source.file, 1, 1)
    own = tuple(Abbreviation(short, name, source) for short, name in listed)
    return replace(act, measures=(measure,), abbreviations=own)


@pytest.mark.parametrize(
    ("executor", "body"),
    [
        (
            Executor("ІІМ", "ІІМ", "Қазақстан Республикасының Ішкі істер министрлігі"),
            "ministry-of-internal-affairs",
        ),
        (Executor("ТЖМ (жинақтау)"), "ministry-of-emergency-situations"),
        (Executor("облыстардың әкімдіктері"), "local-executive-bodies"),
        (Executor("ЩЩЩ"), None),
    ],
)
def test_bodies_are_known_by_name_or_short_form(
    real_corpus: Corpus, bodies: Bodies, executor: Executor, body: str | None
) -> None:
    act = with_bodies(_act(real_corpus, executor), bodies)

    assert act.measures[0].executors[0].body_id == body


def test_the_list_of_the_act_wins_over_the_registry(
    real_corpus: Corpus, bodies: Bodies
) -> None:
    own = ("ТЖМ", "Қазақстан Республикасының Мәдениет және спорт министрлігі")
    act = with_bodies(_act(real_corpus, Executor("ТЖМ"), own), bodies)

    assert act.measures[0].executors[0].body_id == "ministry-of-culture-and-sport"


def test_all_but_a_few_executors_of_the_shipped_acts_are_known(
    real_corpus: Corpus,
) -> None:
    executors = [e for a in real_corpus.acts for m in a.measures for e in m.executors]
    unknown = [e.text for e in executors if e.body_id is None]

    assert len(unknown) / len(executors) < 0.005, unknown
