"""Questions in the languages that they are not asked in."""

from pathlib import Path

from corpus.lexicon import Lexicon
from corpus.nlp import tokens
from corpus.words import Tongue
from service.concepts import Weighted
from service.glosses import glosses

_HEADER = "kk\tru\ten\tpos\tdomain\tnote\n"
_ROWS = (
    "мектеп\tшкола\tschool\tnoun\teducation\t",
    "қаржы;ақша;қаражат\tфинансы\tfunds\tnoun\tfinance\t",
)


def concepts(folder: Path, text: str, language: Tongue) -> list[Weighted]:
    """The concepts of a text by a termbase of two rows."""
    (folder / "terms.tsv").write_text(_HEADER + "\n".join(_ROWS) + "\n", "utf-8")
    lexicon = Lexicon.load(folder)
    words = tokens(text, language)
    found = lexicon.expand(words, language)
    return [Weighted(concept, 1.0, 1.0, True, ()) for concept in found]


def test_each_other_language_gives_one_text_in_the_order_of_the_question(
    tmp_path: Path,
) -> None:
    found = concepts(tmp_path, "school funds", "en")

    assert glosses(found, "en") == ("мектеп қаржы ақша", "школа финансы")


def test_words_without_an_entry_are_left_out_and_so_are_empty_texts(
    tmp_path: Path,
) -> None:
    assert glosses(concepts(tmp_path, "школа абракадабра", "ru"), "ru") == (
        "мектеп",
        "school",
    )
    assert glosses(concepts(tmp_path, "xyzzy", "en"), "en") == ()
