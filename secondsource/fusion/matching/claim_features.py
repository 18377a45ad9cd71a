"""The features by which two claims of events, that can be about one, are compared.

Each function's docstring is the feature's documentation. Values are 0 where nothing can be said.
"""

from __future__ import annotations

import math

from secondsource.annotations import QuantityRole
from secondsource.fusion.compatible import (
    days_of,
    in_one_telling,
    is_copy,
    parties_fit,
    place_fits,
    same_days,
    shared_toll,
    time_fits,
    time_of_both,
    times_touch,
)
from secondsource.fusion.kindred import kindred
from secondsource.fusion.matching.model import Feature
from secondsource.fusion.places import WIDE, PlaceFit, compare_places
from secondsource.fusion.slots import MUTUAL, Slots
from secondsource.fusion.wording import common_runs, common_words

_MONTH_DAYS = 31
_LONG_DAYS = 90
_KILLED = QuantityRole.KILLED.value


def _same_passage(first: Slots, second: Slots) -> float:
    """1 where two reports print one sentence; nothing else is asked then."""
    return float(is_copy(first, second))


def _same_type(first: Slots, second: Slots) -> float:
    """1 where both are of one type, not only of one family of types."""
    return float(first.claim.type is second.claim.type)


def _same_trigger(first: Slots, second: Slots) -> float:
    """1 where the triggers have one stem."""
    return float(bool(first.trigger) and first.trigger == second.trigger)


def _two_parties(first: Slots, second: Slots) -> float:
    """1 where they share two parties or more, of which some are known or have a name."""
    shared = first.parties & second.parties
    return float(len(shared) >= 2 and bool(shared & first.named & second.named))


def _only_party(first: Slots, second: Slots) -> float:
    """1 where they share one party that is known or named, the only party that one of them has."""
    shared = first.parties & second.parties
    alone = min(len(first.parties), len(second.parties)) == 1
    return float(len(shared & first.named) == 1 and alone)


def _one_of_the_parties(first: Slots, second: Slots) -> float:
    """1 where they share one party that is known or named, and both have others."""
    shared = first.parties & second.parties
    alone = min(len(first.parties), len(second.parties)) == 1
    return float(len(shared & first.named) == 1 and len(shared) == 1 and not alone)


def _same_description(first: Slots, second: Slots) -> float:
    """1 where all that they share of parties is what they call them ("civilians")."""
    shared = first.parties & second.parties
    return float(bool(shared) and not shared & first.named)


def _one_dealing(first: Slots, second: Slots) -> float:
    """1 where they share two parties that met, agreed, or plan or are asked to act, at times that
    can be one: two parties do so seldom, while they fight every day."""
    seldom = first.family in MUTUAL or first.world != "actual"
    parted = _other_party(first, second) or _other_day(first, second)
    kin = _two_parties(first, second) or _kindred_party(first, second)
    return float(seldom and not parted and bool(kin))


def _one_report(first: Slots, second: Slots) -> float:
    """1 where one report tells of both."""
    return float(first.claim.report_id == second.claim.report_id)


def _kindred_party(first: Slots, second: Slots) -> float:
    """1 where a party of one belongs to another of the other, and both share no more than one."""
    shared = first.parties & second.parties
    if len(shared) >= 2 or in_one_telling(first, second) or not parties_fit(first, second):
        return 0.0
    when = time_of_both(first, second)
    return float(kindred(first.parties - shared, second.parties - shared, when))


def _other_party(first: Slots, second: Slots) -> float:
    """1 where the parties are others: told differently, if of one event."""
    return float(not parties_fit(first, second))


def _in_one_telling(first: Slots, second: Slots) -> float:
    """1 where one names nobody known and stands near the other, of who met or agreed."""
    return float(in_one_telling(first, second))


def _same_place(first: Slots, second: Slots) -> float:
    """1 where both name one place that is no country or larger."""
    return float(_one_place(first, second) and not _wide(first))


def _same_country(first: Slots, second: Slots) -> float:
    """1 where both name one country or region."""
    return float(_one_place(first, second) and _wide(first))


def _one_place(first: Slots, second: Slots) -> bool:
    return compare_places(first.place, second.place) is PlaceFit.SAME


def _wide(row: Slots) -> bool:
    return row.place is not None and row.place.precision in WIDE


def _place_inside(first: Slots, second: Slots) -> float:
    """1 where one place lies in the other."""
    return float(compare_places(first.place, second.place) is PlaceFit.CONTAINED)


def _near_place(first: Slots, second: Slots) -> float:
    """1 where the places are near each other."""
    return float(compare_places(first.place, second.place) is PlaceFit.NEAR)


def _all_slots(first: Slots, second: Slots) -> float:
    """1 where two parties, the place and the time that both give agree."""
    dated = _same_days(first, second) or _same_month(first, second)
    return float(bool(dated and _same_place(first, second) and _two_parties(first, second)))


def _other_place(first: Slots, second: Slots) -> float:
    """1 where the places are apart: told differently, if of one event."""
    return float(not place_fits(first, second))


def _same_days(first: Slots, second: Slots) -> float:
    """1 where both say on which few days it was, and these touch."""
    return float(same_days(first, second))


def _same_month(first: Slots, second: Slots) -> float:
    """1 where both give a time of weeks or months that touch."""
    if first.time is None or second.time is None or same_days(first, second):
        return 0.0
    longest = max(days_of(first.time), days_of(second.time))
    return float(longest <= _MONTH_DAYS and time_fits(first, second))


def _long_time(first: Slots, second: Slots) -> float:
    """1 where one says when it was and the other gives a season or years."""
    if first.time is None or second.time is None:
        return 0.0
    shortest, longest = sorted((days_of(first.time), days_of(second.time)))
    return float(longest > _LONG_DAYS and shortest <= _MONTH_DAYS)


def _recent(first: Slots, second: Slots) -> float:
    """1 where a publication suggests the time of one or both, and the times touch."""
    if None in (first.time or first.around, second.time or second.around):
        return 0.0
    return float((first.time is None or second.time is None) and times_touch(first, second))


def _retold(first: Slots, second: Slots) -> float:
    """1 where one report tells of it weeks after the other, or after it was."""
    if None in (first.time or first.around, second.time or second.around):
        return 0.0
    return float(time_fits(first, second) and not times_touch(first, second))


def _undated(first: Slots, second: Slots) -> float:
    """1 where one of two reports cannot be placed in time."""
    placed = (first.time or first.around) and (second.time or second.around)
    return float(not placed and first.claim.report_id != second.claim.report_id)


def _other_day(first: Slots, second: Slots) -> float:
    """1 where the times are apart: told differently, if of one event."""
    return float(not time_fits(first, second))


def _published_apart(first: Slots, second: Slots) -> float:
    """The logarithm of the days between the publications, where these suggest the time; of
    meetings, agreements and plans reports tell for weeks."""
    mine, theirs = first.published, second.published
    if first.family in MUTUAL or first.world != "actual":
        return 0.0
    if first.time is not None and second.time is not None:
        return 0.0
    if mine is None or theirs is None or mine.start is None or theirs.start is None:
        return 0.0
    return math.log1p(abs((mine.start - theirs.start).days))


def _other_toll(first: Slots, second: Slots) -> float:
    """1 where both count the dead and share no number of them."""
    mine, theirs = (
        {value for role, value in row.counts if role == _KILLED} for row in (first, second)
    )
    return float(bool(mine) and bool(theirs) and not mine & theirs)


def _same_count(first: Slots, second: Slots) -> float:
    """1 where they share a number of one role."""
    return float(bool(first.counts & second.counts))


def _same_toll(first: Slots, second: Slots) -> float:
    """1 where they share a number of casualties, of three or more."""
    return float(shared_toll(first, second))


def _other_count(first: Slots, second: Slots) -> float:
    """1 where both count in one role and share no number."""
    roles = {role for role, _ in first.counts} & {role for role, _ in second.counts}
    return float(bool(roles) and not first.counts & second.counts)


def _common_words(first: Slots, second: Slots) -> float:
    """How much of their telling words the sentences share, names of parties and places left out."""
    return common_words(first.wording, second.wording, first.names | second.names)


def _common_runs(first: Slots, second: Slots) -> float:
    """The part of the shorter sentence's runs of three words that stands in the other."""
    return common_runs(first.wording, second.wording)


def _no_more_than_parties(first: Slots, second: Slots) -> float:
    """1 where one party has acted on the other and neither place, days, counts nor words agree:
    parties at war do so every day."""
    if first.family in MUTUAL or first.world != "actual":
        return 0.0
    said = _same_place(first, second) or _near_place(first, second) or same_days(first, second)
    common = _common_words(first, second)
    return float(not said and not first.counts & second.counts and not common)


FEATURES: tuple[Feature[Slots], ...] = (
    Feature(name="same_passage", measure=_same_passage),
    Feature(name="same_type", measure=_same_type),
    Feature(name="same_trigger", measure=_same_trigger),
    Feature(name="two_parties", measure=_two_parties),
    Feature(name="only_party", measure=_only_party),
    Feature(name="one_of_the_parties", measure=_one_of_the_parties),
    Feature(name="same_description", measure=_same_description),
    Feature(name="kindred_party", measure=_kindred_party),
    Feature(name="one_dealing", measure=_one_dealing),
    Feature(name="one_report", measure=_one_report),
    Feature(name="other_party", measure=_other_party),
    Feature(name="in_one_telling", measure=_in_one_telling),
    Feature(name="same_place", measure=_same_place),
    Feature(name="same_country", measure=_same_country),
    Feature(name="place_inside", measure=_place_inside),
    Feature(name="near_place", measure=_near_place),
    Feature(name="all_slots", measure=_all_slots),
    Feature(name="other_place", measure=_other_place),
    Feature(name="same_days", measure=_same_days),
    Feature(name="same_month", measure=_same_month),
    Feature(name="long_time", measure=_long_time),
    Feature(name="recent", measure=_recent),
    Feature(name="retold", measure=_retold),
    Feature(name="undated", measure=_undated),
    Feature(name="other_day", measure=_other_day),
    Feature(name="published_apart", measure=_published_apart),
    Feature(name="same_count", measure=_same_count),
    Feature(name="same_toll", measure=_same_toll),
    Feature(name="other_toll", measure=_other_toll),
    Feature(name="other_count", measure=_other_count),
    Feature(name="common_words", measure=_common_words),
    Feature(name="common_runs", measure=_common_runs),
    Feature(name="no_more_than_parties", measure=_no_more_than_parties),
)
