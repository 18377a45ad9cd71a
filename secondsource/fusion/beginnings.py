"""Since when a state held, as one claim has it.

A claim's own time says since when; without one, a claim says only that it was so by the day of its
report. What two parties agreed on they agreed on when they met, where a report dates one meeting of
theirs and not the agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.annotations import SourceType
from secondsource.claims import Claim, EventType, Modality, Polarity, Time, TimeBasis
from secondsource.fusion.intervals import Interval, YearlessInterval, bounds, overlap
from secondsource.fusion.parties import Pair, pair_of, sides

# What was said up to so many days before a report is its news.
_NEWS_DAYS = 7
_LOOKS_BACK = re.compile(r"\b(?:months?|years?|ago)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """When a state began as one claim has it.

    ``edtf`` is what to show. ``days`` are the days that it may have begun on, ``None`` where
    nothing is known. ``own`` says that the claim gives a time, be it one that no calendar has;
    without it ``days`` only end on the day of the report.
    """

    edtf: str | None
    days: Interval | YearlessInterval | None
    own: bool

    @property
    def order(self) -> tuple[int, date, tuple[int, int]]:
        """A sort key: by day; then what lacks a year, by month and day; then what lacks both."""
        if isinstance(self.days, YearlessInterval):
            return 1, date.max, self.days.start
        day = (self.days.start or self.days.end) if self.days else None
        return (0, day, (0, 0)) if day else (2, date.max, (0, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """When those in a report met: by pair, and of them all if the report dates but one meeting,
    with the ids of ``parties`` to it."""

    by_pair: Mapping[Pair, Time | None]
    only: Time | None
    parties: frozenset[str]

    def of(self, pair: Pair) -> Time | None:
        """When two met, as far as the report dates one meeting of theirs."""
        if pair in self.by_pair:
            return self.by_pair[pair]
        return self.only if not self.parties or self.parties & set(pair) else None


def meetings_of(told: Iterable[Claim]) -> Meetings:
    """The dated meetings and agreements of one report."""
    dated = [claim for claim in told if _is_dated_meeting(claim)]
    by_pair: dict[Pair, list[Time]] = {}
    for claim in dated:
        for pair in sides(claim):
            by_pair.setdefault(pair_of(pair), []).extend(_times(claim))
    everyone = {party.id for claim in dated for party in (*claim.actors, *claim.recipients)}
    return Meetings(
        by_pair={pair: _one_of(times) for pair, times in by_pair.items()},
        only=_one_of([time for claim in dated for time in _times(claim)]),
        parties=frozenset(key for key in everyone if key is not None),
    )


def _is_dated_meeting(claim: Claim) -> bool:
    met = claim.type in {EventType.CONSULT, EventType.AGREE}
    affirmed = claim.modality is Modality.ACTUAL and claim.polarity is Polarity.AFFIRMED
    return met and affirmed and bool(_times(claim))


def _times(claim: Claim) -> list[Time]:
    return [claim.time] if claim.time and not claim.time.framed and claim.time.edtf else []


def _one_of(times: Sequence[Time]) -> Time | None:
    """The shortest of times that can all be one, ``None`` where they cannot.

    A date outweighs "last week", which is told loosely.
    """
    if not times:
        return None
    named = [time for time in times if time.basis is TimeBasis.STATED] or times
    ranked = sorted(named, key=lambda time: (_length(time), time.words.start))
    first = bounds(ranked[0].edtf)
    together = all(
        first is not None and other is not None and overlap(first, other, slack=1)
        for other in (bounds(time.edtf) for time in ranked[1:])
    )
    return ranked[0] if together else None


def _length(time: Time) -> float:
    days = bounds(time.edtf)
    if isinstance(days, YearlessInterval):
        days = days.in_year(2000)
    length = days.days if days else None
    return length if length is not None else float("inf")


def said_before(claim: Claim, published: date | None) -> Time | None:
    """When the outlet that is cited for it had reported it, where the report looks back on that
    ("AP reported last month") and does not pass on the news of the week."""
    cited = (link.said for link in claim.attribution if link.type is SourceType.OUTLET)
    said = next((time for time in cited if time is not None), None)
    days = bounds(said.edtf) if said else None
    if said is None or isinstance(days, Interval):
        since = published - timedelta(days=_NEWS_DAYS) if published else None
        past = isinstance(days, Interval) and days.end and since and days.end < since
        return said if past else None
    return said if _LOOKS_BACK.search(said.words.text) else None


def since_of(claim: Claim, meeting: Time | None, published: date | None) -> Since:
    """Since when a claim has it that a state held: its own time, when an outlet had reported it,
    the ``meeting`` at which it was agreed; without these, by the day of publication."""
    before = said_before(claim, published)
    for time in (claim.time, before, None if before else meeting):
        days = bounds(time.edtf) if time else None
        if time is not None and days is not None:
            return _told(time, days, published)
    if claim.time is None and before is not None:
        return Since(edtf=None, days=None, own=True)
    if published is None:
        return Since(edtf=None, days=None, own=False)
    by_then = Interval(start=None, end=published)
    return Since(edtf=f"../{published.isoformat()}", days=by_then, own=False)


def _told(time: Time, days: Interval | YearlessInterval, published: date | None) -> Since:
    if isinstance(days, Interval):
        return _began(time.edtf or "", days, published)
    if published is None:
        return Since(edtf=time.edtf, days=days, own=True)
    placed = days.up_to(published)
    return Since(edtf=_edtf(placed), days=placed, own=True)


def _began(edtf: str, days: Interval, published: date | None) -> Since:
    """The beginning of a time that lasted until the report; another time as it is."""
    first, _, last = edtf.partition("/")
    lasted = last == ".." or (published is not None and last and days.end == published)
    began = bounds(first) if lasted else None
    if isinstance(began, Interval) and began.start is not None:
        return Since(edtf=first, days=began, own=True)
    return Since(edtf=edtf, days=days, own=True)


def _edtf(time: Interval) -> str:
    ends = [day.isoformat() if day else ".." for day in (time.start, time.end)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)
