"""``python -m eval slips``: how misspelt questions do, and right ones beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqdm import tqdm

from eval.asking import judge_reply
from eval.gold import GoldAct, Question
from eval.ranking import judged, rank_scores, relevant
from eval.slips import SLIPS, misspelt_set
from eval.tally import Tally
from service.engine import Engine
from service.search_model import SearchRequest

#: Of the questions that tuning may see, every so manieth is taken.
EVERY = 3
_DEPTH = 10


class Done(NamedTuple):
    """How questions did.

    Attributes:
        questions: How many.
        asked: Share answered rightly.
        hit: Share of searches with evidence in the first place.
        recall: Share of searches with evidence among the first ten.
        read: Share in which a word was read as another.
    """

    questions: int
    asked: float
    hit: float
    recall: float
    read: float


def done(
    engine: Engine,
    acts: Sequence[GoldAct],
    questions: Sequence[Question],
    *,
    exact: bool,
) -> Done:
    """Ask and search.

    Args:
        engine: What is asked.
        acts: Hand-read acts.
        questions: Misspelt or not.
        exact: Take all words as typed.
    """
    tally, by_id = Tally(), {act.act_id: act for act in acts}
    known: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {}
    read = 0
    for question in tqdm(questions, unit="question", disable=None):
        reply = engine.ask(question.text, exact=exact)
        read += bool(reply.query.corrections)
        judge_reply(question, reply, by_id, tally)
        if judged(question):
            _, provisions = engine.index.provisions(question.act_id)
            known[question.id] = relevant(question, provisions)
            found[question.id] = _ids(engine, question.text, exact=exact)
    ranks = rank_scores(known, found)
    count = len(questions)
    return Done(
        count,
        tally.rates().get("ask all", 0.0),
        ranks.get("hit@1", 0.0),
        ranks.get("recall@10", 0.0),
        read / count if count else 0.0,
    )


def _ids(engine: Engine, text: str, *, exact: bool) -> list[str]:
    request = SearchRequest(text=text, limit=_DEPTH, exact=exact)
    return [hit.provision_id for hit in engine.search(request).hits]


def lines(
    engine: Engine, acts: Sequence[GoldAct], questions: Sequence[Question]
) -> Iterator[str]:
    """A Markdown table: misspelt questions read with and without tolerance."""
    chosen = [q for q in questions if not q.held][::EVERY]
    yield "| questions | read | n | ask | hit@1 | recall@10 | words read as others |"
    yield "|---|---|---|---|---|---|---|"
    sets = {"as written": chosen}
    sets |= {how: list(misspelt_set(chosen, how)) for how in SLIPS}
    for name, part in sets.items():
        for exact in (False, True):
            one = done(engine, acts, part, exact=exact)
            read = "as typed" if exact else "tolerant"
            yield (
                f"| {name} | {read} | {one.questions} | {one.asked:.3f} | "
                f"{one.hit:.3f} | {one.recall:.3f} | {one.read:.3f} |"
            )
