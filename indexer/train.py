"""How the shipped embedding model is made; ``python -m indexer train`` runs it.

Three steps: a tokenizer from all texts; first vectors from the words that occur
together in pairs (latent semantic analysis over both sides of each pair); then
contrastive learning on the pairs. Everything is seeded and repeats.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from indexer.embed import fit_static
from indexer.identity import folder_revision
from indexer.latent import latent_vectors
from indexer.lessons import Lessons
from indexer.material import shipped_acts
from indexer.pairs import Pair, training_pairs
from indexer.pieces import train_pieces
from indexer.renderings import load_renderings

_WEIGHTS: Final = "model.safetensors"


class TrainingOptions(NamedTuple):
    """What the model's size and quality depend on.

    Attributes:
        seed: Of all chance.
        pieces: Most pieces of the tokenizer.
        dimension: Of the vectors.
        epochs: How often each pair is seen.
        batch: Pairs that are told apart from each other at once.
        learning_rate: At its highest.
        dropout: Share of pieces left out of a text while learning.
    """

    seed: int = 1
    pieces: int = 20_000
    dimension: int = 256
    epochs: int = 6
    batch: int = 256
    learning_rate: float = 0.05
    dropout: float = 0.3


class Trained(NamedTuple):
    """A model that was made: where, from how many pairs, how long, bytes, hash."""

    folder: Path
    pairs: int
    seconds: float
    size: int
    revision: str


class _Start(NamedTuple):
    """Where contrastive learning starts from."""

    tokenizer: Tokenizer
    table: npt.NDArray[np.float32]


def train(folder: Path, options: TrainingOptions = TrainingOptions()) -> Trained:  # noqa: B008
    """Make the model from the data of the project and put it into a folder.

    The folder's former model is replaced when the new one is complete; its model
    card stays.

    Args:
        folder: Made if it is not there.
        options: Seed and sizes.
    """
    pairs = training_pairs(shipped_acts(), load_renderings())
    return train_on(pairs, folder, options)


def train_on(pairs: Sequence[Pair], folder: Path, options: TrainingOptions) -> Trained:
    """The same from given pairs."""
    began = time.monotonic()
    start = _start(pairs, options)
    aside = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    fit_static(start.tokenizer, start.table, aside, _lessons(pairs, options))
    _halve(aside / _WEIGHTS)
    _put_in_place(aside, folder)
    return Trained(
        folder,
        len(pairs),
        time.monotonic() - began,
        sum(file.stat().st_size for file in folder.iterdir() if file.is_file()),
        folder_revision(folder),
    )


def _start(pairs: Sequence[Pair], options: TrainingOptions) -> _Start:
    texts = (text for pair in pairs for text in pair)
    tokenizer = train_pieces(texts, options.pieces)
    both = [f"{pair.left}\n{pair.right}" for pair in pairs]
    encoded = tokenizer.encode_batch(both, add_special_tokens=False)
    documents = [encoding.ids for encoding in encoded if encoding.ids]
    size = tokenizer.get_vocab_size()
    table = latent_vectors(documents, size, options.dimension, options.seed)
    return _Start(tokenizer, table)


def _lessons(pairs: Sequence[Pair], options: TrainingOptions) -> Lessons:
    return Lessons(
        lefts=[pair.left for pair in pairs],
        rights=[pair.right for pair in pairs],
        epochs=options.epochs,
        batch=options.batch,
        learning_rate=options.learning_rate,
        dropout=options.dropout,
        seed=options.seed,
    )


def _halve(weights: Path) -> None:
    """Keep the table at half precision: half the size, the same ranking."""
    tables = {name: t.astype(np.float16) for name, t in load_file(weights).items()}
    save_file(tables, weights)


def _put_in_place(made: Path, folder: Path) -> None:
    """Move the files of a new model over those of the old one."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(made.iterdir()):
        if file.is_file() and file.name != "README.md":
            file.chmod(0o644)
            file.replace(folder / file.name)
    shutil.rmtree(made)
