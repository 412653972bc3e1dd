"""Language of questions and clauses: rules, profiles, mixed texts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language import (
    PROFILE_NAMES,
    PROFILES_FOLDER,
    build_profile,
    clauses,
    detect,
    profile_lines,
    save_profiles,
)
from corpus.letters import fold, latinised, script_of, unmix

ROOT = Path(__file__).parent.parent
ACTS = ROOT / "corpus" / "acts"
KAZAKH_ACTS = ("P1400000292", "P1700000580", "P1800000124", "V2100024227")
QUESTIONS = [
    row.split("\t")
    for row in (ROOT / "tests" / "data" / "language_questions.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


def act_lines(act_id: str) -> list[str]:
    """Lines of an act with three whole words or more."""
    text = (ACTS / f"{act_id}.txt").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        words = [word for word in line.split() if word.isalpha()]
        if len(words) >= 3 and sum(len(w) < 3 for w in words) < len(words) / 2:
            rows.append(line)
    return rows


def test_questions_of_two_words_or_more() -> None:
    wrong = [(lang, q) for lang, q in QUESTIONS if detect(q).language != lang]

    assert len(QUESTIONS) >= 150
    assert len(wrong) <= 0.01 * len(QUESTIONS), wrong


@pytest.mark.parametrize(
    ("act_id", "language"),
    [*((act_id, "kk") for act_id in KAZAKH_ACTS), ("U1300000588", "ru")],
)
def test_lines_of_acts(act_id: str, language: str) -> None:
    lines = act_lines(act_id)
    wrong = [line for line in lines if detect(line).language != language]

    assert len(lines) > 80
    assert len(wrong) <= 0.01 * len(lines), wrong


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('What does the abbreviation "ЭКСПО-2017 ВАК" stand for?', "en"),
        ("расшифровка ДІАҚМ, пост. Правительства 124 от 15.03.2018", "ru"),
        ("что такое ИДМ", "ru"),
        ("580 қаулы: кім жауапты", "kk"),
        ("Religion action plan 2017-2020, measure 11", "en"),
        ("КТО ОТВЕЧАЕТ ЗА МЕРУ 42", "ru"),
        ("п. 3 пп. 10 указа 588", "ru"),
        ("22-бап. Ротация", "kk"),
        ("ҚАУЛЫ ЕТЕДІ:", "kk"),
        ("т а л а п  е т і л м е й д і", "kk"),
        ("Премьер-Министрі С. Ахметов", "kk"),
        ("Kazislam.kz сайтын насихаттау", "kk"),
        ("aлу үшін БFM-ға", "kk"),
        ("əлеуметтiк даму", "kk"),
    ],
)
def test_certain_ones(text: str, language: str) -> None:
    assert detect(text).language == language


@pytest.mark.parametrize(
    "text", ["", "  ", "2018", "№ 10-VIII", "ДІАҚМ", "ІІМ, ҰҚК", "—", "kazislam.kz"]
)
def test_nothing_to_tell(text: str) -> None:
    found = detect(text)

    assert found.language == "und"
    assert found.confidence == 0
    assert found.ambiguous


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("кукык коргау органдары", "kk"),
        ("диншил", "kk"),
        ("полиция кызметкерлери", "kk"),
        ("ministrlik", "kk"),
        ("mindetti saqtandyru", "kk"),
        ("маслихат", None),
        ("акимат", None),
        ("план", None),
    ],
)
def test_ambiguous_ones(text: str, language: str | None) -> None:
    found = detect(text)

    assert found.ambiguous
    assert found.language in ({language} if language else {"kk", "ru"})
    assert found.confidence > 0


@pytest.mark.parametrize(
    "text", ["заң", "что такое маслихат", "маслихат деген не", "решение суда"]
)
def test_unambiguous_ones(text: str) -> None:
    assert not detect(text).ambiguous


def test_equal_text_equal_answer() -> None:
    texts = [question for _, question in QUESTIONS]

    assert [detect(text) for text in texts] == [detect(text) for text in texts]


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    found = detect(text)

    assert 0 <= found.confidence <= 1
    assert (found.language == "und") == (found.confidence == 0)


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("кто отвечает за меру 42", ["ru"]),
        ("Жауапты орындаушы кім? Кто исполнитель?", ["kk", "ru"]),
        ("Who is responsible? Жауапты кім?", ["en", "kk"]),
        ("мерзімі қашан; срок какой; when is it due", ["kk", "ru", "en"]),
        ("2018; қашан орындалады", ["kk"]),
    ],
)
def test_clauses(text: str, languages: list[str]) -> None:
    assert [clause.detected.language for clause in clauses(text)] == languages


@given(st.text(alphabet="қа кто is;.?(«»)\n1", max_size=60))
def test_clauses_cover_the_text(text: str) -> None:
    found = clauses(text)

    assert "".join(text[clause.start : clause.end] for clause in found) == text


def test_profile_is_what_the_acts_give() -> None:
    texts = [(ACTS / f"{i}.txt").read_text(encoding="utf-8") for i in KAZAKH_ACTS]
    lines = [line for text in texts for line in profile_lines(text)]
    shipped = (PROFILES_FOLDER / "kk").read_text(encoding="utf-8")

    assert build_profile(lines) == shipped


def test_profiles_are_written(tmp_path: Path) -> None:
    save_profiles(["қаулы бекітілсін " * 9], tmp_path)

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(PROFILE_NAMES)
    folded = json.loads((tmp_path / "kk-folded").read_text(encoding="utf-8"))
    assert "к" in folded["freq"]
    assert "қ" not in folded["freq"]


def test_profile_lines() -> None:
    text = (
        "Қаулы күшіне енген күннен\nт а л а п  е т і л м е й д і\nЗакон о мерах\nқаулы"
    )

    assert list(profile_lines(text)) == ["Қаулы күшіне енген күннен"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Құқық қорғау", "кукык коргау"),
        ("әңгіме өңір үһ", "ангиме онир ух"),
        ("ещё Ёлка", "еще елка"),
        ("БFM", "бгм"),
        ("IT-компания", "it-компания"),
        ("Kazislam", "kazislam"),
        ("бе\u00adкіту", "бекиту"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [("БFM", "БҒМ"), ("aлу", "алу"), ("Wі", "Wі"), ("сайт Kaz", "сайт Kaz")],
)
def test_unmix(text: str, read: str) -> None:
    assert unmix(text) == read


@given(st.text(alphabet="aAxСсіқwz -1", max_size=30))
def test_unmix_keeps_length(text: str) -> None:
    assert len(unmix(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "script"),
    [("іс", "cyrillic"), ("is", "latin"), ("iс", "mixed"), ("10-2", "none")],
)
def test_script(word: str, script: str) -> None:
    assert script_of(word) == script


def test_latinised() -> None:
    assert latinised("Қаулы") == ("qauly", "kauly")


def test_import_is_light() -> None:
    code = (
        "import sys, corpus.language, corpus.nlp\n"
        "heavy = {'torch', 'spacy', 'langdetect', 'pymorphy3'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()


@given(st.text(alphabet="acoБжі", min_size=1, max_size=8))
def test_look_alikes_beside_cyrillic_letters_are_always_found(word: str) -> None:
    expected = "latin" if script_of(word) == "latin" else "cyrillic"

    assert script_of(unmix(word)) == expected
