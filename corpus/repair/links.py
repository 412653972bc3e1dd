"""Where the text of a displaced link may begin or end in its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.repair.vocabulary import Vocabulary

#: A reference to an act or a part of one, as links of adilet read.
#: Matches ``1) тармақшасына``, ``32-тармағында``, ``№ 464``, ``Жарлығын``,
#: ``подпунктом 3)``, ``статьи 4``; must not match ``тәртіппен`` or bare figures.
_NOUNS: Final = (
    r"(?:тармақша|тармағ|тармақ|баб[ыі]|бап|тарау|қосымша|бөлім|параграф|абзац)\w*"
)
_ACTS: Final = (
    r"(?:[Ққ]аулы|[Жж]арлы[ғқ]|[Бб]ұйры[ғқ]|[Зз]аң|[Кк]одекс"
    r"|[Шш]ешім|[Өө]кім|[Ее]реже)\w*"
)
_RUSSIAN: Final = (
    r"(?:подпункт\w*|пункт\w*|част\w+|абзац\w*|стать\w+|глав\w+|приложени\w+)"
    r"(?: \d+(?:-\d+)?\)?)?|(?:[Зз]акон|[Уу]каз|[Кк]одекс|[Пп]риказ)\w*"
    r"|[Пп]остановлени\w+|[Рр]ешени\w+"
)
_REFERENCE: Final = (
    rf"(?:(?:№|N) ?\d[\w/-]*|\d+(?:-\d+)?\) ?{_NOUNS}|(?:\d+(?:-\d+)?-)?{_NOUNS}"
    rf"|{_ACTS}|{_RUSSIAN})"
)
_TAIL = re.compile(rf"(?:^|(?<=[\s,;:.])){_REFERENCE}(?: (?:және|и) {_REFERENCE})?\s*$")
_HEAD = re.compile(rf"^{_REFERENCE}(?=\s)")
#: Text glued to the mark that ends the sentence or clause: ``бекітілсін.бағдарлама``,
#: ``:ҚАУЛЫ ЕТЕДІ``, ``.№ 464``; must not match decimal points or ``т.б.``.
_GLUED = re.compile(
    r"(?<=[^\W\d_\s][.:;])(?=[^\s.,;:)\]»\"])|(?<=\s[:;,])(?=[^\s.,;:)])"
)
#: A last word that a reference is glued to: ``қауіпсіздіктармағына``.
_GLUED_WORD = re.compile(rf"([^\W\d_]{{3,}}?)({_NOUNS})\s*$")
#: Last words of a line, for links of any other form.
_LAST_WORDS = re.compile(r"(?<=\s)[^\W\d_]\S*(?: [^\W\d_]\S*){0,3}\s*$")
_SENTENCE_MARK = re.compile(r"[.:;]\s")


def link_tails(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, bool]]:
    """Offsets at which the displaced end of a line may begin.

    Yields:
        The offset, and whether the form alone makes it sure: a reference, or text
        glued to a mark. Others are the last one to four words.
    """
    for glued in _GLUED.finditer(text):
        if not _SENTENCE_MARK.search(text, glued.end()):
            yield glued.start(), True
    tail = _TAIL.search(text)
    if tail:
        yield tail.start(), True
    word = _GLUED_WORD.search(text)
    if word and vocabulary.count(word[1]) > vocabulary.count(word.group().strip()):
        yield word.start(2), True
    last = _LAST_WORDS.search(text)
    if last:
        for piece in re.finditer(r"\S+", last.group()):
            yield last.start() + piece.start(), False


def link_heads(text: str) -> Iterator[int]:
    """Offsets at which a reference displaced to the line start may end."""
    head = _HEAD.match(text)
    if head:
        yield head.end()
