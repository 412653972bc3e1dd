"""``python -m eval ablate``: what each resource of retrieval is worth.

Retrieval is measured with everything, then with one resource taken away at a time,
by language of the questions. Acts without renderings are measured beside the
shipped ones: the shipped acts with their renderings left out, and the acts in
``eval/unrendered``, asked in the languages that they are not written in.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from tqdm import tqdm

from corpus.bodies import Bodies
from corpus.lexicon import Lexicon
from corpus.nlp import tokens
from corpus.terms import term_files
from eval.gold import Question
from eval.ranking import judged, rank_scores, relevant
from indexer.build import Material, Tools, build
from indexer.embed import Embedder, open_embedder
from indexer.material import LEXICON, SHIPPED_ACTS, load_material
from indexer.store import Index
from service.engine import Engine
from service.retrieve import Retriever
from service.scoring import Weights
from service.search_model import Mode
from service.settings import Settings
from service.traits import Traits

#: Acts that the project has in one language alone, and questions about them.
UNRENDERED: Final = Path(__file__).parent / "unrendered"
#: Ids of questions by a second writer begin so: they never mix with the first's.
SECOND: Final = "second-"
#: Ids of questions by a third writer begin so.
THIRD: Final = "third-"
_DEPTH: Final = 10
_LANGUAGES: Final = ("all", "kk", "ru", "en")


class Set(NamedTuple):
    """Judged questions with a name to print."""

    name: str
    questions: Sequence[Question]


class Recipe(NamedTuple):
    """A way to retrieve: a name to print, and how.

    Attributes:
        name: What is left out.
        retriever: Of the index that is measured.
        mode: Which legs are used.
    """

    name: str
    retriever: Callable[[Index], Retriever]
    mode: Mode = "hybrid"


def recipes() -> tuple[Recipe, ...]:
    """Everything, then everything but one resource."""
    return (
        Recipe("everything", lambda i: Retriever(i, i.lexicon)),
        Recipe("no lexicon", lambda i: Retriever(i, Lexicon.empty())),
        Recipe("no synonyms", lambda i: Retriever(i, without_synonyms())),
        Recipe("no aligned words", lambda i: Retriever(i, i.lexicon.without_aligned())),
        Recipe("no vectors", lambda i: Retriever(i, i.lexicon), "lexical"),
        Recipe("no words", lambda i: Retriever(i, i.lexicon), "semantic"),
        Recipe("no coverage", lambda i: Retriever(i, i.lexicon, Weights(coverage=0.0))),
        Recipe("no learned order", lambda i: Retriever(i, i.lexicon, None, Traits())),
    )


@cache
def without_synonyms(folder: Path = LEXICON) -> Lexicon:
    """The lexicon of the termbase alone."""
    with TemporaryDirectory() as name:
        for file in term_files(folder):
            shutil.copy(file, name)
        return Lexicon.load(Path(name))


@contextmanager
def engine_over(material: Material, embedder: Embedder) -> Iterator[Engine]:
    """An engine over an index of its own, which is removed at the end."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        build(folder, material, Tools(embedder, tokens, quiet=True))
        yield Engine(Index.open(folder, embedder), Bodies.load())


def scores(
    engine: Engine, recipe: Recipe, questions: Sequence[Question]
) -> Mapping[str, Mapping[str, float]]:
    """Measures by language of the questions, as :mod:`eval.ranking` names them."""
    retriever = recipe.retriever(engine.index)
    known: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {}
    asked = [q for q in questions if judged(q)]
    for question in tqdm(asked, desc=recipe.name, unit="question", disable=None):
        _, provisions = engine.index.provisions(question.act_id)
        known[question.id] = relevant(question, provisions)
        query = engine.understand(question.text)
        hits = retriever.retrieve(query, mode=recipe.mode)[:_DEPTH]
        found[question.id] = [hit.provision_id for hit in hits]
    by_language = {
        language: {q.id for q in asked if language in {"all", q.language}}
        for language in _LANGUAGES
    }
    return {
        language: rank_scores(
            {key: known[key] for key in known if key in ids},
            {key: found[key] for key in found if key in ids},
        )
        for language, ids in by_language.items()
        if ids
    }


def row(name: str, by_language: Mapping[str, Mapping[str, float]]) -> str:
    """A line of the table: hit@1 and recall@10 of each language."""
    cells = (
        f"{s['hit@1']:.3f} / {s['recall@10']:.3f}"
        if (s := by_language.get(language))
        else "–"
        for language in _LANGUAGES
    )
    return f"| {name} | {' | '.join(cells)} |"


def table(engine: Engine, part: Set, chosen: Sequence[Recipe]) -> Iterator[str]:
    """A Markdown table of one set of questions, line by line."""
    count = sum(judged(question) for question in part.questions)
    yield f"**{part.name}**, {count} questions, hit@1 / recall@10:"
    yield ""
    yield f"| | {' | '.join(_LANGUAGES)} |"
    yield f"|---|{'---|' * len(_LANGUAGES)}"
    for recipe in chosen:
        yield row(recipe.name, scores(engine, recipe, part.questions))
    yield ""


def unrendered_sets(questions: Sequence[Question]) -> tuple[Set, ...]:
    """What one writer asked, whole, by part and by act; then what the others asked.

    The first writer's sets stay as they were, so that figures can be compared; the
    second and third writers saw no resource, so their sets flatter least. The third
    writer's is also measured by part.
    """
    name = "Acts without renderings (eval/unrendered)"
    second = [q for q in questions if q.id.startswith(SECOND)]
    third = [q for q in questions if q.id.startswith(THIRD)]
    first = [q for q in questions if not q.id.startswith((SECOND, THIRD))]
    acts = sorted({q.act_id for q in first})
    return (
        Set(name, first),
        Set(f"{name}, tuning", [q for q in first if not q.held]),
        Set(f"{name}, held", [q for q in first if q.held]),
        *(Set(f"{name}, {a}", [q for q in first if q.act_id == a]) for a in acts),
        Set(f"{name}, second writer", second),
        Set(f"{name}, third writer", third),
        Set(f"{name}, third writer, tuning", [q for q in third if not q.held]),
        Set(f"{name}, third writer, held", [q for q in third if q.held]),
    )


def unrendered_lines(
    settings: Settings, sets: Sequence[Set], *, every: bool = True
) -> Iterator[str]:
    """Tables of acts without renderings, asked beside the shipped ones.

    Args:
        settings: Say which model is used.
        sets: The first is measured by all recipes, the others with everything.
        every: Whether that is so; else the first is measured with everything too.
    """
    folders = [SHIPPED_ACTS, UNRENDERED / "acts"]
    material = load_material(folders, quiet=True).material
    with engine_over(material, open_embedder(settings.model)) as engine:
        for place, part in enumerate(sets):
            chosen = recipes() if every and not place else recipes()[:1]
            yield from table(engine, part, chosen)


def lines(
    settings: Settings, parts: Sequence[Set], unrendered: Sequence[Set]
) -> Iterator[str]:
    """All tables: of the shipped index, and of acts without renderings."""
    embedder = open_embedder(settings.model)
    for part in parts:
        yield from table(Engine.open(settings), part, recipes())
    material = load_material([SHIPPED_ACTS], quiet=True).material
    bare = replace(material, renderings={})
    chosen = recipes()[:1]
    with engine_over(bare, embedder) as engine:
        for part in parts:
            named = Set(f"{part.name}, no renderings", part.questions)
            yield from table(engine, named, chosen)
    yield from unrendered_lines(settings, unrendered)
