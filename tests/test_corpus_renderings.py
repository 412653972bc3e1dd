"""The shipped renderings are whole and keep what they must; each fault is found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.__main__ import main
from corpus.bodies import Bodies
from corpus.errors import RenderingFileError
from corpus.lexicon import Lexicon
from corpus.load import Corpus
from corpus.model import Act
from corpus.rendering_marks import Pairing, differences_of, figures, months
from corpus.rendering_terms import commonest, departures
from corpus.renderings import RenderedCell, cells_of, load_rendered
from corpus.renderings_check import check_renderings, lost_bodies, tallies

ACT = "P1700000580"


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    return Bodies.load()


@pytest.fixture(scope="module")
def shipped() -> tuple[RenderedCell, ...]:
    return tuple(load_rendered())


@pytest.fixture(scope="module")
def act(real_corpus: Corpus) -> Act:
    return next(act for act in real_corpus.acts if act.id == ACT)


@pytest.fixture(scope="module")
def rows(shipped: tuple[RenderedCell, ...]) -> tuple[RenderedCell, ...]:
    return tuple(row for row in shipped if row.act_id == ACT)


def codes(act: Act, rows: tuple[RenderedCell, ...], bodies: Bodies) -> list[str]:
    return [finding.code for finding in check_renderings([act], rows, bodies)]


# -- the shipped files


def test_every_cell_of_every_act_is_rendered_and_nothing_is_lost(
    real_corpus: Corpus, shipped: tuple[RenderedCell, ...], bodies: Bodies
) -> None:
    found = check_renderings(real_corpus.acts, shipped, bodies)

    assert [str(finding) for finding in found] == []
    assert {
        tally.rendered - tally.cells for tally in tallies(real_corpus.acts, shipped)
    }
    assert all(t.rendered == t.cells for t in tallies(real_corpus.acts, shipped))


def test_headings_measures_indicators_and_definitions_are_among_the_cells(
    real_corpus: Corpus,
) -> None:
    for one in real_corpus.acts:
        cells = {(cell.provision_id, cell.field) for cell in cells_of(one)}
        records = {provision.id for provision in one.provisions}

        assert {(p.id, "heading") for p in one.provisions if p.heading} <= cells
        assert {(m.id, "title") for m in one.measures} <= cells
        assert {(i.id, "title") for i in one.indicators if i.title} <= cells
        assert {d.provision for d in one.definitions} & records <= {
            provision_id for provision_id, _ in cells
        }


def test_a_heading_is_wanted_once(act: Act) -> None:
    section = [c.field for c in cells_of(act) if c.provision_id.endswith("/section-2")]

    assert section == ["heading"]


# -- faults of whole rows


def test_a_missing_rendering_is_found(
    act: Act, rows: tuple[RenderedCell, ...], bodies: Bodies
) -> None:
    assert codes(act, rows[1:], bodies) == ["not-rendered"]


def test_a_rendering_without_words_is_missing(
    act: Act, rows: tuple[RenderedCell, ...], bodies: Bodies
) -> None:
    empty = rows[0]._replace(text=" ")

    assert codes(act, (empty, *rows[1:]), bodies) == ["not-rendered"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"provision_id": f"{ACT}/annex-1/measure-60"}, "stale"),
        ({"field": "text"}, "stale"),
        ({"language": "kk"}, "stale"),
        ({}, "repeated"),
        ({"act_id": "P1800000124"}, "wrong-file"),
    ],
)
def test_rows_that_no_record_wants(
    act: Act,
    rows: tuple[RenderedCell, ...],
    bodies: Bodies,
    change: dict[str, str],
    found: str,
) -> None:
    title = next(row for row in rows if row.field == "title")
    more = title._replace(**change)  # type: ignore[arg-type] # fields of the row

    assert found in codes(act, (*rows, more), bodies)


# -- faults of the words


def pair(source: str, rendering: str, language: str = "ru") -> Pairing:
    return Pairing(source, "kk", rendering, language)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "rendering", "code"),
    [
        ("2018 жылғы 42-іс-шара", "мера 43 2018 года", "numbers"),
        ("№ 580 қаулысы", "постановление", "numbers"),
        ("270 148,8 млн. теңге", "270 148,9 млн. тенге", "numbers"),
        ("XVII отырыс", "XVIII заседание", "numbers"),
        ("10 ақпанға қарай", "к 10 января", "months"),
        ("бес жұмыс күні ішінде", "в течение шести рабочих дней", "numerals"),
        ("60 %-ды құрайды", "составит 60", "percent"),
        ("2) есептерді тыңдайды", "заслушивает 2 отчета", "list-mark"),
        ("мынадай:", "следующее.", "open-end"),
        ("ережелер", "правила (тюрьмы)", "brackets"),
        ("«Сот сараптамасы» мамандығы", "специальность судебная экспертиза", "quotes"),
        ("министрлік", "министeрство", "script"),
        ("іс-шара " * 20, "мера", "length"),
    ],
)
def test_what_is_lost_is_found(source: str, rendering: str, code: str) -> None:
    found = [difference.code for difference in differences_of(pair(source, rendering))]

    assert found == [code]


@pytest.mark.parametrize(
    ("source", "rendering", "language"),
    [
        ("52306,6 49939,0", "52 306,6; 49 939,0", "ru"),
        ("VI Съезге", "the 6th Congress", "en"),
        ("бесжылдық кезең", "a five-year period", "en"),
        ("екі рет", "twice", "en"),
        ("екі ай мерзімде", "в двухмесячный срок", "ru"),
        ("УҰИ-да", "в изоляторах временного содержания (ИВС)", "ru"),
        ("ЖБО (ІІМ)", "operational control centre (OCC)", "en"),
        ("«Нұрлы жол»", '"Нұрлы жол"', "ru"),
        ("2014 жылғы 4-тоқсан", "4 квартал 2014 года", "ru"),
        ("24 қыркүйектегі", "24 September", "en"),
        ("болуы мүмкін", "may be", "en"),
    ],
)
def test_other_ways_to_say_the_same(source: str, rendering: str, language: str) -> None:
    assert list(differences_of(pair(source, rendering, language))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("270 148,8", ["270148,8"]),
        ("2017 2018", ["2017", "2018"]),
        ("2958,694 351", ["2958,694", "351"]),
        ("18.08.2016", ["18", "08", "2016"]),
        ("XIX", ["19"]),
        ("I", []),
    ],
)
def test_figures(text: str, found: list[str]) -> None:
    assert sorted(figures(text).elements()) == sorted(found)


@given(st.lists(st.integers(0, 10**7), max_size=5))
def test_figures_are_found_however_they_are_grouped(numbers: list[int]) -> None:
    plain = "; ".join(map(str, numbers))
    grouped = "; ".join(f"{number:,}".replace(",", " ") for number in numbers)

    assert figures(plain) == figures(grouped)


def test_english_months_have_a_capital() -> None:
    assert months("may be sent by 1 May", "en") == {5: 1}
    assert months("march and March", "en") == {3: 1}
    assert months("1 ақпаннан, 24 қыркүйектегі", "kk") == {2: 1, 9: 1}


# -- bodies and terms


def test_a_body_that_is_not_named_is_found(act: Act, bodies: Bodies) -> None:
    own = bodies.with_own([(a.abbreviation, a.name) for a in act.abbreviations])
    source = "АҚДМ-ға ақпарат"

    assert lost_bodies(pair(source, "информация в МИОР"), own, bodies) == ()
    assert lost_bodies(pair(source, "информация в МВД"), own, bodies) == (
        bodies.by_name("МИОР").short_ru,  # type: ignore[union-attr] # it is there
    )


def test_bodies_at_large_are_no_certain_body(bodies: Bodies) -> None:
    source = "мемлекеттік органдар"

    assert lost_bodies(pair(source, "органы"), bodies, bodies) == ()


def test_departures_name_the_phrase(
    act: Act, rows: tuple[RenderedCell, ...], tmp_path: Path
) -> None:
    (tmp_path / "terms.tsv").write_text(
        "kk\tru\ten\tpos\tdomain\tnote\n"
        "сот сараптамасы\tсудебная экспертиза\tforensic examination\tphrase\tcourts\t\n"
        "бірыңғай дерекқор\tобщая книга\tsingle database\tphrase\tdigital\t\n",
        encoding="utf-8",
    )
    lexicon = Lexicon.load(tmp_path)
    title = f"{ACT}/annex-1/measure-54"
    kept = [row for row in rows if row.provision_id == title and row.field == "title"]
    found = [d for d in departures([act], kept, lexicon) if "дерекқор" in d.phrase]

    assert (ACT, "ru", "бірыңғай дерекқорын") in found
    assert list(commonest(found, 5)) == ["     1  ru: бірыңғай дерекқорын"]
    assert (ACT, "en", "бірыңғай дерекқорын") not in found


def test_without_a_termbase_nothing_departs_from_it(
    act: Act, rows: tuple[RenderedCell, ...]
) -> None:
    assert list(departures([act], rows, Lexicon.empty())) == []


# -- files and the command


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("P1.xx.tsv", "id\tfield\ttext\n", "its name must end"),
        ("P1.ru.tsv", "", "line 1: header"),
        ("P1.ru.tsv", "id\tfield\ttext\nA/point-1\ttext\n", "line 2: 2 columns"),
    ],
)
def test_a_file_of_another_form_is_named(
    tmp_path: Path, name: str, content: str, problem: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(RenderingFileError, match=problem) as caught:
        list(load_rendered(tmp_path))

    assert name in str(caught.value)


def test_the_command_says_what_is_missing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Lexicon, "load", lambda _folder: Lexicon.empty())

    assert main(["renderings", "--renderings", str(tmp_path)]) == 1
    out = capsys.readouterr().out

    assert f"{ACT}/annex-1/measure-1 title ru: not-rendered: " in out
    assert f"{ACT} en: 0 of " in out
    assert out.splitlines()[-1].startswith("0 renderings, ")
