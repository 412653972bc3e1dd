"""The weights of the ranking, from questions to the file that the service reads."""

from pathlib import Path
from unittest.mock import Mock

import numpy as np

from eval.gold import OWN, load_questions
from eval.ranker import bare_halves, lines, listed, save
from indexer.build import Material
from service.engine import Engine
from service.ranking import load_weights
from service.traits import Traits


def test_questions_become_lists_of_described_hits(engine: Engine) -> None:
    questions = load_questions(OWN)
    tuning = [q for q in questions if not q.held and q.kind == "topic"][:4]
    held = [q for q in questions if q.held][:4]

    lists = listed(engine, [*tuning, *held])

    assert len(lists) == len(tuning)
    for one in lists:
        assert one.traits.shape == (len(one.scores), len(Traits._fields))
        assert len(one.right) == len(one.scores) <= 60
        assert (np.diff(one.scores) <= 0).all()


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "ranking.json"
    weights = np.linspace(-0.5, 0.5, len(Traits._fields))

    save(weights, 3, file)

    np.testing.assert_allclose(load_weights(file), weights, atol=1e-4)
    first = file.read_bytes()
    save(weights, 3, file)
    assert file.read_bytes() == first


def test_lines_tell_how_the_order_does(engine: Engine) -> None:
    tuning = [q for q in load_questions(OWN) if not q.held and q.kind == "topic"]
    lists = listed(engine, tuning[::3])
    assert len({one.group for one in lists}) > 1
    weights = np.zeros(len(Traits._fields))

    told = list(lines(lists, weights))

    assert told[0] == f"{len(lists)} lists of hits"
    assert told[1].partition("hit")[2] == told[3].partition("hit")[2]
    assert len(told) == 4 + len(Traits._fields)


def test_every_act_stands_without_renderings_once() -> None:
    acts = tuple(Mock(id=act_id) for act_id in ("A", "B", "C"))
    renderings = {f"{act.id}/point-1": ("rendering",) for act in acts}
    material = Material(acts, (), renderings=renderings)  # type: ignore[arg-type]

    halves = list(bare_halves(material))

    assert [sorted(half) for half, _ in halves] == [["A", "C"], ["B"]]
    for half, bare in halves:
        kept = {key.partition("/")[0] for key in bare.renderings}
        assert kept == {"A", "B", "C"} - half
