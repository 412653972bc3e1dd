"""The registry of state bodies as it lies on disk, read and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

#: The registry that ships with the project.
BODIES_FILE: Final = Path(__file__).parent / "lexicon" / "bodies.toml"

_LANGUAGES: Final = ("kk", "ru", "en")


class BodiesFileError(Exception):
    """The registry of bodies cannot be read or contradicts itself."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms of a name by language, in order of preference."""

    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every form as ``(language, form)``."""
        for language, forms in zip(
            _LANGUAGES, (self.kk, self.ru, self.en), strict=True
        ):
            yield from ((language, form) for form in forms)


@dataclass(frozen=True, slots=True)
class Relation:
    """A body before or after another.

    Attributes:
        body: Id of the other body.
        basis: What shows it, "not in the corpus" if no shipped act does.
        date: ISO date of the change, None if the corpus does not say it.
    """

    body: str
    basis: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A body, office, institution or organisation that acts name.

    Attributes:
        id: ASCII, stable.
        kind: ministry, agency, committee, prosecutor, akimat, non-government …
        kk: Full official name in Kazakh; ``ru``, ``en`` likewise.
        short_kk: The same without the country; ``short_ru``, ``short_en`` too.
        abbreviations: As printed; one may belong to several bodies.
        aliases: Other names, partial, old or colloquial.
        heads: Who leads it; the office named means the body.
        misprints: Forms that stand in acts by a slip.
        predecessors: Bodies whose tasks it took.
        successors: Bodies that took its tasks.
        in_corpus: Whether an act shipped with the project names it.
    """

    id: str
    kind: str
    kk: str
    ru: str
    en: str
    short_kk: str
    short_ru: str
    short_en: str
    in_corpus: bool
    abbreviations: Forms = field(default_factory=Forms)
    aliases: Forms = field(default_factory=Forms)
    heads: Forms = field(default_factory=Forms)
    misprints: tuple[str, ...] = ()
    predecessors: tuple[Relation, ...] = ()
    successors: tuple[Relation, ...] = ()

    def name(self, language: str) -> str:
        """Full name in kk, ru or en; Kazakh for any other language."""
        return {"ru": self.ru, "en": self.en}.get(language, self.kk)

    def short(self, language: str) -> str:
        """Name without the country in kk, ru or en; Kazakh for any other."""
        return {"ru": self.short_ru, "en": self.short_en}.get(language, self.short_kk)

    def names(self) -> Iterator[tuple[str, str]]:
        """Official names as ``(language, name)``, full before short."""
        for language in _LANGUAGES:
            yield language, self.name(language)
            yield language, self.short(language)


class Registry(NamedTuple):
    """All bodies, and the words that are no abbreviations in small letters."""

    bodies: tuple[Body, ...]
    ordinary_words: tuple[str, ...]


class _File(msgspec.Struct, frozen=True):
    """The file as it lies on disk."""

    body: tuple[Body, ...]
    ordinary_words: tuple[str, ...] = ()


def _checked(file: _File, path: Path) -> tuple[Body, ...]:
    ids = [body.id for body in file.body]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise BodiesFileError(path, f"given twice: {', '.join(twice)}")
    for body in file.body:
        unknown = [
            relation.body
            for relation in body.predecessors + body.successors
            if relation.body not in ids
        ]
        if unknown:
            raise BodiesFileError(path, f"{body.id}: unknown {', '.join(unknown)}")
        if not all(name.strip() for _, name in body.names()):
            raise BodiesFileError(path, f"{body.id}: empty name")
    return file.body


def load_registry(path: Path = BODIES_FILE) -> Registry:
    """Read a registry.

    Raises:
        BodiesFileError: The file is no registry, gives an id twice, relates a
            body to an unknown one, or leaves a name empty.
    """
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise BodiesFileError(path, str(error)) from error
    return Registry(_checked(file, path), file.ordinary_words)
