"""Actors that are partly the same: a body and what it is a part, a branch or an affiliate of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from secondsource.annotations import load_registry
from secondsource.fusion.intervals import Interval, bounds, overlap

# A report may name either for the other; who leads or once split off may not be.
_WITHIN = frozenset({"part", "member", "affiliate", "merger"})


def kindred(first: Collection[str], second: Collection[str], when: Interval | None) -> bool:
    """Whether some actor (by id) of one side belonged to one of the other ``when``; an unknown
    time counts as the time in question. Two branches of one body are two actors."""
    return any(
        other in _bodies(one, when) or one in _bodies(other, when)
        for one in first
        for other in second
    )


def _bodies(actor: str, when: Interval | None) -> frozenset[str]:
    """The bodies that an actor belonged to then."""
    return frozenset(
        body for body, held in _belonging(actor) if when is None or overlap(held, when)
    )


@lru_cache(maxsize=65536)
def _belonging(actor: str) -> tuple[tuple[str, Interval], ...]:
    return tuple(_listed(actor))


def _listed(actor: str) -> Iterator[tuple[str, Interval]]:
    entry = load_registry().get(actor)
    for one in entry.affiliations if entry else ():
        if one.relation in _WITHIN:
            yield one.actor, _held(one.start, one.end)


def _held(start: str | None, end: str | None) -> Interval:
    first, last = bounds(start), bounds(end)
    return Interval(
        start=first.start if isinstance(first, Interval) else None,
        end=last.end if isinstance(last, Interval) else None,
    )
