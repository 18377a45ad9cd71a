"""The contract's records of events, ties, lineage and clusters, as JSON writes them.

``names``, ``evidence``, ``reports``, ``sources``, ``supporting``, ``disputing`` and the reasons of
a time are additions where the contract does not list them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import Field

from secondsource.claims import (
    EventType,
    Modality,
    PlaceRecord,
    TieType,
    TimeBasis,
    WireRecord,
    WordsRecord,
    place_to_record,
)
from secondsource.fusion import EventGroup, Lineage, Relation, TieState


class QuotedRecord(WordsRecord):
    """The words of a report on which an event or a tie rests."""

    claim: str
    report: str
    outlet: str | None
    source: str | None
    side: str


class WhenRecord(WireRecord):
    """A time in EDTF, with the words of one claim that give it; ``about`` where it is only the day
    of the report."""

    edtf: str
    text: str | None = None
    precision: str | None = None
    basis: TimeBasis | None = None
    about: bool = False
    why: str | None = None


class ActorRecord(WireRecord):
    """An actor of an event; ``id`` is null where the words resolve to nobody."""

    id: str | None
    name: str


class EventRecord(WireRecord):
    """Claims about one real-world event."""

    id: str
    type: EventType
    modality: Modality
    claims: tuple[str, ...]
    time: WhenRecord | None
    place: PlaceRecord | None
    actors: tuple[ActorRecord, ...]
    recipients: tuple[ActorRecord, ...]
    reports: int
    origins: int
    sources: int
    supporting: tuple[str, ...]
    disputing: tuple[str, ...]
    credibility: int
    because: tuple[str, ...]
    evidence: tuple[QuotedRecord, ...]


class TieRecord(WireRecord):
    """The state of the relation between two actors over an interval.

    JSON names are ``from`` and ``to``, both EDTF or null.
    """

    id: str
    between: tuple[str, str]
    names: tuple[str, str]
    state: TieType
    start: str | None = Field(serialization_alias="from")
    end: str | None = Field(serialization_alias="to")
    claims: tuple[str, ...]
    reports: int
    origins: int
    sources: int
    supporting: tuple[str, ...]
    disputing: tuple[str, ...]
    credibility: int
    because: tuple[str, ...]
    evidence: tuple[QuotedRecord, ...]


class LineageRecord(WireRecord):
    """Which report's text or information a report comes from."""

    report: str
    origin: str
    copies: str | None
    relation: Relation
    agency: str | None
    share: float
    because: tuple[str, ...]


class ClusterDocumentRecord(WireRecord):
    """What ``cluster`` writes for each document."""

    id: str
    origin: str
    copies: str | None
    relation: Relation
    share: float


class ClusterEventRecord(WireRecord):
    """What ``cluster`` writes for each event: the mentions given, or claims, that are about it."""

    event: str
    mentions: tuple[str, ...]


def to_json(record: WireRecord) -> str:
    """One JSON line of the contract, without its line end."""
    return record.model_dump_json(by_alias=True)


def event_to_record(event: EventGroup, evidence: Sequence[QuotedRecord]) -> EventRecord:
    """The contract's record of an event, with the words it rests on."""
    return EventRecord(
        id=event.id,
        type=event.type,
        modality=event.modality,
        claims=event.claims,
        time=_when(event),
        place=place_to_record(event.place) if event.place else None,
        actors=tuple(ActorRecord(id=key, name=name) for key, name in event.actors),
        recipients=tuple(ActorRecord(id=key, name=name) for key, name in event.recipients),
        reports=event.reports,
        origins=event.origins,
        sources=event.sources,
        supporting=event.supporting,
        disputing=event.disputing,
        credibility=event.verdict.credibility.value,
        because=event.verdict.because,
        evidence=tuple(evidence),
    )


def _when(event: EventGroup) -> WhenRecord | None:
    if event.edtf is None:
        return None
    time = event.time
    if time is None:
        return WhenRecord(edtf=event.edtf)
    return WhenRecord(
        edtf=event.edtf,
        text=time.words.text,
        precision=time.precision,
        basis=time.basis,
        about=time.framed,
        why=time.why,
    )


def tie_to_record(
    tie: TieState, names: Mapping[str, str], evidence: Sequence[QuotedRecord]
) -> TieRecord:
    """The contract's record of a tie; ``names`` are the actors' by id, which stands in else."""
    one, other = tie.between
    return TieRecord(
        id=tie.id,
        between=tie.between,
        names=(names.get(one, one), names.get(other, other)),
        state=tie.state,
        start=tie.start,
        end=tie.end,
        claims=tie.claims,
        reports=tie.reports,
        origins=tie.origins,
        sources=tie.sources,
        supporting=tie.supporting,
        disputing=tie.disputing,
        credibility=tie.verdict.credibility.value,
        because=tie.verdict.because,
        evidence=tuple(evidence),
    )


def lineage_to_record(lineage: Lineage) -> LineageRecord:
    """The contract's record of a report's lineage."""
    return LineageRecord(
        report=lineage.report_id,
        origin=lineage.origin,
        copies=lineage.copies,
        relation=lineage.relation,
        agency=lineage.agency,
        share=lineage.share,
        because=lineage.because,
    )


def lineage_to_cluster_record(lineage: Lineage, document: str) -> ClusterDocumentRecord:
    """What ``cluster`` writes of the lineage of the caller's ``document``."""
    return ClusterDocumentRecord(
        id=document,
        origin=lineage.origin,
        copies=lineage.copies,
        relation=lineage.relation,
        share=lineage.share,
    )
