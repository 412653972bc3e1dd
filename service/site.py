"""What every request needs, put together once at the start."""

from __future__ import annotations

from dataclasses import dataclass

from service.metrics import Metrics
from service.phrases import Phrasebook, UiLanguage
from service.ports import Engine
from service.rendering import Renderer
from service.voice import Voice


@dataclass(frozen=True, slots=True)
class Site:
    """The parts of one application.

    Attributes:
        engine: Answers and searches.
        book: Words in all languages.
        language: For callers who name none.
        identity: Of the index; part of every ETag.
        metrics: Counters.
        renderer: Of pages.
    """

    engine: Engine
    book: Phrasebook
    language: UiLanguage
    identity: str
    metrics: Metrics
    renderer: Renderer

    def voice(self, language: UiLanguage) -> Voice:
        """The records as presented in a language."""
        return Voice(self.book, language, self.engine.index, self.engine.bodies)
