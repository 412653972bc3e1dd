"""The first hits ordered by their traits."""

import json
import math
from collections.abc import Iterable
from pathlib import Path

import pytest

from corpus.ids import ProvisionId
from corpus.lexicon import Concept, Sense
from indexer.holdings import Holding
from indexer.says import FIGURE, MEANING, TIME
from service.concepts import Weighted
from service.model import Feature, Hit, Intent, Query
from service.ranking import (
    FURTHER,
    ORDERED,
    learned,
    load_weights,
    parted,
    reranked,
    shipped_weights,
)
from service.traits import Place, Scene, Traits, traits

MEASURE = ProvisionId("P1800000124/annex-2/measure-4")
CHAPTER = ProvisionId("P1800000124/annex-2/chapter-1")


def _concept(*lemmas: str, rarity: float = 1.0, known: bool = True) -> Weighted:
    concept = Concept(0, 1, "word", (Sense("ru", lemmas, 1.0),), known)
    return Weighted(concept, 1.0, rarity, known, lemmas)


def _scene(intent: Intent = "search", **more: object) -> Scene:
    query = Query("", "ru", 1.0, (intent,), body_ids=("mvd",))
    concepts = (_concept("охрана", rarity=3.0), _concept("школа"))
    return Scene(query, concepts, {MEASURE: 0.5}, {MEASURE: 0.4})


def _hit(key: ProvisionId = MEASURE, score: float = 1.0, share: float = 0.5) -> Hit:
    return Hit(key, score, share, (Feature("mix", score),))


def _place(
    own: str = "",
    name: str = "",
    context: str = "",
    *,
    below: int = 0,
    tags: Iterable[str] = (),
    spoken: Iterable[str] = (),
) -> Place:
    words = (frozenset(x.split()) for x in (own, context, name))
    held = Holding(frozenset({"body:mvd", *tags}), *words)
    return Place(held._replace(spoken=frozenset(spoken)), below)


def _traits(hit: Hit, place: Place, scene: Scene) -> Traits:
    return traits([hit], [place], scene)[0]


def test_traits_of_a_hit_worked_by_hand() -> None:
    place = _place("охрана дом двор сад", name="охрана", context="школа")

    found = _traits(_hit(share=0.875), place, _scene())

    assert found.words == 0.5
    assert found.nearness == 0.4
    assert found.things == 1
    assert found.context == pytest.approx(0.125)
    assert found.whole == pytest.approx(0.875**2)
    assert found.name == pytest.approx(0.75)
    assert found.density == pytest.approx(1 / 2)
    assert found.body == 1
    assert found.far_nearness == found.far_things == 0


def test_provisions_in_other_languages_alone_have_traits_of_their_own() -> None:
    near, far = (
        _traits(_hit(), _place("охрана", spoken=spoken), _scene())
        for spoken in ({"ru", "kk"}, {"kk"})
    )

    assert (near.far_nearness, near.far_things) == (0, 0)
    assert (
        (far.far_nearness, far.far_things) == (far.nearness, far.things) == (0.4, 0.5)
    )


@pytest.mark.parametrize(
    ("intent", "flags"),
    [
        ("deadline", {"time"}),
        ("count", {"figure"}),
        ("funding", {"figure"}),
        ("definition", {"meaning"}),
        ("responsible", set()),
    ],
)
def test_what_a_text_says_fits_intents(intent: Intent, flags: set[str]) -> None:
    place = _place(tags=(TIME, FIGURE, MEANING))

    found = _traits(_hit(CHAPTER), place, _scene(intent))

    assert {n for n in ("time", "figure", "meaning") if getattr(found, n)} == flags
    bare = _traits(_hit(CHAPTER), _place(), _scene(intent))
    assert bare.time == bare.figure == bare.meaning == 0


def test_density_and_length_are_counted_per_language() -> None:
    own = frozenset(["охрана", "дом", "күзет", "үй"])
    one, two = (
        Place(Holding(frozenset(), own, frozenset(), spoken=spoken), 0)
        for spoken in (frozenset({"ru"}), frozenset({"ru", "kk"}))
    )

    alone, both = (_traits(_hit(), place, _scene()) for place in (one, two))

    assert both.density == pytest.approx(alone.density / math.sqrt(2))
    assert both.length == pytest.approx(math.log1p(2))
    assert alone.length == pytest.approx(math.log1p(4))


@pytest.mark.parametrize(
    ("key", "intent", "below", "flags"),
    [
        (MEASURE, "responsible", 0, {"cell"}),
        (MEASURE, "list", 0, {"row"}),
        (MEASURE, "fact", 5, set()),
        (CHAPTER, "fact", 0, {"heading"}),
        (CHAPTER, "search", 9, set()),
        (CHAPTER, "count", 2, {"heading", "listing"}),
        (CHAPTER, "count", 1, {"heading"}),
        (
            ProvisionId("P1800000124/annex-1/indicator-4"),
            "deadline",
            0,
            {"indicator"},
        ),
    ],
)
def test_kinds_fit_intents(
    key: ProvisionId, intent: Intent, below: int, flags: set[str]
) -> None:
    found = _traits(_hit(key), _place(below=below), _scene(intent))

    names = ("heading", "cell", "indicator", "listing", "row")
    assert {name for name in names if getattr(found, name)} == flags


def test_hits_are_described_together_and_in_their_order() -> None:
    places = [_place("охрана", name="школа"), _place("школа дом", below=3)]

    found = traits([_hit(MEASURE), _hit(CHAPTER)], places, _scene("count"))

    assert found == [
        _traits(_hit(MEASURE), places[0], _scene("count")),
        _traits(_hit(CHAPTER), places[1], _scene("count")),
    ]
    assert found[0] != found[1]


def test_traits_change_the_order_and_every_score_is_the_sum_of_its_features() -> None:
    hits = [_hit(MEASURE, 1.0), _hit(CHAPTER, 0.9)]

    found = reranked(
        hits,
        [Traits(heading=1.0), Traits(name=1.0, length=2.0)],
        Traits(name=0.3, heading=-0.2, length=0.1),
    )

    assert [hit.provision_id for hit in found] == [CHAPTER, MEASURE]
    assert [hit.score for hit in found] == pytest.approx([1.6, 1.0])
    for hit in found:
        assert hit.score == pytest.approx(sum(f.value for f in hit.features))
    assert [learned(hit) for hit in found] == pytest.approx([0.7, 0.0])


def test_no_score_falls_so_that_hits_further_behind_stay_there() -> None:
    hits = [_hit(MEASURE, 1.0), _hit(CHAPTER, 0.9)]
    described = [Traits(heading=1.0), Traits(heading=3.0)]

    found = reranked(hits, described, Traits(heading=-1.0))

    assert [hit.score for hit in found] == pytest.approx([3.0, 0.9])


def test_ties_come_in_order_of_ids() -> None:
    hits = [_hit(MEASURE), _hit(CHAPTER)]

    found = reranked(hits, [Traits(), Traits()], Traits())

    assert [hit.provision_id for hit in found] == [CHAPTER, MEASURE]
    assert reranked([], [], Traits()) == []


def test_the_shipped_weights_can_be_read() -> None:
    assert shipped_weights() == load_weights()
    assert shipped_weights().words > 0


def test_weights_of_other_traits_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "ranking.json"
    file.write_text(json.dumps({"weights": {"beauty": 1.0}}), encoding="utf-8")

    with pytest.raises(ValueError, match=r"ranking\.json: other traits"):
        load_weights(file)


def test_hits_further_behind_are_ordered_only_in_other_languages() -> None:
    keys = [ProvisionId(f"P1800000124/point-{n}") for n in range(FURTHER + 5)]
    hits = [_hit(key, score=1 - n / 100) for n, key in enumerate(keys)]
    far = {keys[2], keys[ORDERED + 1], keys[FURTHER + 1]}

    first, rest = parted(hits, far)

    assert first == [*hits[:ORDERED], hits[ORDERED + 1]]
    assert [hit for hit in hits if hit not in first] == rest
