"""What tests of the judged question sets look at alike."""

import hashlib
from pathlib import Path

from eval.compare import squash
from eval.gold import Wanted

ROOT = Path(__file__).resolve().parent.parent


def first_digit(identity: str) -> str:
    """The hexadecimal digit of a question's id that says whether it is held."""
    return hashlib.sha256(identity.encode()).hexdigest()[0]


def said(act_id: str, wanted: Wanted) -> str:
    """The letters and figures of the lines that answer, of an act that ships."""
    file = ROOT / "corpus" / "acts" / f"{act_id}.txt"
    lines = file.read_text(encoding="utf-8").split("\n")
    parts = (line for a, b in wanted.evidence for line in lines[a - 1 : b])
    return squash(" ".join(parts))
