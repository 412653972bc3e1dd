"""Holdings come back from the index as they went in."""

import json
from pathlib import Path

from indexer.holdings import NOTHING, SELECT, Holding, Holdings, save_holdings
from indexer.lexical import LexicalDocument
from indexer.records import RecordStore

DOCUMENT = LexicalDocument(
    "A/point-1",
    ("act:A", "kind:point"),
    (
        ("all_stems", "дін жоспар ¶ дін"),
        ("all_words", "діни жоспары діннің"),
        ("rendering_stems", "религия"),
        ("section_stems", "тарау ¶ жалпы"),
        ("act_stems", "қаулы"),
        ("name_stems", "жоспар ¶ план"),
    ),
)


def read(file: Path, *provision_ids: str) -> dict[str, Holding]:
    rows = RecordStore(file).rows(SELECT, (json.dumps(provision_ids),))
    return {key: Holding.of(*cells) for key, *cells in rows}


def test_a_holding_has_lemmas_and_tags_but_no_borders(tmp_path: Path) -> None:
    save_holdings(tmp_path / "records", [DOCUMENT])

    assert read(tmp_path / "records", "A/point-1") == {
        "A/point-1": Holding(
            tags=frozenset({"act:A", "kind:point"}),
            own=frozenset({"дін", "жоспар", "религия"}),
            context=frozenset({"тарау", "жалпы", "қаулы"}),
            name=frozenset({"жоспар", "план"}),
        )
    }


def test_a_holding_tells_the_languages_that_its_words_are_in() -> None:
    held = Holding.of("act:A language:kk spoken:kk spoken:ru", "дін", "", "")

    assert held.spoken == {"kk", "ru"}
    assert Holding.of("act:A", "дін", "", "").spoken == frozenset()


def test_provisions_below_the_same_headings_share_their_lemmas() -> None:
    one, other = (Holding.of("act:A", own, "тарау жалпы", "") for own in ("а", "б"))

    assert one.context == {"тарау", "жалпы"}
    assert one.context is other.context


def test_an_unknown_provision_holds_nothing(tmp_path: Path) -> None:
    save_holdings(tmp_path / "records", [DOCUMENT])

    assert read(tmp_path / "records", "A/point-9") == {}
    assert (NOTHING.own, NOTHING.tags) == (frozenset(), frozenset())


def test_many_are_read_at_once(tmp_path: Path) -> None:
    more = [DOCUMENT._replace(id=f"A/point-{n}") for n in range(2, 5)]
    save_holdings(tmp_path / "records", [DOCUMENT, *more])

    found = read(tmp_path / "records", "A/point-4", "A/point-9", "A/point-1")

    assert set(found) == {"A/point-1", "A/point-4"}


def test_provisions_without_a_tag_are_told(tmp_path: Path) -> None:
    tagged = {
        "A/point-1": "spoken:kk spoken:ru",
        "A/point-2": "spoken:kk",
        "B/body": "",
    }
    documents = (
        LexicalDocument(key, tuple(tags.split()), ()) for key, tags in tagged.items()
    )
    save_holdings(tmp_path / "records", documents)
    held = Holdings(RecordStore(tmp_path / "records").rows)

    assert held.without_tag("spoken:ru") == {"A/point-2", "B/body"}
    assert held.without_tag("spoken:k") == set(tagged)
    assert held.tags("A/point-1") == {"spoken:kk", "spoken:ru"}
    assert held.tags("A/point-9") == frozenset()
    assert [one.tags for one in held.many(["A/point-2", "C/body"])] == [
        {"spoken:kk"},
        frozenset(),
    ]


def test_a_provision_without_words_holds_its_tags(tmp_path: Path) -> None:
    save_holdings(tmp_path / "records", [LexicalDocument("A/annex-1", ("act:A",), ())])

    [found] = read(tmp_path / "records", "A/annex-1").values()
    assert found == Holding(frozenset({"act:A"}), frozenset(), frozenset())
