"""Names that the text of an act shortens: «(бұдан әрі – Стратегия)»; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from corpus.model import Act, Language


class ShortForm(NamedTuple):
    """The lemmas of a short form and of the full name that it stands for."""

    short: frozenset[str]
    name: frozenset[str]


def short_forms(
    act: Act, lemmas: Callable[[str, Language], frozenset[str]]
) -> Mapping[str, tuple[ShortForm, ...]]:
    """The short forms of an act, those of its list of abbreviations left out.

    Args:
        act: The act.
        lemmas: Of a text in a language.

    Returns:
        Each under one of its lemmas, so that only those of the words at hand need be
        looked at; without any lemma, which every text holds, under "".
    """
    found: dict[str, tuple[ShortForm, ...]] = {}
    for entry in act.abbreviations:
        if not entry.listed:
            short = lemmas(entry.abbreviation, act.language)
            one = ShortForm(short, lemmas(entry.name, act.language))
            key = min(short, default="")
            found[key] = (*found.get(key, ()), one)
    return found


def named_by(
    words: frozenset[str], forms: Mapping[str, tuple[ShortForm, ...]]
) -> frozenset[str]:
    """Lemmas of the full names whose short forms some words are."""
    met = (*(forms.keys() & words), "") if forms else ()
    found = (
        one.name for key in met for one in forms.get(key, ()) if words >= one.short
    )
    return frozenset().union(*found)
