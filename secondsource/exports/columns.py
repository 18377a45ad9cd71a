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


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Record]):
    """One column: ``cell`` takes its value from a record, ``None`` for nothing."""

    name: str
    help: str
    cell: Callable[[Record], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Record]):
    """What one sort of record looks like as a table."""

    name: str
    columns: tuple[Column[Record], ...]


def _of(name: str, help: str, cell: Callable[[Record], Cell]) -> Column[Record]:  # noqa: A002
    return Column(name=name, help=help, cell=cell)


def _listed(words: Iterable[object]) -> str:
    return "; ".join(str(word) for word in words if word is not None)


def _quoted(evidence: Iterable[QuotedRecord]) -> str:
    return _listed(dict.fromkeys(" ".join(words.text.split()) for words in evidence))


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
        _of("id", "The claim's id.", lambda r: r.id),
        _of("report", "Id of the report that makes it.", lambda r: r.report.id),
        _of("outlet", "Who published that report.", lambda r: r.report.outlet),
        _of("published", "When it was published, in EDTF.", lambda r: r.report.published),
        _of("path", "The file it was read from.", lambda r: r.report.path),
        _of("url", "The address it was read from.", lambda r: r.report.url),
        _of("kind", "event, tie, statement or quantity.", lambda r: r.kind.value),
        _of("type", "PLOVER type, or tie.", lambda r: r.type),
        _of("mode", "PLOVER mode.", lambda r: r.mode),
        _of("contexts", "PLOVER contexts.", lambda r: _listed(r.contexts)),
        _of("actor_ids", "Who acts, by registry id.", lambda r: _listed(p.id for p in r.actors)),
        _of("actors", "Who acts, by name.", lambda r: _listed(p.name for p in r.actors)),
        _of(
            "recipient_ids",
            "To whom, by registry id.",
            lambda r: _listed(p.id for p in r.recipients),
        ),
        _of("recipients", "To whom, by name.", lambda r: _listed(p.name for p in r.recipients)),
        *(_of(name, told, _claim_place(cell)) for name, told, cell in _PLACE),
        _of("time", "When, in EDTF.", lambda r: r.time.edtf if r.time else None),
        _of("time_words", "When, in the report's words.", lambda r: r.time.text if r.time else ""),
        _of(
            "time_basis", "Where the time is from.", lambda r: r.time.basis.value if r.time else ""
        ),
        _of("quantities", "How many, in words.", lambda r: _listed(q.text for q in r.quantities)),
        _of(
            "sources",
            "Who says so, from whom the outlet cites to who said it first; empty in its own voice.",
            lambda r: _listed(link.source.name for link in r.attribution),
        ),
        _of("modality", "actual, planned, possible, …", lambda r: r.modality.value),
        _of("polarity", "affirmed, denied or unconfirmed.", lambda r: r.polarity.value),
        _of("hedges", "Hedging words, such as reportedly.", lambda r: _listed(r.hedges)),
        _of(
            "evidence",
            "The report's own words.",
            lambda r: " … ".join(words.text for words in r.evidence),
        ),
        _of(
            "evidence_spans",
            "Where they stand in the report's text: start-end in code points.",
            lambda r: _listed(f"{words.start}-{words.end}" for words in r.evidence),
        ),
        _of("extractor", "What found it, with version.", lambda r: r.extractor),
        _of("confidence", "How sure the extractor is, 0 to 1.", lambda r: r.confidence),
    ),
)

EVENTS: Table[EventRecord] = Table(
    name="events",
    columns=(
        _of("id", "The event's id.", lambda r: r.id),
        _of("type", "PLOVER type.", lambda r: r.type.value),
        _of("time", "When, in EDTF.", lambda r: r.time.edtf if r.time else None),
        _of("actor_ids", "Who acts, by registry id.", lambda r: _listed(p.id for p in r.actors)),
        _of("actors", "Who acts, by name.", lambda r: _listed(p.name for p in r.actors)),
        _of(
            "recipient_ids",
            "To whom, by registry id.",
            lambda r: _listed(p.id for p in r.recipients),
        ),
        _of("recipients", "To whom, by name.", lambda r: _listed(p.name for p in r.recipients)),
        *(_of(name, told, _event_place(cell)) for name, told, cell in _PLACE),
        _of("reports", "How many reports tell of it.", lambda r: r.reports),
        _of("origins", "How many independent origins of information.", lambda r: r.origins),
        _of("sources", "How many sources.", lambda r: r.sources),
        _of("credibility", "Admiralty scale, 1 to 6.", lambda r: r.credibility),
        _of("because", "Why that credibility.", lambda r: _listed(r.because)),
        _of("supporting", "Ids of the claims that say so.", lambda r: _listed(r.supporting)),
        _of("disputing", "Ids of the claims that deny it.", lambda r: _listed(r.disputing)),
        _of("evidence", "The reports' words.", lambda r: _quoted(r.evidence)),
    ),
)

TIES: Table[TieRecord] = Table(
    name="ties",
    columns=(
        _of("id", "The tie's id.", lambda r: r.id),
        _of("state", "What the relation is.", lambda r: r.state.value),
        _of("actor_id", "One actor, by registry id.", lambda r: r.between[0]),
        _of("actor", "Its name.", lambda r: r.names[0]),
        _of("other_id", "The other actor, by registry id.", lambda r: r.between[1]),
        _of("other", "Its name.", lambda r: r.names[1]),
        _of("from", "Since when, in EDTF.", lambda r: r.start),
        _of("to", "Until when, in EDTF; empty while nothing ended it.", lambda r: r.end),
        _of("reports", "How many reports tell of it.", lambda r: r.reports),
        _of("origins", "How many independent origins of information.", lambda r: r.origins),
        _of("sources", "How many sources.", lambda r: r.sources),
        _of("credibility", "Admiralty scale, 1 to 6.", lambda r: r.credibility),
        _of("because", "Why that credibility.", lambda r: _listed(r.because)),
        _of("supporting", "Ids of the claims that say so.", lambda r: _listed(r.supporting)),
        _of("disputing", "Ids of the claims that deny it.", lambda r: _listed(r.disputing)),
        _of("evidence", "The reports' words.", lambda r: _quoted(r.evidence)),
    ),
)

LINEAGE: Table[LineageRecord] = Table(
    name="lineage",
    columns=(
        _of("report", "The report's id.", lambda r: r.report),
        _of("origin", "Shared by all reports of one origin.", lambda r: r.origin),
        _of("copies", "Id of the report that it copies or cites.", lambda r: r.copies),
        _of("relation", "reprint, rewrite, cites or independent.", lambda r: r.relation.value),
        _of("agency", "The agency credited.", lambda r: r.agency),
        _of("share", "Share of its sentences that stand in the other, 0 to 1.", lambda r: r.share),
        _of("because", "Why.", lambda r: _listed(r.because)),
    ),
)
