"""What was read of many things at once, kept for the next who asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
#: Gives the rows of a query with its values.
Rows = Callable[[str, Sequence[object]], list[Any]]


class Kept(Generic[T]):
    """Reads what is asked for, all that is missing at once; safe between threads."""

    def __init__(
        self,
        read: Callable[[Sequence[str]], Iterable[tuple[str, T]]],
        none: T,
        most: int,
    ) -> None:
        """Keep nothing yet.

        Args:
            read: Reads those that there are of some keys, in any order.
            none: Stands for what there is not.
            most: With so many kept it begins anew; a request may go beyond.
        """
        self._read, self._none, self._most = read, none, most
        self._held: dict[str, T] = {}

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._held)

    def __call__(self, keys: Sequence[str]) -> list[T]:
        """What is kept under some keys, in their order."""
        held = self._held  # another thread may begin anew meanwhile
        if len(held) >= self._most:
            held = self._held = {}
        missing = [key for key in keys if key not in held]
        if missing:
            found = dict(self._read(missing))
            held.update((key, found.get(key, self._none)) for key in missing)
        return [held[key] for key in keys]
