"""What ``python -m corpus add``, ``diff`` and ``renderings`` do and print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from corpus.add import add_targets
from corpus.align import Alignment, align
from corpus.bodies import Bodies
from corpus.contradictions import differences
from corpus.fetch import Fetcher, Manners
from corpus.lexicon import Lexicon
from corpus.load import read_file
from corpus.model import Act, Language
from corpus.read_text import load_text
from corpus.rendering_terms import commonest, departures
from corpus.renderings import load_rendered
from corpus.renderings_check import check_renderings, tallies
from corpus.report import problem_line
from corpus.words import LEXICON_FOLDER

ADD_EXAMPLES: Final = """\
examples:
  python -m corpus add act.html notes/acts --corpus my-acts
  python -m corpus add P1800000124 --language kk --corpus my-acts
  python -m corpus add https://adilet.zan.kz/rus/docs/U1300000588 --corpus my-acts
  python -m corpus add @codes.txt --corpus my-acts    (one target to a line)

Codes and addresses are fetched from adilet.zan.kz, one page every few seconds. What
the corpus has already is not fetched again: run an interrupted list once more.
"""
DIFF_EXAMPLES: Final = """\
examples:
  python -m corpus diff Z1200000561.kk.html Z1200000561.ru.html
  python -m corpus diff Z1200000561.kk.html Z1200000561.ru.html --pairs
"""
RENDERINGS_EXAMPLES: Final = """\
examples:
  python -m corpus renderings
  python -m corpus renderings --departures 40
"""
#: Characters of a provision's words in a report.
_SHOWN: Final = 60


def add_lines(
    targets: Sequence[str],
    corpus: Path,
    languages: Sequence[Language],
    manners: Manners,
    refused: list[str],
) -> Iterator[str]:
    """One line for each target, as soon as it is done.

    Args:
        targets: Files, folders, codes, addresses.
        corpus: Folder that they are added to.
        languages: That codes are fetched in.
        manners: How the site is asked.
        refused: Gets the targets that were not added.
    """
    with Fetcher(manners) as fetcher:
        for outcome in add_targets(targets, corpus, fetcher, languages):
            if outcome.done == "refused":
                refused.append(outcome.target)
                yield f"refused: {outcome.detail}"
            else:
                done = outcome.done.replace("-", " ")
                yield f"{done}: {outcome.target} as {outcome.detail}"


def diff_lines(one: Path, other: Path, *, pairs: bool) -> Iterator[str]:
    """The report on two versions of an act.

    Args:
        one: File of the first version.
        other: File of the second one.
        pairs: Every pair of provisions is printed, not only what differs.

    Raises:
        CorpusError: A file holds no act.
    """
    first, _ = read_file(load_text(one))
    second, _ = read_file(load_text(other))
    alignment = align(first, second)
    found = differences(first, second, alignment)
    yield f"{one.name}: {first.id} in {first.language}, {len(first.provisions)} records"
    yield (
        f"{other.name}: {second.id} in {second.language}, "
        f"{len(second.provisions)} records"
    )
    if first.id != second.id:
        yield "these are different acts"
    yield (
        f"{len(alignment.pairs)} pairs, {len(alignment.alone_in_one)} alone in the "
        f"first, {len(alignment.alone_in_other)} alone in the second, "
        f"{len(found)} differences"
    )
    if pairs:
        yield from _pair_lines(first, second, alignment)
    yield from (f"{problem.file} {problem_line(problem)}" for problem in found)


def _pair_lines(one: Act, other: Act, alignment: Alignment) -> Iterator[str]:
    """Each pair with the beginnings of both texts."""
    first = {p.id: p for p in one.provisions}
    second = {p.id: p for p in other.provisions}
    for pair in alignment.pairs:
        yield f"{pair.one} = {pair.other}"
        yield from (
            f"    {' '.join(text.split())[:_SHOWN]}"
            for text in (first[pair.one].text, second[pair.other].text)
        )


def renderings_lines(
    acts: Sequence[Act], folder: Path, shown: int, found: list[str]
) -> Iterator[str]:
    """The report on renderings: each finding, then how much is rendered.

    Args:
        acts: The acts that they are of.
        folder: Of the renderings.
        shown: How many departures from the termbase are listed.
        found: Gets the findings.

    Raises:
        RenderingFileError: A file has another form.
    """
    rows = tuple(load_rendered(folder))
    found.extend(map(str, check_renderings(acts, rows, Bodies.load())))
    yield from found
    left = tuple(departures(acts, rows, Lexicon.load(LEXICON_FOLDER)))
    counts = Counter((one.act_id, one.language) for one in left)
    for act_id, language, cells, rendered in tallies(acts, rows):
        yield (
            f"{act_id} {language}: {rendered} of {cells} cells, "
            f"{counts[act_id, language]} departures from the termbase"
        )
    yield from commonest(left, shown)
    yield f"{len(rows)} renderings, {len(found)} findings"
