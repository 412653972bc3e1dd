"""Text to lexical terms, the same when the index is built and when it is asked.

Terms of a field are joined by blanks, so that the lexical index needs no rules
of its own: it splits at blanks and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Protocol

from corpus.model import Language
from indexer.segment import Clause
from indexer.terms import Analysis, Part, field

#: Length of the character grams that stand in for lemmas of unknown words.
GRAM: Final = 4
#: Stands between two cells of a field, so that no phrase reaches across.
CELL_BORDER: Final = "¶"
#: Which analyses each part is indexed by.
ANALYSES: Final[Mapping[Part, tuple[Analysis, ...]]] = {
    "all": ("words", "stems", "folded", "grams"),
    "title": ("words", "stems"),
    "heading": ("words", "stems"),
    "section": ("words", "stems"),
    "text": ("words", "stems"),
    "form": ("words", "stems"),
    "deadline": ("words", "stems"),
    "executors": ("words", "stems"),
    "funding": ("words", "stems"),
    "act": ("words", "stems"),
    "rendering": ("words", "stems", "folded"),
    "name": ("stems",),
}
#: Cells that say what a provision is called.
_NAMES: Final = frozenset({"title", "heading"})
#: Every field of the lexical index.
FIELDS: Final[tuple[str, ...]] = tuple(
    field(part, analysis) for part, kinds in ANALYSES.items() for analysis in kinds
)


class TokenLike(Protocol):
    """What is needed of a token; :class:`corpus.nlp.Token` has it."""

    @property
    def text(self) -> str:
        """As it stands in the text."""

    @property
    def lemma(self) -> str:
        """Dictionary form or stem."""

    @property
    def folded(self) -> str:
        """Lower case, letters that a keyboard may lack replaced."""

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""

    @property
    def is_number(self) -> bool:
        """Whether it is made of figures."""


#: Cuts a text of a language into tokens; :func:`corpus.nlp.tokens` is the real one.
Tokenize = Callable[[str, Language], Sequence[TokenLike]]


def grams(word: str) -> tuple[str, ...]:
    """Character 4-grams of a word with its ends marked.

    >>> grams("кукык")
    ('_кук', 'кукы', 'укык', 'кык_')
    """
    marked = f"_{word}_"
    return tuple(marked[at : at + GRAM] for at in range(max(1, len(marked) - GRAM + 1)))


def _unbroken(form: str) -> str:
    """A form without white space, so that it stays one term."""
    return "".join(form.lower().split())


def _term(token: TokenLike, analysis: Analysis) -> str:
    """One form of a token; the token itself where that form has no letter left."""
    form = {"stems": token.lemma, "folded": token.folded}.get(analysis, token.text)
    return _unbroken(form) or _unbroken(token.text)


def terms(tokens: Iterable[TokenLike], analysis: Analysis) -> Iterator[str]:
    """The terms of tokens; punctuation gives none.

    Args:
        tokens: As :func:`corpus.nlp.tokens` gives them.
        analysis: "words", "stems", "folded" or "grams".

    Yields:
        Terms in order of the text, none empty, none with a blank.
    """
    for token in tokens:
        if not (token.is_word or token.is_number):
            continue
        if analysis != "grams":
            yield _term(token, analysis)
        elif token.is_word:
            yield from grams(_term(token, "folded"))


def _joined(cells: Sequence[Sequence[TokenLike]], analysis: Analysis) -> str:
    glue = f" {CELL_BORDER} "
    return glue.join(filter(None, (" ".join(terms(c, analysis)) for c in cells)))


def _by_part(
    clause: Clause, tokenize: Tokenize
) -> Iterator[tuple[Part, Sequence[Sequence[TokenLike]]]]:
    """Tokens of each part, cell by cell; "all" from the tokens of its cells."""
    own = [
        (part, tokenize(text, clause.language)) for part, text in clause.cells if text
    ]
    yield "all", [tokens for _, tokens in own]
    for part, tokens in own:
        yield part, [tokens]
    yield "section", [tokenize(x, clause.language) for x in clause.section.split("\n")]
    yield "act", [tokenize(clause.act_title, clause.language)]
    rendered = [tokenize(r.text, r.language) for r in clause.renderings]
    yield "rendering", rendered
    names = zip(clause.renderings, rendered, strict=True)
    yield (
        "name",
        [tokens for part, tokens in own if part in _NAMES]
        + [tokens for rendering, tokens in names if rendering.field in _NAMES],
    )


def fields(clause: Clause, tokenize: Tokenize) -> tuple[tuple[str, str], ...]:
    """A clause as the lexical index takes it.

    Returns:
        ``(field name, terms joined by blanks)``, fields without terms left out.
    """
    named = (
        (field(part, analysis), _joined(cells, analysis))
        for part, cells in _by_part(clause, tokenize)
        for analysis in ANALYSES[part]
    )
    return tuple((name, joined) for name, joined in named if joined)
