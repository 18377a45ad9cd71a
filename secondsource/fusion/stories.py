"""Which reports rest on one agency for one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.fusion.agencies import outlet_key
from secondsource.fusion.background import topic_vector
from secondsource.fusion.citations import Cited
from secondsource.fusion.clusters import DisjointSets
from secondsource.fusion.intervals import bounds, overlap
from secondsource.fusion.precedence import Nearness, Standing, in_order, precedes
from secondsource.fusion.topics import Vector, cosine
from secondsource.reports import Report

# Cosine of topics at which two reports through one agency count as one story, and that of the
# sentence which cites the agency with a report of the agency's.
_ALIKE = 0.3
_PASSAGE_ALIKE = 0.25
# An agency's story is taken up within a fortnight.
_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """That ``report`` cites ``agency`` on the topic of ``on``, which is the agency's or cites it.

    ``passing`` says that only a statement of the report rests on it, and ``beside`` that the rest
    of the report is on that topic too. ``likeness`` is a cosine.
    """

    report: str
    on: str
    agency: str
    likeness: float
    passing: bool
    beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What one agency (``key``) reported, as far as the set shows it.

    ``members`` are the reports that rest on it, sorted by id; ``own`` those of them that the
    agency published itself or that print its report.
    """

    key: str
    members: tuple[str, ...]
    own: tuple[str, ...]


def find_resting(
    reports: Mapping[str, Report], cited: Mapping[str, Cited], pairs: Iterable[tuple[str, str]]
) -> tuple[Resting, ...]:
    """Who rests on whom among ``pairs``, the most alike first."""
    topics = _Topics(reports)
    found = [
        row
        for first, second in pairs
        for report, on in ((first, second), (second, first))
        for row in _resting(report, on, reports, cited, topics)
    ]
    return ordered(found)


def ordered(found: Iterable[Resting]) -> tuple[Resting, ...]:
    """The most alike first."""
    return tuple(sorted(found, key=lambda row: (-row.likeness, row.report, row.on, row.agency)))


def _resting(
    report: str,
    on: str,
    reports: Mapping[str, Report],
    cited: Mapping[str, Cited],
    topics: _Topics,
) -> Iterator[Resting]:
    other = cited[on].main
    for agency in sorted({_outlet(reports[on]), other.key if other else ""} - {""}):
        citation = cited[report].of(agency)
        if citation is None or not _within_days(reports[report], reports[on]):
            continue
        likeness = topics.likeness(report, on)
        passage = topics.passage(citation.passage, on) if citation.passage else 0.0
        if likeness >= _ALIKE or passage >= _PASSAGE_ALIKE:
            yield Resting(
                report=report,
                on=on,
                agency=citation.key,
                likeness=max(likeness, passage),
                passing=citation is not cited[report].main,
                beside=topics.rest(report, citation.passage or "", on) >= _ALIKE,
            )


def _outlet(report: Report) -> str:
    return outlet_key(report.outlet.value) if report.outlet else ""


class _Topics:
    """Cosines of reports' topics, each text read once."""

    __slots__ = ("_reports", "_vectors")

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self._reports = reports
        self._vectors: dict[str, Vector] = {}

    def likeness(self, first: str, second: str) -> float:
        return cosine(self._of(first), self._of(second))

    def passage(self, words: str, other: str) -> float:
        return cosine(topic_vector(words), self._of(other))

    def rest(self, report: str, passage: str, other: str) -> float:
        text, _ = self._reports[report].cleaned()
        return cosine(topic_vector(text.replace(passage, " ")), self._of(other))

    def _of(self, report: str) -> Vector:
        if report not in self._vectors:
            self._vectors[report] = topic_vector(self._reports[report].cleaned()[0])
        return self._vectors[report]


def find_stories(
    reports: Mapping[str, Report],
    cited: Mapping[str, Cited],
    resting: Sequence[Resting],
    copies: Iterable[tuple[str, str]],
) -> tuple[Story, ...]:
    """The stories of all agencies that reports rest on, in the order of agency and report id.

    ``copies`` are pairs of reports with one text.
    """
    citing = {key: row.main for key, row in cited.items() if row.main}
    same_text = tuple(copies)
    stories: list[Story] = []
    for agency in sorted({citation.key for citation in citing.values()}):
        on_it = {key for key, citation in citing.items() if citation.key == agency}
        dispatches = {key for key, report in reports.items() if _outlet(report) == agency}
        printed = {key for key in on_it if citing[key].printed}
        members = sorted(on_it | dispatches)
        near = [row for row in resting if row.agency == agency and not row.passing]
        groups = _join(members, same_text, near, dispatches - on_it)
        stories.extend(
            Story(key=agency, members=group, own=tuple(sorted({*group} & (printed | dispatches))))
            for group in groups
        )
    return tuple(stories)


def _join(
    members: Sequence[str],
    copies: Iterable[tuple[str, str]],
    near: Iterable[Resting],
    own: set[str],
) -> tuple[tuple[str, ...], ...]:
    """Join texts with their copies, then reports on one story, the most alike first.

    Two reports of the agency's own are two stories unless one has the other's text.
    """
    sets = DisjointSets(members)
    known = frozenset(members)
    for first, second in copies:
        if first in known and second in known:
            sets.join(first, second)
    holding = {sets.find(key) for key in own}
    for row in near:
        roots = {sets.find(row.report), sets.find(row.on)}
        if len(roots) == 2 and not roots <= holding:
            sets.join(row.report, row.on)
            if roots & holding:
                holding.add(sets.find(row.report))
    return sets.groups()


def sources_in(stories: Iterable[Story], standings: Mapping[str, Standing]) -> dict[str, str]:
    """The agency's report that each citing report rests on, where the set has it.

    The text nearest to the agency is taken, and of several the first.
    """
    sources: dict[str, str] = {}
    for story in stories:
        own = _nearest_first(story.own, standings)
        for member in story.members:
            before = (key for key in own if key != member)
            first = next((k for k in before if precedes(standings[k], standings[member])), None)
            if first is not None:
                sources[member] = first
    return sources


def passing_sources(
    resting: Sequence[Resting], standings: Mapping[str, Standing]
) -> dict[str, Resting]:
    """By report, the text of an agency's that it cites for a single statement.

    A report that is on the same matter as a whole, and yet rests on other sources, is left out: it
    mentions the agency beside what it reports itself.
    """
    beside = {(row.report, row.agency) for row in resting if row.passing and row.beside}
    found: dict[str, list[Resting]] = {}
    for row in resting:
        is_text = standings[row.on].nearness is not Nearness.NONE
        fits = row.passing and is_text and (row.report, row.agency) not in beside
        if fits and precedes(standings[row.on], standings[row.report]):
            found.setdefault(row.report, []).append(row)
    chosen: dict[str, Resting] = {}
    for report, rows in found.items():
        by_text = {row.on: row for row in rows}
        chosen[report] = by_text[_nearest_first(by_text, standings)[0]]
    return chosen


def _nearest_first(reports: Iterable[str], standings: Mapping[str, Standing]) -> list[str]:
    order = in_order({key: standings[key] for key in reports})
    return sorted(order, key=lambda key: standings[key].nearness)


def _within_days(first: Report, second: Report) -> bool:
    dates = [bounds(report.published.value) for report in (first, second) if report.published]
    known = [date for date in dates if date is not None]
    return len(known) < 2 or overlap(known[0], known[1], slack=_DAYS)
