"""Questions as vectors, with what they are called in other languages."""

import numpy as np
import pytest

from indexer.asked import GLOSS, Questions
from indexer.embed import open_embedder
from tests.factory import HashEmbedder


def test_a_gloss_brings_a_question_nearer_to_a_text_in_its_language() -> None:
    embedder = open_embedder(None)
    [text] = embedder.encode_passages(["мектептегі тәрбие жұмысы"])

    plain = Questions(embedder).vector("upbringing at school")
    told = Questions(embedder).vector("upbringing at school", ("тәрбие мектеп",))

    assert told @ text > plain @ text
    assert np.linalg.norm(told) == pytest.approx(1.0, abs=1e-5)


def test_the_vector_is_the_sum_of_the_texts_by_their_worth() -> None:
    embedder = open_embedder(None)
    one, two = embedder.encode_queries(["школа", "мектеп"])

    told = Questions(embedder).vector("школа", ("мектеп",))

    whole = one + GLOSS * two
    assert np.allclose(told, whole / np.linalg.norm(whole), atol=1e-6)


def test_a_model_that_is_not_static_reads_the_question_alone() -> None:
    embedder = HashEmbedder()

    told = Questions(embedder).vector("школа", ("мектеп",))

    assert np.array_equal(told, Questions(embedder).vector("школа"))


def test_a_question_without_a_known_piece_has_no_direction() -> None:
    assert not Questions(open_embedder(None)).vector("").any()
