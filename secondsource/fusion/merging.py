"""Putting claims together into events: what people decided first, then the best score first.

Claims that a person put together are one unit, and so are those that copy one passage. Two units
conflict if no claim of the one can be about the same event as a claim of the other, or if a person
keeps two of them apart; two groups are not merged if any unit of the one conflicts with any of the
other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from secondsource.fusion.ruled import EventOrders, Pair

Unit = list[str]


@dataclass(frozen=True, slots=True)
class _Groups:
    """Groups of claims while they are merged."""

    fits: Callable[[str, str], bool]
    apart: frozenset[Pair]
    group_of: dict[str, list[Unit]] = field(default_factory=dict)

    def join(self, first: str, second: str) -> None:
        """Make one unit of two claims that a person put together, unless another keeps them or
        what they are one with apart."""
        mine, theirs = self.group_of[first], self.group_of[second]
        if mine is not theirs and not self._parted(_all(mine), _all(theirs)):
            mine[:] = [[*_all(mine), *_all(theirs)]]
            self._move(theirs, mine)

    def merge(self, first: str, second: str) -> None:
        """Merge the groups of two claims that fit, unless they conflict."""
        mine, theirs = self.group_of[first], self.group_of[second]
        if mine is not theirs and not any(self._conflict(a, b) for a in mine for b in theirs):
            mine.extend(theirs)
            self._move(theirs, mine)

    def _move(self, group: Sequence[Unit], to: list[Unit]) -> None:
        for claim in _all(group):
            self.group_of[claim] = to

    def _conflict(self, mine: Unit, theirs: Unit) -> bool:
        return self._parted(mine, theirs) or not any(self.fits(a, b) for a in mine for b in theirs)

    def _parted(self, mine: Unit, theirs: Unit) -> bool:
        return bool(self.apart) and any(
            (min(a, b), max(a, b)) in self.apart for a in mine for b in theirs
        )


def merge_pairs(
    claims: Iterable[str],
    scored: Iterable[Pair],
    fits: Callable[[str, str], bool],
    orders: EventOrders,
    *,
    copies: Iterable[Pair] = (),
) -> list[list[str]]:
    """Claim ids by event, sorted; ``scored`` are the pairs that fit well enough, best first, and
    ``fits`` says whether two claims can be about one event at all; ``copies`` print one passage."""
    ids = sorted(claims)
    together, apart = orders.pairs(set(ids))
    groups = _Groups(fits=fits, apart=apart, group_of={claim: [[claim]] for claim in ids})
    for pair in together:
        groups.join(*pair)
    for pair in copies:
        groups.join(*pair)
    for pair in scored:
        groups.merge(*pair)
    distinct = {id(group): sorted(_all(group)) for group in groups.group_of.values()}
    return sorted(distinct.values())


def _all(group: Iterable[Unit]) -> Unit:
    return [claim for unit in group for claim in unit]
