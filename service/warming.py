"""An engine made ready before the first question is asked."""

from __future__ import annotations

import gc
from typing import Final

from service.phrases import Phrasebook
from service.ports import Engine

#: Objects made since the last collection of garbage from which there is another one,
#: and how many of each generation make one of the next.
_COLLECTED: Final = (20_000, 20, 20)


def warm(engine: Engine, book: Phrasebook) -> None:
    """Load what is loaded at the first question, once, before processes fork.

    So the first caller does not wait for dictionaries, and the processes share
    them; what was made so far is kept out of their collections of garbage, which
    would else copy it. Later ones are rarer than by default: answers leave few cycles
    behind, and much that is kept.
    """
    engine.index.read_ahead()
    for language, words in book.items():
        engine.ask(words("search.example_1"), language=language)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECTED)
