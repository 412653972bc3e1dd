"""Pages against their own anchors, which another library reads; an invented law."""

from __future__ import annotations

import re

import pytest
from lxml.html import document_fromstring

from corpus.align import align
from corpus.contradictions import differences
from tests.act_pages import NAMES, by_path, page, paths, squeezed


def anchored(text: str) -> list[tuple[str, str]]:
    """Each anchor of the text of a page with the first letters that follow it."""
    article = document_fromstring(text).find(".//article")
    assert article is not None
    found: list[tuple[str, str]] = []
    for element in article.iter("p", "h3", "a"):
        name = element.get("id") or element.get("name") or ""
        if re.fullmatch(r"z\d+", name):
            words = element.text_content() or element.tail or ""
            found.append((name, squeezed(words)[:20]))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_anchor_begins_a_record(name: str) -> None:
    """The publisher anchors what can be cited; stamps and notes aside."""
    file, act, _ = page(name)
    begun = [squeezed(p.own.text)[:20] for p in act.provisions]
    begun += [
        squeezed(f"{p.number}{w}")[:20] for p in act.provisions for w in p.warnings
    ]
    furniture = ("Утверждена", "Приложение")
    anchors = [(n, w) for n, w in anchored(file.text) if not w.startswith(furniture)]

    assert len(anchors) > 5
    assert [(n, w) for n, w in anchors if not any(b.startswith(w) for b in begun)] == []


INVENTED = ("Z2300000087.kk.html", "Z2300000087.ru.html")


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_law_has_each_unit_once(name: str) -> None:
    _, act, problems = page(name)

    assert problems == ()
    assert [path for path in paths(act) if "/table-1/" not in path] == [
        "body/para-1",
        "body/chapter-1",
        "body/chapter-1/article-1",
        "body/chapter-1/article-1/para-1",
        "body/chapter-1/article-1/subpoint-1",
        "body/chapter-1/article-1/subpoint-1-1",
        "body/chapter-1/article-1/subpoint-2",
        "body/chapter-1/article-1/subpoint-2/note-1",
        "body/chapter-1/article-1/subpoint-3",
        "body/chapter-1/article-1/note-1",
        "body/chapter-2",
        "body/chapter-2/article-2",
        "body/chapter-2/article-2/point-1",
        "body/chapter-2/article-2/point-1/subpoint-1",
        "body/chapter-2/article-2/point-1/subpoint-2",
        "body/chapter-2/article-2/point-1/para-1",
        "body/chapter-2/article-2/point-1/note-1",
        "body/chapter-2/article-2/point-1/para-2",
        "body/chapter-2/article-2/point-2",
        "body/chapter-2/article-2/point-2/table-1",
        "body/chapter-2/article-2/point-3",
        "body/chapter-2/article-2/point-3/note-1",
        "body/chapter-2/article-3",
        "body/chapter-2/article-3/para-1",
        "body/signature-1",
    ]
    assert act.entry_into_force == f"{act.id}/body/chapter-2/article-3/para-1"
    announced = [(a.number, a.effective) for a in act.amended_by if not a.in_text]
    assert announced == [("175-VIII", "2027-01-01")]


@pytest.mark.parametrize("name", INVENTED)
def test_a_reader_sees_why_a_part_is_empty(name: str) -> None:
    _, act, _ = page(name)
    point = by_path(act, "body/chapter-2/article-2/point-3")

    assert point.text == "3."
    assert "№ 15-VIII" in point.warnings[0]
    assert "01.04.2024" in point.warnings[0]


def test_law_behind_an_announcement_stays_law() -> None:
    _, act, _ = page("Z2300000087.ru.html")
    note = by_path(act, "body/chapter-2/article-2/point-1/note-1")
    law = by_path(act, "body/chapter-2/article-2/point-1/para-2")

    assert note.text.endswith("(текст исключен).")
    assert law.text.startswith("Учет ведется с учетом особенностей, предусмотренных")


def test_both_languages_of_an_invented_law_are_aligned() -> None:
    _, one, _ = page(INVENTED[0])
    _, other, _ = page(INVENTED[1])
    alignment = align(one, other)

    assert all(pair.one == pair.other for pair in alignment.pairs)
    assert len(alignment.pairs) == len(one.provisions) == len(other.provisions)
    assert differences(one, other, alignment) == ()
