"""The claim record of the machine contract: JSON in, JSON out, and back to a checked `Claim`.

Field names follow the contract; ``start`` and ``end`` beside every words field are additions, so
that each value can be walked back to the report.
"""

from __future__ import annotations

from secondsource.annotations import (
    ActorKind,
    Category,
    PlacePrecision,
    QuantityRole,
)
from secondsource.claims.records import (
    Claim,
    ClaimKind,
    Count,
    EventType,
    Modality,
    Party,
    Place,
    Polarity,
    TieType,
    Time,
    TimeBasis,
)
from secondsource.claims.wire_links import LinkRecord, link_from_record, link_to_record
from secondsource.claims.wire_words import (
    WireRecord,
    WordsRecord,
    words_from_record,
    words_to_record,
)
from secondsource.reports import Report
from secondsource.text import Evidence, Span


class PartyRecord(WordsRecord):
    """An actor or recipient. ``id`` is a registry id or null."""

    id: str | None
    name: str
    kind: ActorKind = ActorKind.UNKNOWN


class PlaceRecord(WordsRecord):
    """Where; coordinates in WGS 84 degrees or null."""

    name: str
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    admin1: str | None = None
    country: str | None = None
    precision: PlacePrecision
    radius_km: float | None = None
    why: str | None = None


class TimeRecord(WordsRecord):
    """When, in EDTF at the precision of the words."""

    edtf: str | None
    precision: str
    basis: TimeBasis
    why: str | None = None


class CountRecord(WordsRecord):
    """How many; bounds are null where the words give none."""

    low: float | None
    high: float | None
    best: float | None
    approximate: bool
    unit: str | None
    role: QuantityRole
    category: Category | None = None
    why: str | None = None


class ReportRecord(WireRecord):
    """The report that a claim stands in."""

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None


class ClaimRecord(WireRecord):
    """A claim as the contract writes it. ``id`` is absent in the output of ``annotate``."""

    id: str | None = None
    report: ReportRecord
    kind: ClaimKind
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    trigger: WordsRecord
    actors: tuple[PartyRecord, ...]
    recipients: tuple[PartyRecord, ...]
    place: PlaceRecord | None
    time: TimeRecord | None
    quantities: tuple[CountRecord, ...]
    attribution: tuple[LinkRecord, ...]
    modality: Modality
    polarity: Polarity
    hedges: tuple[str, ...]
    hedge_spans: tuple[tuple[int, int], ...] = ()
    modality_words: tuple[WordsRecord, ...] = ()
    polarity_words: tuple[WordsRecord, ...] = ()
    evidence: tuple[WordsRecord, ...]
    extractor: str
    confidence: float


def report_to_record(report: Report) -> ReportRecord:
    """The part of a report that travels with each of its claims."""
    return ReportRecord(
        id=report.id,
        path=report.path,
        url=report.url,
        outlet=report.outlet.value if report.outlet else None,
        title=report.title.value if report.title else None,
        published=report.published.value if report.published else None,
    )


def claim_to_record(claim: Claim, report: Report) -> ClaimRecord:
    """The contract's record of ``claim``, which stands in ``report``."""
    return ClaimRecord(
        id=claim.id,
        report=report_to_record(report),
        kind=claim.kind,
        type=claim.type.value if claim.type else None,
        mode=claim.mode,
        contexts=claim.contexts,
        trigger=words_to_record(claim.trigger),
        actors=tuple(_party(party) for party in claim.actors),
        recipients=tuple(_party(party) for party in claim.recipients),
        place=place_to_record(claim.place) if claim.place else None,
        time=_time(claim.time) if claim.time else None,
        quantities=tuple(_count(count) for count in claim.quantities),
        attribution=tuple(link_to_record(link) for link in claim.attribution),
        modality=claim.modality,
        polarity=claim.polarity,
        hedges=tuple(hedge.text for hedge in claim.hedges),
        hedge_spans=tuple((hedge.start, hedge.end) for hedge in claim.hedges),
        modality_words=tuple(words_to_record(words) for words in claim.modality_words),
        polarity_words=tuple(words_to_record(words) for words in claim.polarity_words),
        evidence=tuple(words_to_record(evidence) for evidence in claim.evidence),
        extractor=claim.extractor,
        confidence=claim.confidence,
    )


def claim_from_record(record: ClaimRecord, report_text: str) -> Claim:
    """The claim of ``record``, with every quoted word checked against ``report_text``.

    Raises:
        EvidenceMismatch: if any words are not the report's words at their offsets.
        ValueError: if the type does not fit the kind.
    """
    return Claim(
        report_id=record.report.id,
        kind=record.kind,
        type=_type(record.kind, record.type),
        trigger=words_from_record(record.trigger, report_text),
        evidence=tuple(words_from_record(words, report_text) for words in record.evidence),
        mode=record.mode,
        contexts=record.contexts,
        actors=tuple(_as_party(party, report_text) for party in record.actors),
        recipients=tuple(_as_party(party, report_text) for party in record.recipients),
        place=_as_place(record.place, report_text) if record.place else None,
        time=_as_time(record.time, report_text) if record.time else None,
        quantities=tuple(_as_count(count, report_text) for count in record.quantities),
        attribution=tuple(link_from_record(link, report_text) for link in record.attribution),
        modality=record.modality,
        polarity=record.polarity,
        hedges=tuple(
            _at(span, words, report_text)
            for span, words in zip(record.hedge_spans, record.hedges, strict=True)
        ),
        modality_words=tuple(words_from_record(row, report_text) for row in record.modality_words),
        polarity_words=tuple(words_from_record(row, report_text) for row in record.polarity_words),
        extractor=record.extractor,
        confidence=record.confidence,
    )


def _type(kind: ClaimKind, value: str | None) -> EventType | TieType | None:
    if value is None:
        return None
    return TieType(value) if kind is ClaimKind.TIE else EventType(value)


def _at(span: tuple[int, int], words: str | None, report_text: str) -> Evidence:
    return Evidence(span=Span(*span), text=words or "", report_text=report_text)


def _party(party: Party) -> PartyRecord:
    words = party.words
    return PartyRecord(
        start=words.start,
        end=words.end,
        text=words.text,
        id=party.id,
        name=party.name,
        kind=party.kind,
    )


def _as_party(record: PartyRecord, report_text: str) -> Party:
    words = words_from_record(record, report_text)
    return Party(words=words, id=record.id, name=record.name, kind=record.kind)


def place_to_record(place: Place) -> PlaceRecord:
    """The record of a resolved place."""
    return PlaceRecord(
        start=place.words.start,
        end=place.words.end,
        text=place.words.text,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        geonames_id=place.geonames_id,
        admin1=place.admin1,
        country=place.country,
        precision=place.precision,
        radius_km=place.radius_km,
        why=place.why,
    )


def _as_place(record: PlaceRecord, report_text: str) -> Place:
    return Place(
        words=words_from_record(record, report_text),
        name=record.name,
        lat=record.lat,
        lon=record.lon,
        geonames_id=record.geonames_id,
        admin1=record.admin1,
        country=record.country,
        precision=record.precision,
        radius_km=record.radius_km,
        why=record.why,
    )


def _time(time: Time) -> TimeRecord:
    return TimeRecord(
        start=time.words.start,
        end=time.words.end,
        text=time.words.text,
        edtf=time.edtf,
        precision=time.precision,
        basis=time.basis,
        why=time.why,
    )


def _as_time(record: TimeRecord, report_text: str) -> Time:
    return Time(
        words=words_from_record(record, report_text),
        edtf=record.edtf,
        precision=record.precision,
        basis=record.basis,
        why=record.why,
    )


def _count(count: Count) -> CountRecord:
    return CountRecord(
        start=count.words.start,
        end=count.words.end,
        text=count.words.text,
        low=count.low,
        high=count.high,
        best=count.best,
        approximate=count.approximate,
        unit=count.unit,
        role=count.role,
        category=count.category,
        why=count.why,
    )


def _as_count(record: CountRecord, report_text: str) -> Count:
    return Count(
        words=words_from_record(record, report_text),
        low=record.low,
        high=record.high,
        best=record.best,
        approximate=record.approximate,
        unit=record.unit,
        role=record.role,
        category=record.category,
        why=record.why,
    )
