"""Irregular forms, as data that lawyers edit: form, stem, note."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "lexicon"
#: Known roots and irregular forms of Kazakh.
KAZAKH_FILE: Final = _FOLDER / "kk_exceptions.tsv"
#: Irregular verbs and plurals of English.
ENGLISH_FILE: Final = _FOLDER / "en_exceptions.tsv"


def load_exceptions(path: Path) -> dict[str, str]:
    """Form → stem from a data file; a root is its own stem.

    Forms of irregular words may be inner ones («халқ» of «халқы»).

    Args:
        path: A tab-separated file with a header line; ``#`` begins a remark.
    """
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {
        pair[0]: pair[1] if len(pair) > 1 and pair[1] else pair[0] for pair in pairs
    }
