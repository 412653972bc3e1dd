"""``python -m service``: serve, ask, search, explain."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from corpus.bodies import BodiesFileError
from corpus.ending import ended
from corpus.terms import LexiconFormatError
from indexer.errors import IndexerError
from service.commands import Asked, ask, explain, search
from service.errors import BadParametersError
from service.phrases import load_phrasebook
from service.ports import Engine
from service.server import ListenError, serve
from service.settings import SettingError, Settings
from service.speaking import first_of, written_language

_EXAMPLES = """examples:
  python -m service serve
  python -m service ask "who is responsible for measure 42"
  python -m service ask "кто отвечает за меру 42" --act P1800000124 --json
  python -m service search "противодействие экстремизму" --limit 5
  python -m service explain "42-іс-шараға кім жауапты?"

Settings come from the environment (ZANGER_PORT, ZANGER_INDEX, …): docs/settings.md
"""
#: Errors whose message says all that a caller needs.
_KNOWN = (
    BodiesFileError,
    IndexerError,
    LexiconFormatError,
    ListenError,
    SettingError,
)
_COMMANDS = {
    "ask": (ask, "answer a question, with quotes and where they stand"),
    "search": (search, "find provisions"),
    "explain": (explain, "print how a question is understood, found and answered"),
}


def main(
    argv: Sequence[str] | None = None,
    open_engine: Callable[[Settings], Engine] | None = None,
) -> int:
    """Run a command.

    Args:
        argv: Taken in place of the process's own arguments.
        open_engine: Taken in place of the real engine's ``open``, for tests.

    Returns:
        0 if all is well, 1 where there is no answer, 2 for bad input.
    """
    options = _parser().parse_args(argv)
    try:
        settings = Settings.from_env()
        if options.command == "serve":
            serve(settings)
            return 0
        engine = (open_engine or _open_engine)(settings)
        asked = Asked(options.text, tuple(options.act), options.limit, options.json)
        return int(options.call(engine, settings, asked))
    except BadParametersError as error:
        return _refused(error)
    except _KNOWN as error:
        print(f"service: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service",
        description="Search and answers over the law of Kazakhstan.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    what = "serve the pages and the API until stopped"
    commands.add_parser("serve", help=what, description=what)
    for name, (call, what) in _COMMANDS.items():
        example = f'example: python -m service {name} "42-іс-шараға кім жауапты?"'
        command = commands.add_parser(name, help=what, description=what, epilog=example)
        command.add_argument("text", help="question or keywords, in quotation marks")
        command.add_argument(
            "--act", action="append", default=[], help="only this act; may be repeated"
        )
        command.add_argument(
            "--limit", type=int, default=10, help="how many at most (default 10)"
        )
        command.add_argument("--json", action="store_true", help="as the API has it")
        command.set_defaults(call=call)
    return parser


def _open_engine(settings: Settings) -> Engine:
    """The real engine; its libraries take seconds to import, so only when needed."""
    from service.engine import Engine as RealEngine  # noqa: PLC0415

    return RealEngine.open(settings)


def _refused(error: BadParametersError) -> int:
    """Say what is wrong with a question, in its language."""
    words = load_phrasebook()[first_of((written_language(error.question),), "en")]
    for fault in error.faults:
        print(f"service: {fault.parameter}: {fault.words(words)}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(ended(main))
