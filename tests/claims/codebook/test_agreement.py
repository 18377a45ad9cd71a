"""Agreement: counts, shares and kappa against figures worked by hand."""

from __future__ import annotations

import pytest

from secondsource.claims import Measure
from secondsource.claims.codebook.agreement import cohens_kappa


def test_shares() -> None:
    found = Measure(right=6, wrong=2, missed=4)
    assert (found.precision, found.recall) == (0.75, 0.6)
    assert found.f1 == pytest.approx(2 / 3)
    assert Measure(right=0, wrong=0, missed=3).precision is None
    assert Measure(right=0, wrong=0, missed=0).f1 is None


@pytest.mark.parametrize(
    ("first", "second", "kappa"),
    [
        ([1, 1, 0, 0], [1, 1, 0, 0], 1.0),
        ([1, 1, 0, 0], [1, 0, 1, 0], 0.0),
        ([1, 0], [0, 1], -1.0),
        # Cohen 1960's layout: 20 both yes, 15 both no, 5 and 10 apart; observed .7, by chance .5.
        ([1] * 25 + [0] * 25, [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15, 0.4),
        ([1, 1], [1, 1], None),
        ([], [], None),
    ],
)
def test_cohens_kappa(first: list[int], second: list[int], kappa: float | None) -> None:
    found = cohens_kappa(first, second)
    assert found == (kappa if kappa is None else pytest.approx(kappa))
