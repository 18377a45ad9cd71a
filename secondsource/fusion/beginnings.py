"""Since when a state held, as one claim has it.

A claim's own time says since when; without one, a claim says only that it was so by the day of its
report. What two parties agreed on they agreed on when they met, where a report dates one meeting of
theirs and not the agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.annotations import SourceType
from secondsource.claims import Claim, EventType, Modality, Time
from secondsource.fusion.intervals import Interval, YearlessInterval, bounds, overlap
from secondsource.fusion.parties import Pair, pair_of, sides


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


def meetings_of(told: Iterable[Claim]) -> Mapping[Pair, Time | None]:
    """By pair, the time of the meeting or agreement that a report dates, if it dates but one."""
    times: dict[Pair, list[Time]] = {}
    for claim in told:
        met = claim.type in {EventType.CONSULT, EventType.AGREE}
        if met and claim.modality is Modality.ACTUAL and claim.time and claim.time.edtf:
            for pair in sides(claim):
                times.setdefault(pair_of(pair), []).append(claim.time)
    return {pair: _one_of(dated) for pair, dated in times.items()}


def _one_of(times: Sequence[Time]) -> Time | None:
    """The shortest of times that can all be one, ``None`` where they cannot."""
    ranked = sorted(times, key=lambda time: (_length(time), time.words.start))
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


def said_at(claim: Claim) -> Time | None:
    """When the outlet that is cited for it reported it ("AP reported last month")."""
    cited = (link for link in claim.attribution if link.type is SourceType.OUTLET)
    return next((link.said for link in cited if link.said is not None), None)


def since_of(claim: Claim, meeting: Time | None, published: date | None) -> Since:
    """Since when a claim has it that a state held: its own time, when an outlet reported it, the
    meeting at which it was agreed; without these, by the day of publication."""
    said = said_at(claim)
    for time in (claim.time, said, meeting):
        days = bounds(time.edtf) if time else None
        if time is not None and days is not None:
            return _told(time, days, published)
    if claim.time is None and said is not None:
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
