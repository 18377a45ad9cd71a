"""Numbers that claims give, as the bounds that their words leave, and which of them can both hold.

A figure bounds a number: "at least 12" from below, "up to 50" from above, "10,000 to 12,000" from
both sides, "12" to itself. "About 100" leaves a fifth on either side, which is ours to choose.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.annotations import Category, QuantityRole
from secondsource.claims import Count
from secondsource.fusion.prose import fold_words
from secondsource.fusion.tellings import Telling

ABOUT = 0.2
"""The share by which an approximate number may be off."""

_PEOPLE = frozenset(
    "people person others other body victim dead death casualty fatality man individual".split()
)
_OF_PEOPLE = frozenset(
    {
        QuantityRole.KILLED,
        QuantityRole.WOUNDED,
        QuantityRole.MISSING,
        QuantityRole.DISPLACED,
        QuantityRole.DETAINED,
    }
)
_PLURALS = {"men": "man", "bodies": "body", "casualties": "casualty", "fatalities": "fatality"}
# "25 miles from Baghdad" and "60 from Mosul" are both so.
_NEVER_OPPOSED = frozenset({QuantityRole.DISTANCE, QuantityRole.DURATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """What a figure counts; only figures of one sort are compared."""

    role: QuantityRole
    category: Category | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of one telling."""

    telling: Telling
    count: Count
    sort: Sort

    @property
    def value(self) -> tuple[float | None, float | None, float | None, bool]:
        """Low, best, high, and whether they are approximate; equal for the same figure."""
        return self.count.low, self.count.best, self.count.high, self.count.approximate


def figures(told: Iterable[Telling]) -> tuple[Figure, ...]:
    """All numbers of the tellings that say that it is so, in their order."""
    return tuple(figure for row in told for figure in _figures(row))


def _figures(row: Telling) -> Iterator[Figure]:
    for count in row.claim.quantities:
        if (count.low, count.best, count.high) != (None, None, None):
            yield Figure(telling=row, count=count, sort=_sort(count))


def _sort(count: Count) -> Sort:
    words = fold_words(count.unit or "")
    noun = _singular(words[-1]) if words else None
    if count.role in _OF_PEOPLE and (noun is None or noun in _PEOPLE):
        noun = "people"
    return Sort(role=count.role, category=count.category, unit=noun)


def _singular(noun: str) -> str:
    plain = _PLURALS.get(noun)
    if plain is not None:
        return plain
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def bounds_of(count: Count) -> tuple[float, float]:
    """The smallest and the largest number that the words leave possible."""
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None else count.best
    slack = ABOUT if count.approximate else 0.0
    least = 0.0 if low is None else low * (1 - slack)
    most = math.inf if high is None else high * (1 + slack)
    return least, most


def opposed(first: Figure, second: Figure) -> bool:
    """Whether two figures of one sort leave no number in common."""
    if first.sort != second.sort or first.sort.role in _NEVER_OPPOSED:
        return False
    mine, theirs = bounds_of(first.count), bounds_of(second.count)
    return mine[1] < theirs[0] or theirs[1] < mine[0]


def in_words(count: Count) -> str:
    """ "12", "about 100", "at least 3,000", "up to 50", "10,000 to 12,000"."""
    about = "about " if count.approximate else ""
    if count.best is not None:
        return f"{about}{count.best:,g}"
    if count.low is not None and count.high is not None:
        return f"{about}{count.low:,g} to {count.high:,g}"
    if count.low is not None:
        return f"at least {about}{count.low:,g}"
    return f"up to {about}{count.high:,g}"
