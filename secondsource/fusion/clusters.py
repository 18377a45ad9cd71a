"""Disjoint sets with an outcome that does not depend on the order of the joins."""

from __future__ import annotations

from collections.abc import Iterable


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
