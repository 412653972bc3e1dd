"""Pages of acts: excerpts of real ones in ``tests/data/html``, and hand-made ones."""

from __future__ import annotations

import html
import re
import time
from collections import Counter
from contextlib import suppress
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.claims import measure_coverage
from corpus.errors import CorrectionError, UnknownActError
from corpus.html_blocks import read_blocks
from corpus.html_page import NoActInPageError
from corpus.html_scan import read_text_token, scan
from corpus.manifest import Correction
from corpus.model import Act
from corpus.plan_model import Measure
from corpus.read_html import read_html
from corpus.read_text import load_text, read_text
from corpus.trace import ActFile, Excerpt
from tests.act_pages import NAMES, PAGES, PRINTED, by_path, page, paths, squeezed


def made(
    article: str,
    *,
    title: str = "О мерах",
    formal: str = "Приказ Министра юстиции Республики Казахстан от 5 мая 2020 года № 7."
    " Зарегистрирован в Министерстве юстиции Республики Казахстан 6 мая 2020 года"
    " № 20001.",
    status: str = "status_upd",
    code: str = "V2000020001",
) -> str:
    """A page as adilet serves it, around some text."""
    return (
        "<!DOCTYPE html>\n<html>\n<head><title>x</title>\n"
        "<script>if (1 < 2) { write('<p>9. script</p>'); }</script></head>\n"
        '<body><div id="container" class="module_npaView lang_rus">\n'
        '<div class="container_alpha slogan">\n'
        f"<h1>{title}</h1>\n"
        f'<span class="status {status}">Обновленный</span>\n<p>{formal}</p></div>\n'
        f'<ul><li><a href="/rus/docs/{code}/info"> Информация </a></li></ul>\n'
        f'<div class="text"><article>{article}</article></div>\n'
        "<p>© 2012. Институт</p></div></body></html>\n"
    )


def act_of(article: str, **parts: str) -> Act:
    act, _ = read_html(read_text("page.html", made(article, **parts)))
    return act


def point(number: int, words: str) -> str:
    return f'<p id="z{number}">\n{"&nbsp;" * 6} {number}. {words}</p>\n'


# -- a second reader: lines of stripped text, nothing of ours


def stripped_lines(text: str) -> list[str]:
    """Printed lines of the text of a page outside tables, by another method."""
    text = text[text.index("<article") : text.index("</article>")]
    text = re.sub(r"(?s)<table.*?</table>", "\n", text)
    text = re.sub(r"<br\s*/?>|</?(?:p|h\d)\b[^>]*>", "\n", text)
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def counted(text: str) -> Counter[tuple[str, str, str]]:
    """Articles, chapters, points and subpoints by the article they stand in."""
    article, found = "", Counter[tuple[str, str, str]]()
    for line in stripped_lines(text):
        if match := re.match(r"Статья (\d+(?:-\d+)?)\b|(\d+(?:-\d+)?)-бап\b", line):
            article = match[1] or match[2]
            found["article", "", article] += 1
        elif match := re.match(
            r"Глава (\d+(?:-\d+)?)\b|(\d+(?:-\d+)?)-тарау\b|([IVX]+) бөлім", line
        ):
            article = ""
            found["chapter", "", match[1] or match[2] or match[3]] += 1
        elif match := re.match(r"(\d+(?:-\d+)?)\.\s", line):
            found["point", article, match[1]] += 1
        elif match := re.match(r"(\d+(?:-\d+)?)\)\s", line):
            found["subpoint", article, match[1]] += 1
    return found


def held(act: Act) -> Counter[tuple[str, str, str]]:
    """The same of an act as read."""
    found = Counter[tuple[str, str, str]]()
    for p in act.provisions:
        article = next((n for kind, n in p.id.steps if kind == "article"), "")
        if p.kind == "article":
            found["article", "", p.number or ""] += 1
        elif p.kind in {"chapter", "section"}:
            found["chapter", "", p.number or ""] += 1
        elif p.kind in {"point", "subpoint"}:
            found[p.kind, article, p.number or ""] += 1
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_article_chapter_and_point_is_found(name: str) -> None:
    file, act, _ = page(name)

    assert sum(counted(file.text).values()) >= 9
    assert held(act) == counted(file.text)


@pytest.mark.parametrize("name", NAMES)
def test_notes_never_stand_inside_a_provision(name: str) -> None:
    file, act, _ = page(name)
    marked = re.findall(
        r'(?s)<(span|p) class="note"[^>]*>(.*?)</\1>'
        r'|<(font) color="#FF0000">(.*?)</\3>',
        file.text,
    )
    notes = [
        squeezed(html.unescape(re.sub(r"<[^>]+>", "", one or two)))
        for _, one, _, two in marked
    ]
    notes = [note for note in notes if len(note) > 30]

    assert notes
    for provision in act.provisions:
        if provision.kind != "note":
            words = squeezed(provision.text)
            assert not [note for note in notes if note in words]


@pytest.mark.parametrize("name", NAMES)
def test_all_of_a_page_belongs_to_exactly_one_record(name: str) -> None:
    file, act, _ = page(name)
    coverage = measure_coverage(file, act.claims)

    assert (coverage.unread, coverage.doubled) == ((), 0)
    assert (
        coverage.claimed
        == coverage.visible
        == sum(not char.isspace() for char in file.text)
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_character_leads_back_to_the_page(name: str) -> None:
    file, act, _ = page(name)
    for provision in act.provisions:
        for excerpt in (provision.own, provision.body):
            assert_traced(file, excerpt)
            inserted = excerpt.text
            for run in reversed(excerpt.runs):
                inserted = inserted[: run.at] + inserted[run.at + run.length :]
            assert not inserted.strip()


def assert_traced(file: ActFile, excerpt: Excerpt) -> None:
    for run in excerpt.runs:
        read = excerpt.text[run.at : run.at + run.length]
        printed = file.text[run.start : run.start + run.length]
        if run.length == 1 and printed == "&":
            assert html.unescape(file.text[run.start :][:8])[0] == read
        else:
            assert read.translate(PRINTED) == printed.translate(PRINTED)


@pytest.mark.parametrize("name", NAMES)
def test_sources_are_lines_that_hold_the_words(name: str) -> None:
    file, act, _ = page(name)
    for provision in act.provisions:
        source = provision.source
        assert source.file == name
        for run in provision.body.runs:
            assert source.line_start <= file.line_of(run.start) <= source.line_end


def test_the_head_of_a_law() -> None:
    _, act, _ = page("Z1200000561.kk.html")

    assert (act.id, act.kind, act.language) == ("Z1200000561", "law", "kk")
    assert (act.number, act.date) == ("561-IV", "2012-02-16")
    assert act.title == "Әскери қызмет және әскери қызметшілердің мәртебесі туралы"
    assert act.issuer == "Қазақстан Республикасының Парламенті"
    assert act.status == "in_force"
    assert act.signatory == "Қазақстан Республикасының Президенті Н. НАЗАРБАЕВ"
    assert act.official_url == "https://adilet.zan.kz/kaz/docs/Z1200000561"


def test_the_head_of_an_order() -> None:
    file, act, _ = page("V1800016942.ru.html")

    assert (act.id, act.number, act.date) == ("V1800016942", "260", "2018-04-20")
    assert act.kind == "ministerial order"
    assert act.registration is not None
    assert (act.registration.number, act.registration.date) == ("16942", "2018-05-28")
    assert "<h1>" in file.line(act.head.line_start).text
    assert "№ 260" in file.line(act.head.line_end).text
    assert act.entry_into_force == "V1800016942/body/point-5"


def test_an_act_without_number_has_kind_and_date_from_its_words() -> None:
    _, act, _ = page("K950001000_.kk.html")

    assert (act.id, act.kind, act.number) == ("K950001000_", "constitution", "")
    assert act.date == "1995-08-30"


def test_letters_of_the_web_edition_are_read_as_meant() -> None:
    file, act, _ = page("K950001000_.kk.html")
    text = "\n".join(p.text for p in act.provisions)

    assert "ə" in file.text
    assert "ə" not in text
    assert by_path(act, "body/para-1").text == "Біз, ортақ тарихи тағдыр біріктірген"
    assert "бiрiктiрген" in file.text


def test_sections_chapters_and_articles_with_inserted_numbers() -> None:
    _, constitution, _ = page("K950001000_.kk.html")
    _, law, _ = page("Z1200000561.kk.html")
    section = by_path(constitution, "body/section-1")
    chapter = by_path(law, "body/chapter-6-1")

    assert (section.number, section.heading) == ("I", "ЖАЛПЫ ЕРЕЖЕЛЕР")
    assert (chapter.number, chapter.heading) == ("6-1", "Резервтегі әскери қызмет")
    assert by_path(law, "body/chapter-9/article-53-1").heading == (
        "Әскери қызметшілердің материалдық жауаптылығы"
    )
    assert "body/section-1/article-2/point-3-1" in paths(constitution)
    assert "body/chapter-1/article-1/subpoint-1-1" in paths(law)


def test_what_was_taken_out_is_a_number_with_a_note() -> None:
    _, act, _ = page("Z1200000561.ru.html")
    path = "body/chapter-9/article-53/point-3"
    gone = by_path(act, path)

    assert gone.text == "3."
    assert by_path(act, f"{path}/note-1").text.startswith("Исключен Законом РК от")
    assert gone.warnings == (by_path(act, f"{path}/note-1").text,)
    change = next(a for a in act.amended_by if a.target == gone.id)
    assert (change.number, change.date) == ("211-VIII", "2025-07-16")
    assert act.status == "in_force"


def test_what_was_taken_out_without_mark_up() -> None:
    act = act_of(
        point(1, "Утвердить:")
        + "<p>&nbsp;&nbsp;&nbsp;&nbsp; 1) исключен Законом РК от 08.01.2013 № 64-V;</p>"
        + "<p>&nbsp;&nbsp;&nbsp;&nbsp; 2) исключенные из списка лица.</p>"
    )

    assert by_path(act, "body/point-1/subpoint-1").text == "1)"
    assert by_path(act, "body/point-1/subpoint-2").text.endswith("списка лица.")


def test_a_note_belongs_to_the_article_that_it_names() -> None:
    _, act, _ = page("Z1200000561.ru.html")
    note = by_path(act, "body/chapter-9/article-53/note-1")
    changes = [a for a in act.amended_by if a.source == note.source]

    assert note.text.startswith("Сноска. Статья 53 с изменениями")
    assert {c.target for c in changes} == {"Z1200000561/body/chapter-9/article-53"}


def test_the_heading_of_a_red_note_is_one_note_with_its_words() -> None:
    _, act, _ = page("Z1200000561.kk.html")

    assert by_path(act, "body/note-1").text.split("\n") == [
        "ЗҚАИ-ның ескертпесі!",
        "Осы Заңның қолданысқа енгізілу тәртібін 55-б. қараңыз.",
    ]


def test_annexes_signatures_and_agreements() -> None:
    _, act, _ = page("V1800016942.ru.html")
    signed = [p.text for p in act.provisions if p.kind == "signature"]

    assert signed[0].endswith("Республики Казахстан Ж. Қасымбек")
    assert [text.startswith('"СОГЛАСОВАН"') for text in signed[1:]] == [True] * 3
    assert by_path(act, "annex-1").heading == (
        "Единая методика расчета организациями внутристрановой ценности"
        " при закупке товаров, работ и услуг"
    )
    assert by_path(act, "annex-2").heading is not None
    assert "annex-2/point-3" in paths(act)


SIGNED_TABLE = (
    '<table border="0"><tr><td>&nbsp;</td></tr><tr><td><i>Премьер-Министр'
    "<br>Республики Казахстан</i></td><td><i>А. Мамин</i></td></tr></table>"
)


@pytest.mark.parametrize(
    "signature",
    [
        "<p><i>Премьер-Министр<br>Республики Казахстан</i></p><p><i>А. Мамин</i></p>",
        "<p><i>Премьер-Министр<br>Республики Казахстан&nbsp;&nbsp; А. Мамин</i></p>",
        "<p>Премьер-Министр<br>Республики Казахстан&nbsp;&nbsp;&nbsp; А. Мамин</p>",
        SIGNED_TABLE,
    ],
)
def test_signatures_of_any_year(signature: str) -> None:
    act = act_of(point(1, "Утвердить план.") + signature)

    assert act.signatory == "Премьер-Министр Республики Казахстан А. Мамин"
    assert paths(act) == ["body/point-1", "body/signature-1"]


def test_what_stands_in_italics_may_be_no_signature() -> None:
    act = act_of(point(1, "Утвердить план.") + "<p><i>текст в курсиве</i></p>")

    assert paths(act) == ["body/point-1", "body/point-1/para-1"]


def test_what_follows_the_signature_without_a_stamp_is_an_annex() -> None:
    act = act_of(
        point(1, "Утвердить план.")
        + "<p><i>Премьер-Министр А. Мамин</i></p>"
        + '<p class="note">&nbsp;&nbsp;&nbsp; Сноска. План с изменением.</p>'
        + "<h3>План</h3>"
        + point(1, "Сделать.")
    )

    assert paths(act) == [
        "body/point-1",
        "body/note-1",
        "body/signature-1",
        "annex-1",
        "annex-1/heading-1",
        "annex-1/point-1",
    ]


def test_an_earlier_wording_is_told() -> None:
    text = made(point(1, "Да.")).replace('class="text"', 'class="text text_arc"')
    _, problems = read_html(read_text("page.html", text))

    assert [p.code for p in problems] == ["outdated-wording"]


def test_a_page_without_its_heading_has_the_title_of_its_tab() -> None:
    text = made(point(1, "Да."), title="").replace(
        "<title>x", "<title>О мерах - ИПС &quot;Әділет&quot;"
    )

    assert read_html(read_text("page.html", text))[0].title == "О мерах"


@pytest.mark.parametrize(
    ("markup", "note"),
    [
        ('<font color="#FF0000">Слова.</font>', True),
        ('<font color="red">Слова.</font>', True),
        ('<span style="color: red; font-size: 2px">Слова.</span>', True),
        ('<p class="big note">Слова.</p>', True),
        ('<font color="#FF9900">Слова.</font>', False),
        ('<span style="background-color: red">Слова.</span>', False),
        ('<p class="notebook">Слова.</p>', False),
    ],
)
def test_marks_of_notes(markup: str, note: bool) -> None:
    act = act_of(point(1, "Да.") + markup)

    assert act.provisions[-1].kind == ("note" if note else "para")


def test_rows_of_a_table() -> None:
    _, act, _ = page("V1800016942.ru.html")
    table = "annex-1/point-8/table-1"

    assert by_path(act, f"{table}/row-2").text == "1\n2\n3\n4"
    assert by_path(act, f"{table}/row-3").text.startswith(
        "1.\nРасчет внутристрановой ценности в договоре на поставку товаров\n%\n"
    )
    assert by_path(act, f"{table}/row-3").parent == f"{act.id}/{table}"


def test_a_picture_is_reported() -> None:
    file, _, problems = page("V1800016942.ru.html")

    assert [p.code for p in problems] == ["picture-unread"]
    assert "<img" in file.line(problems[0].line).text


def test_cells_that_span_rows_stand_in_each() -> None:
    act = act_of(
        point(1, "Утвердить:")
        + '<table border="1"><tr><td rowspan="2">Алматы</td><td>1</td></tr>'
        + '<tr><td>2</td></tr><tr><td colspan="2">Всего</td></tr></table>'
    )
    table = "body/point-1/table-1"

    assert [by_path(act, f"{table}/row-{n}").text for n in (1, 2, 3)] == [
        "Алматы\n1",
        "Алматы\n2",
        "Всего",
    ]


def test_a_note_in_a_table_is_no_row() -> None:
    act = act_of(
        point(1, "Утвердить:")
        + '<table border="1"><tr><td>Алматы</td></tr>'
        + '<tr><td><p class="note">Сноска. Строка 2 исключена.</p></td></tr></table>'
    )
    table = by_path(act, "body/point-1/table-1")

    assert "Сноска" not in table.text
    assert paths(act)[-2:] == [
        "body/point-1/table-1/row-1",
        "body/point-1/table-1/note-1",
    ]


PLAN = (
    point(1, "Қоса беріліп отырған жоспар бекітілсін.")
    + '<table border="0"><tr><td><i>Премьер-Министр</i></td>'
    + "<td><i>А. Мамин</i></td></tr></table>"
    + '<p align="right"><table border="0"><tr><td>&nbsp;</td><td>Қазақстан '
    + "Республикасы<br>Үкіметінің<br>2019 жылғы 5 наурыздағы<br>№ 99 қаулысымен<br>"
    + "бекітілген</td></tr></table></p><h3>Іс-шаралар жоспары</h3>"
    + '<table border="1"><tr><td rowspan="2">Р/с №</td>'
    + '<td rowspan="2">Іс-шаралар атауы</td><td rowspan="2">Аяқтау нысаны</td>'
    + '<td rowspan="2">Орындау мерзімі</td>'
    + '<td rowspan="2">Жауапты орындаушылар</td>'
    + '<td colspan="2">Болжамды шығыстар (млн. теңге)</td>'
    + '<td rowspan="2">Қаржыландыру көздері</td></tr>'
    + "<tr><td>2019 жыл</td><td>2020 жыл</td></tr>"
    + '<tr><td colspan="8">1. Жол құрылысы</td></tr>'
    + "<tr><td>1.</td><td>Өткелдерді жарықтандыру</td><td>Үкіметке есеп</td>"
    + "<td>2020 жылғы 4-тоқсан</td><td>ІІМ, облыстардың әкімдіктері</td>"
    + '<td>25,3</td><td>30,1</td><td rowspan="2">жергілікті бюджет</td></tr>'
    + "<tr><td>2.</td><td>Камералар орнату</td><td>актісі</td><td>2019 жыл</td>"
    + "<td>ИДМ</td><td>-</td><td>12</td></tr></table>"
)


def plan() -> tuple[ActFile, Act]:
    formal = "Қазақстан Республикасы Үкіметінің 2019 жылғы 5 наурыздағы № 99 қаулысы."
    text = made(PLAN, formal=formal, title="Жоспар туралы", code="P1900000099")
    file = read_text("plan.html", text)
    return file, read_html(file)[0]


def test_a_plan_of_measures_is_read_by_its_columns() -> None:
    _, act = plan()
    one, two = act.measures

    assert (one.id, one.number) == ("P1900000099/annex-1/measure-1", "1")
    assert one.section == "1. Жол құрылысы"
    assert one.title.text == "Өткелдерді жарықтандыру"
    assert one.completion_form.text == "Үкіметке есеп"
    assert one.deadline_years == (2020,)
    assert [e.text for e in one.executors] == ["ІІМ", "облыстардың әкімдіктері"]
    assert [(a.period, a.value) for a in one.amounts] == [
        ("2019", "25,3"),
        ("2020", "30,1"),
    ]
    assert (one.unit, one.funding.text) == ("млн. теңге", "жергілікті бюджет")
    assert [(a.period, a.value) for a in two.amounts] == [("2020", "12")]
    assert two.funding.text == "жергілікті бюджет"


def test_a_measure_leads_back_to_its_cells() -> None:
    file, act = plan()
    for measure in act.measures:
        for name in (field.name for field in fields(Measure)):
            excerpt = getattr(measure, name)
            if isinstance(excerpt, Excerpt):
                assert_traced(file, excerpt)
        claims = [c for c in act.claims if c.record == measure.id]
        printed = "".join(file.text[c.start : c.end] for c in claims)
        assert measure.title.text in printed
    assert measure_coverage(file, act.claims).unread == ()


@pytest.mark.parametrize(
    ("status", "words", "expected"),
    [
        ("status_new", "Приказ Министра юстиции от 5 мая 2020 года № 7.", "in_force"),
        ("status_yts", "Приказ Министра юстиции от 5 мая 2020 года № 7.", "repealed"),
        (
            "status_upd",
            "Приказ Министра от 5 мая 2020 года № 7. Утратил силу приказом от 1 мая.",
            "repealed",
        ),
    ],
)
def test_status(status: str, words: str, expected: str) -> None:
    act = act_of(point(1, "Утвердить."), formal=words, status=status)

    assert act.status == expected


def test_a_repealing_note_at_the_top_repeals_the_act() -> None:
    act = act_of(
        '<p class="note">&nbsp;&nbsp;&nbsp; Сноска. Утратил силу приказом Министра'
        " юстиции РК от 06.06.2021 № 8.</p>" + point(1, "Утвердить.")
    )

    assert act.repealed_by is not None
    assert (act.status, act.repealed_by.number) == ("repealed", "8")


def test_headings_numbered_like_points() -> None:
    act = act_of(
        point(1, "Утвердить прилагаемые Правила.")
        + '<p align="right"><table border="0"><tr><td>&nbsp;</td><td>Утверждены<br>'
        + "приказом Министра</td></tr></table></p><h3>Правила</h3>"
        + "<h3>1. Общие положения</h3>"
        + point(1, "Правила применяются всеми.")
        + "<h3>2. Порядок</h3>"
        + point(2, "Порядок прост.")
        + "<h3>Заключение</h3>"
        + point(3, "Конец.")
    )

    assert paths(act)[1:] == [
        "annex-1",
        "annex-1/section-1",
        "annex-1/section-1/point-1",
        "annex-1/section-2",
        "annex-1/section-2/point-2",
        "annex-1/section-2/heading-1",
        "annex-1/section-2/point-3",
    ]


def test_a_printed_stamp_with_line_breaks() -> None:
    act = act_of(
        point(1, "Утвердить прилагаемые Правила.")
        + "<p>&nbsp;&nbsp;&nbsp;&nbsp; Приложение 3<br>к приказу Министра<br>"
        + "от 5 мая 2020 года № 7</p><h3>Форма</h3><h3>Отчет о мерах</h3>"
        + "<p>&nbsp;&nbsp;&nbsp;&nbsp; Заполняется ежегодно.</p>"
    )

    assert by_path(act, "annex-3").heading == "Отчет о мерах"
    assert paths(act)[-1] == "annex-3/para-1"


def test_paragraphs_parted_by_line_breaks() -> None:
    act = act_of(
        "<p>&nbsp;&nbsp;&nbsp;&nbsp; 1. Органам:<br>&nbsp;&nbsp;&nbsp;&nbsp; 1) знать;"
        "<br>2) уметь;<br>&nbsp;&nbsp;&nbsp;&nbsp; 2. Всем помнить,<br>что можно.</p>"
    )

    assert paths(act) == [
        "body/point-1",
        "body/point-1/subpoint-1",
        "body/point-1/subpoint-2",
        "body/point-2",
    ]
    assert by_path(act, "body/point-2").text == "2. Всем помнить, что можно."


def test_a_note_inside_a_paragraph_is_cut_off() -> None:
    act = act_of(
        '<p>&nbsp;&nbsp;&nbsp;&nbsp; 1. Утвердить. <span class="note">Сноска. Пункт 1'
        ' в редакции приказа от 01.02.2021 </span><a href="/x">№ 9</a>'
        '<span class="note"> (вводится).</span></p>'
    )

    assert by_path(act, "body/point-1").text == "1. Утвердить."
    assert by_path(act, "body/point-1/note-1").text.endswith("№ 9 (вводится).")


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("a&nbsp;&nbsp;b", "a b"),
        ("R&amp;D &lt; 5", "R&D < 5"),
        ("&#1241;л &#x4D9;л", "әл әл"),
        ("AT&T &unknown; x", "AT&T &unknown; x"),
        ("да\u00adта", "дата"),
        ("3 < 5 и 7 > 6", "3 < 5 и 7 > 6"),
        ('<a title="a>b">ссылка</a>', "ссылка"),
        ("<!-- 7. нет -->да", "да"),
        ("м<sup>2</sup>", "м2"),
    ],
)
def test_markup(markup: str, read: str) -> None:
    act = act_of(point(1, markup))

    assert by_path(act, "body/point-1").text == f"1. {read}"


def test_the_page_says_which_act_it_is() -> None:
    act = act_of(point(1, "Да."), formal="Без даты.", code="G99TM000123")

    assert act.id == "G99TM000123"


def test_without_code_in_the_page_its_head_decides() -> None:
    act = act_of(point(1, "Да."), code="нет")

    assert act.id == "V2000020001"


def test_an_act_without_any_number_takes_the_name_of_its_file() -> None:
    text = made(point(1, "Да."), formal="Без даты.", code="нет")

    assert read_html(read_text("P1500000007.html", text))[0].id == "P1500000007"
    with pytest.raises(UnknownActError, match=r"page\.html"):
        read_html(read_text("page.html", text))


@pytest.mark.parametrize(
    "text", ["<html><body>Привет</body></html>", "нет", "<article></article>", "<<<>>>"]
)
def test_a_page_without_an_act_says_so(text: str) -> None:
    with pytest.raises(NoActInPageError, match=r"page\.html.*save the act's own page"):
        read_html(read_text("page.html", text))


def test_nested_tables_are_read_and_reported() -> None:
    text = made(
        point(1, "Утвердить:")
        + '<table border="1"><tr><td>А<table><tr><td>Б</td></tr></table>В</td>'
        + "<td>Г</td></tr></table>"
        + point(2, "Дальше.")
    )
    act, problems = read_html(read_text("page.html", text))

    assert [p.code for p in problems] == ["nested-table"]
    assert by_path(act, "body/point-1/table-1/row-1").text == "А\nБ\nВ\nГ"
    assert "body/point-2" in paths(act)


def test_a_correction_is_made_in_its_line() -> None:
    file = read_text("page.html", made(point(1, "Утвердит правила.")))
    line = next(n for n, x in enumerate(file.lines(), 1) if "Утвердит" in x.text)
    act, _ = read_html(file, None, [Correction(line, "Утвердит", "Утвердить", "slip")])

    assert by_path(act, "body/point-1").text == "1. Утвердить правила."
    with pytest.raises(CorrectionError, match="line 2"):
        read_html(file, None, [Correction(2, "Утвердит", "Утвердить", "slip")])


def test_line_ends_that_were_doubled_count_once() -> None:
    text = made(point(1, "Утвердить."))
    plain, doubled = (
        read_html(read_text("page.html", text.replace("\n", end)))[0]
        for end in ("\n", "\r\r\n")
    )

    assert [p.source for p in plain.provisions] == [
        p.source for p in doubled.provisions
    ]


@pytest.mark.parametrize(
    "piece",
    ["<a ", '<a "', "<a '\"", "<!--", "<script>", "<b>", "</i>", "&", "&#", "<table>",
     "<td rowspan=99999>", "<", "x" * 10, "\u00a0", "1) a;<br>", "<p class='note'>"],
)  # fmt: skip
def test_reading_is_linear(piece: str) -> None:
    """A line of a megabyte of anything is read in the time that its length asks for."""
    seconds = [timed(piece * (size // len(piece))) for size in (20_000, 200_000)]

    assert seconds[1] < max(40 * seconds[0], 1.5)


def timed(words: str) -> float:
    text = made("<p>1. Да.</p>" + words)
    start = time.perf_counter()
    tokens = list(scan(text))
    read_blocks(text, tokens, 0)
    return time.perf_counter() - start


@given(st.text(alphabet='<>/&;"=!- \n\u00a0абptrdi#1.', max_size=200))
def test_tokens_are_the_whole_page(text: str) -> None:
    tokens = list(scan(text))

    assert "".join(text[t.start : t.end] for t in tokens) == text
    for token in tokens:
        read = read_text_token(text, token.start, token.end)
        assert len(read.text) == len(read.at)
        assert all(token.start <= at < token.end for at in read.at)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(("drop", "double", "cut", "insert", "join")),
        st.integers(0, 10_000),
        st.sampled_from(
            ("</p>", "<table>", "<td>", "</table>", "<p", "&nbsp;", "<span class=note>",
             "</article>", "<br>", "\n", "5. ", "<!--", "<h3>", "Сноска. ", '"', "<tr>")
        ),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip


def mutated(text: str, edits: list[tuple[str, int, str]]) -> str:
    """A page with lines dropped, doubled, cut, joined, and mark-up put in at random."""
    lines = text.split("\n")
    first = next(i for i, line in enumerate(lines) if "<article" in line)
    for kind, at, piece in edits:
        i = min(first + 1 + at % max(len(lines) - first, 1), len(lines) - 1)
        if kind == "drop":
            del lines[i]
        elif kind == "double":
            lines.insert(i, lines[i])
        elif kind == "cut":
            lines[i] = lines[i][: at % (len(lines[i]) + 1)]
        elif kind == "join" and i:
            lines[i - 1 : i + 1] = ["".join(lines[i - 1 : i + 1])]
        elif kind == "insert":
            cut = at % (len(lines[i]) + 1)
            lines[i] = lines[i][:cut] + piece + lines[i][cut:]
        if len(lines) <= first:
            break
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([*NAMES, "plan.html"]), EDITS)
def test_damaged_pages_lose_nothing(name: str, edits: Any) -> None:
    given_file = plan()[0] if name == "plan.html" else load_text(PAGES / name)
    file = read_text(name, mutated(given_file.text, edits))
    with suppress(NoActInPageError):
        assert_whole(file)


def assert_whole(file: ActFile) -> None:
    """All of a page belongs to records that hold its words."""
    act, _ = read_html(file)
    coverage = measure_coverage(file, act.claims)
    assert (coverage.unread, coverage.doubled) == ((), 0)
    assert_words_kept(file, act)


def assert_words_kept(file: ActFile, act: Act) -> None:
    """Each record holds all words of the stretches that it accounts for."""
    places: dict[str, set[int]] = {}
    for p in act.provisions:
        own = places.setdefault(p.id, set())
        for run in p.own.runs:
            own.update(range(run.start, run.start + run.length))
    for claim in act.claims:
        if claim.role not in {"provision", "note"}:
            continue
        for token in scan(file.text):
            if token.kind != "text" or token.end <= claim.start:
                continue
            if token.start >= claim.end:
                break
            words = read_text_token(file.text, token.start, token.end)
            lost = {
                at
                for char, at in zip(words.text, words.at, strict=True)
                if not char.isspace() and claim.start <= at < claim.end
            } - places[claim.record]
            assert not lost, file.text[min(lost) : max(lost) + 1]
