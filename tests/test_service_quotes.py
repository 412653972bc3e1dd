"""The checker of quotes: nothing passes that the source does not hold."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ids import ProvisionId, Source
from corpus.model import Provision
from corpus.plan_model import Indicator, Measure
from corpus.trace import ActFile, Excerpt, Traced
from service.quotes import letters, proof, prove

ID = ProvisionId("P1800000124/annex-1/point-1")
#: Line 2 is letter-spaced, line 3 has the text of a link at its end.
FILE = ActFile.of(
    "P1800000124.txt",
    "1. Осы қаулы\nқ а б ы л д а н с ы н\n66-бабының  сәйкес 1) тармақшасына\nсоңы",
)


def _repaired() -> Traced:
    first, spaced, link = FILE.line(1), FILE.line(2), FILE.line(3)
    glued = Traced.join([spaced[i : i + 1] for i in range(0, len(spaced), 2)])
    moved = Traced.join([link[:10], link[19:], link[12:18]], " ")
    return Traced.join([first, glued, moved], " ")


@dataclass
class Evidence:
    """One provision in one file."""

    body: Excerpt = field(default_factory=lambda: _repaired().excerpt())

    def provision(self, provision_id: str) -> Provision | None:
        if provision_id != ID:
            return None
        return Provision(
            ID, "point", "1", None, self.body, self.body, "kk", _lines(1, 3), None
        )

    def measure(self, measure_id: str) -> Measure | None:
        return None

    def indicators(self, act_id: str | None = None) -> tuple[Indicator, ...]:
        return ()

    def source(self, act_id: str) -> ActFile | None:
        return FILE if act_id == "P1800000124" else None


def _lines(first: int, last: int) -> Source:
    return Source("P1800000124.txt", first, last)


@pytest.mark.parametrize(
    "quote",
    [
        "Осы қаулы",
        "осы ҚАУЛЫ,",
        "Осы қаулы қабылдансын",
        "66-бабының 1) тармақшасына сәйкес",
        "сәйкес 1) тармақшасына",
    ],
)
def test_what_the_source_holds(quote: str) -> None:
    assert prove(quote, ID, _lines(1, 3), Evidence())


@pytest.mark.parametrize(
    "quote",
    [
        "Осы бұйрық",
        "Осы қабылдансын",
        "қабылдансын Осы қаулы",
        "66-бабының 2) тармақшасына",
        "соңы",
        "",
        " – ",
    ],
)
def test_what_it_does_not_hold(quote: str) -> None:
    assert not prove(quote, ID, _lines(1, 3), Evidence())


def test_the_cited_lines_count() -> None:
    assert not prove("қабылдансын", ID, _lines(1, 1), Evidence())
    assert prove("қабылдансын", ID, _lines(2, 2), Evidence())


@pytest.mark.parametrize(("first", "last"), [(0, 1), (5, 9), (3, 2)])
def test_lines_that_the_file_has_not(first: int, last: int) -> None:
    assert not prove("Осы", ID, _lines(first, last), Evidence())


def test_another_file_proves_nothing() -> None:
    assert not prove("Осы", ID, Source("U1300000588.txt", 1, 3), Evidence())


def test_letters_that_no_line_holds_prove_nothing() -> None:
    invented = Traced.join([FILE.line(1), Traced.inserted(" жалған")])

    assert not prove("жалған", ID, _lines(1, 3), Evidence(invented.excerpt()))


def test_a_letter_read_as_another_word_proves_nothing() -> None:
    forged = FILE.line(1).with_text("1. Осы бұйры")

    assert not prove("бұйры", ID, _lines(1, 3), Evidence(forged.excerpt()))


def test_where_a_quote_stands() -> None:
    found = proof("қаулы", ID, _lines(1, 3), Evidence())

    assert found is not None
    assert FILE.text[found.start : found.end] == "қаулы"


def test_kazakh_letters_in_latin_are_those_letters() -> None:
    assert letters("əскери бiлет").text == letters("әскери білет").text


def test_look_alikes_are_one() -> None:
    assert letters("Қаpлы CMC").text == letters("ҚАРЛЫ СМС").text


@given(st.data())
def test_every_cut_of_the_source_is_proven(data: st.DataObject) -> None:
    text = _repaired().text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]

    assert prove(quote, ID, _lines(1, 3), Evidence()) == bool(letters(quote).text)


@given(st.text(alphabet="абвг", min_size=3, max_size=8))
def test_other_words_are_not(quote: str) -> None:
    held = letters(FILE.text).text + letters(_repaired().text).text

    assert prove(quote, ID, _lines(1, 3), Evidence()) == (letters(quote).text in held)
