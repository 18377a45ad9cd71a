"""When an event was, as data sets of single days write it.

The days that the reports leave possible are kept apart from the day that a codebook writes for
them: a reference day is only given with the precision that marks it as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.fusion import earliest, latest
from secondsource.views import EventRecord

_QUALIFIED = re.compile(r"[?~%]")
WEEK = 7
MONTH = 31
YEAR = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The first and last day that an event can have been on; ``None`` where that is open.

    ``sure`` is false where the report or the reading says "about" of the date.
    """

    first: date | None
    last: date | None
    sure: bool

    @property
    def count(self) -> int | None:
        """How many days come into question."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date | None:
        """The day half-way, the earlier of two."""
        if self.first is None or self.count is None:
            return None
        return self.first + timedelta(days=(self.count - 1) // 2)

    @property
    def only(self) -> date | None:
        """The day, where only one comes into question."""
        return self.first if self.count == 1 else None

    @property
    def year(self) -> int | None:
        """The year, where only one comes into question."""
        if self.first is None or self.last is None or self.first.year != self.last.year:
            return None
        return self.first.year

    @property
    def month(self) -> str | None:
        """``YYYYMM``, where only one month comes into question."""
        if self.first is None or self.last is None or self.year is None:
            return None
        return f"{self.first:%Y%m}" if self.first.month == self.last.month else None


def days_of(event: EventRecord) -> Days:
    """The days that an event can have been on."""
    if event.time is None:
        return Days(first=None, last=None, sure=False)
    edtf = event.time.edtf
    sure = not event.time.about and _QUALIFIED.search(edtf) is None
    return Days(first=earliest(edtf), last=latest(edtf), sure=sure)


def partial_date(edtf: str | None) -> str | None:
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``: as much of an EDTF value as is the same over it."""
    first, last = earliest(edtf), latest(edtf)
    if first is None or last is None or first.year != last.year:
        return None
    if first.month != last.month:
        return f"{first.year:04}"
    return first.isoformat() if first == last else f"{first:%Y-%m}"
