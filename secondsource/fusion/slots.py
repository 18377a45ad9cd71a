"""The slots by which event claims are compared, and how well two claims' slots fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.claims import Claim, EventType, Modality, Party, Place
from secondsource.fusion.intervals import Interval, YearlessInterval, bounds, overlap
from secondsource.fusion.matching import Reason
from secondsource.fusion.places import PlaceFit, compare_places
from secondsource.fusion.prose import fold_words
from secondsource.fusion.stems import stem
from secondsource.reports import Report

# Types that reports code interchangeably for one happening.
_FAMILIES = {
    EventType.COOPERATE: EventType.AGREE,
    EventType.AID: EventType.SUPPORT,
    EventType.CONCEDE: EventType.RETREAT,
}
# "A met B" and "B met A" say the same.
_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT})
# A report without a time for an event is mostly about the days before it.
_RECENT_DAYS = 10
_SHORT_DAYS = 3
_MONTH_DAYS = 31
_LONG_DAYS = 90
# Two reports that cannot be placed in time need more than the same parties to be about one event:
# a false confirmation is worse than an event listed twice.
_UNDATED = -0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What an event claim says, reduced to what can be compared.

    ``parties`` is everybody who takes part; ``world`` keeps what happened apart from what was
    planned, asked for or supposed; ``time`` is when the claim says that it was, ``around`` what
    its publication suggests instead.
    """

    claim: Claim
    family: EventType
    world: str
    actors: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    place: Place | None
    time: Interval | YearlessInterval | None
    around: Interval | None
    trigger: str
    counts: frozenset[tuple[str, float]]


def read_slots(claim: Claim, report: Report | None) -> Slots:
    """The slots of an event claim.

    Raises:
        ValueError: if the claim is not about an event.
    """
    if not isinstance(claim.type, EventType):
        raise ValueError(f"{claim.id} is a claim of kind {claim.kind.value}, not of an event")
    published = bounds(report.published.value) if report and report.published else None
    known = published if isinstance(published, Interval) else None
    # A day taken from the date line is no day that the claim says.
    time = bounds(claim.time.edtf) if claim.time and not claim.time.framed else None
    if isinstance(time, YearlessInterval) and known and known.end:
        time = time.up_to(known.end)
    actors = frozenset(map(party_key, claim.actors))
    recipients = frozenset(map(party_key, claim.recipients))
    return Slots(
        claim=claim,
        family=_FAMILIES.get(claim.type, claim.type),
        world=_world(claim.modality),
        actors=actors,
        recipients=recipients,
        parties=actors | recipients,
        place=claim.place,
        time=time,
        around=_around(known, claim.modality) if time is None else None,
        trigger=stem(fold_words(claim.trigger.text)[-1]) if fold_words(claim.trigger.text) else "",
        counts=frozenset(
            (count.role.value, value)
            for count in claim.quantities
            for value in (count.low, count.best, count.high)
            if value is not None
        ),
    )


def party_key(party: Party) -> str:
    """The registry id, or the folded name of an actor that has none."""
    return party.id or f"name:{' '.join(fold_words(party.name or party.words.text))}"


def _world(modality: Modality) -> str:
    return "actual" if modality in {Modality.ACTUAL, Modality.POSSIBLE} else modality.value


def _around(published: Interval | None, modality: Modality) -> Interval | None:
    if published is None or published.start is None or _world(modality) != "actual":
        return None
    return Interval(start=published.start - timedelta(days=_RECENT_DAYS), end=published.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One way in which two claims fit. ``measure`` gives points, ``None`` for a conflict."""

    name: str
    measure: Callable[[Slots, Slots], float | None]


def _type_fit(first: Slots, second: Slots) -> float | None:
    """The same type 1, one of its family 0.5; another family or world is another event."""
    if (first.family, first.world) != (second.family, second.world):
        return None
    return 1.0 if first.claim.type is second.claim.type else 0.5


def _party_fit(first: Slots, second: Slots) -> float | None:
    """Two shared parties 2, the only one 1, one of several 0.5; none, or another in some role, is
    another event."""
    if not first.parties or not second.parties:
        return 0.0
    shared = first.parties & second.parties
    if not shared:
        return None
    if not _roles_fit(first, second):
        return None
    if len(shared) >= 2:
        return 2.0
    return 1.0 if min(len(first.parties), len(second.parties)) == 1 else 0.5


def _roles_fit(first: Slots, second: Slots) -> bool:
    """Whether no role is filled by different parties on both sides."""
    if first.family in _MUTUAL:
        return True
    crossed = first.actors & second.recipients and first.recipients & second.actors
    same_actors = _share(first.actors, second.actors)
    same_recipients = _share(first.recipients, second.recipients)
    return bool((same_actors and same_recipients) or crossed)


def _share(first: frozenset[str], second: frozenset[str]) -> bool:
    return not first or not second or bool(first & second)


_PLACE_POINTS: dict[PlaceFit, float | None] = {
    PlaceFit.SAME: 1.5,
    PlaceFit.CONTAINED: 0.75,
    PlaceFit.NEAR: 0.5,
    PlaceFit.UNKNOWN: 0.0,
    PlaceFit.APART: None,
}


def _place_fit(first: Slots, second: Slots) -> float | None:
    """The same place 1.5, one inside the other 0.75, near 0.5; places apart are other events."""
    return _PLACE_POINTS[compare_places(first.place, second.place)]


def _time_fit(first: Slots, second: Slots) -> float | None:
    """Overlapping days 1.5, weeks or months 1, vaguer times 0.25; less where both cannot be dated,
    and times apart are other events."""
    mine, theirs = first.time or first.around, second.time or second.around
    if mine is None or theirs is None:
        return 0.0 if first.claim.report_id == second.claim.report_id else _UNDATED
    if not overlap(mine, theirs, slack=1):
        return None
    if first.time is None or second.time is None:
        return 0.25
    lengths = sorted((_days(mine), _days(theirs)))
    if lengths[1] <= _SHORT_DAYS:
        return 1.5
    if lengths[1] <= _MONTH_DAYS:
        return 1.0
    return -0.5 if lengths[1] > _LONG_DAYS and lengths[0] <= _MONTH_DAYS else 0.25


def _days(time: Interval | YearlessInterval) -> float:
    days = time.in_year(2000).days if isinstance(time, YearlessInterval) else time.days
    return days if days is not None else float("inf")


def _trigger_fit(first: Slots, second: Slots) -> float | None:
    """The same trigger word 0.5."""
    return 0.5 if first.trigger and first.trigger == second.trigger else 0.0


def _count_fit(first: Slots, second: Slots) -> float | None:
    """A count of one role in common 0.75."""
    return 0.75 if first.counts & second.counts else 0.0


FEATURES: tuple[Feature, ...] = (
    Feature(name="event type", measure=_type_fit),
    Feature(name="parties", measure=_party_fit),
    Feature(name="place", measure=_place_fit),
    Feature(name="time", measure=_time_fit),
    Feature(name="trigger", measure=_trigger_fit),
    Feature(name="counts", measure=_count_fit),
)


def fit(first: Slots, second: Slots) -> float | None:
    """The sum of the features' points, or ``None`` if two claims cannot be about one event."""
    total = 0.0
    for feature in FEATURES:
        points = feature.measure(first, second)
        if points is None:
            return None
        total += points
    return total


def explain_fit(first: Slots, second: Slots) -> tuple[Reason, ...]:
    """The points of each feature for two claims that can be about one event; a feature that rules
    that out is left out."""
    measured = ((feature.name, feature.measure(first, second)) for feature in FEATURES)
    return tuple(
        Reason(feature=name, value=points, points=points)
        for name, points in measured
        if points is not None
    )


def anchor(slots: Slots) -> date:
    """A day to sort by: when it was, else when it was published, else the last day of all."""
    for time in (slots.time, slots.around):
        if isinstance(time, Interval) and (time.end or time.start):
            return time.end or time.start or date.max
    return date.max
