"""Figures on the language tools, printed: ``python -m corpus.figures``.

``lexicon``: how many content words have an entry. ``language``: how often the
language of a text is told right, and how fast. ``speed``: words a second of the
analysis. ``stems``: right stems of a written list. ``bodies``: which executors and
named bodies the registry knows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from corpus.errors import CorpusError
from corpus.lexicon import Lexicon
from corpus.lexicon_check import coverage
from corpus.measuring import analysis_speed, judge_languages, listed_stems
from corpus.resolved import body_lines
from corpus.samples import (
    ACTS,
    Batch,
    QuestionsFormatError,
    act_batches,
    question_batches,
)
from corpus.terms import TONGUES
from corpus.words import LEXICON_FOLDER

_EXAMPLES: Final = """\
examples:
  python -m corpus.figures lexicon my-act.html --questions eval/own eval/gold
  python -m corpus.figures language --questions eval/own eval/gold
  python -m corpus.figures speed
  python -m corpus.figures stems tests/data/kk_stems.tsv
  python -m corpus.figures bodies
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures that were asked for; 2 for a file that cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        for line in _lines(options):
            print(line, flush=True)
    except (CorpusError, QuestionsFormatError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m corpus.figures",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("lexicon", "language"):
        command = commands.add_parser(name)
        command.add_argument("act", nargs="*", type=Path, help="further act files")
        command.add_argument("--questions", nargs="*", type=Path, default=[])
        command.add_argument(
            "--misses", type=int, default=0, help="print that many, never held ones"
        )
    commands.add_parser("speed")
    stems = commands.add_parser("stems")
    stems.add_argument("list", type=Path, help="form, stem, part; below a header")
    bodies = commands.add_parser("bodies")
    bodies.add_argument("--folder", type=Path, default=ACTS, help="corpus folder")
    return parser


def _lines(options: argparse.Namespace) -> Iterator[str]:
    if options.command == "speed":
        return _speed_lines()
    if options.command == "stems":
        return _stem_lines(options.list)
    if options.command == "bodies":
        return body_lines(options.folder)
    batches = [*act_batches(options.act), *question_batches(options.questions)]
    report = _lexicon_lines if options.command == "lexicon" else _language_lines
    return report(batches, options.misses)


def _lexicon_lines(batches: Sequence[Batch], misses: int) -> Iterator[str]:
    """Coverage of each batch by language, and the commonest words without an entry."""
    lexicon = Lexicon.load(LEXICON_FOLDER)
    yield f"{lexicon.size} terms"
    for batch in batches:
        for language in TONGUES:
            rows = [s for s in batch.samples if s.language == language]
            if not rows:
                continue
            found = coverage(lexicon, (row.text for row in rows), language)
            yield f"{batch.name} {language}: {found.share:.3f} of {found.words} words"
            if misses:
                open_ones = [row.text for row in rows if not row.held]
                seen = coverage(lexicon, open_ones, language, misses)
                yield "  " + ", ".join(f"{stem} {n}" for stem, n in seen.missing)


def _language_lines(batches: Sequence[Batch], misses: int) -> Iterator[str]:
    """Share of texts whose language is told right, by batch and language; median."""
    for batch in batches:
        for judged in judge_languages(batch):
            yield (
                f"{batch.name} {judged.language}: {judged.share:.4f} of {judged.texts}"
                f" texts, median {judged.median_ms:.3f} ms"
            )
            yield from (f"  {text}" for text in judged.misses[:misses])


def _speed_lines() -> Iterator[str]:
    """Words a second by language, the caches filled, and the first time."""
    for row in analysis_speed():
        yield (
            f"{row.language}: {row.words_per_s:,.0f} words/s with the cache filled,"
            f" {row.first_words_per_s:,.0f} at first sight ({row.words} words)"
        )


def _stem_lines(path: Path) -> Iterator[str]:
    """Right stems of each part of a list, and what went wrong in parts not held."""
    for part, found in listed_stems(path):
        yield f"{part}: {found.right} of {found.total} right, {found.share:.3f}"
        if part != "held":
            yield from (
                f"  {form}: {got}, not {wanted}" for form, wanted, got in found.misses
            )


if __name__ == "__main__":
    sys.exit(main())
