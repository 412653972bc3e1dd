"""Which provisions an address can mean."""

import pytest

from corpus.ids import ProvisionId
from service.located import is_under, located
from service.model import Step

POINT = Step("point", "3")
SUBPOINT = Step("subpoint", "6")


@pytest.mark.parametrize(
    ("provision", "path", "meant"),
    [
        ("U1300000588/annex-1/chapter-2/point-3", (POINT,), True),
        ("U1300000588/annex-1/chapter-2/point-3/subpoint-6", (POINT,), False),
        ("U1300000588/annex-1/chapter-2/point-3/subpoint-6", (POINT, SUBPOINT), True),
        ("U1300000588/annex-1/chapter-2/point-4/subpoint-6", (POINT, SUBPOINT), False),
        ("U1300000588/annex-1/chapter-2/point-3/subpoint-6", (SUBPOINT,), True),
        ("U1300000588/body/point-13", (POINT,), False),
    ],
)
def test_is_under(provision: str, path: tuple[Step, ...], meant: bool) -> None:
    assert is_under(ProvisionId(provision), path) is meant


def test_no_address_means_nothing() -> None:
    assert list(located([ProvisionId("U1300000588/body/point-1")], ())) == []
