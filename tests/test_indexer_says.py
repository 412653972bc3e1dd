"""What kinds of fact a text states."""

import pytest

from corpus.model import Language
from indexer.says import FIGURE, MEANING, TIME, says


@pytest.mark.parametrize(
    ("text", "language", "tags"),
    [
        ("рассматривается в течение пятнадцати рабочих дней", "ru", {TIME}),
        ("2018 жылғы 15 наурыздан кешіктірмей", "kk", {TIME}),
        ("не менее 30 процентов объема", "ru", {FIGURE}),
        ("2) услуги – деятельность без вещественного результата;", "ru", {MEANING}),
        ("призыв – направление граждан на срок 12 месяцев", "ru", {MEANING, TIME}),
        ("Поставщик вправе обратиться в суд.", "ru", set()),
        ("", "kk", set()),
    ],
)
def test_tags_of_a_text(text: str, language: Language, tags: set[str]) -> None:
    found = says(text, language)

    assert set(found) == tags
    assert len(found) == len(tags)
