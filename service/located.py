"""Which provisions an address such as "point 3, subpoint 6" can mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.ids import ProvisionId
from service.model import Step


def is_under(provision_id: ProvisionId, path: Sequence[Step]) -> bool:
    """Whether an id ends with the last step and holds the others before it.

    Steps that the address leaves out do not matter: ``point-3`` is met by
    ``annex-1/chapter-2/point-3``.
    """
    last = path[-1]
    # Nearly all ids fail here: taking them all apart would cost a question time.
    if not provision_id.endswith(f"/{last.kind}-{last.number}".rstrip("-")):
        return False
    rest = iter(provision_id.steps[:-1])
    return all((step.kind, step.number) in rest for step in path[:-1])


def located(ids: Iterable[ProvisionId], path: Sequence[Step]) -> Iterator[ProvisionId]:
    """The ids that an address can mean, in their order; none for an empty one."""
    if path:
        yield from (i for i in ids if is_under(i, path))
