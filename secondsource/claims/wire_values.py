"""Records of a claim's parties, place, time and quantities, each with the words it rests on."""

from __future__ import annotations

from secondsource.annotations import ActorKind, Category, PlacePrecision, QuantityRole
from secondsource.claims.records import Count, Party, Place, Time, TimeBasis
from secondsource.claims.wire_words import WordsRecord, words_from_record


class PartyRecord(WordsRecord):
    """An actor or recipient. ``id`` is a registry id or null."""

    id: str | None
    name: str
    kind: ActorKind = ActorKind.UNKNOWN
    why: str | None = None


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


def party_to_record(party: Party) -> PartyRecord:
    """The record of an actor or recipient."""
    words = party.words
    return PartyRecord(
        start=words.start,
        end=words.end,
        text=words.text,
        id=party.id,
        name=party.name,
        kind=party.kind,
        why=party.why,
    )


def party_from_record(record: PartyRecord, report_text: str) -> Party:
    """The party of a record.

    Raises:
        EvidenceMismatch: if its words are not the report's words at their offsets.
    """
    words = words_from_record(record, report_text)
    return Party(words=words, id=record.id, name=record.name, kind=record.kind, why=record.why)


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


def place_from_record(record: PlaceRecord, report_text: str) -> Place:
    """The place of a record.

    Raises:
        EvidenceMismatch: if its words are not the report's words at their offsets.
    """
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


def time_to_record(time: Time) -> TimeRecord:
    """The record of when."""
    return TimeRecord(
        start=time.words.start,
        end=time.words.end,
        text=time.words.text,
        edtf=time.edtf,
        precision=time.precision,
        basis=time.basis,
        why=time.why,
    )


def time_from_record(record: TimeRecord, report_text: str) -> Time:
    """The time of a record.

    Raises:
        EvidenceMismatch: if its words are not the report's words at their offsets.
    """
    return Time(
        words=words_from_record(record, report_text),
        edtf=record.edtf,
        precision=record.precision,
        basis=record.basis,
        why=record.why,
    )


def count_to_record(count: Count) -> CountRecord:
    """The record of how many."""
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


def count_from_record(record: CountRecord, report_text: str) -> Count:
    """The quantity of a record.

    Raises:
        EvidenceMismatch: if its words are not the report's words at their offsets.
    """
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
