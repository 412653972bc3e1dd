"""Pages of hits: totals, facets, filters and what is marked in each hit."""

from collections import Counter
from dataclasses import replace

import pytest

from corpus.ids import ProvisionId, Span
from indexer.embed import open_embedder
from service.engine import Engine
from service.highlights import NEAR, Marker
from service.model import Hit
from service.search_model import Mode, SearchRequest, SearchResult

TEXT = "религиозное образование"
WHOLE = SearchRequest(text=TEXT, limit=200)


def _whole(engine: Engine, request: SearchRequest = WHOLE) -> list[Hit]:
    """All hits of a search, page by page."""
    hits: list[Hit] = []
    while True:
        found = engine.search(replace(request, offset=len(hits)))
        hits += found.hits
        if len(hits) >= found.total:
            return hits


def _facet(result: SearchResult, name: str) -> dict[str, int]:
    return next((dict(f.counts) for f in result.facets if f.name == name), {})


@pytest.mark.parametrize("mode", ["hybrid", "lexical", "semantic"])
def test_totals_and_facets_are_the_same_on_every_page(
    engine: Engine, mode: Mode
) -> None:
    request = SearchRequest(text=TEXT, mode=mode, limit=7)
    first = engine.search(request)

    for offset in (7, 14, first.total - 1, first.total, first.total + 5):
        page = engine.search(replace(request, offset=offset))
        assert (page.total, page.total_relation) == (first.total, "exact")
        assert page.facets == first.facets
        assert len(page.hits) == max(0, min(7, first.total - offset))


def test_pages_together_hold_every_hit_once(engine: Engine) -> None:
    hits = _whole(engine, SearchRequest(text=TEXT, limit=33))
    result = engine.search(WHOLE)

    ids = [hit.provision_id for hit in hits]
    assert len(ids) == len(set(ids)) == result.total


def test_hits_stand_in_order_of_their_scores(engine: Engine) -> None:
    scores = [hit.score for hit in _whole(engine)[:60]]

    assert scores == sorted(scores, reverse=True)


def test_facets_count_exactly_what_filtering_by_them_leaves(engine: Engine) -> None:
    lexical = SearchRequest(text=TEXT, mode="lexical", limit=1)
    result = engine.search(lexical)

    for act_id, count in list(_facet(result, "act").items())[:4]:
        assert engine.search(replace(lexical, act_ids=(act_id,))).total == count
    for body_id, count in list(_facet(result, "body").items())[:4]:
        assert engine.search(replace(lexical, body_ids=(body_id,))).total == count
    for year, count in list(_facet(result, "year").items())[:4]:
        assert engine.search(replace(lexical, years=(int(year),))).total == count
    secret = engine.search(replace(lexical, classified=True))
    assert secret.total == _facet(result, "classified").get("true", 0)


def test_facets_count_the_tags_of_all_hits(engine: Engine) -> None:
    result = engine.search(WHOLE)
    tags = Counter(
        tag for hit in _whole(engine) for tag in engine.index.tags(hit.provision_id)
    )

    for facet in result.facets:
        assert dict(facet.counts) == {
            tag.partition(":")[2]: n
            for tag, n in tags.items()
            if tag.startswith(f"{facet.name}:")
        }
        counts = [count.hits for count in facet.counts]
        assert counts == sorted(counts, reverse=True)


def test_every_feature_of_a_first_hit_adds_up_to_its_score(engine: Engine) -> None:
    for hit in engine.search(SearchRequest(text="кто проверяет школы")).hits[:10]:
        counted = [f.value for f in hit.features if f.name != "cosine"]
        assert hit.score == pytest.approx(sum(counted))
        assert {"mix", "coverage", "length", "level", "cosine"} <= {
            f.name for f in hit.features
        }


def test_words_are_marked_in_any_language(engine: Engine) -> None:
    found = engine.search(SearchRequest(text="religious extremism", limit=5))

    for hit in found.hits:
        provision = engine.index.provision(hit.provision_id)
        assert provision is not None
        assert hit.highlights
        marked = [provision.text[s.start : s.end] for s in hit.highlights]
        assert all(word == word.strip() != "" for word in marked)
    words = {w.lower()[:4] for w in marked}
    assert words & {"дін", "діни", "экст"}


def test_the_sentence_that_is_meant_is_one_whole_sentence(engine: Engine) -> None:
    query = engine.understand("подготовка кадров для колоний")
    embedder = open_embedder(None)
    vector = engine.index.query_vector(query.content_text)
    found = engine.search(SearchRequest(text=query.text, limit=10))
    assert any(hit.meant for hit in found.hits)

    for hit in found.hits:
        provision = engine.index.provision(hit.provision_id)
        assert provision is not None
        for span in hit.meant:
            sentence = provision.text[span.start : span.end]
            assert sentence == sentence.strip()
            assert "\n" not in sentence
            [near] = embedder.encode_passages([sentence]) @ vector
            assert near >= NEAR


@pytest.mark.parametrize("text", ['"религиозное образование"', "религия -школа"])
def test_words_taken_as_they_stand_mean_no_other_sentence(
    engine: Engine, text: str
) -> None:
    assert all(not hit.meant for hit in engine.search(SearchRequest(text=text)).hits)


def test_what_is_not_held_is_not_marked(engine: Engine) -> None:
    query = engine.understand(TEXT)
    hit = Hit(ProvisionId("U1300000588/annex-9"), 1.0, 0.5)

    assert Marker(engine.index).marked([hit], query, frozenset({"дін"})) == (hit,)


def test_an_act_in_force_goes_before_a_repealed_one_at_equal_evidence(
    engine: Engine,
) -> None:
    weights = {
        hit.provision_id.act_id: {f.name for f in hit.features}
        for hit in engine.search(SearchRequest(text="министр", limit=60)).hits
        if hit.features
    }

    for act_id, names in weights.items():
        act = engine.index.act(act_id)
        assert act is not None
        assert ("in_force" in names) == (act.status == "in_force")


def test_spans_are_of_the_text(engine: Engine) -> None:
    [hit] = engine.search(SearchRequest(text=TEXT, limit=1)).hits

    assert all(isinstance(span, Span) for span in (*hit.highlights, *hit.meant))
