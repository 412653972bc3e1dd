"""Numbers of provisions said in words: «сорок вторая мера», "measure forty-two".

Words are folded (:func:`corpus.letters.fold`), so that Kazakh typed on a Russian
keyboard is read as well. Tens and hundreds stand before the units in all three
languages, and only the last word of a number of order is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from service.words_of import Word


def _table(rows: str) -> dict[str, int]:
    """Words with their values: «сорок=40 елу=50»."""
    return {word: int(n) for word, n in (row.split("=") for row in rows.split())}


#: Numbers of order by the folded beginnings that their forms share.
_ORDINALS: Final = _table(
    """
    первы=1 перва=1 перво=1 втор=2 трети=3 треть=3 четверт=4 пяты=5 пята=5 пято=5
    шесто=6 шеста=6 седьмо=7 седьма=7 восьмо=8 восьма=8 девяты=9 девята=9 девято=9
    десяты=10 десята=10 десято=10 одиннадцат=11 двенадцат=12 тринадцат=13
    четырнадцат=14 пятнадцат=15 шестнадцат=16 семнадцат=17 восемнадцат=18
    девятнадцат=19 двадцаты=20 двадцата=20 двадцато=20 тридцаты=30 тридцата=30
    тридцато=30 сороков=40 пятидесят=50 шестидесят=60 семидесят=70 восьмидесят=80
    девяносты=90 девяностая=90 девяностой=90 девяностого=90
    биринши=1 екинши=2 ушинши=3 тортинши=4 бесинши=5 алтыншы=6 жетинши=7 сегизинши=8
    тогызыншы=9 оныншы=10 жиырмасыншы=20 отызыншы=30 кыркыншы=40 елуинши=50
    алпысыншы=60 жетписинши=70 сексенинши=80 токсаныншы=90 жузинши=100
    first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9
    tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15
    sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30
    fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90
    hundredth=100
    """
)
#: Round numbers that units follow, whole folded forms.
_ROUND: Final = _table(
    """
    двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70
    восемьдесят=80 девяносто=90 сто=100
    он=10 жиырма=20 отыз=30 кырык=40 елу=50 алпыс=60 жетпис=70 сексен=80 токсан=90
    жуз=100
    twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
    hundred=100
    """
)
#: Smaller plain numbers, whole folded forms. "One" is left out: it says other things.
_SMALL: Final = _table(
    """
    два=2 две=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10
    одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15
    шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19
    two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11
    twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18
    nineteen=19
    """
)
#: Units that count only behind a round number: «сорок один», "forty-one".
_ONE: Final = {"один": 1, "одна": 1, "одно": 1, "one": 1}
#: Kazakh "ten", a Russian pronoun, is a number only before a Kazakh one.
_PRONOUN: Final = "он"
#: How Kazakh numbers of order end, folded.
_KAZAKH_END: Final = ("инши", "ншы")
#: Words behind a number that it counts or orders: «срок меры три месяца», «меры
#: второго квартала». Folded beginnings.
_COUNTED: Final = (
    *("дн", "день", "недел", "месяц", "квартал", "год", "лет", "час", "раз", "процент"),
    *("токсан", "жыл", "ай", "кун"),
    *("day", "week", "month", "quarter", "year", "hour", "time", "percent", "per"),
)
#: Letters between two words of one number: a blank or a hyphen.
_TOUCH: Final = 1


class Said(NamedTuple):
    """A number said in words, and where."""

    value: int
    start: int
    end: int


def ordinal(folded: str) -> int | None:
    """1 for «первый», 11 for «одиннадцатая»; None for other words and plain numbers."""
    if folded in _SMALL or folded in _ROUND:
        return None
    found = (n for stem, n in _ORDINALS.items() if folded.startswith(stem))
    return next(found, None)


def _rounds_before(words: Sequence[Word], at: int, value: int) -> tuple[int, int]:
    """The number with the round ones before it, and the place of the first.

    «жүз қырық екінші» = 142: each word to the left is a larger round number.
    """
    while at:
        before = _ROUND.get(words[at - 1].folded, 0)
        if words[at - 1].folded == _PRONOUN and not words[at].folded.endswith(
            _KAZAKH_END
        ):
            break
        smaller = before > value and not (before < 100 and value >= 10)
        if not smaller or words[at].start - words[at - 1].end > _TOUCH:
            break
        at, value = at - 1, value + before
    return value, at


def said_before(words: Sequence[Word], name_start: int) -> Said | None:
    """The number of order that ends right before a noun: «сорок вторая мера»."""
    last = max((i for i, w in enumerate(words) if w.end <= name_start), default=None)
    value = ordinal(words[last].folded) if last is not None else None
    if last is None or value is None:
        return None
    value, first = _rounds_before(words, last, value)
    return Said(value, words[first].start, words[last].end)


def said_behind(words: Sequence[Word], name_end: int) -> Said | None:
    """The number right behind a noun: «абзац второй», "measure forty-two".

    A number that says something of the word behind it is none of the noun's.
    """
    first = next((i for i, w in enumerate(words) if w.start >= name_end), len(words))
    at, value = first, 0
    while at < len(words):
        part = _part(words[at].folded, value)
        if part is None or (at > first and words[at].start - words[at - 1].end > 1):
            break
        at, value = at + 1, value + part
        if value % 10:
            break
    if not value or words[first:at][-1].folded == _PRONOUN:
        return None
    behind = words[at].folded if at < len(words) else ""
    if behind.startswith(_COUNTED):
        return None
    return Said(value, words[first].start, words[at - 1].end)


def _part(folded: str, value: int) -> int | None:
    """What a word adds to the number read so far, None if nothing."""
    units = ordinal(folded) or _SMALL.get(folded) or (_ONE.get(folded) if value else 0)
    part = _ROUND.get(folded) or units
    fits = part and (not value or (part < 10 <= value) or (part < 100 <= value))
    return part if fits else None
