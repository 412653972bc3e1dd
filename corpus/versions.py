"""What the further language versions of acts say, by the provisions of the corpus."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from corpus.load import Corpus
from corpus.model import Language, Provision, ProvisionId


class Rendering(NamedTuple):
    """The words of a provision in another official language."""

    language: Language
    text: str


def official_renderings(
    corpus: Corpus,
) -> Mapping[ProvisionId, tuple[Rendering, ...]]:
    """Official words of provisions in other languages than the act's own.

    Returns:
        Renderings by the ids of the acts of the corpus, in order of languages; only
        provisions that have a counterpart with words.
    """
    found: dict[ProvisionId, list[Rendering]] = {}
    for version in corpus.versions:
        words = {p.id: p for p in version.act.provisions}
        for one, other in version.counterparts.items():
            text = words[other].text
            if text:
                rendering = Rendering(version.act.language, text)
                found.setdefault(one, []).append(rendering)
    return MappingProxyType({one: tuple(items) for one, items in found.items()})


def counterpart(
    corpus: Corpus, provision: ProvisionId, language: Language
) -> Provision | None:
    """The provision of another language version that stands for this one."""
    for version in corpus.versions:
        if version.act.language != language or version.act.id != provision.act_id:
            continue
        other = version.counterparts.get(provision)
        return next((p for p in version.act.provisions if p.id == other), None)
    return None
