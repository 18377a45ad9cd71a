"""What a brief of two actors says, from the standing picture or as it could be known by a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.claims import Modality
from secondsource.errors import UsageError
from secondsource.fusion import TieStance, earliest, group_events, latest
from secondsource.ledger import EventFilter, Ledger, TieFilter
from secondsource.views.brief.phrases import event_sentence, tie_sentence
from secondsource.views.brief.records import Brief, BriefSection, BriefSentence, Quotation
from secondsource.views.contexts import EventRow, EvidenceRow, LineageRow, TieRow
from secondsource.views.events import event_rows
from secondsource.views.events import row_of as event_row_of
from secondsource.views.hindsight import known_then
from secondsource.views.lineage import lineage_known_by, lineage_of
from secondsource.views.ties import tie_rows, ties_known_by

_HAPPENED = frozenset({Modality.ACTUAL})
_AGAINST = frozenset({TieStance.DISPUTED, TieStance.DENIED})
_UNDATED = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which brief: of whom (ids and names), for what period and as known by when, in EDTF.

    Raises:
        UsageError: if the period ends before it begins.
    """

    actors: tuple[str, str]
    names: tuple[str, str]
    since: str | None = None
    until: str | None = None
    known_by: str | None = None

    def __post_init__(self) -> None:
        begins = earliest(self.since) if self.since else None
        ends = latest(self.until) if self.until else None
        if begins and ends and ends < begins:
            raise UsageError(
                f"{self.since} to {self.until}", "it ends before it begins", "swap them"
            )


def brief_of(ledger: Ledger, asked: Asked) -> Brief:
    """The brief that is asked for."""
    events, ties = _rows(ledger, asked)
    everything: list[EventRow | TieRow] = [*ties, *events]
    disputed = [row for row in everything if _is_disputed(row)]
    settled = [row for row in events if not _is_disputed(row)]
    happened = [row for row in settled if row.record.modality in _HAPPENED]
    open_ = [row for row in settled if row.record.modality not in _HAPPENED]
    sections = (
        _section("How they stood to each other", [row for row in ties if not _is_disputed(row)]),
        _section("What happened", _in_time(row for row in happened if row.record.time)),
        _section("What happened, on days not told", [r for r in happened if not r.record.time]),
        _section("Planned, asked for or only possible", _in_time(open_)),
        _section("Disputed", disputed),
    )
    told = sorted({row.report for matter in everything for row in matter.evidence})
    return Brief(
        names=asked.names,
        actors=asked.actors,
        since=asked.since,
        until=asked.until,
        known_by=asked.known_by,
        reports=len(told),
        sections=tuple(section for section in sections if section.sentences),
        sources=tuple(_origins(_lineage(ledger, told, asked))),
    )


def _rows(ledger: Ledger, asked: Asked) -> tuple[list[EventRow], list[TieRow]]:
    if asked.known_by is None:
        events = event_rows(ledger, EventFilter(between=asked.actors))
        ties: Iterable[TieRow] = tie_rows(ledger, TieFilter(between=asked.actors))
    else:
        picture = known_then(ledger, asked.known_by, asked.actors)
        groups = group_events(picture.claims, picture.reports, picture.lineage)
        found = (event_row_of(group, picture.found) for group in groups)
        pair = set(asked.actors)
        events = (row for row in found if pair <= _parties(row))
        ties = ties_known_by(ledger, asked.known_by, between=asked.actors)
    return (
        [row for row in events if _happens_in(row, asked)],
        [row for row in ties if _lasts_into(row, asked)],
    )


def _lineage(ledger: Ledger, reports: Sequence[str], asked: Asked) -> tuple[LineageRow, ...]:
    """Who had copied whom, as far as could be known by the day asked for."""
    if asked.known_by is None:
        return lineage_of(ledger, reports)
    return lineage_known_by(ledger, asked.known_by, asked.actors, reports)


def _parties(row: EventRow) -> set[str | None]:
    return {one.id for one in (*row.record.actors, *row.record.recipients)}


def _happens_in(row: EventRow, asked: Asked) -> bool:
    """Whether an event may lie in the period; one without a time may."""
    time = row.record.time
    first, last = (earliest(time.edtf), latest(time.edtf)) if time else (None, None)
    return _overlaps(first, last, asked)


def _lasts_into(row: TieRow, asked: Asked) -> bool:
    record = row.record
    first = earliest(record.start) if record.start else None
    last = latest(record.end) if record.end else None
    return _overlaps(first, last, asked)


def _overlaps(first: date | None, last: date | None, asked: Asked) -> bool:
    begins = earliest(asked.since) if asked.since else None
    ends = latest(asked.until) if asked.until else None
    too_late = first is not None and ends is not None and first > ends
    too_early = last is not None and begins is not None and last < begins
    return not too_late and not too_early


def _is_disputed(row: EventRow | TieRow) -> bool:
    record = row.record
    if record.contradictions or (record.supporting and record.disputing):
        return True
    if isinstance(row, TieRow):
        return row.record.stance in _AGAINST
    return bool(record.disputing)


def _in_time(rows: Iterable[EventRow]) -> list[EventRow]:
    return sorted(rows, key=lambda row: (_day(row), row.record.id))


def _day(row: EventRow) -> date:
    time = row.record.time
    return (earliest(time.edtf) if time else None) or _UNDATED


def _section(title: str, rows: Iterable[EventRow | TieRow]) -> BriefSection:
    return BriefSection(title=title, sentences=tuple(map(_sentence, rows)))


def _sentence(row: EventRow | TieRow) -> BriefSentence:
    record = row.record
    text = tie_sentence(row.record) if isinstance(row, TieRow) else event_sentence(row.record)
    return BriefSentence(
        text=text,
        matter=record.id,
        credibility=record.credibility,
        because=record.because,
        origins=record.origins,
        reports=record.reports,
        quotations=_quotations(row.evidence),
        disputes=tuple(dict.fromkeys(one.because for one in record.contradictions)),
    )


def _quotations(evidence: Iterable[EvidenceRow]) -> tuple[Quotation, ...]:
    """Each passage once, with all outlets that print it: a reprint adds no sentence."""
    told: dict[tuple[str, str], list[EvidenceRow]] = {}
    for row in evidence:
        told.setdefault((row.side, " ".join(row.text.split())), []).append(row)
    return tuple(_quotation(words, rows) for (_, words), rows in told.items())


def _quotation(words: str, rows: list[EvidenceRow]) -> Quotation:
    first = min(rows, key=lambda row: (row.published or "~", row.report))
    by_day = sorted(rows, key=lambda row: (row.published or "~", row.report))
    return Quotation(
        side=first.side,
        text=words,
        claim=first.claim,
        outlets=tuple(dict.fromkeys(map(_outlet, by_day))),
        source=first.source,
        stance=first.stance,
    )


def _outlet(row: EvidenceRow | LineageRow) -> str:
    day = row.published.partition("T")[0] if row.published else "undated"
    return f"{row.outlet or 'unknown outlet'}, {day}"


def _origins(rows: Iterable[LineageRow]) -> Iterable[str]:
    """One line an origin: the reports that rest on it, the first published first."""
    by_origin: dict[str, list[LineageRow]] = {}
    for row in sorted(rows, key=lambda row: (row.published or "~", row.record.report)):
        by_origin.setdefault(row.record.origin, []).append(row)
    for told in by_origin.values():
        agencies = dict.fromkeys(row.record.agency for row in told if row.record.agency)
        behind = f"{', '.join(agencies)}: " if agencies else ""
        yield behind + "; ".join(f"{_outlet(row)} ({row.record.relation.value})" for row in told)
