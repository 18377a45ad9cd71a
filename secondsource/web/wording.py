"""Values in words, as the templates show them."""

from __future__ import annotations

from datetime import UTC, datetime

UNKNOWN = "–"


def count(number: float | None) -> str:
    """A number with thousands parted; a dash where there is none."""
    return UNKNOWN if number is None else f"{number:,g}" if number % 1 else f"{int(number):,}"


def plural(number: int, noun: str, several: str | None = None) -> str:
    """ "1 report", "2 reports"."""
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"


def day(edtf: str | None) -> str:
    """The day of an EDTF moment, without its hour; a dash where nothing is known."""
    return edtf.partition("T")[0] if edtf else UNKNOWN


def moment(at: datetime) -> str:
    """A moment to the minute, in UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
