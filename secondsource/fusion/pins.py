"""Relative dates of an undated report, placed by a date that the same report gives.

"Leaders met last week" and "the meeting took place on 2 November" put the report into the fortnight
after 2 November, so that its "late last month" is late October. The year stays as unknown as it is.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from secondsource.claims import Claim, Modality, Time, TimeBasis
from secondsource.fusion.intervals import YearlessInterval, bounds
from secondsource.fusion.slots import party_key
from secondsource.reports import Report

_LAST_WEEK = re.compile(r"\blast week\b", re.IGNORECASE)
_LAST_MONTH = re.compile(r"(?:(?P<part>early|mid|late)[\s-]+)?last month", re.IGNORECASE)
# What happened last week happened one to thirteen days ago.
_DAYS_AGO = (1, 13)
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_SOME_LEAP_YEAR = 2000


def pin_times(claims: Sequence[Claim], reports: Iterable[Report]) -> tuple[Claim, ...]:
    """The claims in their order, "last month" in undated reports placed where the report lets it
    be. The claims given stay as they are."""
    undated = {report.id for report in reports if report.published is None}
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.report_id in undated:
            told.setdefault(claim.report_id, []).append(claim)
    months = {key: _month_of(rows) for key, rows in told.items()}
    return tuple(_pinned(claim, months) for claim in claims)


def _month_of(told: Sequence[Claim]) -> int | None:
    """The month in which a report appeared, if what it dates leaves one."""
    weeks = [claim for claim in told if claim.time and _LAST_WEEK.search(claim.time.words.text)]
    days = [
        day
        for claim in told
        for day in _yearless_day(claim)
        if any(_one_happening(claim, other) for other in weeks)
    ]
    months = {
        (date(_SOME_LEAP_YEAR, *day) + timedelta(days=ago)).month
        for day in days
        for ago in _DAYS_AGO
    }
    return next(iter(months)) if len(months) == 1 else None


def _yearless_day(claim: Claim) -> list[tuple[int, int]]:
    days = bounds(claim.time.edtf) if claim.time else None
    one_day = isinstance(days, YearlessInterval) and days.start == days.end
    return [days.start] if one_day and isinstance(days, YearlessInterval) else []


def _one_happening(first: Claim, second: Claim) -> bool:
    happened = first.modality is Modality.ACTUAL and second.modality is Modality.ACTUAL
    return happened and first.type is second.type and bool(_parties(first) & _parties(second))


def _parties(claim: Claim) -> frozenset[str]:
    return frozenset(map(party_key, (*claim.actors, *claim.recipients)))


def _pinned(claim: Claim, months: Mapping[str, int | None]) -> Claim:
    month = months.get(claim.report_id)
    if month is None:
        return claim
    return replace(
        claim,
        time=_placed(claim.time, month),
        attribution=tuple(
            replace(link, said=_placed(link.said, month)) for link in claim.attribution
        ),
    )


def _placed(time: Time | None, month: int) -> Time | None:
    """ "Late last month" in the month before ``month``; any other time as it is."""
    found = _LAST_MONTH.fullmatch(time.words.text.strip()) if time else None
    if time is None or found is None or time.edtf is not None:
        return time
    before = (month - 2) % 12 + 1
    edtf = f"XXXX-{before:02}"
    if found["part"]:
        first, last = _PARTS[found["part"].lower()]
        last = min(last, calendar.monthrange(_SOME_LEAP_YEAR, before)[1])
        edtf = f"{edtf}-{first:02}/{edtf}-{last:02}"
    return replace(
        time,
        edtf=edtf,
        precision="interval" if found["part"] else "month",
        basis=TimeBasis.PUBLICATION,
        why=f"the report dates to month {month} what it says was last week",
    )
