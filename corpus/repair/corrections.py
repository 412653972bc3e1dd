"""Reviewed corrections of single places, made before any rule."""

from __future__ import annotations

from corpus.trace import Traced


def correct(line: Traced, printed: str, read: str) -> Traced | None:
    """The line with the first ``printed`` read as ``read``; None if it is not there.

    Letters keep the places of the printed ones as far as these reach.
    """
    start = line.text.find(printed)
    if start < 0:
        return None
    end = start + len(printed)
    kept = min(len(printed), len(read))
    meant = line[start : start + kept].with_text(read[:kept])
    return line[:start] + meant + Traced.inserted(read[kept:]) + line[end:]
