"""A small gazetteer, and reports parsed as far as the tests need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.annotations.places.entries import Entry, Feature, Match, Name, Row
from secondsource.annotations.places.gazetteer import Gazetteer
from secondsource.annotations.places.index import write_index


def row(
    identity: int,
    name: str,
    feature: Feature,
    lat: float | None,
    lon: float | None,
    country: str | None,
    *names: str,
    area: str | None = None,
    admin1: str | None = None,
    population: int = 0,
    capital: bool = False,
) -> Row:
    entry = Entry(
        id=identity,
        name=name,
        feature=feature,
        lat=lat,
        lon=lon,
        country=country,
        area=area,
        admin1=admin1,
        population=population,
        capital=capital,
        source="test",
    )
    return Row(entry=entry, names=tuple(Name(text=n, match=Match.ALTERNATE) for n in names))


C, A1, A2, P, S, R = (
    Feature.COUNTRY,
    Feature.ADMIN1,
    Feature.ADMIN2,
    Feature.PLACE,
    Feature.SITE,
    Feature.REGION,
)
ROWS = (
    row(163843, "Syria", C, 35.0, 38.0, "SY", population=20_000_000),
    row(99237, "Iraq", C, 33.0, 44.0, "IQ", population=38_000_000),
    row(298795, "Turkey", C, 39.0, 35.0, "TR", population=82_000_000),
    row(6252001, "United States", C, 39.76, -98.5, "US", "U.S.", "US", population=327_000_000),
    row(3017382, "France", C, 46.0, 2.0, "FR", population=66_000_000),
    row(170062, "Aleppo", A1, 36.15, 37.39, "SY", area="SY.09", admin1="Aleppo", population=4**10),
    row(172957, "Al-Raqqah", A1, 35.9, 39.0, "SY", "Raqqa", area="SY.04", admin1="Al-Raqqah"),
    row(96965, "Diyala", A1, 34.0, 45.1, "IQ", "Diyālá", area="IQ.10", admin1="Diyala"),
    row(4736286, "Texas", A1, 31.25, -99.25, "US", area="US.TX", admin1="Texas", population=2**24),
    row(170063, "Aleppo", P, 36.20124, 37.16117, "SY", "Halab", area="SY.09", admin1="Aleppo",
        population=2_098_210),
    row(174030, "Al Atārib", P, 36.13907, 36.82504, "SY", area="SY.09", admin1="Aleppo"),
    row(172955, "Ar Raqqah", P, 35.95, 39.008, "SY", "Raqqa", area="SY.04", admin1="Al-Raqqah",
        population=531_952),
    row(98182, "Baghdad", P, 33.34058, 44.40088, "IQ", area="IQ.07", admin1="Baghdad",
        population=7_216_000, capital=True),
    row(2988507, "Paris", P, 48.85341, 2.3488, "FR", admin1="Île-de-France", area="FR.11",
        population=2_138_551, capital=True),
    row(4717560, "Paris", P, 33.66094, -95.55551, "US", area="US.TX", admin1="Texas",
        population=24_782),
    row(-1, "Jalawla", P, 34.27, 45.17, "IQ", area="IQ.10", admin1="Diyala"),
    row(-2, "Middle East", R, None, None, None),
    row(4361885, "Middle East", P, 39.30151, -76.58982, "US", area="US.MD", admin1="Maryland"),
)  # fmt: skip


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gazetteer") / "places.sqlite"
    write_index(path, ROWS, "test")
    return path


@pytest.fixture(scope="session")
def gazetteer(index: Path) -> Iterator[Gazetteer]:
    opened = Gazetteer(index)
    yield opened
    opened.close()


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^\n]+", text)]
