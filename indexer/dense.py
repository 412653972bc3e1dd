"""Vectors of windows: build, save, load and search; the only door to faiss.

Few vectors are searched exactly; many through inverted lists of quantised
vectors whose best are compared again at finer grain (figures in
``docs/decisions/0004-vector-index.md``). One thread searches for one query:
two fight over cores and both lose.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, starmap
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

import faiss
import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

#: Up to here every vector is compared: some 15 ms at 256 dimensions on one core.
EXACT_UP_TO: Final = 100_000
#: Inverted lists looked into for a query, and how many times more candidates
#: than wanted are compared again at finer grain.
_PROBES: Final = 64
_REFINE: Final = 8.0
#: Windows asked for per provision wanted, at first: provisions have several.
_WINDOWS: Final = 8
_INDEX: Final = "vectors.faiss"
_ROWS: Final = "rows.txt"


class DenseHit(NamedTuple):
    """A provision and the inner product of its best window with the query."""

    provision_id: str
    score: float


def index_kind(count: int) -> str:
    """Faiss's name for the kind of index that suits a number of vectors.

    >>> index_kind(5_000), index_kind(1_000_000)
    ('Flat', 'IVF2048,RaBitQfs,Refine(SQ8)')
    """
    if count <= EXACT_UP_TO:
        return "Flat"
    lists = 2 ** round(math.log2(2 * math.sqrt(count)))
    return f"IVF{lists},RaBitQfs,Refine(SQ8)"


def make_index(vectors: Vectors, kind: str) -> Any:  # noqa: ANN401 - faiss has no types
    """Train and fill a faiss index of a kind; one thread, so that builds repeat.

    Args:
        vectors: ``(n, dimension) float32``, unit rows.
        kind: As :func:`index_kind` gives it.
    """
    faiss.omp_set_num_threads(1)
    index = faiss.index_factory(vectors.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
    if len(vectors):
        index.train(vectors)
        index.add(vectors)
    return index


def build_dense(
    folder: Path,
    vectors: Vectors,
    provision_ids: Sequence[str],
    kind: str | None = None,
) -> None:
    """Write vectors and the provisions that they belong to into a folder.

    Args:
        folder: Made if it is not there.
        vectors: ``(n, dimension) float32``, unit rows.
        provision_ids: One per row, in any order, repeated for further windows.
        kind: Of index; by default what suits the number of vectors.

    Raises:
        ValueError: There are not as many ids as vectors.
    """
    if len(vectors) != len(provision_ids):
        raise ValueError(f"{len(provision_ids)} ids for {len(vectors)} vectors")
    folder.mkdir(parents=True, exist_ok=True)
    index = make_index(vectors, kind or index_kind(len(vectors)))
    faiss.write_index(index, str(folder / _INDEX))
    rows = "".join(f"{provision_id}\n" for provision_id in provision_ids)
    (folder / _ROWS).write_text(rows, encoding="utf-8")


class DenseIndex:
    """Vectors opened for searching; safe to share between threads.

    Open it only after the checksums of its files were compared: faiss loads a
    flipped byte without a word.
    """

    def __init__(self, index: Any, provision_ids: Sequence[str]) -> None:  # noqa: ANN401
        self._index = index
        numbers = {
            key: number for number, key in enumerate(dict.fromkeys(provision_ids))
        }
        self._ids, self._numbers = tuple(numbers), numbers
        self._of_row = np.array([numbers[key] for key in provision_ids], dtype=np.int64)
        places = {key: place for place, key in enumerate(sorted(numbers))}
        self._places = np.array([places[key] for key in numbers], dtype=np.int64)
        self._by_provision = np.argsort(self._of_row, kind="stable")
        ordered = self._of_row[self._by_provision]
        self._first_rows = np.searchsorted(ordered, np.arange(len(numbers)))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Load what :func:`build_dense` wrote."""
        faiss.omp_set_num_threads(1)
        index = faiss.read_index(str(folder / _INDEX))
        if isinstance(index, faiss.IndexRefine):
            index.k_factor = _REFINE
            faiss.extract_index_ivf(index.base_index).nprobe = _PROBES
        ids = (folder / _ROWS).read_text(encoding="utf-8").splitlines()
        return cls(index, ids)

    def __len__(self) -> int:
        """Number of vectors."""
        return len(self._of_row)

    @property
    def dimension(self) -> int:
        """Of the vectors."""
        return int(self._index.d)

    def search(
        self, query: Vectors, limit: int, keep: Callable[[str], bool] | None = None
    ) -> tuple[DenseHit, ...]:
        """The provisions with the closest window, best first, ties by id.

        Args:
            query: ``(dimension,) float32``, unit length.
            limit: Most provisions to return.
            keep: Which provisions may be returned; all by default.
        """
        if limit <= 0 or not self._ids or not np.any(query):
            return ()
        closest = self._all(query) if self._is_exact else self._some(query)
        certain = self._is_exact and keep is None
        wanted = min(len(self), limit if certain else limit * _WINDOWS)
        while True:
            found = closest(wanted)
            passing = found if keep is None else (p for p in found if keep(p[0]))
            best = list(islice(starmap(DenseHit, passing), limit))
            if len(best) >= limit or wanted == len(self):
                return tuple(best)
            wanted = min(len(self), wanted * _WINDOWS)

    def nearest(self, query: Vectors, provision_ids: Iterable[str]) -> float:
        """Inner product of a query with the closest window of some provisions.

        Args:
            query: ``(dimension,) float32``.
            provision_ids: Few; unknown ones have no window.

        Returns:
            As :meth:`search` has it; -inf without a window, and inf where the vectors
            are not kept in full.
        """
        if not self._is_exact:
            return math.inf
        known = (self._numbers.get(key) for key in provision_ids)
        ends = [*self._first_rows.tolist(), len(self)]
        spans = [slice(ends[n], ends[n + 1]) for n in known if n is not None]
        if not spans:
            return -math.inf
        rows = np.concatenate([self._by_provision[span] for span in spans])
        return float(_products(query, self._vectors()[rows]).max())

    @property
    def _is_exact(self) -> bool:
        """Whether every vector is compared, in full."""
        return isinstance(self._index, faiss.IndexFlat)

    def _vectors(self) -> Vectors:
        """All vectors as faiss holds them, not copied, ``(n, dimension)``."""
        flat = faiss.rev_swig_ptr(self._index.get_xb(), len(self) * self.dimension)
        rows: Vectors = flat.reshape(len(self), self.dimension)
        return rows

    def _all(self, query: Vectors) -> Callable[[int], Iterator[tuple[str, float]]]:
        """All provisions: each of the vectors is compared, once.

        Faster than to ask for many of the closest windows, which faiss keeps in a heap.
        The scores are those that its search gives.
        """
        products = _products(query, self._vectors())
        best = np.maximum.reduceat(products[self._by_provision], self._first_rows)
        order = np.lexsort((self._places, -best))
        ranked = best[order]
        return lambda wanted: self._pairs(order[:wanted], ranked[:wanted])

    def _some(self, query: Vectors) -> Callable[[int], Iterator[tuple[str, float]]]:
        """The provisions of as many of the closest windows as are wanted."""

        def closest(wanted: int) -> Iterator[tuple[str, float]]:
            """Each provision once, with the score of its best window."""
            scores, rows = self._index.search(query[np.newaxis, :], wanted)
            found = rows[0][rows[0] >= 0]  # fewer may be found than asked for
            numbers, first = np.unique(self._of_row[found], return_index=True)
            best = scores[0][first]
            order = np.lexsort((self._places[numbers], -best))
            return self._pairs(numbers[order], best[order])

        return closest

    def _pairs(
        self, numbers: npt.NDArray[np.int64], scores: Vectors
    ) -> Iterator[tuple[str, float]]:
        """Ids of provisions given by their numbers, with their scores."""
        ids = map(self._ids.__getitem__, numbers.tolist())
        return zip(ids, scores.tolist(), strict=True)


def _products(query: Vectors, vectors: Vectors) -> Vectors:
    """Inner products of a vector with each of some rows, as faiss's search has them."""
    products = np.empty(len(vectors), dtype=np.float32)
    library: Any = faiss  # its types leave this function out
    library.fvec_inner_products_ny(
        faiss.swig_ptr(products),
        faiss.swig_ptr(np.ascontiguousarray(query, dtype=np.float32)),
        faiss.swig_ptr(vectors),
        vectors.shape[1],
        len(vectors),
    )
    return products
