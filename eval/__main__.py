"""``python -m eval``: score, compare, accept, time."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.ending import ended
from eval import ablation, bench, misspelling, page, ranker, refusals, report
from eval.gold import (
    GOLD,
    JUDGED,
    OWN,
    SHIPPED,
    BadGoldError,
    load_acts,
    load_questions,
)
from eval.honesty import QUESTIONS, SEED, lines_of, run_honesty
from eval.run import Run, run
from eval.serving import NotServedError
from indexer.errors import IndexerError
from service.engine import Engine
from service.settings import SettingError, Settings

_EXAMPLES = """examples:
  python -m eval run                 score everything, compare with the baseline
  python -m eval run --misses 30     ... and list what was missed
  python -m eval run --gold eval/own --part held    our own questions, those kept aside
  python -m eval accept              make the present scores the baseline
  python -m eval honesty             10,000 made questions: no false quote, full lists
  python -m eval bench               print speed, memory and size figures
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 if all is well, 1 on a drop in scores, 2 on bad input."""
    options = _parser().parse_args(argv)
    try:
        return int(options.call(options))
    except (BadGoldError, IndexerError, NotServedError, SettingError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval",
        description="Score the system on judged questions and hand-read acts.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, call, what in (
        ("run", _run, "score, compare with the baseline, fail on a drop"),
        ("accept", _accept, "score and make the scores the baseline"),
        ("bench", _bench, "print speed, memory and size figures"),
        ("ranking", _ranking, "fit the weights that order the first hits"),
        ("slips", _slips, "measure misspelt questions"),
        ("refusals", _refusals, "fit the weights of refusing, measure refusals"),
    ):
        command = commands.add_parser(name, help=what, description=what)
        command.add_argument("--gold", type=Path, default=GOLD, help="judged data")
        command.add_argument(
            "--part",
            choices=("all", "tuning", "held"),
            default="all",
            help="all questions, or only those that tuning may see, or never saw",
        )
        command.add_argument(
            "--misses", type=int, default=0, metavar="N", help="list N wrong ones"
        )
        command.add_argument(
            "--html", type=Path, metavar="FOLDER", help="write a page with plots there"
        )
        command.set_defaults(call=call)
    _add_ablate(commands)
    _add_honesty(commands)
    return parser


def _add_ablate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    what = "measure retrieval without each of its resources"
    command = commands.add_parser("ablate", help=what, description=what)
    command.add_argument(
        "--unrendered",
        action="store_true",
        help="only the acts without renderings, with all resources",
    )
    command.set_defaults(call=_ablate)


def _add_honesty(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    what = "ask made questions, prove every quote, compare every list"
    command = commands.add_parser("honesty", help=what, description=what)
    command.add_argument("--count", type=int, default=QUESTIONS, metavar="N")
    command.add_argument("--seed", type=int, default=SEED, metavar="N")
    command.add_argument(
        "--no-lists", action="store_true", help="leave out body × act × year"
    )
    command.add_argument("--show", type=int, default=20, metavar="N")
    command.set_defaults(call=_honesty)


def _scored(options: argparse.Namespace) -> Run:
    engine = Engine.open(Settings.from_env())
    questions = load_questions(options.gold)
    if options.part != "all":
        questions = tuple(q for q in questions if q.held == (options.part == "held"))
    return run(engine, load_acts(options.gold), questions)


def _baseline_file(options: argparse.Namespace) -> Path:
    """Each set of questions, and each part of it, has accepted figures of its own."""
    name = "baseline" if options.part == "all" else f"baseline-{options.part}"
    folder = options.gold.parent if options.gold == GOLD else options.gold
    return Path(folder, f"{name}.json")


def _run(options: argparse.Namespace) -> int:
    found = _scored(options)
    baseline = report.load_baseline(_baseline_file(options))
    change = report.compare(found, baseline)
    for line in report.score_lines(found, baseline):
        print(line)
    more = (report.kind_lines, report.latency_lines)
    for line in (
        *(x for tell in more for x in tell(found)),
        *report.change_lines(change),
    ):
        print(line)
    if options.html:
        name = f"{options.gold.name}-{options.part}"
        print(f"{page.save(options.html, name, found, change, baseline)}: written")
    for key, what in found.missed[: options.misses]:
        print(f"  miss  {key}: {what}")
    return 1 if change.fell else 0


def _accept(options: argparse.Namespace) -> int:
    found, file = _scored(options), _baseline_file(options)
    report.save_baseline(found, file)
    print(f"{file}: {len(found.scores)} scores accepted")
    return 0


def _ablate(options: argparse.Namespace) -> int:
    asked = load_questions(ablation.UNRENDERED)
    unrendered = ablation.unrendered_sets(asked)
    settings = Settings.from_env()
    if options.unrendered:
        lines = ablation.unrendered_lines(settings, unrendered, every=False)
        return _print(lines)
    parts = [
        ablation.Set("Judged questions (eval/gold)", load_questions(GOLD)),
        ablation.Set(
            "Own questions, held third (eval/own)",
            tuple(q for q in load_questions(OWN) if q.held),
        ),
    ]
    return _print(ablation.lines(settings, parts, unrendered))


def _ranking(_options: argparse.Namespace) -> int:
    more = (q for folder in SHIPPED for q in load_questions(folder))
    foreign = load_questions(ablation.UNRENDERED)
    asked = ranker.Asked(load_questions(OWN), tuple(more), foreign)
    return _print(ranker.fit(Settings.from_env(), asked))


def _refusals(_options: argparse.Namespace) -> int:
    engine = Engine.open(Settings.from_env())
    asked = (q for folder in JUDGED for q in load_questions(folder))
    return _print(refusals.lines(engine, tuple(asked)))


def _slips(_options: argparse.Namespace) -> int:
    engine = Engine.open(Settings.from_env())
    return _print(misspelling.lines(engine, load_acts(OWN), load_questions(OWN)))


def _print(lines: Iterable[str]) -> int:
    for line in lines:
        print(line)
    return 0


def _honesty(options: argparse.Namespace) -> int:
    found = run_honesty(
        Engine.open(Settings.from_env()),
        seed=options.seed,
        count=options.count,
        every_list=not options.no_lists,
    )
    for line in lines_of(found, options.show):
        print(line)
    return 1 if found.findings else 0


def _bench(options: argparse.Namespace) -> int:
    questions = load_questions(options.gold)
    for line in bench.figures(Settings.from_env(), [q.text for q in questions]):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(ended(main))
