"""The legs of retrieval: how hits in another language are compared."""

import pytest

from service.legs import FOREIGN, raised


def test_hits_without_words_in_the_language_of_the_question_are_raised() -> None:
    found = [("A/point-1", 0.5), ("B/point-1", 0.45), ("C/point-1", 0.4)]

    again = raised(found, lambda key: key.startswith("B"))

    assert [key for key, _ in again] == ["B/point-1", "A/point-1", "C/point-1"]
    assert dict(again)["B/point-1"] == pytest.approx(0.45 + FOREIGN)
    assert dict(again)["A/point-1"] == 0.5


def test_ties_stand_in_order_of_their_ids_and_none_is_nearer_than_itself() -> None:
    found = [("B/point-1", 1.0), ("A/point-1", 1.0)]

    again = raised(found, lambda key: True)

    assert again == [("A/point-1", 1.0), ("B/point-1", 1.0)]
