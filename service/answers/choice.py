"""Which of several intents a question is answered under, where it may have several.

"How many standards" and "who writes them" share words; the evidence tells which is
meant: the intent whose best candidate answers clearly better.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.letters import fold
from service.answers.case import Candidate, Case
from service.answers.evidence import candidates
from service.answers.makers import OUTSIDE
from service.answers.support import supported
from service.model import Intent

#: How much better the evidence under another intent must be.
_BETTER: Final = 1.25
#: Least weight of an intent that may take the place of the first one.
_LIKELY: Final = 2
#: Words that ask for what no act says, folded; in an act's own words they are its
#: matter: «телефонная сеть», «санкционные списки», «наказание владельцев».
_OUTSIDE_WORDS = re.compile(
    r"^(?:телефон|phone|адрес|address|мекенжай|почт|пошта|mail|сайт|site|контакт|contact"
    r"|штраф|айыппул|fine|penal|punish|sanction|санкц|наказан|жаза|взыскан|оклад|жалакы"
    r"|зарплат|salar|wage|преми|pay|allowance|документ|кужат|document|paper|график"
    r"|час|hour|сагат|фамили|имя|аты|name|surname)"
)
#: A word that asks, folded, in three languages.
_ASKING = re.compile(
    r"\?|\b(?:кандай|кай|кайсы|канша|неше|ким|кимдер|кашан|что|как|какой|какая|какое|какие"
    r"|сколько|кто|где|куда|когда|what|which|how|who|whom|where|when|whose)\b"
)
#: Concepts from which a question without asking words only names a matter.
_MANY: Final = 3
#: How well the evidence must hold such a word.
_HELD: Final = 0.5


def chosen_intent(case: Case, first: Intent) -> Intent:
    """The intent to answer under: the first, unless the evidence speaks for another.

    That must answer clearly better and hold no less of the question: what is
    near only because it holds the kind of thing asked for does not count.
    """
    others = _others(case, first)
    if not others:
        return first
    best = _best(case, first)
    worth = best.worth if best and best.draft else 0.0
    choice = first
    for intent in others:
        other = _best(case, intent)
        if other is None or other.draft is None or not other.fit:
            continue
        held = best is None or other.support >= best.support
        if held and other.worth > _BETTER * worth and _allowed(case, first, other):
            choice, worth = intent, other.worth / _BETTER
    return choice


def _best(case: Case, intent: Intent) -> Candidate | None:
    return next(iter(candidates(case, intent)), None)


def _others(case: Case, first: Intent) -> list[Intent]:
    """Intents besides the first: asked for, or none at all where nothing asks."""
    asked = [a for a in case.query.asked if a.weight >= _LIKELY]
    others = [a.intent for a in asked if a.intent != first]
    weak = all(a.weight < _LIKELY or a.slot in OUTSIDE for a in case.query.asked)
    bare = not _ASKING.search(fold(case.query.text)) and len(case.concepts) >= _MANY
    if weak and case.query.asked and bare:
        others.append("search")
    return list(dict.fromkeys(others))


def _allowed(case: Case, first: Intent, other: Candidate) -> bool:
    """Whether what is outside all acts is no more than the matter of this evidence."""
    if case.slots(first)[:1] and case.slots(first)[0] not in OUTSIDE:
        return True
    words = [c for c in case.concepts if any(map(_OUTSIDE_WORDS.match, c.folded))]
    return bool(words) and all(supported(c, other.held) >= _HELD for c in words)
