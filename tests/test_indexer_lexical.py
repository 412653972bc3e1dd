"""The lexical index: best sense per term, phrases, filters, stable order."""

from pathlib import Path

import pytest

from indexer.lexical import LexicalDocument, LexicalIndex, build_lexical
from indexer.terms import Alternative, Group, TermQuery

DOCUMENTS = (
    ("A/point-1", ("act:A", "kind:point"), "дін саласындағы жоспар"),
    ("A/point-2", ("act:A", "kind:point"), "семинар өткізу"),
    ("B/measure-1", ("act:B", "kind:measure"), "дін мектеп семинар"),
    ("B/measure-2", ("act:B", "kind:measure"), "семинар мектеп дін"),
    ("C/point-1", ("act:C", "kind:point"), "жоспар саласындағы дін"),
)


def one(*words: str, boost: float = 1.0, slop: int | None = 0) -> Alternative:
    return Alternative("all_words", words, boost, slop)


def should(*alternatives: Alternative, weight: float = 1.0) -> Group:
    return Group(alternatives, weight)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder = tmp_path_factory.mktemp("lexical")
    rows = (LexicalDocument(i, t, (("all_words", x),)) for i, t, x in DOCUMENTS)
    assert build_lexical(folder, rows) == len(DOCUMENTS)
    return LexicalIndex.open(folder)


def ids(
    index: LexicalIndex, *groups: Group, limit: int = 9, **more: object
) -> list[str]:
    query = TermQuery(groups, **more)  # type: ignore[arg-type]
    return [hit.provision_id for hit in index.search(query, limit)]


def test_one_word(index: LexicalIndex) -> None:
    assert set(ids(index, should(one("мектеп")))) == {"B/measure-1", "B/measure-2"}


def test_unknown_word_finds_nothing(index: LexicalIndex) -> None:
    assert ids(index, should(one("жоқ"))) == []


def test_groups_add_up(index: LexicalIndex) -> None:
    found = index.search(TermQuery((should(one("дін")), should(one("мектеп")))), 9)

    assert [hit.provision_id for hit in found[:2]] == ["B/measure-1", "B/measure-2"]
    assert len(found) == 4


def test_alternatives_do_not_add_up(index: LexicalIndex) -> None:
    alone = index.search(TermQuery((should(one("мектеп")),)), 1)[0]
    both = index.search(TermQuery((should(one("мектеп"), one("дін")),)), 1)[0]

    assert both.provision_id == alone.provision_id
    assert both.score == pytest.approx(alone.score)


def test_weight_and_boost_multiply(index: LexicalIndex) -> None:
    plain = index.search(TermQuery((should(one("мектеп")),)), 1)[0].score
    query = TermQuery((should(one("мектеп", boost=2.0), weight=3.0),))

    assert index.search(query, 1)[0].score == pytest.approx(6 * plain)


@pytest.mark.parametrize(
    ("words", "slop", "wanted"),
    [
        (("дін", "мектеп"), 0, {"B/measure-1"}),
        (("мектеп", "дін"), 0, {"B/measure-2"}),
        (("дін", "семинар"), 0, set()),
        (("дін", "семинар"), 1, {"B/measure-1"}),
        (("дін", "семинар"), None, {"B/measure-1", "B/measure-2"}),
    ],
)
def test_several_words(
    index: LexicalIndex, words: tuple[str, ...], slop: int | None, wanted: set[str]
) -> None:
    assert set(ids(index, should(one(*words, slop=slop)))) == wanted


def test_equal_scores_come_in_order_of_ids(index: LexicalIndex) -> None:
    found = index.search(TermQuery((should(one("жоспар")),)), 9)

    assert [hit.provision_id for hit in found] == ["A/point-1", "C/point-1"]
    assert found[0].score == found[1].score


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_limit(index: LexicalIndex, limit: int) -> None:
    assert (
        ids(index, should(one("жоспар")), limit=limit)
        == (["A/point-1", "C/point-1"][:limit])
    )


def test_must_and_must_not(index: LexicalIndex) -> None:
    must = Group((one("семинар"),), occurs="must")
    without = Group((one("мектеп"),), occurs="must_not")

    assert ids(index, must, without) == ["A/point-2"]


def test_exclusion_alone_keeps_all_others(index: LexicalIndex) -> None:
    without = Group((one("семинар"),), occurs="must_not")

    assert ids(index, without) == ["A/point-1", "C/point-1"]


def test_filters_keep_scores(index: LexicalIndex) -> None:
    group = should(one("дін"))
    scores = dict(index.search(TermQuery((group,)), 9))

    found = index.search(TermQuery((group,), (("act:B", "act:C"), ("kind:point",))), 9)

    assert [hit.provision_id for hit in found] == ["C/point-1"]
    assert found[0].score == pytest.approx(scores["C/point-1"])


def test_a_filter_does_not_make_words_optional(index: LexicalIndex) -> None:
    assert ids(index, should(one("семинар")), filters=(("act:A",),)) == ["A/point-2"]


def test_counts_and_facets_are_exact(index: LexicalIndex) -> None:
    query = TermQuery((should(one("дін")),))

    assert index.count(query) == 4
    assert dict(index.facets(query, "act:")) == {"act:A": 1, "act:B": 2, "act:C": 1}
    assert index.count(TermQuery(())) == len(index) == 5


def test_each_term_is_told_with_the_fields_that_hold_it(tmp_path: Path) -> None:
    rows = [
        LexicalDocument("A/point-1", (), (("all_stems", "дін план"),)),
        LexicalDocument("A/point-2", (), (("act_stems", "план"),)),
        LexicalDocument("A/point-3", (), (("all_words", "мектеп"),)),
    ]
    build_lexical(tmp_path, rows)
    index = LexicalIndex.open(tmp_path)

    assert index.fields_by_term(["all_stems", "act_stems", "title_stems"]) == {
        "дін": {"all_stems"},
        "план": {"all_stems", "act_stems"},
    }
    assert index.document_frequency("act_stems", "план") == 1
    assert index.document_frequency("act_stems", "дін") == 0
    assert dict(index.vocabulary("all_stems")) == {"дін": 1, "план": 1}


def test_vocabulary(index: LexicalIndex) -> None:
    assert index.document_frequency("all_words", "дін") == 4
    assert index.document_frequency("all_words", "жоқ") == 0
    assert dict(index.vocabulary("all_words"))["семинар"] == 3


def test_documents_out_of_order_are_refused(tmp_path: Path) -> None:
    rows = [LexicalDocument(name, (), (("all_words", "а"),)) for name in ("B", "A")]

    with pytest.raises(ValueError, match="A after B"):
        build_lexical(tmp_path, rows)


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    build_lexical(tmp_path, [])

    assert LexicalIndex.open(tmp_path).search(TermQuery((should(one("дін")),)), 5) == ()
