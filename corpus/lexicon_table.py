"""The termbase compiled: from the lemmas of a name to what else it is called.

Built once when the lexicon is loaded; :mod:`corpus.lexicon` looks things up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.nlp import tokens
from corpus.terms import TONGUES, Synonyms, Term
from corpus.words import Tongue

#: Weight of the first name in another language; each later one loses a step.
_FIRST: Final = 0.9
_STEP: Final = 0.1
_LEAST: Final = 0.5
#: Weight of another word of the same language.
_SYNONYM: Final = 0.7
#: Left of a weight if the word is not the term's preferred name.
_SECONDARY: Final = 0.9

#: Lemmas of a word or phrase.
Key = tuple[str, ...]


class Sense(NamedTuple):
    """One way to say a concept.

    Attributes:
        language: Of the lemmas.
        lemmas: As :func:`corpus.nlp.tokens` gives them, stop words left out.
        weight: 0..1; 1 for the words as written.
    """

    language: Tongue
    lemmas: Key
    weight: float


class _Name(NamedTuple):
    """A name of a term, analysed: its key, all words, and how it is written."""

    tongue: Tongue
    key: Key
    full: Key
    folded: Key
    surface: str
    rank: int


class Entry(NamedTuple):
    """A term under one of its names.

    Attributes:
        surface: The name as written, in lower case.
        senses: The other names, with weights.
        pos: Part of speech of the term ("noun", "verb", "name", …); "" for synonyms.
    """

    surface: str
    senses: tuple[Sense, ...]
    pos: str = ""


#: Lemmas → the terms that have them for a name.
Table = dict[Key, list[Entry]]


def _named(name: str, tongue: Tongue, rank: int) -> _Name | None:
    found = [t for t in tokens(name, tongue) if t.is_word or t.is_number]
    kept = [t for t in found if not t.is_stop] or found
    if not kept:
        return None
    return _Name(
        tongue,
        tuple(t.lemma for t in kept),
        tuple(t.lemma for t in found),
        tuple(t.folded for t in found),
        name.lower(),
        rank,
    )


def _names(term: Term) -> list[_Name]:
    rows = (
        _named(name, tongue, rank)
        for tongue in TONGUES
        for rank, name in enumerate(term.names(tongue))
    )
    return [name for name in rows if name]


def _senses(name: _Name, names: Iterable[_Name]) -> Iterator[Sense]:
    """What the others of a term's names say for one of them."""
    factor = _SECONDARY if name.rank else 1.0
    for other in names:
        if other.tongue == name.tongue:
            if other.key != name.key:
                yield Sense(other.tongue, other.key, round(_SYNONYM * factor, 3))
        else:
            weight = max(_FIRST - _STEP * other.rank, _LEAST) * factor
            yield Sense(other.tongue, other.key, round(weight, 3))


def _add(table: Table, name: _Name, senses: tuple[Sense, ...], pos: str) -> None:
    entry = Entry(name.surface, senses, pos)
    keys = [name.full]
    if name.key != name.full and _stands_bare(name):
        keys.append(name.key)
    for key in keys:
        table.setdefault(key, []).append(entry)


def _stands_bare(name: _Name) -> bool:
    """Whether a name is known without its stop words.

    One that begins or ends with a stop word is not, since the rest may be another
    thing («жұмыс істейтін ана» and «жұмыс істейтін»).
    """
    ends = (name.full[0], name.full[-1])
    return len(name.key) > 1 and ends == (name.key[0], name.key[-1])


@dataclass(frozen=True, slots=True)
class Tables:
    """Look-up tables of the three languages.

    Attributes:
        lemmas: By language, lemmas → entries.
        folded: By language, folded lemmas → entries, for words typed without
            the Kazakh letters.
        longest: By language, first lemma → words of its longest name.
    """

    lemmas: dict[Tongue, Table]
    folded: dict[Tongue, Table]
    longest: dict[Tongue, dict[str, int]]


def _put(tables: Tables, name: _Name, senses: tuple[Sense, ...], pos: str = "") -> None:
    _add(tables.lemmas[name.tongue], name, senses, pos)
    short = name._replace(key=name.folded, full=name.folded)
    _add(tables.folded[name.tongue], short, senses, pos)


def compile_terms(terms: Iterable[Term]) -> Tables:
    """Tables of the termbase, synonyms not yet among them."""
    lemmas, folded = ({t: Table() for t in TONGUES} for _ in range(2))
    tables = Tables(lemmas, folded, {t: {} for t in TONGUES})
    for term in terms:
        names = _names(term)
        for name in names:
            _put(tables, name, tuple(_senses(name, names)), term.pos)
    return tables


def _through(tables: Tables, name: _Name) -> Iterator[Sense]:
    """A synonym and what the termbase calls it, weights lowered."""
    yield Sense(name.tongue, name.key, _SYNONYM)
    for entry in tables.lemmas[name.tongue].get(name.full, ()):
        for sense in entry.senses:
            if sense.language != name.tongue:
                yield sense._replace(weight=round(sense.weight * _SYNONYM, 3))


def add_synonyms(tables: Tables, rows: Iterable[Synonyms], tongue: Tongue) -> None:
    """Put same-language synonyms into the tables, in both directions.

    Must come after :func:`compile_terms`, whose senses the synonyms borrow.
    """
    found: list[tuple[_Name, tuple[Sense, ...]]] = []
    for row in rows:
        term = _named(row.term, tongue, 0)
        for text in row.synonyms:
            other = _named(text, tongue, 0)
            if term and other and term.key != other.key:
                found.append((term, tuple(_through(tables, other))))
                found.append((other, tuple(_through(tables, term))))
    for name, senses in found:
        _put(tables, name, senses)


def _longest(*tables: Table) -> dict[str, int]:
    reach: dict[str, int] = {}
    for table in tables:
        for key in table:
            reach[key[0]] = max(reach.get(key[0], 1), len(key))
    return reach


def measure(tables: Tables) -> None:
    """Note how long the longest name is that begins with each lemma."""
    for tongue in TONGUES:
        both = tables.lemmas[tongue], tables.folded[tongue]
        tables.longest[tongue] = _longest(*both)
