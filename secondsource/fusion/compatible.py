"""Whether two claims can be about one event at all.

Of one event, claims name the same parties in their roles, places that can be one, and times that
touch. Where one of these differs and all else that they say is the same, they are tellings of one
event that contradict each other; where two differ, they are of two events.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from secondsource.annotations import PlacePrecision, QuantityRole
from secondsource.claims import Polarity
from secondsource.fusion.intervals import Interval, YearlessInterval, overlap
from secondsource.fusion.kindred import kindred
from secondsource.fusion.places import PlaceFit, compare_places
from secondsource.fusion.slots import MUTUAL, Slots
from secondsource.fusion.wording import same_passage

_PRECISE = frozenset({PlacePrecision.POINT, PlacePrecision.POPULATED_PLACE, PlacePrecision.NEAR})
_CASUALTIES = frozenset(role.value for role in (QuantityRole.KILLED, QuantityRole.WOUNDED))
_SHORT_DAYS = 3
# Tellings of one event that put it on different days put it on days near each other.
_OFF_DAYS = 5
_RETOLD_DAYS = 21
# What an outlet prints again after longer is not its report of the same days.
_REPRINTED_DAYS = 31
# A claim that names nobody is of what its report tells nearby, in characters.
_NEARBY = 600
# One or two dead are too common for two reports to mean the same.
_TELLING_COUNT = 3


def may_be_one(first: Slots, second: Slots) -> bool:
    """Whether two claims can be about one event, by all that they say."""
    if (first.family, first.world) != (second.family, second.world):
        return False
    if is_copy(first, second):
        return True
    if _one_denies(first, second) and not _both_parties(first, second):
        return False
    differing = [name for name, fits in _SLOTS.items() if not fits(first, second)]
    return not differing or (len(differing) == 1 and _only_differ(differing[0], first, second))


def is_copy(first: Slots, second: Slots) -> bool:
    """Whether two reports print one passage about it, whatever was read from each."""
    if first.claim.report_id == second.claim.report_id:
        return False
    if (first.family, first.world) != (second.family, second.world):
        return False
    if first.claim.polarity is not second.claim.polarity:
        return False
    if not same_passage(first.wording, second.wording):
        return False
    return _parties_touch(first, second) and _near_in_time(first, second)


def parties_fit(first: Slots, second: Slots) -> bool:
    """Whether some party, or its body, takes part in both, and no role has others on both sides."""
    if not first.parties or not second.parties:
        return True
    if first.family in MUTUAL:
        unnamed = first.described or second.described
        return unnamed or _share(first.parties, second.parties, time_of_both(first, second))
    when = time_of_both(first, second)
    crossed = first.actors & second.recipients and first.recipients & second.actors
    same_actors = _blank_or_share(first.actors, second.actors, when)
    same_recipients = _blank_or_share(first.recipients, second.recipients, when)
    together = _share(first.parties, second.parties, when)
    return together and bool((same_actors and same_recipients) or crossed)


def in_one_telling(first: Slots, second: Slots) -> bool:
    """Whether one claim of a meeting or agreement names nobody, and stands near the other in one
    report ("About seven commanders attended")."""
    if first.claim.report_id != second.claim.report_id or first.family not in MUTUAL:
        return False
    apart = abs(first.claim.trigger.start - second.claim.trigger.start)
    return first.described != second.described and apart <= _NEARBY


def place_fits(first: Slots, second: Slots) -> bool:
    """Whether the places can be one."""
    return compare_places(first.place, second.place) is not PlaceFit.APART


def time_fits(first: Slots, second: Slots) -> bool:
    """Whether the times touch, those that only the publication suggests too.

    Of what two parties agreed or where they met reports tell for weeks, but none before it was.
    """
    mine, theirs = times(first, second)
    if mine is None or theirs is None or overlap(mine, theirs, slack=1):
        return True
    if first.family not in MUTUAL or (first.time is not None and second.time is not None):
        return False
    return overlap(mine, theirs, slack=_RETOLD_DAYS) and not _foretold(first, second)


def _foretold(first: Slots, second: Slots) -> bool:
    """Whether the report of a claim without a time had appeared before the other's time."""
    pairs = ((first, second), (second, first))
    return any(
        one.time is None
        and isinstance(other.time, Interval)
        and one.published is not None
        and not _reached(other.time.start, one.published.end)
        for one, other in pairs
    )


def _reached(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end + timedelta(days=1)


def times_touch(first: Slots, second: Slots) -> bool:
    """Whether the times touch, without patience for late reports."""
    mine, theirs = times(first, second)
    return mine is not None and theirs is not None and overlap(mine, theirs, slack=1)


def times(
    first: Slots, second: Slots
) -> tuple[Interval | YearlessInterval | None, Interval | YearlessInterval | None]:
    """When each was, by its words or else by its publication."""
    return first.time or first.around, second.time or second.around


def same_days(first: Slots, second: Slots) -> bool:
    """Whether both say on which few days it was, and these touch."""
    if first.time is None or second.time is None:
        return False
    lengths = (days_of(first.time), days_of(second.time))
    return max(lengths) <= _SHORT_DAYS and overlap(first.time, second.time)


def same_spot(first: Slots, second: Slots) -> bool:
    """Whether both name one place no larger than a town."""
    if first.place is None or second.place is None:
        return False
    precise = {first.place.precision, second.place.precision} <= _PRECISE
    return precise and compare_places(first.place, second.place) is PlaceFit.SAME


def days_of(time: Interval | YearlessInterval) -> float:
    """The number of days of a time, infinite where a side is open."""
    days = time.in_year(2000).days if isinstance(time, YearlessInterval) else time.days
    return days if days is not None else float("inf")


def shared_toll(first: Slots, second: Slots) -> bool:
    """Whether both count the same number of casualties, of three or more."""
    return any(
        role in _CASUALTIES and value >= _TELLING_COUNT
        for role, value in first.counts & second.counts
    )


def _only_differ(name: str, first: Slots, second: Slots) -> bool:
    """Whether all else is the same, so that what differs is told differently of one event."""
    if first.claim.report_id == second.claim.report_id or first.claim.type != second.claim.type:
        return False
    pair = len(first.parties & second.parties) >= 2
    agreed = first.family in MUTUAL or shared_toll(first, second)
    if name == "place":
        return pair and agreed and same_days(first, second)
    if name == "time":
        return pair and agreed and same_spot(first, second) and _days_near(first, second)
    return shared_toll(first, second) and same_spot(first, second) and same_days(first, second)


def _days_near(first: Slots, second: Slots) -> bool:
    if first.time is None or second.time is None:
        return False
    short = max(days_of(first.time), days_of(second.time)) <= _SHORT_DAYS
    return short and overlap(first.time, second.time, slack=_OFF_DAYS)


def _one_denies(first: Slots, second: Slots) -> bool:
    denied = {row.claim.polarity is Polarity.DENIED for row in (first, second)}
    return len(denied) == 2


def _both_parties(first: Slots, second: Slots) -> bool:
    return len(first.parties & second.parties) >= 2 or first.parties == second.parties


def _parties_touch(first: Slots, second: Slots) -> bool:
    if not first.parties or not second.parties:
        return True
    return bool(first.parties & second.parties or first.names & second.names)


def _near_in_time(first: Slots, second: Slots) -> bool:
    mine, theirs = first.published, second.published
    if mine is None or theirs is None or overlap(mine, theirs, slack=_REPRINTED_DAYS):
        return True
    return first.time is not None and second.time is not None and time_fits(first, second)


def time_of_both(first: Slots, second: Slots) -> Interval | None:
    """A time of either, by its words or else by its publication."""
    found = (row.time or row.around for row in (first, second))
    return next((time for time in found if isinstance(time, Interval)), None)


def _share(first: frozenset[str], second: frozenset[str], when: Interval | None) -> bool:
    return bool(first & second) or kindred(first, second, when)


def _blank_or_share(first: frozenset[str], second: frozenset[str], when: Interval | None) -> bool:
    return not first or not second or _share(first, second, when)


_SLOTS: dict[str, Callable[[Slots, Slots], bool]] = {
    "party": parties_fit,
    "place": place_fits,
    "time": time_fits,
}
