"""Words that name kinds of acts in a question, in three languages."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

#: Kinds of acts by the folded beginnings of their names in a question.
_KINDS: Final = (
    ("постановлен", "resolution"),
    ("каулы", "resolution"),
    ("resolution", "resolution"),
    ("пост", "resolution"),
    ("ппрк", "resolution"),
    ("указ", "decree"),
    ("жарлы", "decree"),
    ("decree", "decree"),
    ("приказ", "order"),
    ("буйры", "order"),
    ("order", "order"),
    ("закон", "law"),
    ("зан", "law"),
    ("law", "law"),
    ("кодекс", "code"),
    ("code", "code"),
    ("конституция", "constitution"),
    ("конституции", "constitution"),
    ("конституцию", "constitution"),
    ("constitution", "constitution"),
    ("распоряжени", "directive"),
    ("оким", "directive"),
    ("directive", "directive"),
    ("решени", "decision"),
    ("шешим", "decision"),
    ("decision", "decision"),
    ("нпа", ""),
    ("акт", ""),
    ("act", ""),
)
#: Beginnings of other words that look like one of those.
_NOT_KINDS: Final = (
    *("указан", "законода", "законност", "законн", "заннама", "зангер", "занды"),
    *("законопроект", "конституциялык", "constitutional"),
    *("action", "activ", "actual", "across", "актив", "актуал", "орденд", "окимет"),
    *("постоян", "постав", "постро", "постра"),
)


@lru_cache(maxsize=1 << 12)
def kind_of_word(folded: str) -> str | None:
    """The kind of act that a word names: "order"; "" for «акт», None for others."""
    if folded.startswith(_NOT_KINDS):
        return None
    for beginning, kind in _KINDS:
        exact = len(beginning) <= 4 and beginning != "указ"
        if folded == beginning or (not exact and folded.startswith(beginning)):
            return kind
        if exact and folded.startswith(beginning) and len(folded) <= len(beginning) + 4:
            return kind
    return None


#: Words that also name other things ("public order", "in order to"), and what must
#: stand behind them if they name an act.
_DOUBTFUL: Final = frozenset({"order", "act", "code", "decision", "directive"})
_ABOUT: Final = frozenset({"on", "about", "approving", "for"})


def naming_kind(folded: str, behind: str) -> str | None:
    """The kind of act that a word names beside words of its title.

    «закон о государственных закупках», "the order on …"; not "public order".

    Args:
        folded: The word.
        behind: The word behind it, folded; "" at the end.
    """
    if folded in _DOUBTFUL and behind not in _ABOUT:
        return None
    return kind_of_word(folded) or None
