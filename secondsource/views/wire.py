"""The contract's records of events and ties, as JSON writes them.

``names``, ``evidence``, ``reports``, ``sources``, ``supporting``, ``disputing``, ``reasons``,
``stance``, ``reported``, ``counts``, ``contradictions``, ``reliability`` and the reasons of a time
are additions where the contract does not list them.
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
    place_to_record,
)
from secondsource.fusion import EventGroup, TieStance, TieState, Verdict
from secondsource.views.wire_counts import FusedCountRecord, fused_count_to_record
from secondsource.views.wire_disputes import ContradictionRecord, QuotedRecord


class ReasonRecord(WireRecord):
    """A reason of a verdict, with the ids of the claims that it rests on."""

    text: str
    claims: tuple[str, ...]


class RatedRecord(WireRecord):
    """An outlet that the user has rated, from A to F; the letter is the user's and changes no
    credibility."""

    outlet: str
    reliability: str
    meaning: str


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
    reasons: tuple[ReasonRecord, ...]
    evidence: tuple[QuotedRecord, ...]
    counts: tuple[FusedCountRecord, ...] = ()
    contradictions: tuple[ContradictionRecord, ...] = ()
    reliability: tuple[RatedRecord, ...] = ()


class TieRecord(WireRecord):
    """The state of the relation between two actors over an interval.

    JSON names are ``from`` and ``to``, both EDTF or null. ``reported`` are the days of publication
    of the first and the last report about it.
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
    reasons: tuple[ReasonRecord, ...]
    evidence: tuple[QuotedRecord, ...]
    stance: TieStance
    reported: tuple[str, str] | None = None
    contradictions: tuple[ContradictionRecord, ...] = ()
    reliability: tuple[RatedRecord, ...] = ()


def to_json(record: WireRecord) -> str:
    """One JSON line of the contract, without its line end."""
    return record.model_dump_json(by_alias=True)


def event_to_record(
    event: EventGroup,
    evidence: Sequence[QuotedRecord],
    contradictions: Sequence[ContradictionRecord] = (),
) -> EventRecord:
    """The contract's record of an event, with the words it rests on and what contradicts."""
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
        reasons=_reasons(event.verdict),
        evidence=tuple(evidence),
        counts=tuple(map(fused_count_to_record, event.counts)),
        contradictions=tuple(contradictions),
    )


def _reasons(verdict: Verdict) -> tuple[ReasonRecord, ...]:
    return tuple(ReasonRecord(text=one.text, claims=one.claims) for one in verdict.reasons)


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
    tie: TieState,
    names: Mapping[str, str],
    evidence: Sequence[QuotedRecord],
    contradictions: Sequence[ContradictionRecord] = (),
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
        reasons=_reasons(tie.verdict),
        evidence=tuple(evidence),
        stance=tie.stance,
        reported=tie.reported,
        contradictions=tuple(contradictions),
    )
