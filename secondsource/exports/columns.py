"""The columns of the flat tables: name, meaning, and how each is taken from a record.

Several values in one cell are parted by "; ". An empty cell means that nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from secondsource.claims import ClaimRecord, PlaceRecord
from secondsource.views import EventRecord, LineageRecord, QuotedRecord, TieRecord

Record = TypeVar("Record")
Cell = str | float | None
UNSAID = "no report says it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Record]):
    """One column: ``cell`` takes its value from a record, ``None`` for nothing.

    ``gap`` says why it may be empty.
    """

    name: str
    help: str
    cell: Callable[[Record], Cell]
    gap: str = UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Record]):
    """What one sort of record looks like as a table."""

    name: str
    columns: tuple[Column[Record], ...]


def column(
    name: str,
    help: str,  # noqa: A002
    cell: Callable[[Record], Cell],
    gap: str = UNSAID,
) -> Column[Record]:
    """A column in one line."""
    return Column(name=name, help=help, cell=cell, gap=gap)


def never(name: str, why: str) -> Column[Record]:
    """A column of the format that a ledger cannot fill."""
    return Column(name=name, help=f"Always empty: {why}.", cell=_nothing, gap=why)


def _nothing(_: object) -> None:
    return None


def listed(words: Iterable[object]) -> str:
    """Several values in one cell."""
    return "; ".join(str(word) for word in words if word is not None)


def _quoted(evidence: Iterable[QuotedRecord]) -> str:
    return listed(dict.fromkeys(" ".join(words.text.split()) for words in evidence))


_Taken = Callable[[PlaceRecord], Cell]
_PLACE: tuple[tuple[str, str, _Taken], ...] = (
    ("place", "Where, by the gazetteer's name or else the report's words.", lambda p: p.name),
    ("latitude", "WGS 84 degrees.", lambda p: p.lat),
    ("longitude", "WGS 84 degrees.", lambda p: p.lon),
    ("geonames_id", "The place's number in GeoNames.", lambda p: p.geonames_id),
    ("admin1", "The governorate or province.", lambda p: p.admin1),
    ("country", "ISO 3166-1 alpha-2.", lambda p: p.country),
    ("place_precision", "How finely the place is known.", lambda p: p.precision.value),
)


def _claim_place(cell: _Taken) -> Callable[[ClaimRecord], Cell]:
    return lambda record: cell(record.place) if record.place else None


def _event_place(cell: _Taken) -> Callable[[EventRecord], Cell]:
    return lambda record: cell(record.place) if record.place else None


CLAIMS: Table[ClaimRecord] = Table(
    name="claims",
    columns=(
        column("id", "The claim's id.", lambda r: r.id),
        column("report", "Id of the report that makes it.", lambda r: r.report.id),
        column("outlet", "Who published that report.", lambda r: r.report.outlet),
        column("published", "When it was published, in EDTF.", lambda r: r.report.published),
        column("path", "The file it was read from.", lambda r: r.report.path),
        column("url", "The address it was read from.", lambda r: r.report.url),
        column("kind", "event, tie, statement or quantity.", lambda r: r.kind.value),
        column("type", "PLOVER type, or tie.", lambda r: r.type),
        column("mode", "PLOVER mode.", lambda r: r.mode),
        column("contexts", "PLOVER contexts.", lambda r: listed(r.contexts)),
        column("actor_ids", "Who acts, by registry id.", lambda r: listed(p.id for p in r.actors)),
        column("actors", "Who acts, by name.", lambda r: listed(p.name for p in r.actors)),
        column(
            "recipient_ids",
            "To whom, by registry id.",
            lambda r: listed(p.id for p in r.recipients),
        ),
        column("recipients", "To whom, by name.", lambda r: listed(p.name for p in r.recipients)),
        *(column(name, told, _claim_place(cell)) for name, told, cell in _PLACE),
        column("time", "When, in EDTF.", lambda r: r.time.edtf if r.time else None),
        column(
            "time_words", "When, in the report's words.", lambda r: r.time.text if r.time else ""
        ),
        column(
            "time_basis", "Where the time is from.", lambda r: r.time.basis.value if r.time else ""
        ),
        column("quantities", "How many, in words.", lambda r: listed(q.text for q in r.quantities)),
        column(
            "sources",
            "Who says so, from whom the outlet cites to who said it first; empty in its own voice.",
            lambda r: listed(link.source.name for link in r.attribution),
        ),
        column("modality", "actual, planned, possible, …", lambda r: r.modality.value),
        column("polarity", "affirmed, denied or unconfirmed.", lambda r: r.polarity.value),
        column("hedges", "Hedging words, such as reportedly.", lambda r: listed(r.hedges)),
        column(
            "evidence",
            "The report's own words.",
            lambda r: " … ".join(words.text for words in r.evidence),
        ),
        column(
            "evidence_spans",
            "Where they stand in the report's text: start-end in code points.",
            lambda r: listed(f"{words.start}-{words.end}" for words in r.evidence),
        ),
        column("extractor", "What found it, with version.", lambda r: r.extractor),
        column("confidence", "How sure the extractor is, 0 to 1.", lambda r: r.confidence),
    ),
)

EVENTS: Table[EventRecord] = Table(
    name="events",
    columns=(
        column("id", "The event's id.", lambda r: r.id),
        column("type", "PLOVER type.", lambda r: r.type.value),
        column("time", "When, in EDTF.", lambda r: r.time.edtf if r.time else None),
        column("actor_ids", "Who acts, by registry id.", lambda r: listed(p.id for p in r.actors)),
        column("actors", "Who acts, by name.", lambda r: listed(p.name for p in r.actors)),
        column(
            "recipient_ids",
            "To whom, by registry id.",
            lambda r: listed(p.id for p in r.recipients),
        ),
        column("recipients", "To whom, by name.", lambda r: listed(p.name for p in r.recipients)),
        *(column(name, told, _event_place(cell)) for name, told, cell in _PLACE),
        column("reports", "How many reports tell of it.", lambda r: r.reports),
        column("origins", "How many independent origins of information.", lambda r: r.origins),
        column("sources", "How many sources.", lambda r: r.sources),
        column("credibility", "Admiralty scale, 1 to 6.", lambda r: r.credibility),
        column("because", "Why that credibility.", lambda r: listed(r.because)),
        column("supporting", "Ids of the claims that say so.", lambda r: listed(r.supporting)),
        column("disputing", "Ids of the claims that deny it.", lambda r: listed(r.disputing)),
        column("evidence", "The reports' words.", lambda r: _quoted(r.evidence)),
    ),
)

TIES: Table[TieRecord] = Table(
    name="ties",
    columns=(
        column("id", "The tie's id.", lambda r: r.id),
        column("state", "What the relation is.", lambda r: r.state.value),
        column("actor_id", "One actor, by registry id.", lambda r: r.between[0]),
        column("actor", "Its name.", lambda r: r.names[0]),
        column("other_id", "The other actor, by registry id.", lambda r: r.between[1]),
        column("other", "Its name.", lambda r: r.names[1]),
        column("from", "Since when, in EDTF.", lambda r: r.start),
        column("to", "Until when, in EDTF; empty while nothing ended it.", lambda r: r.end),
        column("reports", "How many reports tell of it.", lambda r: r.reports),
        column("origins", "How many independent origins of information.", lambda r: r.origins),
        column("sources", "How many sources.", lambda r: r.sources),
        column("credibility", "Admiralty scale, 1 to 6.", lambda r: r.credibility),
        column("because", "Why that credibility.", lambda r: listed(r.because)),
        column("supporting", "Ids of the claims that say so.", lambda r: listed(r.supporting)),
        column("disputing", "Ids of the claims that deny it.", lambda r: listed(r.disputing)),
        column("evidence", "The reports' words.", lambda r: _quoted(r.evidence)),
    ),
)

LINEAGE: Table[LineageRecord] = Table(
    name="lineage",
    columns=(
        column("report", "The report's id.", lambda r: r.report),
        column("origin", "Shared by all reports of one origin.", lambda r: r.origin),
        column("copies", "Id of the report that it copies or cites.", lambda r: r.copies),
        column("relation", "reprint, rewrite, cites or independent.", lambda r: r.relation.value),
        column("agency", "The agency credited.", lambda r: r.agency),
        column(
            "share", "Share of its sentences that stand in the other, 0 to 1.", lambda r: r.share
        ),
        column("because", "Why.", lambda r: listed(r.because)),
    ),
)
