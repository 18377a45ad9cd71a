"""How many, by all claims about one event: low, best and high of each sort of number.

A figure that its own source replaces in a later report is kept apart as superseded and bounds
nothing. Of the others, ``best`` is the figure that most origins give; of several, the one reported
last, and of these the lowest. Every number is one that some claim gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeGuard

from secondsource.claims import Count, Polarity
from secondsource.fusion.figures import Figure, Sort, figures, in_words
from secondsource.fusion.independence import count_origins
from secondsource.fusion.records import CountValue, FusedCount
from secondsource.fusion.tellings import Telling, updates


def fuse_counts(told: Sequence[Telling]) -> tuple[FusedCount, ...]:
    """The counts of the tellings of one event that say that it is so, sorted by what they count."""
    found = sorted(given(told), key=lambda figure: _order(figure.sort))
    return tuple(
        _fused(sort, list(group)) for sort, group in groupby(found, key=lambda figure: figure.sort)
    )


def given(told: Iterable[Telling]) -> tuple[Figure, ...]:
    """The figures of the tellings that affirm the event."""
    return figures(row for row in told if row.claim.polarity is Polarity.AFFIRMED)


def _order(sort: Sort) -> tuple[str, str, str]:
    return sort.role.value, sort.category.value if sort.category else "", sort.unit or ""


def superseding(figure: Figure, others: Iterable[Figure]) -> tuple[str, ...]:
    """Ids of the claims by which the same source later gave another figure of the same sort."""
    return tuple(
        other.telling.claim.id
        for other in others
        if other.sort == figure.sort
        and other.value != figure.value
        and updates(other.telling, figure.telling)
    )


def _fused(sort: Sort, group: Sequence[Figure]) -> FusedCount:
    replaced = {id(figure): superseding(figure, group) for figure in group}
    standing = [figure for figure in group if not replaced[id(figure)]]
    past = [figure for figure in group if replaced[id(figure)]]
    values = _values(standing, replaced)
    return FusedCount(
        role=sort.role,
        category=sort.category,
        unit=sort.unit,
        low=_low(values),
        best=_best(standing, values),
        high=_high(values),
        values=values,
        superseded=_values(past, replaced),
    )


def _low(values: Iterable[CountValue]) -> float | None:
    """The smallest number given, ``None`` where a figure without a lower bound is below it."""
    listed = list(values)
    least = min(filter(_given, map(_bottom, listed)), default=None)
    tops = [value.high for value in listed if _bottom(value) is None and value.high is not None]
    return None if least is None or any(top < least for top in tops) else least


def _high(values: Iterable[CountValue]) -> float | None:
    """The largest number given, ``None`` where a figure without an upper bound exceeds it."""
    listed = list(values)
    most = max(filter(_given, map(_top, listed)), default=None)
    floors = [value.low for value in listed if _top(value) is None and value.low is not None]
    return None if most is None or any(floor > most for floor in floors) else most


def _given(number: float | None) -> TypeGuard[float]:
    return number is not None


def _bottom(value: CountValue) -> float | None:
    return value.low if value.low is not None else value.best


def _top(value: CountValue) -> float | None:
    return value.high if value.high is not None else value.best


def _values(
    group: Sequence[Figure], replaced: Mapping[int, tuple[str, ...]]
) -> tuple[CountValue, ...]:
    by_value: dict[tuple[float | None, float | None, float | None, bool], list[Figure]] = {}
    for figure in group:
        by_value.setdefault(figure.value, []).append(figure)
    made = [_value(rows, replaced) for rows in by_value.values()]
    return tuple(sorted(made, key=lambda value: (_bottom(value) or 0.0, value.claims)))


def _value(rows: Sequence[Figure], replaced: Mapping[int, tuple[str, ...]]) -> CountValue:
    count: Count = rows[0].count
    told = {row.telling.claim.id: row.telling for row in rows}
    return CountValue(
        low=count.low,
        best=count.best,
        high=count.high,
        approximate=count.approximate,
        words=in_words(count),
        claims=tuple(sorted(told)),
        reports=len({row.claim.report_id for row in told.values()}),
        origins=count_origins([row.chain for row in told.values()]),
        superseded_by=tuple(sorted({key for row in rows for key in replaced[id(row)]})),
    )


def _best(standing: Sequence[Figure], values: Iterable[CountValue]) -> float | None:
    days = {figure.telling.claim.id: figure.telling.published or "" for figure in standing}
    exact = [value for value in values if value.best is not None]
    most = max((value.origins for value in exact), default=0)
    backed = [value for value in exact if value.origins == most]
    last = max((_last_day(value, days) for value in backed), default="")
    newest = [value.best for value in backed if _last_day(value, days) == last]
    return min(filter(_given, newest), default=None)


def _last_day(value: CountValue, days: Mapping[str, str]) -> str:
    return max(days[key] for key in value.claims)
