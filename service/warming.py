"""An engine made ready before the first question is asked."""

from __future__ import annotations

import gc

from service.phrases import Phrasebook
from service.ports import Engine


def warm(engine: Engine, book: Phrasebook) -> None:
    """Load what is loaded at the first question, once, before processes fork.

    So the first caller does not wait for dictionaries, and the processes share
    them; what was made so far is kept out of their collections of garbage, which
    would else copy it.
    """
    for language, words in book.items():
        engine.ask(words("search.example_1"), language=language)
    gc.collect()
    gc.freeze()
