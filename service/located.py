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
    steps = provision_id.steps
    last = (path[-1].kind, path[-1].number)
    if not steps or steps[-1] != last:
        return False
    rest = iter(steps[:-1])
    return all((step.kind, step.number) in rest for step in path[:-1])


def located(ids: Iterable[ProvisionId], path: Sequence[Step]) -> Iterator[ProvisionId]:
    """The ids that an address can mean, in their order; none for an empty one."""
    if path:
        yield from (i for i in ids if is_under(i, path))
