"""Language of a text: Kazakh, Russian, English, or not to be told.

Certain rules come first (:mod:`corpus.language_rules`). What they leave open is
settled by langdetect, which has no Kazakh of its own and is taught it here,
with profiles built from acts: as printed, as typed without the Kazakh letters,
and as typed in Latin letters. Nothing else in the project imports langdetect.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from corpus.language_rules import Evidence, evidence
from corpus.letters import fold, is_kazakh, latinised
from corpus.model import Language

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

#: Names of the Kazakh profiles: as printed, without its letters, in Latin ones.
PROFILE_NAMES: Final = ("kk", "kk-folded", "kk-latin")
PROFILES_FOLDER: Final = Path(__file__).parent / "profiles"

#: The rules decide alone from this weight on; below it the letters are compared.
_ENOUGH: Final = 2.0
#: A runner-up with this share of the winner's weight makes a text ambiguous.
_CLOSE: Final = 0.5
#: Weight that the comparison of letters adds to the rules' weights: less than one
#: word's ending has.
_COMPARED: Final = 0.9

#: A run of letters. Matches «жыл» in «жыл-2»; must not match digits or marks.
_LETTERS = re.compile(r"[^\W\d_]+")
#: Where one clause ends and another language may begin.
#: Matches after «; », «: », «? », before «(», after «)»; not in «2018 ж. бойы».
_CLAUSE_END = re.compile(
    r"(?<=[;:!?\n])\s*|(?<=\.)\s+(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ«\"])|\s+(?=[(«])|(?<=[)»])\s+"
)


class Detected(NamedTuple):
    """What language a text is in.

    Attributes:
        language: "kk", "ru", "en", or "und" where nothing speaks for one.
        confidence: Share of the evidence that speaks for it, 0..1.
        ambiguous: Another language may be meant, so search in both; so are
            Kazakh typed without its letters and words that two languages share.
    """

    language: Language
    confidence: float
    ambiguous: bool


class Clause(NamedTuple):
    """A stretch of a text in one language; offsets are half-open."""

    start: int
    end: int
    detected: Detected


_NOTHING: Final = Detected("und", 0.0, ambiguous=True)


def _spelled(text: str, name: str) -> tuple[str, ...]:
    """A Kazakh text as the profile of that name is to see it."""
    if name == "kk":
        return (text,)
    return (fold(text),) if name == "kk-folded" else latinised(text)


def profile_lines(text: str) -> Iterator[str]:
    """The lines of an act that may teach Kazakh: no tables, no torn letters.

    Kept are lines of three words or more, a quarter of them with Kazakh letters
    and few of them lone letters.
    """
    for line in text.split("\n"):
        words = _LETTERS.findall(line)
        lone = sum(len(word) == 1 for word in words)
        kazakh = sum(is_kazakh(word) for word in words)
        if len(words) >= 3 and lone < 0.3 * len(words) <= 1.2 * kazakh:
            yield line


def build_profile(texts: Iterable[str], name: str = "kk") -> str:
    """A langdetect profile (JSON) of Kazakh texts; equal texts, equal bytes.

    Args:
        texts: Clauses or lines of Kazakh.
        name: One of ``PROFILE_NAMES``.
    """
    from langdetect.utils.lang_profile import LangProfile  # noqa: PLC0415

    profile = LangProfile(name)
    for text in texts:
        for spelled in _spelled(text, name):
            profile.update(spelled)
    profile.omit_less_freq()
    freq = dict(sorted(profile.freq.items()))
    data = {"freq": freq, "n_words": profile.n_words, "name": name}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def save_profiles(texts: Iterable[str], folder: Path = PROFILES_FOLDER) -> None:
    """Build the Kazakh profiles from clauses of acts and write them to a folder."""
    kept = list(texts)
    folder.mkdir(parents=True, exist_ok=True)
    for name in PROFILE_NAMES:
        (folder / name).write_text(build_profile(kept, name), encoding="utf-8")


@lru_cache(maxsize=2)
def _factory(script: Literal["cyrillic", "latin"]) -> DetectorFactory:
    """The detector with the two or three profiles that a script leaves open."""
    from langdetect import detector_factory  # noqa: PLC0415

    theirs = Path(detector_factory.PROFILES_DIRECTORY)
    files = {
        "cyrillic": (theirs / "ru", *(PROFILES_FOLDER / n for n in PROFILE_NAMES[:2])),
        "latin": (theirs / "en", PROFILES_FOLDER / PROFILE_NAMES[2]),
    }[script]
    detector_factory.DetectorFactory.seed = 0
    factory = detector_factory.DetectorFactory()
    factory.load_json_profile([file.read_text(encoding="utf-8") for file in files])
    return factory


def _by_letters(text: str, script: Literal["cyrillic", "latin"]) -> tuple[str, float]:
    """Likeliest profile and its probability; ("und", 0) where langdetect sees none."""
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415

    detector = _factory(script).create()
    detector.append(text.lower())
    try:
        best = max(detector.get_probabilities(), key=lambda p: (p.prob, p.lang))
    except (LangDetectException, ValueError):
        return "und", 0.0
    return best.lang, best.prob


def _compared(text: str, found: Evidence) -> Evidence:
    """The evidence with what the letters say added to it."""
    script: Literal["cyrillic", "latin"] = (
        "latin" if found.latin * 2 > found.words else "cyrillic"
    )
    name, probability = _by_letters(text, script)
    weight = _COMPARED * probability
    if name == "ru":
        return found._replace(ru=found.ru + weight)
    if name == "en":
        return found._replace(en=found.en + weight)
    if name == "kk":
        return found._replace(kk=found.kk + weight)
    return found._replace(folded=found.folded + weight)


def _verdict(found: Evidence, ruled: Evidence) -> Detected:
    """The decision on evidence, of which the rules alone gave ``ruled``."""
    weights: dict[Language, float] = {
        "kk": found.kk + found.folded,
        "ru": found.ru,
        "en": found.en,
    }
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    (best, most), (_, second) = ranked[:2]
    if most <= 0:
        return _NOTHING
    share = most / sum(weights.values())
    unlettered = best == "kk" and found.kk < found.folded
    shared = best != "en" and max(ruled.kk, ruled.folded, ruled.ru) < 1
    ambiguous = second >= _CLOSE * most or unlettered or shared
    confidence = share * min(1.0, most / _ENOUGH)
    return Detected(best, round(confidence, 4), ambiguous)


def detect(text: str) -> Detected:
    """The language of a text, the same at every call.

    Digits and abbreviations alone tell nothing: "und", confidence 0.
    """
    found = evidence(text)
    if not found.words:
        return _NOTHING
    weights = sorted((found.kk + found.folded, found.ru, found.en))
    if weights[-1] >= _ENOUGH and weights[-2] < weights[-1]:
        return _verdict(found, found)
    return _verdict(_compared(text, found), found)


def clauses(text: str) -> tuple[Clause, ...]:
    """Stretches of a text by language, in order, covering all of it.

    A clause that tells nothing goes with the one before it.
    """
    cuts = [0, *(m.end() for m in _CLAUSE_END.finditer(text)), len(text)]
    found: list[Clause] = []
    for start, end in pairwise(sorted(set(cuts))):
        here = Clause(start, end, detect(text[start:end]))
        last = found[-1] if found else None
        if last and here.detected.language in {last.detected.language, "und"}:
            found[-1] = last._replace(end=end)
        elif last and last.detected.language == "und":
            found[-1] = here._replace(start=last.start)
        else:
            found.append(here)
    return tuple(found)
