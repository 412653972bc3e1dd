"""Pairs of texts that mean the same: what the embedding model learns from."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from corpus.model import Act, Language, Provision
from corpus.plan_model import Measure
from corpus.words import Tongue
from indexer.renderings import Rendering
from indexer.segment import clauses

#: Parallel texts with clear rights, see the README there.
TRAINING_FOLDER: Final = Path(__file__).parent / "training"
LEXICON_FOLDER: Final = Path(__file__).resolve().parent.parent / "corpus" / "lexicon"
_LANGUAGES: Final[tuple[Tongue, ...]] = ("kk", "ru", "en")
#: Words that half a passage needs to have a topic of its own.
_LEAST_HALF: Final = 6
#: Words from which on a text is learned from twice.
_SENTENCE: Final = 6
#: A numbered part of an article. Matches at "2. " in «… халық. 2. Билікті»; must
#: not match inside "2017.12" or at "12)".
_PART: Final = re.compile(r"(?:(?<=\s)|^)(?=\d{1,2}(?:-\d)?\.\s)")


class Pair(NamedTuple):
    """Two texts that mean the same or belong together."""

    left: str
    right: str


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{key: value or "" for key, value in row.items() if key} for row in rows]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _PART.split(text) if part.strip()]


class Bitext(NamedTuple):
    """One text in two languages."""

    left_language: Language
    left: str
    right_language: Language
    right: str


def _aligned(left: str, right: str) -> Iterator[Pair]:
    """Numbered parts side by side where both texts have as many."""
    pieces = _parts(left), _parts(right)
    if len(pieces[0]) == len(pieces[1]) > 1:
        yield from (Pair(a, b) for a, b in zip(*pieces, strict=True))
    elif left and right:
        yield Pair(left, right)


def _translations(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The texts of a row in each two languages that it has."""
    for one, other in combinations(_LANGUAGES, 2):
        if row.get(one) and row.get(other):
            yield row[one], row[other]


def parallel_bitexts(folder: Path = TRAINING_FOLDER) -> Iterator[Bitext]:
    """Paragraphs of texts that exist in several languages, in order of files."""
    for path in sorted(folder.glob("*.tsv")):
        for row in _table(path):
            for one, other in combinations(_LANGUAGES, 2):
                if row.get(one) and row.get(other):
                    for left, right in _aligned(row[one], row[other]):
                        yield Bitext(one, left, other, right)


def parallel_pairs(folder: Path = TRAINING_FOLDER) -> Iterator[Pair]:
    """The same paragraphs, whatever their languages."""
    yield from (Pair(text.left, text.right) for text in parallel_bitexts(folder))


def term_pairs(folder: Path = LEXICON_FOLDER) -> Iterator[Pair]:
    """Entries of the termbase: each name with the first one of the other languages.

    Not each with each: a row of many names would outweigh whole paragraphs.
    """
    for path in sorted(folder.glob("terms*.tsv")):
        for row in _table(path):
            for one, other in _translations(row):
                lefts, rights = _names(one), _names(other)
                yield from (Pair(lefts[0], right) for right in rights)
                yield from (Pair(left, rights[0]) for left in lefts[1:])


def _names(cell: str) -> list[str]:
    return [name for name in map(str.strip, cell.split(";")) if name]


def synonym_pairs(folder: Path = LEXICON_FOLDER) -> Iterator[Pair]:
    """Words beside other words of the same language that mean the same."""
    for path in sorted(folder.glob("synonyms.*.tsv")):
        for row in _table(path):
            others = row.get("synonyms", "").split(";")
            yield from (Pair(row["term"], x.strip()) for x in others if x.strip())


def body_pairs(file: Path = LEXICON_FOLDER / "bodies.toml") -> Iterator[Pair]:
    """Names of state bodies in three languages."""
    with file.open("rb") as stream:
        bodies = tomllib.load(stream)["body"]
    for body in bodies:
        for prefix in ("", "short_"):
            names: dict[str, str] = {
                lang: str(body.get(prefix + lang, "")) for lang in _LANGUAGES
            }
            yield from (Pair(*pair) for pair in _translations(names))


def _original(provision: Provision, measure: Measure | None, field: str) -> str:
    """The words that a rendering renders, "" if the record has no such cell."""
    cells = {"text": provision.text, "heading": provision.heading or ""}
    if measure is not None:
        cells |= {
            "title": measure.title.text,
            "completion_form": measure.completion_form.text,
            "deadline": measure.deadline.text,
            "funding": measure.funding.text,
            "section": measure.section,
        }
    return cells.get(field, "")


def rendering_pairs(
    acts: Iterable[Act], renderings: Mapping[str, Sequence[Rendering]]
) -> Iterator[Pair]:
    """Provisions beside their renderings, and renderings beside each other."""
    for act in acts:
        measures = {measure.id: measure for measure in act.measures}
        for provision in act.provisions:
            rows = renderings.get(provision.id, ())
            for row in rows:
                measure = measures.get(provision.id)
                if original := _original(provision, measure, row.field):
                    yield Pair(original, row.text)
            for one, other in combinations(rows, 2):
                if one.field == other.field:
                    yield Pair(one.text, other.text)


def neighbour_pairs(acts: Iterable[Act]) -> Iterator[Pair]:
    """What a provision says beside the heading that it stands under."""
    for act in acts:
        for clause in clauses(act):
            says = clause.title or clause.text
            heading = clause.section.partition("\n")[0]
            if heading and says:
                yield Pair(heading, says)


def half_pairs(
    acts: Iterable[Act], renderings: Mapping[str, tuple[Rendering, ...]]
) -> Iterator[Pair]:
    """The first half of a passage beside its second half: they share a topic."""
    for act in acts:
        for clause in clauses(act, renderings):
            for passage in clause.passages():
                words = passage.split()
                middle = len(words) // 2
                if middle >= _LEAST_HALF:
                    yield Pair(" ".join(words[:middle]), " ".join(words[middle:]))


def training_pairs(
    acts: Sequence[Act], renderings: Mapping[str, tuple[Rendering, ...]]
) -> tuple[Pair, ...]:
    """All pairs in an order that repeats: each once, then those of sentences again.

    Names are many and short; questions and provisions are more like sentences.
    """
    found = (
        *parallel_pairs(),
        *term_pairs(),
        *synonym_pairs(),
        *body_pairs(),
        *rendering_pairs(acts, renderings),
        *neighbour_pairs(acts),
        *half_pairs(acts, renderings),
    )
    pairs = tuple(dict.fromkeys(pair for pair in found if pair.left != pair.right))
    return (*pairs, *(p for p in pairs if len(p.left.split()) >= _SENTENCE))
