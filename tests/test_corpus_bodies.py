"""Bodies: any printed or typed form in three languages means the right body."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bodies import BODIES_FILE, Bodies, BodiesFileError
from corpus.body_names import is_noise, same_word

#: Words of a lookup, body, language; every form a lawyer may print or type.
FORMS = [
    ("Ішкі істер министрлігі", "ministry-of-internal-affairs", "kk"),
    ("Ішкі істер министрлігінің", "ministry-of-internal-affairs", "kk"),
    ("ішкі істер министрлігіне", "ministry-of-internal-affairs", "kk"),
    ("ишки истер министрлигимен", "ministry-of-internal-affairs", "kk"),
    ("ІІМ-ге", "ministry-of-internal-affairs", "kk"),
    ("Ішкі істер министрлігін", "ministry-of-internal-affairs", "kk"),
    ("NGOs", "non-governmental-organisations", "en"),
    ("ІІМ", "ministry-of-internal-affairs", "en"),
    ("іім", "ministry-of-internal-affairs", "kk"),
    ("ПМ", "ministry-of-internal-affairs", "kk"),
    ("Ішкі істер министрі", "ministry-of-internal-affairs", "kk"),
    ("Министерство внутренних дел", "ministry-of-internal-affairs", "ru"),
    ("Министерством внутренних дел", "ministry-of-internal-affairs", "ru"),
    ("МИНИСТЕРСТВУ ВНУТРЕННИХ ДЕЛ", "ministry-of-internal-affairs", "ru"),
    ("Министра внутренних дел", "ministry-of-internal-affairs", "ru"),
    ("МВД", "ministry-of-internal-affairs", "ru"),
    ("мвд", "ministry-of-internal-affairs", "ru"),
    ("Ministry of Internal Affairs", "ministry-of-internal-affairs", "en"),
    ("interior ministry", "ministry-of-internal-affairs", "en"),
    ("MIA", "ministry-of-internal-affairs", "en"),
    ("Бас прокуратураға", "prosecutor-generals-office", "kk"),
    ("Бас прокурордың", "prosecutor-generals-office", "kk"),
    ("Генпрокуратура", "prosecutor-generals-office", "ru"),
    ("Генеральной прокуратурой", "prosecutor-generals-office", "ru"),
    ("ГП", "prosecutor-generals-office", "ru"),
    ("Prosecutor General’s Office", "prosecutor-generals-office", "en"),
    ("General Prosecutor's Office", "prosecutor-generals-office", "en"),
    ("Қаржыминінің", "ministry-of-finance", "kk"),
    ("Минфина", "ministry-of-finance", "ru"),
    ("минфином", "ministry-of-finance", "ru"),
    ("Finance Ministry", "ministry-of-finance", "en"),
    ("Қорғанысмині", "ministry-of-defence", "kk"),
    ("Минобороны", "ministry-of-defence", "ru"),
    ("Ministry of Defense", "ministry-of-defence", "en"),
    ("әкімдіктердің", "local-executive-bodies", "kk"),
    ("ЖАО-мен", "local-executive-bodies", "kk"),
    ("жергілікті атқарушы органдарға", "local-executive-bodies", "kk"),
    ("акиматы", "local-executive-bodies", "ru"),
    ("акиматами областей", "local-executive-bodies", "ru"),
    ("МИО", "local-executive-bodies", "ru"),
    ("akimats", "local-executive-bodies", "en"),
    ("local executive bodies", "local-executive-bodies", "en"),
    ("Астана қаласының әкімдігіне", "akimat-of-astana", "kk"),
    ("ҰҚК-ге", "national-security-committee", "kk"),
    ("ҰКК", "national-security-committee", "kk"),
    ("Комитету национальной безопасности", "national-security-committee", "ru"),
    ("КНБ", "national-security-committee", "ru"),
    ("KNB's", "national-security-committee", "en"),
    ("МКҚ", "state-security-service", "kk"),
    ("Службой государственной охраны", "state-security-service", "ru"),
    ("State Security Service", "state-security-service", "en"),
    ("«Сырбар» СБҚ", "syrbar", "kk"),
    ('СБҚ "Сырбар"', "syrbar", "kk"),
    ("Службы внешней разведки", "syrbar", "ru"),
    ("ДІАҚМ", "ministry-of-religious-affairs-and-civil-society", "kk"),
    ("ДИАҚМ", "ministry-of-religious-affairs-and-civil-society", "kk"),
    ("АҚМ", "ministry-of-information-and-communications", "kk"),
    ("БFM", "ministry-of-education-and-science", "kk"),
    ("БҒМ - ға", "ministry-of-education-and-science", "kk"),
    ("МИДу", "ministry-of-foreign-affairs", "ru"),
    ("САОК-ке", "committee-for-enforcement-of-judicial-acts", "kk"),
    ("АБЭКП", "agency-for-combating-economic-and-corruption-crime", "ru"),
    ("қаржы полициясы", "agency-for-combating-economic-and-corruption-crime", "kk"),
    ("БҰҰ ҚК", "un-security-council", "kk"),
    ("Қауіпсіздік Кеңесінің", "security-council", "kk"),
    ("Ы. Алтынсарин атындағы ҰБА", "altynsarin-academy", "kk"),
    ("Финмониторинг", "financial-monitoring-agency", "ru"),
    ("Mininistry", None, "en"),
    ("прокурорский", None, "ru"),
    ("мир", None, "ru"),
    ("судно", None, "ru"),
    ("министрлік", None, "kk"),
    ("км", None, "kk"),
    ("правительственный", None, "ru"),
    ("республикалық бюджет", None, "kk"),
    ("", None, "kk"),
]


@cache
def _loaded() -> Bodies:
    return Bodies.load(BODIES_FILE)


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    return _loaded()


@pytest.mark.parametrize(("text", "body_id", "language"), FORMS)
def test_form_means_body(
    bodies: Bodies, text: str, body_id: str | None, language: str
) -> None:
    found = bodies.find(text, language)

    assert [mention.body_id for mention in found] == ([body_id] if body_id else [])
    if body_id:
        assert text.strip('«"')[:2] == text[found[0].start : found[0].start + 2]


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("Ответственные: |МВД|, |КНБ| (по согласованию)", "ru"),
        ("|Ішкі істер министрлігінің кинологиялық орталығы| базасында", "kk"),
        ("measures of the |Ministry of Justice| and of the |KNB|", "en"),
        ("|облыстардың, Астана және Алматы қалаларының әкімдіктері|, |СІМ|", "kk"),
        ("|Агентство Республики Казахстан по финансовому мониторингу|", "ru"),
        ("Ішкі істер. Министрлігі", "kk"),
        ("|БҒМ| 2018 жылғы есеп", "kk"),
        ("что поручено |минюсту|?", "ru"),
        ("|state bodies| and |local self-government bodies|", "en"),
        ("|Дін істері және азаматтық қоғам министрлігін| таратты", "kk"),
        ("ІІ бөлім", "kk"),
    ],
)
def test_places(bodies: Bodies, marked: str, language: str) -> None:
    text = marked.replace("|", "")

    found = bodies.find(text, language)

    assert [text[m.start : m.end] for m in found] == marked.split("|")[1::2]


def test_several_bodies_may_share_a_place(bodies: Bodies) -> None:
    found = bodies.find("the Ministry of Education", "en")

    assert [m.body_id for m in found] == [
        "ministry-of-education-and-science",
        "ministry-of-enlightenment",
    ]
    assert len({(m.start, m.end) for m in found}) == 1


def test_reason_says_the_name(bodies: Bodies) -> None:
    (mention,) = bodies.find("ПМ", "kk")

    assert mention.reason == "misprint «ПМ»"


@pytest.mark.parametrize(
    ("name", "body_id"),
    [
        (
            "Қазақстан Республикасының Ішкі істер министрлігі",
            "ministry-of-internal-affairs",
        ),
        (
            "Қазақстан Республикасы Ішкі істер министрлігі",
            "ministry-of-internal-affairs",
        ),
        ("ҚР Ішкі істер министрлігі", "ministry-of-internal-affairs"),
        ("Министр обороны Республики Казахстан", "ministry-of-defence"),
        (
            "Қазақстан Республикасы Ішкі істер министрлігінің Қылмыстық-атқару жүйесі",
            "penal-system",
        ),
        (
            'Қазақстан Республикасының "Сырбар" Сыртқы барлау қызметі',
            "syrbar",
        ),
        (
            (
                "Қазақстан Республика Үкіметінің жанындағы Заң жобалау қызметі "
                "мәселелері жөніндегі ведомствоаралық комиссия"
            ),
            "lawmaking-commission",
        ),
        ("Қазақстан Республикасы Ұлттық Банкі", "national-bank"),
        ("жергілікті атқарушы органдар", "local-executive-bodies"),
        ("сот-медициналық сараптама", None),
        ("Министерство культуры", None),
        ("ҚМ", None),
        ("Қазақстан Республикасы", None),
        ("", None),
        ("ІІМ, ҰҚК", None),
        ("Ішкі істер министрлігінің бұйрығы", None),
    ],
)
def test_by_name(bodies: Bodies, name: str, body_id: str | None) -> None:
    found = bodies.by_name(name)

    assert (found.id if found else None) == body_id


def test_every_official_name_means_its_body(bodies: Bodies) -> None:
    lost = [
        (body.id, name)
        for body in bodies
        for _, name in body.names()
        if getattr(bodies.by_name(name), "id", None) != body.id
    ]

    assert lost == []


def test_every_printed_abbreviation_is_found(bodies: Bodies) -> None:
    lost = [
        (body.id, form)
        for body in bodies
        for language, form in body.abbreviations.pairs()
        if body.id not in {m.body_id for m in bodies.find(form, language)}
    ]

    assert lost == []


def test_own_list_wins(bodies: Bodies) -> None:
    own = bodies.with_own(
        [
            ("ПМ", "Премьер-Министр"),
            ("СМО", "сот-медициналық орган"),
            ("ҚМ", "Қазақстан Республикасы Қаржы министрлігі"),
        ]
    )

    assert [m.body_id for m in own.find("ПМ", "kk")] == ["prime-minister"]
    assert own.find("СМО", "kk") == ()
    assert [m.body_id for m in own.find("ҚМ-ге", "kk")] == ["ministry-of-finance"]
    assert len(bodies.find("ҚМ", "kk")) == 2


def test_relations_name_bodies_and_bases(bodies: Bodies) -> None:
    for body in bodies:
        for relation in body.predecessors + body.successors:
            assert bodies.get(relation.body) is not None
            assert relation.basis
            assert (relation.date is None) == (relation.basis == "not in the corpus")


def test_unknown_id(bodies: Bodies) -> None:
    assert bodies.get("ministry-of-magic") is None
    assert len(bodies) == len({body.id for body in bodies})


_BODY = """
[[body]]
id = "a"
kind = "agency"
in_corpus = true
kk = "А агенттігі"
ru = "Агентство А"
en = "Agency A"
short_kk = "А агенттігі"
short_ru = "Агентство А"
short_en = "Agency A"
"""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[body", "xpected"),
        ("[[body]]\nid = 'a'", "missing"),
        (_BODY + _BODY, "given twice: a"),
        (_BODY.replace('"Agency A"', '" "'), "a: empty name"),
        (_BODY + 'successors = [{ body = "b", basis = "x" }]', "a: unknown b"),
    ],
)
def test_bad_file(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "bodies.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BodiesFileError, match=problem):
        Bodies.load(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BodiesFileError):
        Bodies.load(tmp_path / "none.toml")


def test_good_file(tmp_path: Path) -> None:
    path = tmp_path / "bodies.toml"
    path.write_text(_BODY, encoding="utf-8")

    (body,) = Bodies.load(path)

    assert (body.name("en"), body.short("ru")) == ("Agency A", "Агентство А")


@pytest.mark.parametrize(
    ("name", "word", "language", "same"),
    [
        ("министрлиги", "министрликтин", "kk", True),
        ("орталык", "орталыгы", "kk", True),
        ("министр", "министрлик", "kk", False),
        ("кызмет", "кызметкер", "kk", False),
        ("министерство", "министерством", "ru", True),
        ("прокуратура", "прокурор", "ru", False),
        ("суд", "судно", "ru", False),
        ("agencies", "agency", "en", True),
        ("labour", "labor", "en", True),
        ("prosecution", "prosecutor", "en", False),
    ],
)
def test_same_word(name: str, word: str, language: str, same: bool) -> None:
    assert same_word(name, word, language) is same


@pytest.mark.parametrize(
    ("word", "noise"),
    [("республикасынын", True), ("казахстана", True), ("республикалык", False)],
)
def test_noise(word: str, noise: bool) -> None:
    assert is_noise(word) is noise


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="ІМҰҚКБСыербақ ,.-«»МВДaimatsK", max_size=60))
def test_places_are_in_order_and_apart(text: str) -> None:
    found = _loaded().find(text, "und")

    spans = sorted({(m.start, m.end) for m in found})
    assert [(m.start, m.end) for m in found] == sorted((m.start, m.end) for m in found)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
