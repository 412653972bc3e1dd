"""What is read of many things at once is kept."""

from collections.abc import Iterator, Sequence

from indexer.kept import Kept


class Store:
    """Tells what it was asked for; holds no "x"."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def read(self, keys: Sequence[str]) -> Iterator[tuple[str, int]]:
        self.asked.append(list(keys))
        yield from ((key, ord(key)) for key in reversed(keys) if key != "x")


def test_only_what_is_missing_is_read_and_the_order_stays() -> None:
    store = Store()
    kept = Kept(store.read, -1, 10)

    assert kept(["b", "a"]) == [98, 97]
    assert kept(["a", "c", "b"]) == [97, 99, 98]
    assert store.asked == [["b", "a"], ["c"]]
    assert len(kept) == 3


def test_what_there_is_not_is_not_looked_for_again() -> None:
    store = Store()
    kept = Kept(store.read, -1, 10)

    assert kept(["x", "a"]) == [-1, 97]
    assert kept(["x"]) == [-1]
    assert kept([]) == []
    assert store.asked == [["x", "a"]]


def test_a_full_one_begins_anew() -> None:
    store = Store()
    kept = Kept(store.read, -1, 2)

    assert kept(["a", "b", "c"]) == [97, 98, 99]
    assert kept(["a"]) == [97]
    assert kept(["a"]) == [97]
    assert store.asked == [["a", "b", "c"], ["a"]]
