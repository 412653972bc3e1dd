"""What the page with the search box shows; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from corpus.ids import Span
from service.errors import BadParametersError
from service.inputs import FILTERS, MOST, HomeInputs
from service.present import act_json
from service.present_facets import Box, Chip, Leaf, boxes, chips, leaves
from service.present_figures import ShownAnswer, shown_answers
from service.present_text import Piece, snippet
from service.rendering import Frame
from service.shapes import ActJson
from service.shapes_answers import AskJson, HitJson, SearchJson
from service.voice import Voice
from service.wording import say

#: Hits on a page of results.
PAGE_SIZE: Final = 10
#: Kinds whose text is the cells of a row, a line each, and what parts them when shown.
_ROWS: Final = frozenset({"measure", "indicator", "row"})
_CELL: Final = " · "
#: What parts the things that were understood.
_PART: Final = " · "


@dataclass(frozen=True, slots=True)
class Found:
    """A hit as it is shown."""

    hit: HitJson
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Home:
    """The page with the search box.

    Attributes:
        title: Of the window, without the name of the site.
        question: In the box.
        faults: Why the question was refused, in words.
        acts: Held acts, where nothing was asked.
        asked: Answers or a refusal; None on further pages of hits.
        answers: The answers, ready to be shown.
        found: A page of hits; None where nothing was asked.
        hits: The same, ready to be shown.
        before: Offset of the page before, None on the first.
        after: Offset of the next page, None on the last.
        leaves: Numbered pages.
        boxes: Facets.
        chips: Filters in use.
        bare: Address of the same list without any filter.
        exports: Addresses of all hits as data, by format.
        exact: Whether the words are searched as typed, on wish.
        plain: Whether they are searched as words alone, on wish.
        read_as: What was understood, without the words read as others.
    """

    title: str = ""
    question: str = ""
    faults: tuple[str, ...] = ()
    acts: tuple[ActJson, ...] = ()
    asked: AskJson | None = None
    answers: tuple[ShownAnswer, ...] = ()
    found: SearchJson | None = None
    hits: tuple[Found, ...] = ()
    before: int | None = None
    after: int | None = None
    leaves: tuple[Leaf, ...] = ()
    boxes: tuple[Box, ...] = ()
    chips: tuple[Chip, ...] = ()
    bare: str = ""
    exports: tuple[tuple[str, str], ...] = ()
    exact: bool = False
    plain: bool = False
    read_as: str = ""


def landing(voice: Voice) -> Home:
    """Nothing was asked yet."""
    return Home(acts=tuple(act_json(act, voice) for act in voice.records.acts()))


def refused_words(voice: Voice, error: BadParametersError, question: str) -> Home:
    """The words in the box cannot be looked for."""
    faults = tuple(fault.words(voice.words) for fault in error.faults)
    return Home(title=error.title(voice.words), question=question, faults=faults)


def found_page(
    voice: Voice,
    inputs: HomeInputs,
    found: SearchJson,
    asked: AskJson | None,
    frame: Frame,
) -> Home:
    """Answers and a page of hits."""
    offset, question = inputs.offset, inputs.q or ""
    end = offset + len(found["hits"])
    return Home(
        title=f"{question} – {_outcome(voice, found, asked)}",
        question=question,
        asked=asked,
        answers=shown_answers(asked) if asked else (),
        found=found,
        hits=tuple(Found(hit, _pieces(hit)) for hit in found["hits"]),
        before=max(0, offset - PAGE_SIZE) if offset else None,
        after=end if offset < end < found["total"] else None,
        leaves=leaves(found["total"], offset, PAGE_SIZE, frame),
        boxes=boxes(found, inputs, frame, voice),
        chips=chips(inputs, frame, voice),
        bare=frame.widened(*FILTERS),
        exports=_exports(inputs, voice),
        exact=inputs.exact,
        plain=inputs.plain,
        read_as=_read_as(found),
    )


def _read_as(found: SearchJson) -> str:
    """What was understood; words read as others have a line of their own."""
    query = found["query"]
    language = query["language"]
    said = {
        say("understood.correction", language, typed=one["typed"], read=one["read"])
        for one in query["corrections"]
    }
    return _PART.join(p for p in query["read_as"].split(_PART) if p not in said)


def _exports(inputs: HomeInputs, voice: Voice) -> tuple[tuple[str, str], ...]:
    """All hits as CSV, and as much as one page of the API holds as JSON."""
    same = [("q", inputs.q or ""), *inputs.filters(), ("lang", voice.language)]
    same += [("exact", "1")] if inputs.exact else []
    same += [("plain", "1")] if inputs.plain else []
    address = f"/api/v1/search?{urlencode(same)}"
    return (
        ("CSV", f"{address}&format=csv"),
        ("JSON", f"{address}&limit={MOST}"),
    )


def _outcome(voice: Voice, found: SearchJson, asked: AskJson | None) -> str:
    if asked is None:
        return voice.words.count("provisions", found["total"])
    if asked["abstained"]:
        return voice.words("search.refused")
    return voice.words.count("answers", len(asked["answers"]))


def _pieces(hit: HitJson) -> list[Piece]:
    marks = [Span(mark["start"], mark["end"]) for mark in hit["highlights"]]
    pieces = snippet(hit["provision"]["text"], marks)
    if hit["provision"]["kind"] not in _ROWS:
        return pieces
    return [Piece(p.text.replace("\n", _CELL), p.marked) for p in pieces]
