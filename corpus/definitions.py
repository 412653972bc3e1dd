"""Terms that an act explains: «1) ұлттық қауіпсіздік – …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.model import Definition, Provision
from corpus.patterns import read_mark

#: The words that open a list of definitions, up to its colon.
#: Must not match a provision that merely speaks of terms.
_OPENS = re.compile(
    r"(?:ұғым|термин|анықтама|түсінік)\w*.{0,60}(?:пайдаланыл|қолданыл)\w*\s*:$"
    r"|(?:использу|применя|примен)\w*.{0,60}(?:понят|термин|определен)\w*.{0,30}:$"
    r"|(?:понят|термин)\w*.{0,40}(?:использу|применя)\w*.{0,60}:$",
    re.IGNORECASE | re.DOTALL,
)
#: The dash between a term and its meaning; must not match a hyphen.
_DASH = re.compile(r"\s+[-–—]\s+")
#: What stands in brackets; a dash in it parts nothing.
_BRACKET = re.compile(r"\([^()]*\)")
#: A short form in brackets behind a term.
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
#: How a term is explained: «X – …», «под X понимается …», «X … деп танылады».
#: Must not match a dash between figures.
_EXPLAINS = re.compile(
    r"^\W*(?:\d+[.)]\s*)?[^–—.;:]{3,90}\s[–—-]\s\D|понима[ею]тся|дегеніміз|деп танылады"
    r"|деп түсініледі|признается|\bявляется\b|болып табылады",
    re.IGNORECASE,
)
_LONGEST_TERM = 160


def explained(text: str) -> str | None:
    """What a text explains, by its form: all up to «–», "is"; None if nothing."""
    found = _EXPLAINS.search(text)
    return text[: found.end()] if found else None


def read_definitions(provisions: Sequence[Provision]) -> tuple[Definition, ...]:
    """All definitions in reading order: units below what opens a list of them.

    An unmarked paragraph opens the list of the article or point that it stands in.
    """
    opening = {
        p.parent if p.kind == "para" and p.parent else p.id
        for p in provisions
        if _OPENS.search(p.own.text)
    }
    return tuple(
        definition
        for provision in provisions
        if provision.parent in opening
        and provision.kind in {"subpoint", "point", "para"}
        for definition in _definition(provision)
    )


def _definition(provision: Provision) -> Iterator[Definition]:
    """The term and its meaning, if the provision has both."""
    text = provision.text
    mark = read_mark(text)
    words = text[mark.rest :] if mark else text
    plain = _BRACKET.sub(lambda bracket: "·" * len(bracket.group()), words)
    dash = _DASH.search(plain)
    if dash and 0 < dash.start() <= _LONGEST_TERM:
        term = _BRACKETS.sub("", words[: dash.start()]).strip(' "«»')
        meaning = words[dash.end() :].strip().rstrip(";.")
        yield Definition(term, meaning, provision.id)
