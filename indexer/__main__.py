"""Command line of the index: ``python -m indexer build|inspect|verify|…``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from corpus.ending import ended
from corpus.errors import CorpusError
from corpus.model import Problem
from indexer import layout
from indexer.errors import IndexerError, UnusableActsError

_ROOT: Final = Path(__file__).resolve().parent.parent
_EXAMPLES: Final = """\
examples:
  python -m indexer build                        build ./index from corpus/acts
  python -m indexer build --if-stale             only if something has changed
  python -m indexer build --corpus my/acts       from the acts of another folder
  python -m indexer build --model intfloat/multilingual-e5-small
  python -m indexer inspect                      what the index is made of
  python -m indexer verify                       compare all checksums, try searches
  python -m indexer rollback                     let the index before serve again
  python -m indexer train                        make the embedding model anew
"""


#: Codes of problems of files that hold no act that can be read.
_UNUSABLE: Final = frozenset({"file-unreadable", "not-an-act"})


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _build(options: argparse.Namespace) -> None:
    """Build, unless nothing has changed and that is asked about."""
    from indexer.embed import open_embedder  # noqa: PLC0415 - --help stays fast
    from indexer.freshness import stale  # noqa: PLC0415

    embedder = open_embedder(options.model)
    if options.if_stale:
        reason = stale(options.index, options.corpus, embedder.identity)
        if reason is None:
            _say(f"index {options.index} is up to date")
            return
        _say(f"building: {reason}")
    from corpus.nlp import tokens  # noqa: PLC0415
    from indexer.build import Tools, build  # noqa: PLC0415
    from indexer.material import load_material  # noqa: PLC0415

    loaded = load_material(options.corpus)
    if not options.keep_going:
        _require_all_acts(loaded.problems)
    built = build(options.index, loaded.material, Tools(embedder, tokens))
    counts = built.counts
    _say(
        f"{built.generation}: {counts.acts} acts, {counts.provisions} provisions, "
        f"{counts.measures} measures, {counts.vectors} vectors; "
        f"{built.embedded} embeddings made, {len(loaded.problems)} places to check"
    )


def _require_all_acts(problems: Sequence[Problem]) -> None:
    """Refuse to build as if acts that cannot be read were not there.

    Raises:
        UnusableActsError: There are such acts.
    """
    unusable = [p.detail for p in problems if p.code in _UNUSABLE]
    if unusable:
        raise UnusableActsError(unusable)


def _inspect(options: argparse.Namespace) -> None:
    generation = layout.current(options.index)
    manifest = layout.load_manifest(generation)
    size = sum(entry.size for entry in manifest.files)
    _say(f"generation  {generation}")
    _say(f"built       {manifest.built}")
    _say(f"format      {manifest.format}")
    _say(f"model       {manifest.model}")
    _say(f"size        {size / 1e6:.1f} MB in {len(manifest.files)} files")
    for name, count in manifest.counts._asdict().items():
        _say(f"{name:<11} {count}")
    for entry in manifest.corpus:
        _say(f"from        {entry.path}  {entry.sha256[:12]}")


def _verify(options: argparse.Namespace) -> None:
    from corpus.nlp import tokens  # noqa: PLC0415
    from indexer.build import Tools  # noqa: PLC0415
    from indexer.embed import open_embedder  # noqa: PLC0415
    from indexer.smoke import check_served  # noqa: PLC0415

    generation = layout.current(options.index)
    checked = check_served(generation, Tools(open_embedder(options.model), tokens))
    _say(f"{generation} is sound: all checksums agree, {checked} searches succeed")


def _rollback(options: argparse.Namespace) -> None:
    from indexer.publish import roll_back  # noqa: PLC0415

    _say(f"{roll_back(options.index)} serves again")


def _train(options: argparse.Namespace) -> None:
    from indexer.train import TrainingOptions, train  # noqa: PLC0415

    trained = train(options.output, TrainingOptions(seed=options.seed))
    _say(
        f"{trained.folder}: {trained.pairs} pairs, {trained.seconds:.0f} s, "
        f"{trained.size / 1e6:.1f} MB, revision {trained.revision[:12]}"
    )


def _corpora() -> list[Path]:
    """The shipped acts, and those of the user's own folder if one is set."""
    own = os.environ.get("ZANGER_CORPUS", "").strip()
    shipped = _ROOT / "corpus" / "acts"
    folders = [shipped, *([Path(own).expanduser()] if own else [])]
    return list({folder.resolve(): folder for folder in folders}.values())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m indexer",
        description="Make, check and change the index that the service answers from.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(
        name: str, run: Callable[[argparse.Namespace], None], what: str
    ) -> argparse.ArgumentParser:
        """A command with its help and what it runs."""
        made = commands.add_parser(name, help=what, description=what)
        made.set_defaults(run=run)
        return made

    build = add("build", _build, "read the acts and build the index anew")
    build.add_argument(
        "--corpus",
        type=Path,
        action="append",
        metavar="DIR",
        help="folder of acts, may be repeated (default: corpus/acts and ZANGER_CORPUS)",
    )
    build.add_argument(
        "--if-stale", action="store_true", help="do nothing if nothing has changed"
    )
    build.add_argument(
        "--keep-going", action="store_true", help="leave out acts that cannot be read"
    )
    inspect = add("inspect", _inspect, "print what the index is made of")
    verify = add("verify", _verify, "compare all checksums and try some searches")
    rollback = add("rollback", _rollback, "let the index before serve again")
    for command in (build, inspect, verify, rollback):
        command.add_argument(
            "--index",
            type=Path,
            default=Path(os.environ.get("ZANGER_INDEX") or _ROOT / "index"),
            metavar="DIR",
            help="folder of the index (default: index in the checkout)",
        )
    for command in (build, verify):
        command.add_argument(
            "--model",
            default=os.environ.get("ZANGER_MODEL") or None,
            metavar="NAME",
            help="folder or hub id of an embedding model (default: the shipped one)",
        )
    train = add("train", _train, "make the shipped embedding model anew")
    train.add_argument(
        "--output",
        type=Path,
        default=_ROOT / "indexer" / "model",
        metavar="DIR",
        help="where the model goes (default: indexer/model)",
    )
    train.add_argument("--seed", type=int, default=1, help="of all chance (default: 1)")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 if it succeeded, 1 with one clear message if not."""
    options = _parser().parse_args(arguments)
    if options.command == "build":
        options.corpus = options.corpus or _corpora()
    try:
        options.run(options)
    except (IndexerError, CorpusError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(ended(main))
