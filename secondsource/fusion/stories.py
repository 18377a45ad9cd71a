"""Reports that rest on one agency for one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.fusion.agencies import outlet_key
from secondsource.fusion.citations import Citation
from secondsource.fusion.clusters import DisjointSets
from secondsource.fusion.intervals import bounds, overlap
from secondsource.fusion.topics import similar_pairs, topic_words, vectors
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
) -> tuple[Story, ...]:
    """The stories of all agencies that are cited, in the order of agency and report id."""
    weighted = vectors({key: topic_words(report.cleaned()[0]) for key, report in reports.items()})
    own = {key: outlet_key(report.outlet.value) for key, report in reports.items() if report.outlet}
    stories: list[Story] = []
    for agency in sorted({citation.key for citation in citations.values()}):
        citing = {key for key, citation in citations.items() if citation.key == agency}
        members = sorted(citing | {key for key, outlet in own.items() if outlet == agency})
        near = {key: weighted[key] for key in members}
        pairs = [
            (first, second)
            for _, first, second in similar_pairs(near, least=_ALIKE)
            if _within_days(reports[first], reports[second])
        ]
        sets = _join(members, pairs, frozenset(members) - citing)
        stories.extend(
            Story(
                key=agency,
                members=group,
                own=tuple(key for key in group if own.get(key) == agency),
            )
            for group in sets.groups()
        )
    return tuple(stories)


def _join(
    members: Sequence[str], pairs: Sequence[tuple[str, str]], own: frozenset[str]
) -> DisjointSets:
    """Join each citing report to the agency's report most like it, else to other citing ones.

    ``pairs`` come most alike first. Two reports of the agency itself are two dispatches.
    """
    sets = DisjointSets(members)
    settled: set[str] = set()
    for first, second in pairs:
        citing = {first, second} - own
        if len(citing) == 1 and not citing & settled:
            sets.join(first, second)
            settled |= citing
    for first, second in pairs:
        if not {first, second} & (own | settled):
            sets.join(first, second)
    return sets


def _within_days(first: Report, second: Report) -> bool:
    dates = [bounds(report.published.value) for report in (first, second) if report.published]
    known = [date for date in dates if date is not None]
    return len(known) < 2 or overlap(known[0], known[1], slack=_DAYS)
