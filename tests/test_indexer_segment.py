"""A clause gathers all that a provision can be found by."""

from dataclasses import replace

import pytest

from corpus.ids import ProvisionId, Source
from corpus.model import Definition
from corpus.plan_model import Amount as Sum
from corpus.plan_model import Indicator, SubRow
from indexer.renderings import Rendering
from indexer.segment import Clause, clauses
from tests.factory import act, excerpt, provision

ACT = "P1700000580"
ROW = f"{ACT}/annex-1/measure-1"


def by_id() -> dict[str, Clause]:
    return {clause.id: clause for clause in clauses(act())}


def test_every_provision_with_words_has_a_clause() -> None:
    assert list(by_id()) == [p.id for p in act().provisions]


def test_a_provision_without_words_has_none() -> None:
    empty = provision(f"{ACT}/point-9", "point", "")

    made = clauses(replace(act(), provisions=(*act().provisions, empty)))

    assert empty.id not in {clause.id for clause in made}


def test_a_measure_is_found_by_its_cells() -> None:
    clause = by_id()[ROW]

    assert clause.title == "Жастармен семинар өткізу"
    assert clause.completion_form == "ақпарат"
    assert clause.deadline == "2018 жыл"
    assert clause.executors.split("\n") == [
        "ІІМ, ҰҚК (келісім бойынша)",
        "Ішкі істер министрлігі",
    ]
    assert clause.funding == "талап етілмейді"
    assert clause.text == "2018 25,3; total 25,3 млн. теңге"
    assert clause.section == "1. Алдын алу шаралары\nІс-шаралар жоспары"


def test_rows_below_a_measure_are_found_with_it() -> None:
    below = SubRow("Ақтөбе облысы", (Sum("2019", "7,1"),), "ЖБ", Source("x", 1, 1))
    row = replace(act().measures[0], sub_rows=(below,))
    changed = replace(act(), measures=(row, *act().measures[1:]))

    clause = next(c for c in clauses(changed) if c.id == ROW)

    assert "Ақтөбе облысы 2019 7,1 ЖБ" in clause.text.split("\n")


def test_tags_of_a_measure() -> None:
    assert by_id()[ROW].tags == (
        f"act:{ACT}",
        "kind:measure",
        "language:kk",
        "status:in_force",
        "spoken:kk",
        "says:time",
        "classified:false",
        "year:2018",
        "body:mvd",
    )


def test_a_point_holds_its_subpoints_and_they_know_their_lead() -> None:
    clause = by_id()
    point, item = clause[f"{ACT}/point-2"], clause[f"{ACT}/point-2/subpoint-1"]

    assert "есеп берсін" in point.text
    assert item.text == "ақпарат ұсынсын;"
    assert item.section == "Орталық органдар шаралар қабылдасын:"


def test_a_chapter_does_not_hold_its_points() -> None:
    chapter = provision(
        f"{ACT}/chapter-1",
        "chapter",
        "1-тарау. Жалпы ережелер 1. Пункт.",
        heading="1-тарау. Жалпы ережелер",
        own=excerpt(""),
    )

    clause = next(clauses(replace(act(), provisions=(chapter,))))

    assert "Пункт" not in clause.text
    assert clause.heading == "1-тарау. Жалпы ережелер"


def test_the_first_provision_that_is_no_note_stands_for_the_act() -> None:
    note = provision(f"{ACT}/note-1", "note", "Ескерту. Күші жойылды.")
    changed = replace(act(), provisions=(note, *act().provisions))

    first, second, *rest = clauses(changed)

    assert "2017-09-19" not in first.text
    assert "№ 580 2017-09-19" in second.text
    assert not any("2017-09-19" in clause.text for clause in rest)


def test_a_definition_is_titled_by_its_term() -> None:
    path = ProvisionId(f"{ACT}/point-1")
    changed = replace(act(), definitions=(Definition("жоспар", "іс-шаралар", path),))

    assert next(clauses(changed)).title == "жоспар"


def test_an_indicator_is_found_by_its_title_values_and_bodies() -> None:
    path = f"{ACT}/annex-1/indicator-1"
    indicator = Indicator(
        id=ProvisionId(path),
        act_id=ACT,
        number="1",
        level="target",
        section="1-міндет",
        title=excerpt("Халықтың қолдау деңгейі"),
        unit="%",
        executors=act().measures[0].executors,
        values=(Sum("2018", "85"), Sum("2019", "90")),
        values_cell=excerpt("85 90"),
        source=Source("x", 1, 1),
    )
    changed = replace(
        act(),
        provisions=(provision(path, "indicator", "Халықтың қолдау деңгейі 85 90"),),
        indicators=(indicator,),
    )

    [clause] = clauses(changed)

    assert clause.title == "Халықтың қолдау деңгейі"
    assert clause.text == "2018 85; 2019 90 %"
    assert "Ішкі істер министрлігі" in clause.executors
    assert clause.tags[5:] == (
        "says:figure",
        "year:2018",
        "year:2019",
        "body:mvd",
    )


def test_renderings_are_parts_and_passages() -> None:
    rows = (
        Rendering("ru", "title", "Проведение семинара"),
        Rendering("ru", "completion_form", "информация"),
        Rendering("en", "title", "Holding a seminar"),
    )

    clause = next(c for c in clauses(act(), {ROW: rows}) if c.id == ROW)

    assert clause.renderings == rows
    assert "Проведение семинара информация" in clause.passages()
    assert "Holding a seminar" in clause.passages()


@pytest.mark.parametrize("clause", tuple(clauses(act())), ids=lambda clause: clause.id)
def test_no_passage_comes_twice(clause: Clause) -> None:
    assert len(set(clause.passages())) == len(clause.passages()) > 0
