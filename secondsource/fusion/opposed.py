"""Where and when two tellings of one event put it so that both cannot be right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from secondsource.annotations import PlacePrecision
from secondsource.claims import Claim, Place, Time, TimeBasis
from secondsource.fusion.intervals import Interval, YearlessInterval, bounds, overlap
from secondsource.fusion.places import PlaceFit, compare_places, distance_km

# How far from its coordinates, in km, a place of this precision may reach.
_REACH_KM = {
    PlacePrecision.POINT: 2.0,
    PlacePrecision.POPULATED_PLACE: 15.0,
    PlacePrecision.NEAR: 25.0,
    PlacePrecision.DISTRICT: 40.0,
    PlacePrecision.GOVERNORATE: 150.0,
}
_AREAS = frozenset({PlacePrecision.DISTRICT, PlacePrecision.GOVERNORATE})
# Words by which an event may lie on either of two days.
_AT_NIGHT = re.compile(r"\b(?:mid)?nights?\b|\bovernight\b|\bdawn\b|\b[ap]\.?m\b", re.IGNORECASE)
# How many days a date that is put as approximate may be off.
_ABOUT_DAYS = 3
_A_WEEK = 7
_SHORT_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The days that a claim's own words allow. ``exact`` says that they name a day outright, and
    ``slack`` is how many days they may be off: "last week" is told loosely, and an event in a
    night lies on either of two days."""

    days: Interval | YearlessInterval
    exact: bool
    slack: int
    shown: str


def when_of(claim: Claim) -> When | None:
    """When a claim says that it was, ``None`` where only its date line tells."""
    time = claim.time
    days = bounds(time.edtf) if time and not time.framed else None
    if time is None or days is None:
        return None
    edtf = time.edtf or ""
    if edtf.endswith(("~", "%")):
        days = _widened(days)
    return When(
        days=days,
        exact=time.basis is TimeBasis.STATED and time.precision == "day",
        slack=_slack(claim, time),
        shown=edtf,
    )


def _slack(claim: Claim, time: Time) -> int:
    if time.basis is TimeBasis.PUBLICATION and time.precision == "week":
        return _A_WEEK
    nightly = any(_AT_NIGHT.search(words.text) for words in (*claim.evidence, time.words))
    return 1 if nightly else 0


def _widened(days: Interval | YearlessInterval) -> Interval | YearlessInterval:
    if isinstance(days, YearlessInterval) or days.start is None or days.end is None:
        return days
    margin = timedelta(days=_ABOUT_DAYS)
    return Interval(start=days.start - margin, end=days.end + margin)


def dates_opposed(first: When, second: When) -> bool:
    """Whether no day can be meant by both; a day apart only where both name days outright."""
    worked_out = 0 if first.exact and second.exact else 1
    slack = max(first.slack, second.slack, worked_out)
    return not overlap(first.days, second.days, slack=slack)


def denies_the_time(affirmed: When | None, denied: When | None) -> bool:
    """Whether a denial for one time covers what is affirmed of another.

    Without a time either is of the event whenever it was. What went on for long is only denied by
    a denial for all of it: "have fought for a year" and "no fighting since Sunday" are both so.
    """
    if affirmed is None or denied is None:
        return True
    one, other = affirmed.days, denied.days
    if isinstance(one, YearlessInterval) or isinstance(other, YearlessInterval) or _short(one):
        return overlap(one, other, slack=max(1, affirmed.slack, denied.slack))
    began = other.start is None or (one.start is not None and other.start <= one.start)
    ended = other.end is None or (one.end is not None and one.end <= other.end)
    return began and ended


def _short(days: Interval) -> bool:
    return days.days is not None and days.days <= _SHORT_DAYS


def places_opposed(first: Place, second: Place) -> bool:
    """Whether two places lie apart by more than the precision of both, neither in the other."""
    fit = compare_places(first, second)
    if fit is not PlaceFit.APART:
        return False
    apart = distance_km(first, second)
    if PlacePrecision.COUNTRY in {first.precision, second.precision}:
        return None not in {first.country, second.country} and first.country != second.country
    if apart is None:
        return _areas_differ(first, second)
    reach = [_reach(place) for place in (first, second)]
    return None not in reach and apart > sum(km for km in reach if km is not None)


def _reach(place: Place) -> float | None:
    """``None`` where the place has no such bound: a country, a region, nothing resolved."""
    if place.radius_km is not None:
        return place.radius_km
    return _REACH_KM.get(place.precision)


def _areas_differ(first: Place, second: Place) -> bool:
    """Without coordinates only areas of one rank in the gazetteer are known to be apart."""
    ranked = first.precision == second.precision and first.precision in _AREAS
    resolved = first.geonames_id is not None and second.geonames_id is not None
    return ranked and resolved and first.geonames_id != second.geonames_id


def kilometres(first: Place, second: Place) -> str:
    """ ", 140 km apart", or nothing where a place has no coordinates."""
    apart = distance_km(first, second)
    return "" if apart is None else f", {apart:,.0f} km apart"
