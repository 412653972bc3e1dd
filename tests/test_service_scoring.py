"""The first score of a hit."""

import pytest

from corpus.ids import ProvisionId
from service.model import Intent, Query, Step
from service.scoring import Scorer, Weights

SCORER = Scorer(
    Weights(), frozenset({"P1800000124"}), {"P1800000124": 0.3, "V2100024227": 0.0}
)


def _names(key: str, intent: Intent = "search", **more: object) -> dict[str, float]:
    query = Query("", "ru", 1.0, (intent,), **more)  # type: ignore[arg-type]
    found = SCORER.features(ProvisionId(key), 0.8, 0.5, query)
    return {feature.name: feature.value for feature in found}


def test_mix_and_coverage_always_count() -> None:
    found = _names("V2100024227/annex-1/point-3")

    assert found == pytest.approx({"mix": 0.4, "coverage": 0.225})


def test_acts_in_force_and_higher_acts_go_first_at_equal_evidence() -> None:
    higher = _names("P1800000124/annex-1/point-3")
    lower = _names("V2100024227/annex-1/point-3")

    assert higher["in_force"] > higher["rank"] > 0
    assert sum(higher.values()) > sum(lower.values())
    assert sum(higher.values()) - sum(lower.values()) < 0.05


@pytest.mark.parametrize(
    ("key", "intent", "feature"),
    [
        ("V2100024227/annex-1/measure-3", "deadline", "record"),
        ("V2100024227/annex-1/indicator-3", "count", "record"),
        ("V2100024227/annex-1/definition-3", "definition", "affine"),
        ("V2100024227/body/note-1", "status", "affine"),
        ("V2100024227/body/note-1", "fact", "note"),
    ],
)
def test_kinds_that_serve_an_intent(key: str, intent: Intent, feature: str) -> None:
    assert set(_names(key, intent)) == {"mix", "coverage", feature}


def test_a_provision_that_is_named_by_number_is_far_ahead() -> None:
    address = (Step("point", "3"),)

    assert _names("V2100024227/annex-1/point-3", address=address)["addressed"] > 1
    assert "addressed" not in _names("V2100024227/annex-1/point-4", address=address)
