"""How many were killed in an event, from the figures of all its claims.

A figure for all the dead and one for some of them are never added; where only parts are given
(civilians, combatants), those two are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.annotations import Category, QuantityRole
from secondsource.views import EventRecord, FusedCountRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """Bounds and best figure of those killed; each ``None`` where no words give it.

    ``told`` says whether anybody speaks of dead at all, ``civilians`` is the best figure for them,
    ``figures`` are the figures in the reports' words.
    """

    low: int | None
    best: int | None
    high: int | None
    told: bool
    civilians: int | None
    figures: tuple[str, ...]

    @property
    def disputed(self) -> bool:
        """Whether the figures differ."""
        return len(self.figures) > 1


def killed_in(event: EventRecord) -> Killed:
    """Those killed, as far as the claims about the event tell."""
    counts = [count for count in event.counts if count.role is QuantityRole.KILLED]
    whole = [count for count in counts if count.category is None]
    low, best, high = _bounds(whole) if whole else _of_parts(counts)
    civilians = _bounds([count for count in counts if count.category is Category.CIVILIANS])[1]
    words = dict.fromkeys(value.words for count in counts for value in count.values)
    return Killed(
        low=low,
        best=best,
        high=high,
        told=bool(counts),
        civilians=civilians,
        figures=tuple(" ".join(said.split()) for said in words),
    )


_Bounds = tuple[int | None, int | None, int | None]


def _bounds(counts: Sequence[FusedCountRecord]) -> _Bounds:
    """The greatest of each: whoever counts fighters only leaves room for more."""
    return (
        _most(count.low for count in counts),
        _most(count.best for count in counts),
        _most(count.high for count in counts),
    )


def _most(numbers: Iterable[float | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return int(max(known)) if known else None


def _of_parts(counts: Sequence[FusedCountRecord]) -> _Bounds:
    apart = [
        [count for count in counts if count.category is part]
        for part in (Category.CIVILIANS, Category.COMBATANTS)
    ]
    if not all(apart):
        return _bounds(counts)
    first, second = map(_bounds, apart)
    low, best, high = (_sum(one, other) for one, other in zip(first, second, strict=True))
    return low, best, high


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
