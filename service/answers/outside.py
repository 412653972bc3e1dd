"""Questions that no act answers whatever it says: opinions, one's own case, today."""

from __future__ import annotations

import re
from typing import Final, Literal

from corpus.letters import fold

Outside = Literal["opinion", "own_case", "current"]

#: A judgement is asked for, folded. Matches «как вы считаете», "doing a good job",
#: «дурыс па», "was it a success?"; must not match «рассмотрение», "good governance",
#: «правильно ли я понимаю», "what is a fair price", "who is charged with fair trade".
_OPINION: Final = re.compile(
    r"\bкак (?:вы|ты) (?:считаете|думаете|считаешь|думаешь)\b|\bпо[- ]вашему\b"
    r"|\b(?:правильно|хорошо|плохо|справедливо|эффективно) ли\b(?! я)|\bваше мнение\b"
    r"|\b(?:do|what do) you think\b|\bin your opinion\b|\ba good job\b"
    r"|^(?:is|was|are|were) .{0,60}\b(?:success(?:ful)?|any good|fair|worth it)\W*$"
    r"|\bкалай ойлайсы[зн]\b|\bойынызша\b|\bпикириниз\b"
    r"|\b(?:дурыс|жаксы|адил) (?:па|ма)\b"
)
#: Someone speaks of his own case, folded. Matches «меня уволили», "my school",
#: «маган айыппул салды», "should I", «барамын»; must not match «мен» ("and"), "IV",
#: «мнение», «колемин», «адамын».
_OWN_CASE: Final = re.compile(
    r"\b(?:меня|мне|мной|мою|моя|мое|мои|мой|моего|моей|моему|моих)\b"
    r"|\b(?:my|me|mine)\b|\b(?:can|do|should|may|must|could|am|shall|if|when|have) i\b"
    r"|\b(?:маган|мени|менин)\b"
    r"|\b(?:\w+й|(?:бар|ал|жаз|тур|бол|тап)а|(?:бер|бил|кор|кир)е)м[ыи]н\b"
    r"|\bакыл айт\w*|\bкенес бериниз\b|\bпосоветуй\w*"
)
#: The state of things today is asked for, folded. Matches «сейчас», "yesterday",
#: «бугин»; must not match «в настоящее время», «казирги заманги».
_CURRENT: Final = re.compile(
    r"\b(?:сейчас|сегодня|вчера|завтра|today|yesterday|tomorrow|now|currently"
    r"|nowadays|бугин|казир|кеше|ертен|биыл)\b"
)
#: In order: the surest first.
_KINDS: Final[tuple[tuple[Outside, re.Pattern[str]], ...]] = (
    ("opinion", _OPINION),
    ("own_case", _OWN_CASE),
    ("current", _CURRENT),
)


def outside(question: str) -> Outside | None:
    """What a question asks for that acts do not give; None where they may."""
    folded = fold(question)
    return next((kind for kind, words in _KINDS if words.search(folded)), None)
