"""The keys of event claims: two claims that share none are never compared.

Two slots make a key, because no one slot suffices for two claims to be about one event: a party or
the place with the week or the day, two parties with the month, a party with the place, two parties
with a rare word of the sentence. The words at the trigger bring copies together. What says
no time of its own goes by the days before its publication; a day whose year is unknown, by the day
of the year. A time longer than a dozen cells tells too little to bring claims together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from secondsource.fusion.intervals import Interval, YearlessInterval
from secondsource.fusion.slots import MUTUAL, Slots, party_is_known
from secondsource.fusion.wording import LEAST_WORDS, proposing_words

_SLACK = timedelta(days=1)
_MOST_CELLS = 12
_SHORT_DAYS = 5
_SOME_LEAP_YEAR = 2000
# The rarest words of a sentence that propose others.
_PROPOSING = 3


def block_keys(row: Slots) -> frozenset[str]:
    """The keys of the slots of one event claim."""
    sort = f"{row.family.value}|{row.world}"
    return frozenset(f"{sort}|{key}" for key in _keys(row))


def _keys(row: Slots) -> Iterator[str]:
    place = f"place:{row.place.geonames_id or row.place.name.casefold()}" if row.place else None
    time = row.time or row.around
    named = [*sorted(row.parties), *([place] if place else [])]
    yield from (f"{one}|{cell}" for one in named for cell in (*_weeks(time), *_days(time)))
    for one, other in combinations(sorted(row.parties), 2):
        yield from (f"{one}&{other}|{month}" for month in _months(time))
    if place is not None:
        yield from (f"{party}@{place}" for party in row.parties)
    yield from _wording(row)


def _wording(row: Slots) -> Iterator[str]:
    """Keys of whatever time: what copies share, the words at the trigger with a rare word of the
    sentence; two parties with one; three parties; and for a meeting the report that tells of it."""
    if row.wording.length >= LEAST_WORDS:
        told = row.wording.telling[:_PROPOSING] or ("",)
        beside = row.wording.beside
        yield from (f"{side}|{words}|{word}" for side, words in beside for word in told)
    known = sorted(filter(party_is_known, row.parties))
    rare = proposing_words(row.wording, row.names, _PROPOSING)
    for one, other in combinations(known, 2):
        yield from (f"{one}&{other}|{word}" for word in rare)
    yield from ("&".join(three) for three in combinations(known, 3))
    if row.family in MUTUAL:
        yield f"in:{row.claim.report_id}"


def _weeks(time: Interval | YearlessInterval | None) -> Iterable[str]:
    return _cells(time, "%G-W%V", step=timedelta(days=7))


def _months(time: Interval | YearlessInterval | None) -> Iterable[str]:
    return _cells(time, "%Y-%m", step=timedelta(days=28))


def _days(time: Interval | YearlessInterval | None) -> Iterable[str]:
    """Days of whatever year, of what lasted a few days only."""
    dated = time.in_year(_SOME_LEAP_YEAR) if isinstance(time, YearlessInterval) else time
    if dated is None or (dated.days or _SHORT_DAYS + 1) > _SHORT_DAYS:
        return frozenset()
    return _cells(dated, "%m-%d", step=timedelta(days=1))


def _cells(time: Interval | YearlessInterval | None, form: str, step: timedelta) -> frozenset[str]:
    """The names of the stretches that ``time`` touches; none where it is open or long."""
    if not isinstance(time, Interval) or time.start is None or time.end is None:
        return frozenset()
    first, last = _earlier(time.start), _later(time.end)
    if (last - first) // step > _MOST_CELLS:
        return frozenset()
    number = (last - first) // step + 1
    days = [*(first + step * at for at in range(number)), last]
    return frozenset(day.strftime(form) for day in days)


def _earlier(day: date) -> date:
    return day - _SLACK if day > date.min else day


def _later(day: date) -> date:
    return day + _SLACK if day < date.max else day
