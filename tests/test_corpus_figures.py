"""The commands that print figures on language, lexicon, speed and stems."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.figures import main
from corpus.measuring import analysis_speed, judge_languages, listed_stems
from corpus.samples import (
    Batch,
    QuestionsFormatError,
    Sample,
    act_batches,
    question_batches,
)

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "data" / "language_questions.tsv"
STEMS = ROOT / "tests" / "data" / "kk_stems.tsv"
ASKED = [ROOT / "eval" / "gold", ROOT / "eval" / "own"]


def test_language_of_clauses_and_questions() -> None:
    for batch in (*act_batches(), *question_batches([*ASKED, QUESTIONS])):
        for judged in judge_languages(batch):
            assert judged.share >= 0.99, (batch.name, judged)
            assert judged.median_ms < 1


def test_single_words_are_not_judged_and_held_ones_not_shown() -> None:
    texts = [Sample("ru", "план"), Sample("ru", "қашан бекітілді"), Sample("kk", "не")]
    held = [Sample("ru", "кім бекітті", held=True)]

    (judged,) = judge_languages(Batch("x", (*texts, *held)))

    assert (judged.texts, judged.share) == (2, 0.0)
    assert judged.misses == ("қашан бекітілді",)


def test_questions_of_either_format(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"lang": "en", "q": "who pays", "held": true}\n\n', encoding="utf-8"
    )
    table = tmp_path / "b.tsv"
    table.write_text("language\tquestion\nkk\tкім төлейді\n", encoding="utf-8")

    folder, file = question_batches([tmp_path, table])

    assert folder.samples == (Sample("en", "who pays", held=True),)
    assert file.samples == (Sample("kk", "кім төлейді"),)


@pytest.mark.parametrize("line", ['{"lang": "fr", "q": "qui"}', '{"q": "x"}', "[1]"])
def test_a_line_that_is_no_question(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")

    with pytest.raises(QuestionsFormatError, match=r"a\.jsonl:1"):
        list(question_batches([path]))


def test_stems_by_part(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text(
        "form\tstem\tpart\nзаңы\tзаң\ttune\nбабы\tбабы\theld\n", encoding="utf-8"
    )

    found = dict(listed_stems(path))

    assert (found["tune"].share, found["held"].share) == (1.0, 0.0)
    assert [part for part, _ in listed_stems(STEMS)] == ["held", "tune"]


def test_lexicon_covers_acts_and_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rare words of a held question are counted, but not printed."""
    rows = ('{"lang": "en", "q": "quokka wombat"}', '{"lang": "en", "q": "zyzzyva"')
    text = f'{rows[0]}\n{rows[1]}, "held": true}}\n'
    (tmp_path / "rare.jsonl").write_text(text, encoding="utf-8")
    pages = sorted((ROOT / "tests" / "data" / "html").glob("*.html"))
    asked = [str(path) for path in (*ASKED, tmp_path)]

    arguments = [*map(str, pages), "--questions", *asked, "--misses", "5"]
    assert main(["lexicon", *arguments]) == 0

    shown = capsys.readouterr().out
    lines = [line for line in shown.splitlines()[1:] if not line.startswith("  ")]
    shares = [float(line.rsplit(": ", 1)[1].split()[0]) for line in lines]
    assert int(shown.split()[0]) > 9000
    assert len(shares) == 5 + len(pages) + 6 + 1
    assert min(shares[:-1]) >= 0.9, lines
    assert lines[-1].endswith("0.000 of 3 words")
    assert "quokka 1, wombat 1" in shown
    assert "zyzzyva" not in shown


def test_language_and_stems_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["language", "--questions", str(QUESTIONS), "--misses", "1"]) == 0
    assert main(["stems", str(STEMS)]) == 0

    shown = capsys.readouterr().out
    assert "language_questions.tsv en: " in shown
    assert "tune: 415 of 415 right" in shown
    assert "held: " in shown


def test_speed_is_as_promised() -> None:
    speed = {row.language: row.words_per_s for row in analysis_speed(measured=1)}

    assert speed["kk"] >= 50_000
    assert speed["en"] >= 50_000
    assert speed["ru"] >= 20_000


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stems", "no-such-list.tsv"]) == 2
    assert "no-such-list.tsv" in capsys.readouterr().err
