"""Questions made by rule, as many as wanted: templates × what the records hold.

They are made to find answers that are not true to their sources, not to be judged
for helpfulness: numbers that acts have and lack, bodies, years, terms, words of the
acts themselves, noise; in three languages, in an order that a seed fixes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.bodies import Bodies
from corpus.model import Act, Language, Provision
from corpus.plan_model import Measure
from service.engine import Engine
from service.wording import act_name

LANGUAGES: Final[tuple[Language, ...]] = ("kk", "ru", "en")
#: Highest number that is asked for, far above those of most acts.
_HIGHEST: Final = 260
#: Most words that are taken from an act in a row.
_WORDS_MOST: Final = 9
#: Signs that people paste: marks of other scripts, of markup, of nothing.
_NOISE: Final = (
    "?!", "«»", "—", "№", "%", "…", "<b>", "&amp;", "\\u0000", "ё", "ƏƏ", "١٢٣",
    "🙂", "{}", "' OR 1=1", "\u200b", "№№№", "()", "1)", "-", "\"", "42", "қ",
)  # fmt: skip

_OF_MEASURES: Final[dict[Language, tuple[str, ...]]] = {
    "kk": (
        "{n}-іс-шараға кім жауапты", "{act}: {n}-іс-шараның мерзімі қандай",
        "{n}-шара немен аяқталады", "{act}, {n}-іс-шараға {year} жылы қанша ақша",
        "{n} шара кім және қашан",
    ),
    "ru": (
        "кто отвечает за меру {n}", "{act}: срок меры {n}", "чем завершается мера {n}",
        "{act}, сколько денег на меру {n} в {year} году",
        "мера {n} кто и до какого срока",
    ),
    "en": (
        "who is responsible for measure {n}", "{act}: deadline of measure {n}",
        "what is the form of completion of measure {n}",
        "{act}, how much money for measure {n} in {year}", "measure {n} who and when",
    ),
}  # fmt: skip
_OF_POINTS: Final[dict[Language, tuple[str, ...]]] = {
    "kk": ("{act}: {n}-тармақта не делінген", "{n}-тармақ", "{act}, {n}-бап"),
    "ru": ("что сказано в пункте {n}: {act}", "пункт {n}", "{act}, статья {n}"),
    "en": ("what does point {n} of {act} say", "point {n}", "{act}, article {n}"),
}
_LISTS: Final[dict[Language, str]] = {
    "kk": "{act}: {body} қатысатын іс-шаралар қандай",
    "ru": "{act}: какие меры, где исполнитель {body}",
    "en": "{act}: which measures involve {body}",
}
_COUNTS: Final[dict[Language, str]] = {
    "kk": "{act}: {body} қатысатын қанша іс-шара бар",
    "ru": "{act}: сколько мер, где исполнитель {body}",
    "en": "{act}: how many measures involve {body}",
}
_IN_YEAR: Final[dict[Language, str]] = {
    "kk": "{year} жылы {text}",
    "ru": "{text} в {year} году",
    "en": "{text} in {year}",
}
_OF_WORDS: Final[dict[Language, tuple[str, ...]]] = {
    "kk": ("{w}", "{w} дегеніміз не", "{w} кім жауапты", "{w} қанша", "{w} қашан"),
    "ru": ("{w}", "что такое {w}", "кто отвечает: {w}", "сколько {w}", "когда {w}"),
    "en": ("{w}", "what is {w}", "who does {w}", "how many {w}", "when is {w} due"),
}


@dataclass(frozen=True, slots=True)
class MadeQuestion:
    """A question and, for lists and counts, what decides the right answer.

    Attributes:
        text: As it is asked.
        kind: Which template made it.
        act_id: The act that it names, None if none.
        body_id: The body whose measures it asks for, None if none.
        year: The year of their deadlines, None if none is asked for.
    """

    text: str
    kind: str
    act_id: str | None = None
    body_id: str | None = None
    year: int | None = None


class Source(NamedTuple):
    """What questions are made of."""

    acts: tuple[Act, ...]
    bodies: Bodies
    body_ids: tuple[str, ...]
    years: tuple[int, ...]
    texts: tuple[str, ...]
    terms: tuple[str, ...]


def source_of(engine: Engine) -> Source:
    """Gather acts, charged bodies, years, terms and words of an engine's records."""
    acts = engine.index.acts()
    measures = engine.index.measures()[1]
    provisions = [p for a in acts for p in engine.index.provisions(a.id)[1]]
    return Source(
        acts,
        engine.bodies,
        tuple(sorted({i for m in measures for i in charged(engine, m)})),
        tuple(sorted({y for m in measures for y in m.deadline_years})),
        tuple(t for p in provisions if len((t := _words(p)).split()) > 1),
        _terms(acts),
    )


def charged(engine: Engine, measure: Measure) -> frozenset[str]:
    """The registered bodies that a measure names."""
    found = (engine.knowledge.body_of(e) for e in measure.executors)
    return frozenset(body.id for body in found if body)


def _words(provision: Provision) -> str:
    return " ".join((provision.own.text or provision.heading or "").split())


def _terms(acts: Sequence[Act]) -> tuple[str, ...]:
    terms = [d.term for a in acts for d in a.definitions]
    terms += [x.abbreviation for a in acts for x in a.abbreviations]
    return tuple(dict.fromkeys(terms))


def lists(source: Source, acts: Sequence[Act]) -> Iterator[MadeQuestion]:
    """Every body × act × year (and none), lists and counts, in turn kk, ru, en."""
    turn = 0
    for body_id in source.body_ids:
        for act in acts:
            for year in (None, *source.years):
                language = LANGUAGES[turn % len(LANGUAGES)]
                turn += 1
                about = _About(act, body_id, year, language)
                yield _listed(source, about, "list")
                yield _listed(source, about, "count")


class _About(NamedTuple):
    act: Act
    body_id: str
    year: int | None
    language: Language


def _listed(source: Source, about: _About, kind: str) -> MadeQuestion:
    act, body_id, year, language = about
    body = source.bodies.get(body_id)
    name = body.short(language) if body else body_id
    template = (_LISTS if kind == "list" else _COUNTS)[language]
    text = template.format(act=act_name(act, language), body=name)
    if year is not None:
        text = _IN_YEAR[language].format(text=text, year=year)
    return MadeQuestion(text, kind, act.id, body_id, year)


def made(source: Source, *, seed: int, count: int) -> Iterator[MadeQuestion]:
    """So many questions of all kinds, always the same ones for a seed."""
    chance = random.Random(seed)  # noqa: S311 -- no secret, must repeat
    makers = (_measure, _point, _worded, _worded, _termed, _noisy)
    for turn in range(count):
        yield makers[turn % len(makers)](source, chance)


def _tongue(chance: random.Random) -> Language:
    return chance.choice(LANGUAGES)


def _filled(
    source: Source, chance: random.Random, template: str, tongue: Language
) -> str:
    act = chance.choice(source.acts)
    return template.format(
        act=act_name(act, tongue),
        n=chance.randint(0, _HIGHEST),
        year=chance.choice((*source.years, 1991, 2035)),
    )


def _measure(source: Source, chance: random.Random) -> MadeQuestion:
    tongue = _tongue(chance)
    template = chance.choice(_OF_MEASURES[tongue])
    return MadeQuestion(_filled(source, chance, template, tongue), "measure")


def _point(source: Source, chance: random.Random) -> MadeQuestion:
    tongue = _tongue(chance)
    template = chance.choice(_OF_POINTS[tongue])
    return MadeQuestion(_filled(source, chance, template, tongue), "point")


def _cut(text: str, chance: random.Random) -> str:
    words = text.split()
    first = chance.randrange(len(words))
    return " ".join(words[first : first + chance.randint(1, _WORDS_MOST)])


def _worded(source: Source, chance: random.Random) -> MadeQuestion:
    """A stretch of an act's own words, asked about in any language."""
    words = _cut(chance.choice(source.texts), chance)
    template = chance.choice(_OF_WORDS[_tongue(chance)])
    return MadeQuestion(template.format(w=words), "words")


def _termed(source: Source, chance: random.Random) -> MadeQuestion:
    term = chance.choice(source.terms) if source.terms else "акт"
    template = chance.choice(_OF_WORDS[_tongue(chance)])
    return MadeQuestion(template.format(w=term), "term")


def _noisy(source: Source, chance: random.Random) -> MadeQuestion:
    """Words of two texts with signs in between, cut and turned about."""
    parts = [_cut(chance.choice(source.texts), chance) for _ in range(2)]
    parts += chance.sample(_NOISE, 2)
    chance.shuffle(parts)
    return MadeQuestion(" ".join(parts), "noise")
