import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations.places.geometry import COMPASS, destination, distance_km

latitudes = st.floats(-80, 80)
longitudes = st.floats(-180, 179.999)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((33.34058, 44.40088), (36.335, 43.11889), 353.4),  # Baghdad to Mosul
        ((36.20124, 37.16117), (36.20124, 37.16117), 0.0),
        ((0.0, 0.0), (0.0, 180.0), 20015.1),
        ((0.0, 179.5), (0.0, -179.5), 111.2),
    ],
)
def test_distance(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert distance_km(*one, *other) == pytest.approx(km, rel=0.005, abs=0.05)


@given(latitudes, longitudes, st.floats(0, 359.99), st.floats(0, 2000))
def test_an_offset_lies_at_its_distance(lat: float, lon: float, bearing: float, km: float) -> None:
    there = destination(lat, lon, bearing, km)
    assert distance_km(lat, lon, *there) == pytest.approx(km, abs=0.01)
    assert -90 <= there[0] <= 90
    assert -180 <= there[1] < 180


@given(latitudes, longitudes, st.floats(1, 500))
def test_due_north_keeps_the_meridian(lat: float, lon: float, km: float) -> None:
    north, meridian = destination(lat, lon, COMPASS["north"], km)
    assert north > lat
    assert (meridian - lon + 180) % 360 - 180 == pytest.approx(0, abs=1e-6)


@given(st.floats(-60, 60), longitudes, st.sampled_from(sorted(COMPASS.values())))
def test_there_and_back(lat: float, lon: float, bearing: float) -> None:
    there = destination(lat, lon, bearing, 50)
    assert distance_km(lat, lon, *destination(*there, (bearing + 180) % 360, 50)) < 1.5
