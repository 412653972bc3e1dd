"""Static embeddings without torch: a table of vectors and a tokenizer.

A text's vector is the mean of the rows of its pieces, made unit length: what
sentence-transformers' ``StaticEmbedding`` computes, in numpy alone, so that the
service starts without seconds of imports and hundreds of megabytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple, Self

import msgspec
import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from indexer.errors import DamagedModelError
from indexer.identity import ModelIdentity, folder_revision

Vectors = npt.NDArray[np.float32]

MODULES_FILE: Final = "modules.json"
_WEIGHTS: Final = "model.safetensors"
_TOKENIZER: Final = "tokenizer.json"
_TABLE: Final = "embedding.weight"
#: Modules that a folder may hold to be read here: the table, then unit length.
_READABLE: Final = (("StaticEmbedding",), ("StaticEmbedding", "Normalize"))


class _Module(NamedTuple):
    kind: str
    path: str


def _modules(folder: Path) -> tuple[_Module, ...]:
    """What the folder says that the model is made of; nothing if it says nothing."""
    file = folder / MODULES_FILE
    if not file.is_file():
        return ()
    try:
        rows = msgspec.json.decode(file.read_bytes(), type=list[dict[str, str | int]])
    except msgspec.DecodeError as error:
        raise DamagedModelError(file, str(error)) from error
    return tuple(
        _Module(str(row.get("type", "")).rpartition(".")[2], str(row.get("path", "")))
        for row in rows
    )


def is_static(folder: Path) -> bool:
    """Whether the folder holds a model that needs no torch."""
    return tuple(module.kind for module in _modules(folder)) in _READABLE


def unit_rows(vectors: Vectors) -> Vectors:
    """Rows made unit length; a row of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)


class StaticEmbedder:
    """A static embedding model opened for encoding; safe to share.

    Attributes:
        identity: What the index records of it.
    """

    def __init__(
        self, identity: ModelIdentity, tokenizer: Tokenizer, table: Vectors
    ) -> None:
        self.identity = identity
        self._tokenizer = tokenizer
        self._table = table

    @classmethod
    def open(cls, folder: Path, name: str) -> Self:
        """Load the table and the tokenizer of a folder.

        Raises:
            DamagedModelError: A file is missing or cannot be read.
        """
        inner = folder / _modules(folder)[0].path
        table = _load_table(inner / _WEIGHTS)
        tokenizer = _load_tokenizer(inner / _TOKENIZER)
        identity = ModelIdentity(name, table.shape[1], folder_revision(folder))
        return cls(identity, tokenizer, table)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """``(n, dimension) float32``, unit rows; a text without pieces gives zeros."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The same as for queries: the model knows no prompts."""
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        out = np.zeros((len(texts), self.identity.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            pieces = self._tokenizer.encode(text, add_special_tokens=False).ids
            if pieces:
                out[row] = self._table[pieces].mean(axis=0)
        return unit_rows(out)


def _load_table(file: Path) -> Vectors:
    try:
        return load_file(file)[_TABLE].astype(np.float32)
    except (OSError, SafetensorError, KeyError) as error:
        raise DamagedModelError(file, str(error)) from error


def _load_tokenizer(file: Path) -> Tokenizer:
    if not file.is_file():
        raise DamagedModelError(file, "file is missing")
    try:
        tokenizer = Tokenizer.from_buffer(file.read_bytes())
    except ValueError as error:
        raise DamagedModelError(file, str(error)) from error
    tokenizer.no_padding()
    return tokenizer
