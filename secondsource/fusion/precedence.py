"""Which of two reports came first, where dates may be unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import IntEnum
from typing import TypeVar

from secondsource.fusion.intervals import earliest, latest

Moment = TypeVar("Moment", str, datetime)


class Nearness(IntEnum):
    """How near a text stands to the agency whose it is, from the agency itself outwards.

    ``IMPRINT`` is a text with an agency's byline or dateline and no other outlet's name.
    """

    OWN = 0
    IMPRINT = 1
    OPENING = 2
    CLOSING = 3
    NONE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What decides a report's place in the order of publication.

    ``sentences`` says how complete its text is. ``moment`` is the publication with its time of day
    as written, ``instant`` the same in UTC where the time has a zone.
    """

    report_id: str
    first_day: date | None
    last_day: date | None
    moment: str
    instant: datetime | None
    nearness: Nearness
    sentences: int


def standing(
    *, report_id: str, published: str | None, nearness: Nearness, sentences: int
) -> Standing:
    """The standing of a report published at ``published`` (EDTF or unknown)."""
    return Standing(
        report_id=report_id,
        first_day=earliest(published),
        last_day=latest(published),
        moment=published if published and "T" in published else "",
        instant=_instant(published),
        nearness=nearness,
        sentences=sentences,
    )


def _instant(published: str | None) -> datetime | None:
    """The moment in UTC, ``None`` where there is no time of day or no zone."""
    try:
        moment = datetime.fromisoformat(published or "")
        return moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):  # Python's years are 1 to 9999
        return None


def precedes(first: Standing, second: Standing) -> bool:
    """Whether ``first`` counts as the earlier of the two.

    Publication decides where the dates are known and differ, by the instant where both times have a
    zone. Else the text nearer to its agency precedes; of two that print an agency's credit, a dated
    one, so that no undated copy comes before it; then the more complete one, then the lower id.
    """
    by_date = _by_date(first, second)
    if by_date is not None:
        return by_date
    return _rank(first) < _rank(second)


def _by_date(first: Standing, second: Standing) -> bool | None:
    if first.instant is not None and second.instant is not None:
        return _less(first.instant, second.instant)
    if first.last_day is None or second.last_day is None:
        return None
    if first.first_day is None or second.first_day is None:
        return None
    if first.last_day < second.first_day:
        return True
    if second.last_day < first.first_day:
        return False
    return _less(first.moment, second.moment) if first.moment and second.moment else None


def _less(first: Moment, second: Moment) -> bool | None:
    return first < second if first != second else None


def _rank(report: Standing) -> tuple[Nearness, bool, int, str]:
    printed = report.nearness is not Nearness.NONE
    return (
        report.nearness,
        printed and report.last_day is None,
        -report.sentences,
        report.report_id,
    )


def in_order(standings: Mapping[str, Standing]) -> tuple[str, ...]:
    """Report ids by publication, unknown dates last, ties as in `precedes`."""
    return tuple(sorted(standings, key=lambda report: _position(standings[report])))


def _position(report: Standing) -> tuple[date, str, tuple[Nearness, bool, int, str]]:
    if report.instant is not None:
        return report.instant.date(), report.instant.isoformat(), _rank(report)
    return report.first_day or date.max, report.moment, _rank(report)
