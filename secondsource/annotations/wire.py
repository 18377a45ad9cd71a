"""The layers as the machine contract writes them: one output record per input record.

Field names follow the contract. ``phrase``, ``head``, ``members``, ``antecedents`` and
``why`` are additions.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from secondsource.annotations.attribution_records import (
    AttributionMention,
    QuoteKind,
    SourceDetails,
    SourceType,
)
from secondsource.annotations.records import (
    ActorKind,
    ActorMention,
    Category,
    PlaceMention,
    PlacePrecision,
    Quantity,
    QuantityRole,
    Sentence,
    TimeMention,
    TimeType,
)
from secondsource.text import Span

Offsets = tuple[int, int]


class LayerRecord(BaseModel):
    """Base of the layer records: a half-open span of code points."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int


class SentenceRecord(LayerRecord):
    """One sentence."""


class ActorRecord(LayerRecord):
    """One mention of an actor; ``actor`` is a registry id, a provisional id or null."""

    text: str
    actor: str | None
    kind: ActorKind
    name: str
    head: Offsets
    members: tuple[str, ...]
    antecedents: tuple[Offsets, ...]
    why: str


class ToponymRecord(LayerRecord):
    """One mention of a place; coordinates in WGS 84 degrees or null."""

    text: str
    lat: float | None
    lon: float | None
    geonames_id: int | None
    name: str
    admin1: str | None
    country: str | None
    precision: PlacePrecision
    adjectival: bool
    phrase: Offsets
    radius_km: float | None
    why: str


class TimexRecord(LayerRecord):
    """One time expression with its TIMEX3 and EDTF values."""

    text: str
    type: TimeType
    value: str
    edtf: str | None
    mod: str | None
    why: str


class QuantityRecord(LayerRecord):
    """One number with what it counts."""

    text: str
    low: float | None
    high: float | None
    best: float | None
    approximate: bool
    unit: str | None
    role: QuantityRole
    category: Category | None
    why: str


class SourceDetailsRecord(LayerRecord):
    """What the words say of one of an attribution's sources, each part as offsets."""

    type: SourceType | None
    role: str | None
    affiliation: Offsets | None
    affiliate: str | None
    location: Offsets | None
    closeness: Offsets | None
    anonymity: Offsets | None
    several: bool


class AttributionRecord(BaseModel):
    """Source, cue and content, each a list of spans; ``sources`` describes each source."""

    model_config = ConfigDict(frozen=True)

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    kind: QuoteKind
    source_type: SourceType | None
    via: Offsets | None
    medium: Offsets | None = None
    nested_in: int | None
    sources: tuple[SourceDetailsRecord, ...] = ()
    why: str


def sentence_to_record(sentence: Sentence) -> SentenceRecord:
    """The record of one sentence."""
    return SentenceRecord(start=sentence.span.start, end=sentence.span.end)


def actor_to_record(mention: ActorMention, text: str) -> ActorRecord:
    """The record of one actor mention in a report with this ``text``."""
    return ActorRecord(
        start=mention.span.start,
        end=mention.span.end,
        text=mention.span.of(text),
        actor=mention.actor,
        kind=mention.kind,
        name=mention.name,
        head=_offsets(mention.head),
        members=mention.members,
        antecedents=tuple(map(_offsets, mention.antecedents)),
        why=mention.why,
    )


def toponym_to_record(mention: PlaceMention, text: str) -> ToponymRecord:
    """The record of one place mention in a report with this ``text``."""
    return ToponymRecord(
        start=mention.span.start,
        end=mention.span.end,
        text=mention.span.of(text),
        lat=mention.lat,
        lon=mention.lon,
        geonames_id=mention.geonames_id,
        name=mention.name,
        admin1=mention.admin1,
        country=mention.country,
        precision=mention.precision,
        adjectival=mention.adjectival,
        phrase=_offsets(mention.phrase),
        radius_km=mention.radius_km,
        why=mention.why,
    )


def timex_to_record(mention: TimeMention, text: str) -> TimexRecord:
    """The record of one time expression in a report with this ``text``."""
    return TimexRecord(
        start=mention.span.start,
        end=mention.span.end,
        text=mention.span.of(text),
        type=mention.type,
        value=mention.value,
        edtf=mention.edtf,
        mod=mention.modifier,
        why=mention.why,
    )


def quantity_to_record(quantity: Quantity, text: str) -> QuantityRecord:
    """The record of one quantity in a report with this ``text``."""
    return QuantityRecord(
        start=quantity.span.start,
        end=quantity.span.end,
        text=quantity.span.of(text),
        low=quantity.low,
        high=quantity.high,
        best=quantity.best,
        approximate=quantity.approximate,
        unit=quantity.unit,
        role=quantity.role,
        category=quantity.category,
        why=quantity.why,
    )


def attribution_to_record(attribution: AttributionMention) -> AttributionRecord:
    """The record of one attribution."""
    return AttributionRecord(
        source=tuple(_offsets(span) for span in attribution.source),
        cue=tuple(_offsets(span) for span in attribution.cue),
        content=tuple(_offsets(span) for span in attribution.content),
        kind=attribution.kind,
        source_type=attribution.source_type,
        via=_maybe(attribution.via),
        medium=_maybe(attribution.medium),
        nested_in=attribution.nested_in,
        sources=tuple(map(_source, attribution.details)),
        why=attribution.why,
    )


def _source(details: SourceDetails) -> SourceDetailsRecord:
    return SourceDetailsRecord(
        start=details.words.start,
        end=details.words.end,
        type=details.type,
        role=details.role,
        affiliation=_maybe(details.affiliation),
        affiliate=details.affiliate,
        location=_maybe(details.location),
        closeness=_maybe(details.closeness),
        anonymity=_maybe(details.anonymity),
        several=details.several,
    )


def _maybe(span: Span | None) -> Offsets | None:
    return _offsets(span) if span is not None else None


def _offsets(span: Span) -> Offsets:
    return span.start, span.end
