"""An engine made ready before the first question."""

import gc
from collections.abc import Iterator

import pytest

from service.phrases import load_phrasebook
from service.warming import warm
from tests.service_fakes import FakeEngine


@pytest.fixture
def _collected_as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("_collected_as_before")
def test_a_question_is_asked_in_each_language_and_garbage_left_alone() -> None:
    engine, before = FakeEngine(), gc.get_threshold()
    warm(engine, load_phrasebook())

    assert {options["language"] for _, options in engine.asked} == {"kk", "ru", "en"}
    assert engine.index.is_read_ahead
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] > before[0]
