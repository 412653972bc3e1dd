"""Renderings of provisions in other languages: unofficial ones, and official words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.ids import ProvisionId
from corpus.model import Language
from corpus.renderings import RENDERINGS_FOLDER, load_rendered
from corpus.versions import Rendering as OfficialText


class Rendering(NamedTuple):
    """Words of a provision, or of one cell of it, in another language.

    Attributes:
        language: Of the words.
        field: "text", or the cell that they render.
        text: The words.
        official: Whether they are the act's own words in that language.
    """

    language: Language
    field: str
    text: str
    official: bool = False


def load_renderings(
    folder: Path = RENDERINGS_FOLDER,
) -> Mapping[str, tuple[Rendering, ...]]:
    """Provision id → its renderings, in order of language and file.

    Raises:
        RenderingFileError: A file has another form.
    """
    found: dict[str, list[Rendering]] = {}
    for cell in load_rendered(folder):
        if cell.text.strip():
            rendering = Rendering(cell.language, cell.field, cell.text)
            found.setdefault(cell.provision_id, []).append(rendering)
    return {provision_id: tuple(rows) for provision_id, rows in found.items()}


def with_official(
    unofficial: Mapping[str, Sequence[Rendering]],
    official: Mapping[ProvisionId, Sequence[OfficialText]],
) -> dict[str, tuple[Rendering, ...]]:
    """Official words in place of unofficial ones of the same language and field.

    Args:
        unofficial: By provision id.
        official: The same, from the language versions that the corpus holds.
    """
    merged: dict[str, tuple[Rendering, ...]] = {}
    for key in sorted({*unofficial, *official}):
        own = official.get(ProvisionId.trusted(key), ())
        spoken = {(text.language, text.field) for text in own}
        kept = [
            r for r in unofficial.get(key, ()) if (r.language, r.field) not in spoken
        ]
        added = [Rendering(t.language, t.field, t.text, official=True) for t in own]
        merged[key] = (*kept, *added)
    return merged
