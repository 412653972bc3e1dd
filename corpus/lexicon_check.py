"""Holds the termbase to its rules, and says how much of a text it covers.

Run ``python -m corpus.lexicon_check`` for the shipped files; every finding names
file and line. What the rules are is told in ``corpus/lexicon/README.md``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from corpus.letters import is_kazakh, script_of
from corpus.lexicon import Lexicon
from corpus.model import Language
from corpus.nlp import tokens
from corpus.terms import (
    TONGUES,
    LexiconFormatError,
    Synonyms,
    Term,
    load_synonyms,
    load_terms,
    synonym_file,
    term_files,
)
from corpus.words import LEXICON_FOLDER, Tongue


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Fields of law and life.
DOMAINS: Final = _words(
    """
    agriculture anticorruption budget civil construction counterterrorism courts
    criminal culture defence digital economy education emergencies energy environment
    everyday finance foreign general health industry labour law lawmaking media place
    planning police prisons procurement prosecution quantity question religion science
    security social sport state statistics tax time tourism transport verbs
    """
)
POS: Final = _words("noun verb adj adv phrase name num pron other")

#: Letters of both scripts in one run, or Latin and Cyrillic side by side.
_RUN = re.compile(r"[^\W\d_]+")
#: A word that may be Latin in a Cyrillic column: a code, a brand, a unit.
#: Matches "IT", "call", "e-gov", "GPS"; anything Latin that is no look-alike.
_LOOKS_CYRILLIC: Final = frozenset("ABCEHIKMOPTXaceiopxy")

#: A name in quotation marks, which Russian acts print in Kazakh as it is.
#: Matches «Рухани жаңғыру»; must not match the words around it.
_QUOTED = re.compile(r"«[^«»]*»")


class Finding(NamedTuple):
    """Something in the lexicon that its rules do not allow."""

    file: str
    line: int
    code: str
    detail: str

    def __str__(self) -> str:
        """As a compiler would print it."""
        return f"{self.file}:{self.line}: {self.code}: {self.detail}"


class Coverage(NamedTuple):
    """How many content words have an entry, and the commonest that have none."""

    words: int
    covered: int
    missing: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """Covered words among all, 0..1; 1 where there is none."""
        return self.covered / self.words if self.words else 1.0


def _script_fault(name: str, tongue: Tongue) -> str | None:
    """Why a name is not in its column's script; None where it is."""
    scripts = {script_of(run) for run in _RUN.findall(name)}
    if "mixed" in scripts:
        return "look-alike"
    if tongue == "en":
        return "wrong-script" if "cyrillic" in scripts else None
    latin = [run for run in _RUN.findall(name) if script_of(run) == "latin"]
    if any(_LOOKS_CYRILLIC.issuperset(run) and len(run) > 2 for run in latin):
        roman = all(re.fullmatch(r"[IVXLC]+", run) for run in latin)
        return None if roman else "look-alike"
    told = _QUOTED.sub("", name)
    if tongue == "ru" and any(is_kazakh(w) and w.islower() for w in _RUN.findall(told)):
        return "wrong-script"
    capitals = all(run.isupper() for run in latin)
    return "wrong-script" if scripts == {"latin"} and not capitals else None


def _names_findings(
    names: Sequence[str], tongue: Tongue, file: str, line: int
) -> Iterator[Finding]:
    if not names:
        yield Finding(file, line, "empty-side", tongue)
    for name in names:
        fault = _script_fault(name, tongue)
        if fault:
            yield Finding(file, line, fault, f"{tongue}: {name}")
        if "  " in name:
            yield Finding(file, line, "double-space", f"{tongue}: {name}")
    lower = Counter(name.lower() for name in names)
    for name in sorted(name for name, count in lower.items() if count > 1):
        yield Finding(file, line, "repeated-name", f"{tongue}: {name}")


def check_terms(terms: Iterable[Term]) -> Iterator[Finding]:
    """Findings in rows of the termbase, taken together, in their order."""
    seen: dict[tuple[str, str], Term] = {}
    for term in terms:
        for tongue in TONGUES:
            names = term.names(tongue)
            yield from _names_findings(names, tongue, term.file, term.line)
        if term.domain not in DOMAINS:
            yield Finding(term.file, term.line, "unknown-domain", term.domain)
        if term.pos not in POS:
            yield Finding(term.file, term.line, "unknown-pos", term.pos)
        if not term.kk or not term.ru:
            continue
        key = (term.kk[0].lower(), term.ru[0].lower())
        first = seen.setdefault(key, term)
        if first is not term:
            detail = f"{key[0]} – {key[1]}, as in {first.file}:{first.line}"
            yield Finding(term.file, term.line, "duplicate", detail)


def check_synonyms(rows: Iterable[Synonyms], tongue: Tongue) -> Iterator[Finding]:
    """Findings in rows of synonyms of one language, in their order."""
    seen: dict[str, int] = {}
    for row in rows:
        names = (row.term, *row.synonyms) if row.term else ()
        yield from _names_findings(names, tongue, row.file, row.line)
        if not row.synonyms:
            yield Finding(row.file, row.line, "empty-side", row.term)
        first = seen.setdefault(row.term.lower(), row.line)
        if first != row.line:
            yield Finding(row.file, row.line, "duplicate", row.term)


def check_folder(folder: Path) -> tuple[Finding, ...]:
    """All findings in the termbase and the synonyms of a folder."""
    found: list[Finding] = []
    terms: list[Term] = []
    for path in term_files(folder):
        try:
            terms.extend(load_terms(path))
        except LexiconFormatError as error:
            found.append(Finding(path.name, error.line, "bad-columns", error.found))
    found.extend(check_terms(terms))
    for tongue in TONGUES:
        path = synonym_file(folder, tongue)
        try:
            rows = load_synonyms(path) if path.exists() else ()
        except LexiconFormatError as error:
            found.append(Finding(path.name, error.line, "bad-columns", error.found))
            continue
        found.extend(check_synonyms(rows, tongue))
    return tuple(found)


def coverage(
    lexicon: Lexicon, texts: Iterable[str], language: Language, most: int = 50
) -> Coverage:
    """Share of the content words of texts that stand in an entry.

    A word counts as covered if it has an entry of its own or stands in a phrase
    that has one. Figures, stop words and marks are not counted.

    Args:
        lexicon: The compiled termbase.
        texts: Texts of one language.
        language: Of the texts.
        most: How many of the commonest missing stems to return.
    """
    words = covered = 0
    missing: Counter[str] = Counter()
    for text in texts:
        found = tokens(text, language)
        for concept in lexicon.expand(found, language):
            inside = [t for t in found[concept.start : concept.end] if t.is_word]
            content = [token for token in inside if not token.is_stop]
            words += len(content)
            if concept.known:
                covered += len(content)
            else:
                missing.update(token.lemma for token in content)
    ranked = sorted(missing.items(), key=lambda item: (-item[1], item[0]))
    return Coverage(words, covered, tuple(ranked[:most]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the findings of a folder, the shipped one by default; 1 if any."""
    given = sys.argv[1:] if arguments is None else arguments
    folder = Path(given[0]) if given else LEXICON_FOLDER
    found = check_folder(folder)
    for finding in found:
        sys.stdout.write(f"{finding}\n")
    sys.stdout.write(f"{len(found)} findings\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
