"""Reports that rest on one agency for one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.fusion.agencies import outlet_key
from secondsource.fusion.background import topic_vector
from secondsource.fusion.citations import Citation
from secondsource.fusion.clusters import DisjointSets
from secondsource.fusion.intervals import bounds, overlap
from secondsource.fusion.topics import Vector, cosine
from secondsource.reports import Report

# Cosine of TF-IDF vectors at which two reports through one agency count as one story.
_ALIKE = 0.25
# An agency's story is taken up within a fortnight.
_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What one agency (``key``) reported, as far as the set shows it.

    ``members`` are the reports that rest on it, sorted by id; ``own`` those of them that the
    agency published itself.
    """

    key: str
    members: tuple[str, ...]
    own: tuple[str, ...]


def find_stories(
    reports: Mapping[str, Report],
    citations: Mapping[str, Citation],
    alike: Iterable[tuple[str, str]],
) -> tuple[Story, ...]:
    """The stories of all agencies that are cited, in the order of agency and report id.

    ``alike`` is as `alike_pairs` gives it.
    """
    outlets = _outlets(reports)
    citing = {key: citation.key for key, citation in citations.items()}
    pairs = tuple(alike)
    stories: list[Story] = []
    for agency in sorted(set(citing.values())):
        resting = {key for key, cited in citing.items() if cited == agency}
        dispatches = {key for key, outlet in outlets.items() if outlet == agency}
        members = resting | dispatches
        near = [pair for pair in pairs if members.issuperset(pair)]
        groups = _join(sorted(members), near, frozenset(dispatches - resting)).groups()
        stories.extend(
            Story(key=agency, members=group, own=tuple(sorted(dispatches.intersection(group))))
            for group in groups
        )
    return tuple(stories)


def _outlets(reports: Mapping[str, Report]) -> dict[str, str]:
    return {
        key: outlet_key(report.outlet.value) for key, report in reports.items() if report.outlet
    }


def alike_pairs(
    reports: Mapping[str, Report],
    citations: Mapping[str, Citation],
    pairs: Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    """Of ``pairs``, those through one agency and on one topic, the most alike first."""
    likeness = _Likeness(reports)
    found = []
    for first, second in pairs:
        through = _through(reports[first], citations.get(first), citations.get(second))
        through |= _through(reports[second], citations.get(second), citations.get(first))
        if through and _within_days(reports[first], reports[second]):
            found.append((likeness.of(first, second), first, second))
    found.sort(key=lambda row: (-row[0], *row[1:]))
    return tuple((first, second) for alike, first, second in found if alike >= _ALIKE)


def _through(report: Report, mine: Citation | None, other: Citation | None) -> set[str]:
    """The agency that the other report cites, if this one cites it too or is its own."""
    own = outlet_key(report.outlet.value) if report.outlet else None
    return {other.key} & {own, mine.key if mine else None} if other else set()


class _Likeness:
    """Cosines of reports' topics, each text read once."""

    __slots__ = ("_reports", "_vectors")

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._vectors: dict[str, Vector] = {}

    def of(self, first: str, second: str) -> float:
        for key in (first, second):
            if key not in self._vectors:
                self._vectors[key] = topic_vector(self._reports[key].cleaned()[0])
        return cosine(self._vectors[first], self._vectors[second])


def _join(
    members: Sequence[str], pairs: Iterable[tuple[str, str]], own: frozenset[str]
) -> DisjointSets:
    """Join reports on one story, the most alike first; two of the agency's own are two stories."""
    sets = DisjointSets(members)
    holding = set(own)
    for first, second in pairs:
        roots = {sets.find(first), sets.find(second)}
        if len(roots) == 2 and not roots <= holding:
            sets.join(first, second)
            if roots & holding:
                holding.add(sets.find(first))
    return sets


def _within_days(first: Report, second: Report) -> bool:
    dates = [bounds(report.published.value) for report in (first, second) if report.published]
    known = [date for date in dates if date is not None]
    return len(known) < 2 or overlap(known[0], known[1], slack=_DAYS)
