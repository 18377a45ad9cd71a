"""Corrections as programs and pages write them: offsets, values, names; and what they come to.

Names are resolved here: an actor's against the registry and the ledger, a place's against the
mentions of the report, then of the ledger, then the gazetteer.
"""

from __future__ import annotations

import re
from contextlib import closing

from pydantic import BaseModel, ConfigDict, Field

from secondsource.annotations import (
    ActorKind,
    Category,
    PlaceMention,
    PlacePrecision,
    QuantityRole,
    SourceType,
    load_registry,
    open_gazetteer,
    place_named,
)
from secondsource.claims import (
    Correction,
    EventType,
    GivenCount,
    GivenParty,
    GivenSource,
    GivenTime,
    Modality,
    Place,
    Polarity,
    TieType,
)
from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger import Ledger
from secondsource.pipeline.naming import actor_id, actor_name
from secondsource.reports import Report
from secondsource.text import Evidence, Span
from secondsource.views import day_of

_MOST = 50
_LONGEST = 400
_BY_HAND = "set by a reviewer"
_SEASON = re.compile(r"\d{4}-(2[1-9]|3\d|4[01])")
_BY_LENGTH = {4: "year", 7: "month", 10: "day"}


class WordsGiven(BaseModel):
    """Words of a report, as code point offsets into its text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: int = Field(ge=0, le=2**31)
    end: int = Field(ge=0, le=2**31)


class PartyGiven(WordsGiven):
    """Who: ``id`` of a known actor, else a ``name``, which may mean one; else the words."""

    id: str | None = Field(default=None, max_length=_LONGEST)
    name: str | None = Field(default=None, max_length=_LONGEST)
    kind: ActorKind | None = None


class PlaceGiven(WordsGiven):
    """Where: a GeoNames number, else a name; else the words."""

    geonames_id: int | None = Field(default=None, ge=1, le=2**53)
    name: str | None = Field(default=None, max_length=_LONGEST)


class TimeGiven(WordsGiven):
    """When, in EDTF; without ``precision`` that of the value."""

    edtf: str = Field(max_length=100)
    precision: str | None = Field(default=None, max_length=40)


class CountGiven(WordsGiven):
    """How many."""

    low: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    best: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    high: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    approximate: bool = False
    unit: str | None = Field(default=None, max_length=_LONGEST)
    role: QuantityRole = QuantityRole.OTHER
    category: Category | None = None


class SourceGiven(WordsGiven):
    """Who says so, by which words, and to whom."""

    name: str | None = Field(default=None, max_length=_LONGEST)
    type: SourceType = SourceType.OTHER
    id: str | None = Field(default=None, max_length=_LONGEST)
    cue: WordsGiven | None = None
    via: WordsGiven | None = None


class CorrectionGiven(BaseModel):
    """Fields of a claim to set; what is left out stays, what ``cleared`` names is taken away."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str | None = Field(default=None, max_length=40)
    mode: str | None = Field(default=None, max_length=40)
    contexts: tuple[str, ...] | None = Field(default=None, max_length=_MOST)
    modality: Modality | None = None
    polarity: Polarity | None = None
    actors: tuple[PartyGiven, ...] | None = Field(default=None, max_length=_MOST)
    recipients: tuple[PartyGiven, ...] | None = Field(default=None, max_length=_MOST)
    place: PlaceGiven | None = None
    time: TimeGiven | None = None
    quantities: tuple[CountGiven, ...] | None = Field(default=None, max_length=_MOST)
    attribution: tuple[SourceGiven, ...] | None = Field(default=None, max_length=_MOST)
    cleared: tuple[str, ...] = Field(default=(), max_length=_MOST)


def correction_of(ledger: Ledger, report: Report, given: CorrectionGiven) -> Correction:
    """What ``given`` comes to for a claim of ``report``.

    Raises:
        UsageError: if words are not in the report, or a type, date or field is none.
    """
    return Correction(
        type=None if given.type is None else claim_type(given.type),
        mode=given.mode,
        contexts=given.contexts,
        modality=given.modality,
        polarity=given.polarity,
        actors=_parties(ledger, report, given.actors),
        recipients=_parties(ledger, report, given.recipients),
        place=_place(ledger, report, given.place) if given.place else None,
        time=_time(report, given.time) if given.time else None,
        quantities=_counts(report, given.quantities),
        attribution=_sources(report, given.attribution),
        cleared=frozenset(given.cleared),
    )


def span_of(report: Report, given: WordsGiven) -> Span:
    """The words given, without white space at their ends.

    Raises:
        UsageError: if they are not in the report, or there are none.
    """
    if given.start < given.end <= len(report.text):
        span = Span(given.start, given.end).trim(report.text)
        if len(span):
            return span
    raise UsageError(
        f"{given.start}-{given.end}",
        f"no words of {report.id} stand there",
        f"give code points of its text, which has {len(report.text)}",
    )


def claim_type(name: str) -> EventType | TieType:
    """The PLOVER type or the tie of this name.

    Raises:
        UsageError: if there is none.
    """
    for kind in (EventType, TieType):
        for one in kind:
            if one.value.casefold() == name.casefold() and (kind is EventType) == name.isupper():
                return one
    known = ", ".join(one.value for kind in (EventType, TieType) for one in kind)
    raise UsageError(name, "it is no type of claim", f"take one of {known}")


def _parties(
    ledger: Ledger, report: Report, given: tuple[PartyGiven, ...] | None
) -> tuple[GivenParty, ...] | None:
    return None if given is None else tuple(_party(ledger, report, one) for one in given)


def _party(ledger: Ledger, report: Report, given: PartyGiven) -> GivenParty:
    span = span_of(report, given)
    key = given.id or _known(ledger, given.name or span.of(report.text))
    name = given.name or (actor_name(ledger, key) if key else span.of(report.text))
    registered = load_registry().get(key) if key else None
    kind = given.kind or (registered.kind if registered else ActorKind.UNKNOWN)
    return GivenParty(span=span, id=key, name=name, kind=kind)


def _known(ledger: Ledger, name: str) -> str | None:
    """The actor that a name means alone; nobody where it means none or several."""
    try:
        return actor_id(ledger, name)
    except (NotInLedger, UsageError):
        return None


def _place(ledger: Ledger, report: Report, given: PlaceGiven) -> Place:
    span = span_of(report, given)
    name = given.name or span.of(report.text)
    found = _mentioned(ledger, report, given, name) or _listed(ledger, given)
    if found is None and given.geonames_id is not None:
        raise NotInLedger(
            str(given.geonames_id), "no report mentions a place of this number", "give its name"
        )
    placed = found or _in_gazetteer(name, span)
    words = Evidence.at(report.text, span)
    if placed is None:
        return Place(words=words, name=name, precision=PlacePrecision.UNRESOLVED, why=_BY_HAND)
    return Place(
        words=words,
        name=placed.name,
        lat=placed.lat,
        lon=placed.lon,
        geonames_id=placed.geonames_id,
        admin1=placed.admin1,
        country=placed.country,
        precision=placed.precision,
        radius_km=placed.radius_km,
        why=_BY_HAND,
    )


def _mentioned(ledger: Ledger, report: Report, given: PlaceGiven, name: str) -> PlaceMention | None:
    """The place of that number, else of that name, which the report mentions."""
    _, places = ledger.mentions(report.id)
    for one in places:
        words = one.span.of(report.text).casefold()
        same = name.casefold() in {one.name.casefold(), words}
        if one.geonames_id is not None and (
            one.geonames_id == given.geonames_id if given.geonames_id is not None else same
        ):
            return one
    return None


def _listed(ledger: Ledger, given: PlaceGiven) -> PlaceMention | None:
    """The place of that number, as other reports mention it."""
    if given.geonames_id is None:
        return None
    listed = (one for one in ledger.places() if one.geonames_id == given.geonames_id)
    found = next(listed, None)
    if found is None:
        return None
    here = Span(given.start, given.end)
    return PlaceMention(
        span=here,
        phrase=here,
        name=found.name,
        lat=found.lat,
        lon=found.lon,
        geonames_id=found.geonames_id,
        admin1=found.admin1,
        country=found.country,
        precision=found.precision,
    )


def _in_gazetteer(name: str, span: Span) -> PlaceMention | None:
    with closing(open_gazetteer()) as gazetteer:
        return place_named(gazetteer, name, span)


def _time(report: Report, given: TimeGiven) -> GivenTime:
    day_of(given.edtf.replace("XXXX", "2000"), "time")
    precision = given.precision or precision_of(given.edtf)
    return GivenTime(span=span_of(report, given), edtf=given.edtf, precision=precision)


def precision_of(edtf: str) -> str:
    """The precision of an EDTF value, in the field's words."""
    value = edtf.rstrip("?~%")
    if "/" in value:
        return "interval"
    if "T" in value:
        return "hour" if value.count(":") == 0 else "minute" if value.count(":") == 1 else "second"
    if _SEASON.fullmatch(value):
        return "season"
    return _BY_LENGTH.get(len(value), "unknown")


def _counts(report: Report, given: tuple[CountGiven, ...] | None) -> tuple[GivenCount, ...] | None:
    if given is None:
        return None
    return tuple(
        GivenCount(
            span=span_of(report, one),
            low=one.low,
            best=one.best,
            high=one.high,
            approximate=one.approximate,
            unit=one.unit,
            role=one.role,
            category=one.category,
        )
        for one in given
    )


def _sources(
    report: Report, given: tuple[SourceGiven, ...] | None
) -> tuple[GivenSource, ...] | None:
    if given is None:
        return None
    return tuple(
        GivenSource(
            span=(span := span_of(report, one)),
            name=one.name or span.of(report.text),
            type=one.type,
            id=one.id,
            cue=span_of(report, one.cue) if one.cue else None,
            via=span_of(report, one.via) if one.via else None,
        )
        for one in given
    )
