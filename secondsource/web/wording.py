"""Values in words, as the templates show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

from secondsource.text import Span, subtract
from secondsource.views import Account, HitRow, ReportRow

UNKNOWN = "–"
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SEASON = re.compile(r"^(\d{4})-(2[1-4])$")
_YEARLESS = re.compile(r"^XXXX-(\d\d(?:-\d\d)?)$")
_DOUBTS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def count(number: float | None) -> str:
    """A number with thousands parted; a dash where there is none."""
    return UNKNOWN if number is None else f"{number:,g}" if number % 1 else f"{int(number):,}"


def plural(number: int, noun: str, several: str | None = None) -> str:
    """ "1 report", "2 reports"."""
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"


def day(edtf: str | None) -> str:
    """The day of an EDTF moment, without its hour; a dash where nothing is known."""
    return edtf.partition("T")[0] if edtf else UNKNOWN


def edtf(value: str | None) -> str:
    """An EDTF value in words: "spring 2013", "about 2014-09", "2014-09-28 to 2014-09-29",
    "by 2014-09-29"."""
    if not value:
        return "not known"
    first, parted, last = value.partition("/")
    if not parted:
        return _moment(first)
    if first in {"", ".."}:
        return f"by {_moment(last)}" if last not in {"", ".."} else "not known"
    return (
        f"from {_moment(first)}" if last in {"", ".."} else f"{_moment(first)} to {_moment(last)}"
    )


def interval(start: str | None, end: str | None) -> str:
    """From when to when something held: "2014-06 to 2014-09", "since 2014-09-28",
    "since 2014-11-14 or earlier", "until 2014-09"."""
    if not start:
        return f"until {_bound(end)}" if end else UNKNOWN
    return f"{_bound(start)} to {_bound(end)}" if end else f"since {_bound(start)}"


def _bound(value: str) -> str:
    """When something began or ended, as finely as it is known."""
    first, parted, last = value.partition("/")
    if not parted:
        return _moment(first)
    if first in {"", ".."}:
        return f"{_moment(last)} or earlier"
    return (
        f"{_moment(first)} or later" if last in {"", ".."} else f"{_moment(first)}–{_moment(last)}"
    )


def _moment(value: str) -> str:
    doubt = _DOUBTS.get(value[-1:], "")
    value = (value[:-1] if doubt else value).partition("T")[0]
    season, yearless = _SEASON.match(value), _YEARLESS.match(value)
    if season:
        return f"{doubt}{_SEASONS[season[2]]} {season[1]}"
    return f"{doubt}{yearless[1]}, year unknown" if yearless else f"{doubt}{value}"


def moment(at: datetime) -> str:
    """A moment to the minute, in UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def titled(row: ReportRow) -> str:
    """What to call a report: its title, else its file's name, else its address or id."""
    return row.title or (PurePosixPath(row.path).name if row.path else None) or row.url or row.id


def supporting(accounts: Iterable[Account]) -> bool:
    """Whether one of the accounts of an event says that it happened."""
    return any(one.side == "supports" for one in accounts)


def snippets(row: HitRow) -> Iterator[tuple[str, bool]]:
    """The parts of a snippet in order, each with whether it was searched for."""
    hits = [(hit, True) for hit in row.hits]
    rest = [(gap, False) for gap in subtract(Span(0, len(row.snippet)), row.hits)]
    for span, hit in sorted([*hits, *rest]):
        yield span.of(row.snippet), hit
