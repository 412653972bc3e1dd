"""Terms are the same at build and at query, and hold no blanks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Language
from corpus.nlp import tokens
from indexer.analyze import FIELDS, fields, grams, terms
from indexer.renderings import Rendering
from indexer.segment import clauses
from indexer.terms import Analysis
from tests.factory import act, fake_tokens

ANALYSES: tuple[Analysis, ...] = ("words", "stems", "folded", "grams")


@pytest.mark.parametrize(
    ("analysis", "wanted"),
    [
        ("words", ["қорғаныс", "министрлігі", "2018"]),
        ("stems", ["қорға", "минис", "2018"]),
        ("folded", ["корганыс", "министрлиги", "2018"]),
    ],
)
def test_terms(analysis: Analysis, wanted: list[str]) -> None:
    made = terms(fake_tokens("Қорғаныс министрлігі, 2018", "kk"), analysis)

    assert list(made) == wanted


def test_figures_have_no_grams() -> None:
    assert list(terms(fake_tokens("дін 2018", "kk"), "grams")) == ["_дин", "дин_"]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("кукык", ("_кук", "кукы", "укык", "кык_")),
        ("дін", ("_дін", "дін_")),
        ("аб", ("_аб_",)),
        ("а", ("_а_",)),
    ],
)
def test_grams(word: str, wanted: tuple[str, ...]) -> None:
    assert grams(word) == wanted


@settings(deadline=None)  # the first call loads spaCy
@given(st.text(max_size=60), st.sampled_from(["kk", "ru", "en", "und"]))
def test_real_terms_hold_no_blanks(text: str, language: Language) -> None:
    found = tokens(text, language)

    for analysis in ANALYSES:
        assert all(
            term == "".join(term.split()) != "" for term in terms(found, analysis)
        )


def test_every_field_is_known_and_cells_are_kept_apart() -> None:
    clause = next(c for c in clauses(act()) if c.kind == "measure")

    made = dict(fields(clause, fake_tokens))

    assert made.keys() <= set(FIELDS)
    assert made["title_words"] == "жастармен семинар өткізу"
    assert "өткізу ¶ 2018 25 3 total 25 3 млн теңге ¶ ақпарат ¶" in made["all_words"]
    assert made["section_words"] == "1 алдын алу шаралары ¶ іс шаралар жоспары"


def test_a_name_is_the_title_in_every_language() -> None:
    clause = next(c for c in clauses(act()) if c.kind == "measure")
    rendered = (
        Rendering("ru", "title", "семинар молодежи"),
        Rendering("ru", "deadline", "первый квартал"),
    )

    made = dict(fields(replace(clause, renderings=rendered), fake_tokens))

    names = made["name_stems"].split(" ¶ ")
    assert len(names) == 2
    assert names[0] == made["title_stems"]
    assert len(names[1].split()) == 2


def test_fields_without_terms_are_left_out() -> None:
    clause = next(c for c in clauses(act()) if c.kind == "point")

    made = dict(fields(clause, fake_tokens))

    assert "form_words" not in made
    assert "rendering_stems" not in made
