"""Names of acts with their kinds, issuers and dates."""

import pytest

from corpus.ids import Span
from service.act_whole import whole_names
from service.engine import Engine
from service.periods import points_in


def _whole(marked: str) -> str:
    """The question with the name marked that grows from the marked number."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    dates = [Span(f.start, f.end) for f in points_in(text)]
    (name,) = whole_names(text, [Span(start, end)], dates)
    return text[name.start : name.end]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "Government Resolution [No. 292] of 1 April 2014: which",
            "Government Resolution No. 292 of 1 April 2014",
        ),
        (
            "по Постановлению Правительства Республики Казахстан [№ 124] кто отвечает",
            "Постановлению Правительства Республики Казахстан № 124",
        ),
        (
            (
                "Қазақстан Республикасы Үкіметінің 2017 жылғы 19 қыркүйектегі"
                " [№ 580] қаулысы: не"
            ),
            (
                "Қазақстан Республикасы Үкіметінің 2017 жылғы 19 қыркүйектегі"
                " № 580 қаулысы"
            ),
        ),
        ("докладывает Президенту, указ [588]", "указ 588"),
        ("measures of [No. 292] of the Ministry", "No. 292"),
        ("меры [№ 292] от штабов", "№ 292"),
    ],
)
def test_names_grow_over_what_belongs_to_them(marked: str, name: str) -> None:
    assert _whole(marked) == name


def test_the_issuer_of_an_act_is_no_body_asked_about(engine: Engine) -> None:
    query = engine.understand(
        "Government Resolution No. 292 of 1 April 2014: measures of the Ministry"
        " of Justice"
    )

    assert query.body_ids == ("ministry-of-justice",)
    assert query.act_ids == ("P1400000292",)
