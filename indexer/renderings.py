"""Renderings of provisions in other languages, from the corpus's data files.

A file ``<act id>.<language>.tsv`` has a header and the columns id, field, text;
the field is "text" or the cell of a measure that the words render.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, cast, get_args

from corpus.model import Language, ProvisionId
from corpus.versions import Rendering as OfficialText
from indexer.errors import RenderingFileError

#: Where the project keeps them.
RENDERINGS_FOLDER: Final = (
    Path(__file__).resolve().parent.parent / "corpus" / "translations"
)
_HEADER: Final = "id\tfield\ttext"


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


class _Row(NamedTuple):
    provision_id: str
    rendering: Rendering


def load_renderings(
    folder: Path = RENDERINGS_FOLDER,
) -> Mapping[str, tuple[Rendering, ...]]:
    """Provision id → its renderings, in order of language and file.

    Raises:
        RenderingFileError: A file has another form.
    """
    found: dict[str, list[Rendering]] = {}
    for path in sorted(folder.glob("*.tsv")):
        for row in _rows(path, _language(path)):
            found.setdefault(row.provision_id, []).append(row.rendering)
    return {provision_id: tuple(rows) for provision_id, rows in found.items()}


def _language(path: Path) -> Language:
    """The language that a file's name says."""
    name = path.stem.rpartition(".")[2]
    if name not in get_args(Language):
        raise RenderingFileError(
            path, 0, "its name must end in .kk.tsv, .ru.tsv, .en.tsv"
        )
    return cast("Language", name)


def _rows(path: Path, language: Language) -> Iterator[_Row]:
    lines: Iterable[str] = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if number == 1:
            if line != _HEADER:
                raise RenderingFileError(path, 1, "header must be: id, field, text")
            continue
        cells = line.split("\t")
        if len(cells) != 3:
            raise RenderingFileError(path, number, f"{len(cells)} columns, not 3")
        provision_id, field, text = cells
        if text.strip():
            yield _Row(provision_id, Rendering(language, field, text))


def with_official(
    unofficial: Mapping[str, Sequence[Rendering]],
    official: Mapping[ProvisionId, Sequence[OfficialText]],
) -> dict[str, tuple[Rendering, ...]]:
    """Official words in place of unofficial ones of the same language.

    Args:
        unofficial: By provision id.
        official: The same, from the language versions that the corpus holds.
    """
    merged: dict[str, tuple[Rendering, ...]] = {}
    for key in sorted({*unofficial, *official}):
        own = official.get(ProvisionId.trusted(key), ())
        spoken = {text.language for text in own}
        kept = [r for r in unofficial.get(key, ()) if r.language not in spoken]
        added = [Rendering(t.language, "text", t.text, official=True) for t in own]
        merged[key] = (*kept, *added)
    return merged
