"""Disjoint sets and average linkage; the order of what is given says nothing of the outcome."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush


class DisjointSets:
    """Union-find over strings; the smallest member stands for its set."""

    __slots__ = ("_parents",)

    def __init__(self, members: Iterable[str]) -> None:
        self._parents = {member: member for member in members}

    def find(self, member: str) -> str:
        """The smallest member of the set that ``member`` is in."""
        root = member
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[member] != root:
            self._parents[member], member = root, self._parents[member]
        return root

    def join(self, first: str, second: str) -> None:
        """Make the sets of ``first`` and ``second`` one."""
        low, high = sorted((self.find(first), self.find(second)))
        self._parents[high] = low

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The sets, each sorted, in the order of their smallest members."""
        grouped: dict[str, list[str]] = {}
        for member in sorted(self._parents):
            grouped.setdefault(self.find(member), []).append(member)
        return tuple(tuple(members) for members in grouped.values())


def average_linkage(
    members: Iterable[str], scored: Iterable[tuple[float, str, str]], *, least: float
) -> tuple[tuple[str, ...], ...]:
    """Groups by average linkage: the two groups most alike on average are merged as long as the
    mean score of their pairs is ``least`` or more.

    Pairs that are not in ``scored`` count as 0. Groups are sorted, and so are their members.
    """
    grouped = {member: [member] for member in sorted(members)}
    alike: dict[str, dict[str, float]] = {member: {} for member in grouped}
    for score, first, second in sorted(scored):
        alike[first][second] = alike[second][first] = score
    queue = [
        (-score, first, second)
        for first, row in alike.items()
        for second, score in row.items()
        if first < second and score >= least
    ]
    heapify(queue)
    while queue:
        score, first, second = heappop(queue)
        if first in grouped and second in grouped and alike[first].get(second) == -score:
            _merge(first, second, alike, grouped)
            for other, mean in alike[first].items():
                if mean >= least:
                    heappush(queue, (-mean, min(first, other), max(first, other)))
    return tuple(sorted(tuple(sorted(group)) for group in grouped.values()))


def _merge(
    first: str, second: str, alike: dict[str, dict[str, float]], grouped: dict[str, list[str]]
) -> None:
    """Put ``second``'s group into ``first``'s and take the means of both to all others."""
    mine, theirs = len(grouped[first]), len(grouped[second])
    near, gone = alike[first], alike.pop(second)
    for other in sorted((near.keys() | gone.keys()) - {first, second}):
        mean = (mine * near.get(other, 0.0) + theirs * gone.get(other, 0.0)) / (mine + theirs)
        near[other] = alike[other][first] = mean
        alike[other].pop(second, None)
    near.pop(second, None)
    grouped[first].extend(grouped.pop(second))
