"""Concepts as the lexical index takes them."""

from dataclasses import replace

from corpus.lexicon import Concept, Sense
from indexer.terms import Alternative, Group, field
from service.concepts import Weighted
from service.term_query import (
    APART_BOOST,
    FIELD_BOOSTS,
    FOLDED_BOOST,
    GRAMS_BOOST,
    PARTS_BOOST,
    SLOP,
    places_of,
    term_query,
)


def _concept(
    *senses: Sense, importance: float = 1.0, known: bool = True, folded: str = "план"
) -> Weighted:
    return Weighted(Concept(0, 1, folded, senses), importance, 2.0, known, (folded,))


def _alternatives(group: Group) -> dict[tuple[str, tuple[str, ...]], Alternative]:
    return {(a.field, a.terms): a for a in group.alternatives}


def test_each_sense_is_looked_for_in_each_field_at_its_own_worth() -> None:
    query = term_query([_concept(Sense("kk", ("жоспар",), 0.9))])

    found = _alternatives(query.groups[0])
    for name, boost in FIELD_BOOSTS:
        assert found[name, ("жоспар",)].boost == boost * 0.9


def test_a_sense_is_looked_for_only_where_it_may_be_found() -> None:
    sense = Sense("kk", ("іс", "шара"), 0.9)
    title, everywhere = field("title", "stems"), places_of(sense)

    assert places_of(sense, {title}) == tuple(a for a in everywhere if a.field == title)
    assert places_of(sense, ()) == ()
    alone = term_query([_concept(sense)], places=lambda _: ())
    assert {a.field for a in alone.groups[0].alternatives} == {field("all", "folded")}


def test_words_of_one_sense_stand_near_each_other_or_count_less() -> None:
    query = term_query([_concept(Sense("kk", ("іс", "шара"), 0.9))])

    found = [a for a in query.groups[0].alternatives if len(a.terms) > 1]
    near = {a.field: a.boost for a in found if a.slop == SLOP}
    apart = {a.field: a.boost for a in found if a.slop is None}
    assert len(near) + len(apart) == len(found)
    assert set(near) == {name for name, _ in FIELD_BOOSTS}
    assert apart == dict.fromkeys(
        (field("all", "stems"), field("rendering", "stems")), APART_BOOST * 0.9
    )
    assert all(apart[name] < near[name] for name in apart)


def test_the_words_of_a_phrase_are_looked_for_beside_it_at_little_worth() -> None:
    word = _concept(Sense("ru", ("план",), 1.0), importance=0.5)
    phrase = _concept(Sense("ru", ("план", "мера"), 1.0), importance=0.5)

    whole, part = term_query([replace(phrase, parts=(word,))]).groups

    assert whole.weight == 0.5
    assert part.weight == 0.5 * PARTS_BOOST
    assert (field("all", "stems"), ("план",)) in _alternatives(part)


def test_one_word_is_never_apart() -> None:
    query = term_query([_concept(Sense("kk", ("шара",), 0.9))])

    assert all(a.slop == 0 for a in query.groups[0].alternatives)


def test_unknown_words_are_looked_for_by_their_grams_at_little_worth() -> None:
    sense = Sense("ru", ("экстримизм",), 1.0)
    query = term_query([_concept(sense, known=False, folded="экстримизм")])

    by_grams = [
        a for a in query.groups[0].alternatives if a.field == field("all", "grams")
    ]
    assert [(a.boost, a.slop) for a in by_grams] == [(GRAMS_BOOST, None)]


def test_known_words_are_not_looked_for_by_grams_but_by_folded_letters() -> None:
    query = term_query([_concept(Sense("ru", ("план",), 1.0))])

    boosts = {a.field: a.boost for a in query.groups[0].alternatives}
    assert field("all", "grams") not in boosts
    assert boosts[field("all", "folded")] == FOLDED_BOOST


def test_the_name_of_an_act_weighs_little() -> None:
    query = term_query([_concept(Sense("ru", ("план",), 1.0), importance=0.2)])

    assert query.groups[0].weight == 0.2


def test_phrases_must_stand_and_excluded_words_must_not() -> None:
    query = term_query(
        [],
        phrases=[("единый", "центр")],
        excluded=[("план",)],
        filters=[("act:A",)],
    )

    assert [g.occurs for g in query.groups] == ["must", "must_not"]
    assert query.groups[0].alternatives[0].slop == 0
    assert query.filters == (("act:A",),)
