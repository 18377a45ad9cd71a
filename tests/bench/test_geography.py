from __future__ import annotations

import pytest

from bench.scorers.geography import Point, distance_km, near

ALEPPO = Point(36.20, 37.16)
DAMASCUS = Point(33.51, 36.29)
IDLIB = Point(35.93, 36.63)


def test_distances() -> None:
    assert distance_km(ALEPPO, ALEPPO) == 0.0
    # a quarter of the great circle, from the equator to the pole
    assert distance_km(Point(0, 0), Point(90, 0)) == pytest.approx(10007.6, abs=0.1)
    assert distance_km(ALEPPO, DAMASCUS) == pytest.approx(310, abs=5)


def test_near_is_within_161_km() -> None:
    assert near(ALEPPO, IDLIB)
    assert not near(ALEPPO, DAMASCUS)
    assert not near(ALEPPO, None)
    # one and a half degrees of latitude are 166.8 km
    assert not near(Point(0, 0), Point(1.5, 0))
    assert near(Point(0, 0), Point(1.44, 0))
