"""Of which report each copy is a copy, and which reports have one origin."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from secondsource.fusion.clusters import DisjointSets
from secondsource.fusion.nearcopies import Alignment
from secondsource.fusion.precedence import Standing, in_order, precedes
from secondsource.fusion.relations import MOSTLY, strength

# Texts that differ by less than this as parents are as good as each other: the one nearest to the
# agency is taken, else the first.
_AS_GOOD = 0.1


def parents_of(
    copies: Iterable[Alignment], standings: Mapping[str, Standing]
) -> dict[str, Alignment]:
    """The best alignment of each copy with an earlier report; no report descends from itself."""
    found = [row for row in copies if precedes(standings[row.other], standings[row.copy])]
    order = {key: at for at, key in enumerate(in_order(standings))}
    best: dict[str, float] = {}
    for row in found:
        best[row.copy] = max(strength(row), best.get(row.copy, 0.0))

    def preference(row: Alignment) -> tuple[bool, float, int, int, float, int]:
        as_good = strength(row) >= best[row.copy] - _AS_GOOD
        return (
            not as_good,
            0.0 if as_good else -strength(row),
            standings[row.other].nearness,
            order[row.other],
            -strength(row),
            order[row.copy],
        )

    parents: dict[str, Alignment] = {}
    for row in sorted(found, key=preference):
        if row.copy not in parents and not _descends(row.other, row.copy, parents):
            parents[row.copy] = row
    return parents


def _descends(report: str, ancestor: str, parents: Mapping[str, Alignment]) -> bool:
    while report != ancestor and report in parents:
        report = parents[report].other
    return report == ancestor


def name_origins(
    standings: Mapping[str, Standing],
    copies: Iterable[Alignment],
    parents: Mapping[str, Alignment],
    stories: Iterable[Sequence[str]],
) -> dict[str, str]:
    """Origin ids, named after the first report of each chain.

    A report of which most stands in two others joins them, whichever of them is its parent.
    ``stories`` are the members of each.
    """
    sets = DisjointSets(standings)
    for row in (*parents.values(), *(row for row in copies if strength(row) >= MOSTLY)):
        sets.join(row.copy, row.other)
    for members in stories:
        for member in members:
            sets.join(members[0], member)
    order = {key: at for at, key in enumerate(in_order(standings))}
    origins: dict[str, str] = {}
    for group in sets.groups():
        first = min(group, key=lambda report: order[report])
        digest = hashlib.sha256(first.encode()).hexdigest()[:16]
        origins.update(dict.fromkeys(group, f"o_{digest}"))
    return origins
