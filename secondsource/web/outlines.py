"""By which number the base map knows the outline of a country."""

from __future__ import annotations

from secondsource.exports import country_of


def outline(code: str | None) -> str | None:
    """The ISO 3166-1 number of a country (two letters), in three digits; ``None`` without one."""
    country = country_of(code)
    return None if country is None else f"{country.number:03d}"
