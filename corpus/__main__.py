"""Command line of the corpus.

``check`` reports on it, ``show`` prints a record, ``add`` puts acts into a corpus of
your own, ``diff`` compares two language versions of an act, ``renderings`` holds the
unofficial renderings to the acts, ``bench`` measures how long reading takes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from corpus.bench import REPEATS, bench_lines
from corpus.commands import (
    ADD_EXAMPLES,
    DIFF_EXAMPLES,
    RENDERINGS_EXAMPLES,
    add_lines,
    diff_lines,
    renderings_lines,
)
from corpus.ending import ended
from corpus.errors import CorpusError, UnknownRecordError
from corpus.evidence import SHIPPED
from corpus.fetch import ADILET, Manners
from corpus.ids import Source
from corpus.load import Corpus, load_corpus
from corpus.model import Act
from corpus.renderings import RENDERINGS_FOLDER
from corpus.report import (
    act_summary,
    check_lines,
    is_complete,
    measure_lines,
    problem_line,
    provision_lines,
    source_lines,
)

_EXAMPLES: Final = """\
examples:
  python -m corpus check
  python -m corpus show P1700000580/annex-1/measure-42 --source
  python -m corpus add my-act.html --corpus my-acts
"""
_CHECK_EXAMPLES: Final = """\
examples:
  python -m corpus check
  python -m corpus check --folder my-acts
"""
_SHOW_EXAMPLES: Final = """\
examples:
  python -m corpus show U1300000588
  python -m corpus show U1300000588/annex-1/chapter-2/point-3 --source
  python -m corpus show P1700000580/annex-1/measure-42 --source
"""
_BENCH_EXAMPLES: Final = """\
examples:
  python -m corpus bench
  python -m corpus bench my-act.html --repeats 1 10
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 if all is well, 1 for unread text, 2 for what cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except (CorpusError, UnknownRecordError) as error:
        print(error, file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    """Run the command that was asked for and print its lines."""
    status = 0
    lines: Iterator[str]
    if options.command == "add":
        refused: list[str] = []
        manners = Manners(site=options.site)
        lines = add_lines(
            options.target, options.corpus, options.language or (), manners, refused
        )
        for line in lines:
            print(line, flush=True)
        return 1 if refused else 0
    if options.command == "bench":
        for line in bench_lines(options.folder, options.file, options.repeats):
            print(line, flush=True)
        return 0
    if options.command == "renderings":
        return _renderings(options)
    if options.command == "diff":
        lines = diff_lines(options.one, options.other, pairs=options.pairs)
    else:
        corpus = load_corpus(options.folder)
        if options.command == "check":
            lines, status = check_lines(corpus), 0 if is_complete(corpus) else 1
        else:
            lines = _show(corpus, options.record, source=options.source)
    for line in lines:
        print(line)
    return status


def _renderings(options: argparse.Namespace) -> int:
    """Print the report on renderings; 1 if anything is wrong."""
    found: list[str] = []
    acts = load_corpus(options.folder).acts
    for line in renderings_lines(acts, options.renderings, options.departures, found):
        print(line)
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        fromfile_prefix_chars="@",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = _command(commands, "check", "report on all acts", _CHECK_EXAMPLES)
    show = _command(commands, "show", "print a record", _SHOW_EXAMPLES)
    show.add_argument("record", help="id of an act, a provision or a measure")
    show.add_argument(
        "--source", action="store_true", help="print the lines of the act file as well"
    )
    bench = _command(commands, "bench", "measure time and memory", _BENCH_EXAMPLES)
    bench.add_argument("file", nargs="*", type=Path, help="further acts to measure")
    bench.add_argument(
        "--repeats",
        nargs="+",
        type=int,
        default=REPEATS,
        help="copies of the shortest act that are read as one (1 10 100)",
    )
    held = _command(
        commands, "renderings", "hold renderings to the acts", RENDERINGS_EXAMPLES
    )
    held.add_argument(
        "--renderings",
        type=Path,
        default=RENDERINGS_FOLDER,
        help="folder of renderings (the shipped ones)",
    )
    held.add_argument(
        "--departures",
        type=int,
        default=0,
        metavar="N",
        help="list the N commonest departures from the termbase",
    )
    for command in (check, show, bench, held):
        command.add_argument(
            "--folder", type=Path, default=SHIPPED, help="corpus folder (shipped acts)"
        )
    _add_options(_command(commands, "add", "add acts to a corpus", ADD_EXAMPLES))
    diff = _command(commands, "diff", "compare two versions of an act", DIFF_EXAMPLES)
    diff.add_argument("one", type=Path, help="act file in one language")
    diff.add_argument("other", type=Path, help="the same act in another language")
    diff.add_argument("--pairs", action="store_true", help="print every pair as well")
    return parser


def _add_options(add: argparse.ArgumentParser) -> None:
    """The options of ``add``."""
    add.add_argument(
        "target", nargs="+", help="file, folder, code of an act, or adilet address"
    )
    add.add_argument(
        "--corpus", type=Path, required=True, help="folder, made if it is not there"
    )
    add.add_argument(
        "--language",
        action="append",
        choices=("kk", "ru"),
        help="in which codes are fetched (both if not given; may be repeated)",
    )
    add.add_argument("--site", default=ADILET, help="another address of the same site")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    examples: str,
) -> argparse.ArgumentParser:
    """A command with its examples under its help."""
    return commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _show(corpus: Corpus, record: str, *, source: bool) -> Iterator[str]:
    """A record, and its printed lines if asked for."""
    act = next((a for a in corpus.acts if a.id == record.partition("/")[0]), None)
    if act is None:
        raise UnknownRecordError(record, [a.id for a in corpus.acts])
    lines, place = _record(act, record, corpus)
    yield from lines
    if source:
        file = next(f for f in corpus.files if f.name == place.file)
        yield ""
        yield from source_lines(file, place)


def _record(act: Act, record: str, corpus: Corpus) -> tuple[list[str], Source]:
    """The lines and the place of a record.

    Raises:
        UnknownRecordError: The act has no such record.
    """
    if record == act.id:
        problems = [p for p in corpus.problems if p.file == act.source.file]
        lines = [
            *act_summary(act),
            *(f"  problem: {problem_line(p)}" for p in problems),
        ]
        return lines, act.head
    for measure in act.measures:
        if measure.id == record:
            return list(measure_lines(measure)), measure.source
    for provision in act.provisions:
        if provision.id == record:
            return list(provision_lines(provision)), provision.source
    last = record.rpartition("/")[2]
    near = [str(p.id) for p in act.provisions if p.id.endswith(f"/{last}")]
    raise UnknownRecordError(record, near[:3])


if __name__ == "__main__":
    sys.exit(ended(main))
