"""First vectors of pieces: latent semantic analysis over translated pairs.

A pair is one document with the pieces of both its sides, so that pieces that
translate each other occur in the same documents and come out close. Source:
Littman, Dumais, Landauer (1998), cross-language latent semantic indexing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import torch

#: Rounds of subspace iteration: more change the vectors by less than training.
_ROUNDS: Final = 4
#: Standard deviation of the values, so that steps of training fit all models.
_SPREAD: Final = 1.0


def _matrix(documents: Sequence[Sequence[int]], pieces: int) -> torch.Tensor:
    """Pieces × documents, tf-idf, columns of length 1, sparse."""
    import torch  # noqa: PLC0415 - seconds that only training needs

    counts = [Counter(document) for document in documents]
    frequency = Counter(piece for count in counts for piece in count)
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for column, count in enumerate(counts):
        weights = {
            piece: (1 + math.log(times)) * _rarity(frequency[piece], len(documents))
            for piece, times in count.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        rows.extend(weights)
        columns.extend([column] * len(weights))
        values.extend(weight / length for weight in weights.values())
    return torch.sparse_coo_tensor(
        torch.tensor([rows, columns]),
        values,
        (pieces, len(documents)),
        check_invariants=True,
    ).coalesce()


def _rarity(frequency: int, documents: int) -> float:
    return math.log((documents + 1) / (frequency + 1)) + 0.1


def latent_vectors(
    documents: Sequence[Sequence[int]], pieces: int, dimension: int, seed: int
) -> npt.NDArray[np.float32]:
    """A vector for each piece.

    Args:
        documents: Pieces of both sides of each pair.
        pieces: Size of the tokenizer.
        dimension: Of the vectors.
        seed: Of the random start.

    Returns:
        ``(pieces, dimension) float32``: rare pieces longer than frequent ones,
        pieces that no document has near zero.
    """
    import torch  # noqa: PLC0415

    torch.manual_seed(seed)
    torch.set_num_threads(1)  # sums of several threads would not repeat
    matrix = _matrix(documents, pieces)
    left, strength, _ = torch.svd_lowrank(matrix, q=dimension, niter=_ROUNDS)
    vectors = (left * strength.sqrt()).numpy().astype(np.float64)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found = np.zeros(pieces)
    for piece, times in Counter(p for d in documents for p in set(d)).items():
        found[piece] = _rarity(times, len(documents))
    unit = vectors / np.maximum(lengths, 1e-6)
    weighted = unit * found[:, np.newaxis]
    noise = np.random.default_rng(seed).normal(size=weighted.shape) * 0.01
    out = weighted + noise
    return np.asarray(out * (_SPREAD / out.std()), dtype=np.float32)
