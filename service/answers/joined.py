"""Whether a question joins several: «когда принят указ и кто его подписал»."""

from __future__ import annotations

import re
from collections.abc import Collection

from service.answers.case import Case
from service.cues_asking import CERTAIN
from service.model import Intent

#: What joins two questions. Matches "… and who …", «… и кто …», «… и каким …»,
#: «… және қашан …»; must not match "culture and sport", "and issues", «және қайта»,
#: «и подзаконный».
_JOINED = re.compile(
    r"(?:\b(?:и|а|and|және|әрі|мен)|,)\s+(?:кто|кем|когда|как|под\b|подпис|действует"
    r"|(?:what|who|whom|whose|when|by|is|was)\b|кім|қашан|қай(?!т)|күш)"
)


def slots_joined(case: Case, intent: Intent, slots: Collection[str]) -> int:
    """How many of some slots are asked for together, at least 1.

    Several only where the question joins clauses: "since when and how long" is one.
    """
    if not _JOINED.search(case.query.text.lower()):
        return 1
    sure = {
        a.slot for a in case.query.asked if a.intent == intent and a.weight == CERTAIN
    }
    return max(1, len(sure.intersection(slots)))
