"""The law of other countries: no act held answers for it unless it speaks of it."""

from __future__ import annotations

import re
from typing import Final

from corpus.letters import fold

#: States by words of their names, folded; «Ресей» and "Russia" are one.
#: Must not match «туркестанская область» or «иранский» within «ветеранский».
_STATES: Final = {
    name: re.compile(rf"\b(?:{words})\w*")
    for name, words in {
        "ru": "росси|ресей|russia|рф\\b",
        "cn": "кита[йея]|кытай|china|chinese|кнр\\b",
        "us": "сша\\b|акш\\b|usa\\b|united states|американск",
        "uz": "узбек|озбек|uzbek",
        "kg": "кыргыз|киргиз|kyrgyz",
        "tm": "туркмен|туркимен|turkmen",
        "tj": "таджик|тажик|tajik",
        "by": "белорус|белар|belarus",
        "ua": "украин|ukrain",
        "de": "герман|german",
        "fr": "франц|france|french",
        "gb": "британ|великобрит|англи[ия]|britain|british|england|united kingdom",
        "tr": "турци|туркия|turkey|turkiye",
        "in": "инди[ия]\\b|ундистан|india\\b",
        "jp": "япон|жапон|japan",
        "kr": "коре[яией]|korea",
        "am": "армени|armenia",
        "az": "азербай|эзирбай|azerbai",
        "ge": "грузи[яи]|georgia\\b",
        "pl": "польш|польша|poland",
        "it": "итали|italy|italian",
        "es": "испани|spain",
        "mn": "монгол|mongol",
        "ir": "\\bиран\\b|\\bирана|\\biran\\b",
        "sy": "сири[яию]|syria",
        "iq": "ирак|irak|iraq",
        "af": "афган|ауган|afghan",
        "il": "израил|israel",
        "eu": "евросоюз|европейск\\w+ союз|еуропалык одак|european union|\\beu\\b",
    }.items()
}
#: Law is spoken of, folded. Matches «конституция», «законы», "criminal code".
_LAW = re.compile(
    r"\bзакон|\bзан\b|\bзан[ыда]|\bконституц|\bкодекс|\bправо\b|\blaws?\b|\bcode\b"
    r"|\bconstitution|\bact\b|\blegislation|\bуказ\b|\bжарлык|\bуголовн|\bкылмыстык"
)


def foreign_law(question: str) -> frozenset[str]:
    """The states whose law a question speaks of, by their codes."""
    folded = fold(question)
    return states_in(question) if _LAW.search(folded) else frozenset()


def states_in(text: str) -> frozenset[str]:
    """The foreign states that a text names, by their codes."""
    folded = fold(text)
    return frozenset(name for name, words in _STATES.items() if words.search(folded))
