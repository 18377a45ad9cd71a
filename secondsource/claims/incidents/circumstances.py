"""When and where an incident was, how far it came, and which claims tell of it.

The claims of the sentences that hold its entities say so; where they do not, the places and days
named in those sentences do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from secondsource.annotations import Layers, PlaceMention, PlacePrecision, TimeMention, TimeType
from secondsource.claims.circumstances_times import edtf_precision
from secondsource.claims.incidents.records import Stage
from secondsource.claims.records import Claim, EventType, Modality, Place, Polarity, Time, TimeBasis
from secondsource.text import Evidence, Span

_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.THREATEN})
_FINEST = tuple(PlacePrecision)
_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}")
_EXPLICIT = re.compile(r"\d{4}")
_FAILED = re.compile(
    r"\b(?:attempt(?:s|ed|ing)? (?:to|on|against)|tried to|foiled|thwarted|averted|frustrated|"
    r"defused|deactivated|disarmed|(?:failed|did not) (?:to )?(?:explode|go off)|unexploded|"
    r"(?:assassination|murder|kidnapping|coup|attack|bomb(?:ing)?) attempts?|"
    r"unsuccessful(?:ly)?)\b",
    re.IGNORECASE,
)
_THREATENED = re.compile(
    r"\b(?:threat(?:s|en|ens|ened|ening)?|plan(?:s|ned|ning)? to|plot(?:s|ted|ting)? to)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:kill|murder|assassinat|wound|injur|died|dead|explod|blew|destroy|damag|kidnapp|abduct|"
    r"burn|stole|hit|fired|shot|attacked|bombed)\w*\b",
    re.IGNORECASE,
)

Value = TypeVar("Value")


def sentences_with(layers: Layers, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences in which any of ``spans`` stands, in text order."""
    held = tuple(spans)
    return tuple(row.span for row in layers.sentences or () if any(map(row.span.overlaps, held)))


def claims_in(claims: Sequence[Claim], where: Sequence[Span]) -> tuple[int, ...]:
    """The indexes of the claims of force whose words of force stand in one of ``where``."""
    return tuple(
        number
        for number, claim in enumerate(claims)
        if claim.type in _FORCE and any(map(claim.trigger.span.overlaps, where))
    )


def stage_of(text: str, where: Sequence[Span], told: Sequence[Claim]) -> Stage:
    """How far an incident came, by its claims and by the words of its sentences."""
    words = " ".join(span.of(text) for span in where)
    if any(map(_happened, told)) or _DONE.search(words):
        return Stage.ACCOMPLISHED
    if _FAILED.search(words):
        return Stage.ATTEMPTED
    return Stage.THREATENED if _THREATENED.search(words) else Stage.ACCOMPLISHED


def _happened(claim: Claim) -> bool:
    actual = claim.modality is Modality.ACTUAL and claim.polarity is Polarity.AFFIRMED
    return actual and claim.type is not EventType.THREATEN


def place_of(layers: Layers, where: Sequence[Span], told: Iterable[Claim]) -> Place | None:
    """The finest place of the claims, the one most often given among those; else one named in the
    sentences."""
    found = [claim.place for claim in told if claim.place is not None]
    if found:
        return _usual(found, lambda place: place.name, lambda place: _fineness(place.precision))
    named = [row for row in layers.places or () if not row.adjectival and _stands(row.span, where)]
    if not named:
        return None
    chosen = _usual(named, lambda row: row.name, lambda row: _fineness(row.precision))
    return _placed(layers.report.text, chosen)


def time_of(layers: Layers, where: Sequence[Span], told: Iterable[Claim]) -> Time | None:
    """The time of the claims, a day rather than more, the one most often given; else a day named in
    the sentences."""
    found = [claim.time for claim in told if claim.time is not None and claim.time.edtf]
    if found:
        return _usual(found, lambda time: str(time.edtf), lambda time: _coarseness(time.edtf))
    named = [row for row in layers.times or () if _is_day(row) and _stands(row.span, where)]
    return _dated(layers.report.text, named[0]) if named else None


def _usual(
    rows: Sequence[Value], name: Callable[[Value], str], rank: Callable[[Value], int]
) -> Value:
    least = min(map(rank, rows))
    best = [row for row in rows if rank(row) == least]
    counts = Counter(map(name, best))
    return max(best, key=lambda row: counts[name(row)])


def _fineness(precision: PlacePrecision) -> int:
    return _FINEST.index(precision)


def _coarseness(edtf: str | None) -> int:
    return 0 if _DAY.match(edtf or "") and "/" not in (edtf or "") else 1


def _is_day(row: TimeMention) -> bool:
    return row.type in (TimeType.DATE, TimeType.TIME) and not _coarseness(row.edtf)


def _stands(span: Span, where: Sequence[Span]) -> bool:
    return any(map(span.overlaps, where))


def _placed(text: str, row: PlaceMention) -> Place:
    return Place(
        words=Evidence.at(text, row.phrase),
        name=row.name,
        lat=row.lat,
        lon=row.lon,
        geonames_id=row.geonames_id,
        admin1=row.admin1,
        country=row.country,
        precision=row.precision,
        radius_km=row.radius_km,
        why=_because("named beside what was in the incident", row.why),
    )


def _dated(text: str, row: TimeMention) -> Time:
    words = Evidence.at(text, row.span)
    explicit = bool(_EXPLICIT.search(words.text)) or "X" in (row.edtf or "")
    return Time(
        words=words,
        edtf=row.edtf,
        precision=edtf_precision(row.edtf),
        basis=TimeBasis.STATED if explicit else TimeBasis.PUBLICATION,
        why=_because("named beside what was in the incident", row.why),
    )


def _because(first: str, second: str) -> str:
    return f"{first}; {second}" if second else first
