"""Pages out of templates: autoescaped, nothing undefined passes in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from service.labels import sentence
from service.phrases import UI_LANGUAGES, Phrasebook, UiLanguage

TEMPLATES: Final = Path(__file__).resolve().parent / "templates"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame around a page needs to know of it.

    Attributes:
        language: Of the interface.
        path: Of the page, for the language switch.
        query: Its parameters without the language, for the same.
        chosen: Whether the address itself names the language.
    """

    language: UiLanguage
    path: str
    query: tuple[tuple[str, str], ...] = ()
    chosen: bool = False

    def in_language(self, language: str) -> str:
        """This very page in another language."""
        return self._written([*self.query, ("lang", language)])

    def with_values(self, **values: str) -> str:
        """This page with some parameters set anew; an empty one is dropped."""
        kept = [(name, value) for name, value in self.query if name not in values]
        new = [(name, value) for name, value in values.items() if value]
        return self._address(kept + new)

    def narrowed(self, name: str, value: str) -> str:
        """The first page of this list with one filter set to one value."""
        return self.with_values(offset="", **{name: value})

    def widened(self, *names: str, value: str | None = None) -> str:
        """The first page of this list without some filters, or without one value."""
        kept = [
            (name, held)
            for name, held in self.query
            if name != "offset"
            and (name not in names or (value is not None and held != value))
        ]
        return self._address(kept)

    def _address(self, pairs: Sequence[tuple[str, str]]) -> str:
        """A page of this site; a language chosen by address stays so."""
        chosen = [("lang", self.language)] if self.chosen else []
        return self._written([*pairs, *chosen])

    def _written(self, pairs: Sequence[tuple[str, str]]) -> str:
        query = urlencode(pairs, safe="/")
        return f"{self.path}?{query}" if pairs else self.path


#: A blank behind the sign of a number, or between a figure and its word.
#: Matches the blanks of "No. 5", «№ 5», «1 апреля 2014 года» but one; must not match
#: those between two words or in "Decree No.".
_TIE: Final = re.compile(r"(?<=№) |(?<=No\.) |(?<=\d) (?=[^\W\d_])")


def tied(label: str) -> str:
    """A label whose numbers keep their sign, and days their month, at a line's end."""
    return _TIE.sub("\N{NO-BREAK SPACE}", label)


class Renderer:
    """Renders templates in a language."""

    def __init__(self, book: Phrasebook, templates: Path = TEMPLATES) -> None:
        self._book = book
        self._environment = Environment(
            loader=FileSystemLoader(templates, encoding="utf-8"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(sentence=sentence, tied=tied)

    def __call__(self, template: str, frame: Frame, **values: object) -> str:
        """A page as HTML; ``values`` are the template's own."""
        own = {
            language: self._book[language]("language.self") for language in UI_LANGUAGES
        }
        return self._environment.get_template(template).render(
            frame=frame, say=self._book[frame.language], languages=own, **values
        )
