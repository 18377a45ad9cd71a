"""Putting claims together into events: what people decided first, then the best score first.

Claims that a person put together are one unit, and so are those that copy one passage. Two units
conflict if no claim of the one can be about the same event as a claim of the other, or if a person
keeps two of them apart; two groups are not merged if any unit of the one conflicts with any of the
other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from secondsource.fusion.ruled import EventOrders, Pair

Unit = list[str]


@dataclass(slots=True, eq=False)
class _Group:
    """One group while it grows. What conflicts with it once conflicts with all it becomes."""

    units: list[Unit]
    against: set[_Group] = field(default_factory=set)

    @property
    def claims(self) -> Unit:
        """All its claims."""
        return [claim for unit in self.units for claim in unit]


@dataclass(frozen=True, slots=True)
class _Groups:
    """Groups of claims while they are merged."""

    fits: Callable[[str, str], bool]
    apart: frozenset[Pair]
    group_of: dict[str, _Group]

    def join(self, first: str, second: str) -> None:
        """Make one unit of two claims that a person put together, unless another keeps them or
        what they are one with apart."""
        mine, theirs = self.group_of[first], self.group_of[second]
        if mine is not theirs and not self._parted(mine.claims, theirs.claims):
            mine.units = [[*mine.claims, *theirs.claims]]
            self._move(theirs, mine)

    def merge(self, first: str, second: str) -> None:
        """Merge the groups of two claims that fit, unless they conflict."""
        mine, theirs = self.group_of[first], self.group_of[second]
        if mine is theirs or theirs in mine.against:
            return
        if any(self._conflict(a, b) for a in mine.units for b in theirs.units):
            mine.against.add(theirs)
            theirs.against.add(mine)
            return
        if len(mine.units) < len(theirs.units):
            mine, theirs = theirs, mine
        mine.units.extend(theirs.units)
        for other in theirs.against:
            other.against.remove(theirs)
            other.against.add(mine)
        mine.against |= theirs.against
        self._move(theirs, mine)

    def _move(self, group: _Group, to: _Group) -> None:
        for claim in group.claims:
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
    groups = _Groups(fits=fits, apart=apart, group_of={key: _Group(units=[[key]]) for key in ids})
    for pair in together:
        groups.join(*pair)
    for pair in copies:
        groups.join(*pair)
    for pair in scored:
        groups.merge(*pair)
    return sorted(sorted(group.claims) for group in set(groups.group_of.values()))
