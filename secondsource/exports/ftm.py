"""FollowTheMoney 4: entities and statements, as JSON lines.

Events are ``Event``, reports ``Article`` and their ``proof``, ties ``UnknownLink`` with the state
as role, places with coordinates ``Address``, actors by their kind. Words that resolve to nobody
become no entity. FollowTheMoney has no property for an event's type, casualties or verdict:
keywords, notes and description hold them. Ids of statements are made as the library makes them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from secondsource.annotations import ActorKind, load_registry
from secondsource.claims import ClaimRecord, PlaceRecord, ReportRecord
from secondsource.exports.jsonvalues import Json, line_of
from secondsource.exports.moments import partial_date
from secondsource.exports.narrative import headline_of, quotes_of, verdict_of
from secondsource.exports.places import point_of
from secondsource.exports.selection import Account, Selection, accounts_of, reports_of, ties_of
from secondsource.exports.sides import Side, sides_of
from secondsource.exports.tally import Tally
from secondsource.views import ReportRow, TieRecord

DATASET = "secondsource"
_LONGEST_NAME = 384
_NO_ID = re.compile(r"[^0-9A-Za-z.-]")
_REFERENCES = frozenset({"involved", "proof", "addressEntity", "subject", "object"})
_PERSONS = frozenset({ActorKind.PUBLIC_FIGURE, ActorKind.PRIVATE_PERSON})
_PUBLIC = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY})
_VAGUE = frozenset({ActorKind.CIVILIANS, ActorKind.COMMUNITY, ActorKind.OFFICE, ActorKind.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An entity: its schema, and each property with its values."""

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]


def entity_lines(selection: Selection, tally: Tally) -> Iterator[str]:
    """One entity a line, each once; those that others point at come first."""
    for entity in _entities(selection, tally):
        properties: dict[str, Json] = {
            name: list(values) for name, values in entity.properties.items()
        }
        row: dict[str, Json] = {
            "id": entity.id,
            "schema": entity.schema,
            "datasets": [DATASET],
            "properties": properties,
        }
        yield line_of(row)


def statement_lines(selection: Selection, tally: Tally) -> Iterator[str]:
    """One statement a line: every value of every entity."""
    for entity in _entities(selection, Tally()):
        for name, values in chain([("id", (entity.id,))], entity.properties.items()):
            for value in values:
                tally.rows += 1
                yield line_of(_statement(entity, name, value))


def _statement(entity: Entity, name: str, value: str) -> Json:
    key = f"{DATASET}.{entity.id}.{name}.{value}"
    return {
        "canonical_id": entity.id,
        "entity_id": entity.id,
        "prop": name,
        "schema": entity.schema,
        "value": value,
        "dataset": DATASET,
        "lang": None,
        "original_value": None,
        "first_seen": None,
        "last_seen": None,
        "external": False,
        "origin": None,
        "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
    }


def _entities(selection: Selection, tally: Tally) -> Iterator[Entity]:
    seen: set[str] = set()
    reports = map(_listed_report, reports_of(selection))
    events = (one for account in accounts_of(selection) for one in _of_event(account, tally))
    ties = (one for tie in ties_of(selection) for one in _of_tie(tie, tally))
    for entity in chain(reports, events, ties):
        if entity.id not in seen:
            seen.add(entity.id)
            tally.rows += 1
            yield entity


def _made(key: str, schema: str, **values: str | tuple[str, ...] | None) -> Entity:
    listed = {
        name: (value,) if isinstance(value, str) else tuple(dict.fromkeys(value or ()))
        for name, value in values.items()
    }
    kept = {
        name: tuple(map(_entity_id, value)) if name in _REFERENCES else value
        for name, value in listed.items()
        if any(value)
    }
    return Entity(id=_entity_id(key), schema=schema, properties=kept)


def _entity_id(key: str) -> str:
    """FollowTheMoney's ids have no underscores; ``recordId`` keeps the ledger's own."""
    return _NO_ID.sub("-", key)


def _of_event(account: Account, tally: Tally) -> Iterator[Entity]:
    event = account.event
    reports = _reports(account.claims)
    named = [one for side in sides_of(account) for one in side if one.id is not None]
    place = _place(event.place) if event.place else None
    yield from map(_report, reports)
    yield from map(_actor, named)
    if place is not None:
        yield place
    edtf = event.time.edtf if event.time else None
    start, end = _bounds(edtf)
    if start is None:
        tally.lacks("startDate", "no year is known, or several")
    country = event.place.country if event.place else None
    if country is None:
        tally.lacks("country", "the country is not known")
    yield _made(
        event.id,
        "Event",
        name=headline_of(account)[:_LONGEST_NAME],
        startDate=start,
        endDate=end,
        country=country.lower() if country else None,
        location=event.place.name if event.place else None,
        addressEntity=place.id if place else None,
        involved=tuple(one.id for one in named if one.id is not None),
        keywords=(event.type.value, event.modality.value, *_modes(account.claims)),
        description=verdict_of(account),
        notes=quotes_of(account),
        proof=tuple(report.id for report in reports),
        publisher=tuple(report.outlet for report in reports if report.outlet),
        sourceUrl=tuple(report.url for report in reports if report.url),
        recordId=event.id,
    )


def _of_tie(tie: TieRecord, tally: Tally) -> Iterator[Entity]:
    one, other = tie.between
    for key, name in zip(tie.between, tie.names, strict=True):
        registered = load_registry().get(key)
        kind = registered.kind if registered else ActorKind.UNKNOWN
        yield _made(key, _schema(kind), name=name[:_LONGEST_NAME])
    for quote in tie.evidence:
        yield _made(quote.report, "Article", publisher=quote.outlet)
    start, _ = _bounds(tie.start)
    _, end = _bounds(tie.end)
    if tie.start and not start:
        tally.lacks("startDate", "no single year is known")
    words = (" ".join((quote.text or "").split()) for quote in tie.evidence)
    yield _made(
        tie.id,
        "UnknownLink",
        subject=one,
        object=other,
        role=tie.state.value,
        status=tie.stance.value,
        startDate=start,
        endDate=end,
        description=f"Credibility {tie.credibility}: {'; '.join(tie.because)}",
        summary=tuple(words),
        proof=tuple(dict.fromkeys(quote.report for quote in tie.evidence)),
        publisher=tuple(quote.outlet for quote in tie.evidence if quote.outlet),
        recordId=tie.id,
    )


def _bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """The start and the end, each to the day, month or year that is the same over it."""
    if edtf is None:
        return None, None
    first, _, last = edtf.partition("/")
    return partial_date(first), partial_date(last or first)


def _reports(claims: tuple[ClaimRecord, ...]) -> tuple[ReportRecord, ...]:
    return tuple({claim.report.id: claim.report for claim in claims}.values())


def _listed_report(row: ReportRow) -> Entity:
    return _report(
        ReportRecord(
            id=row.id,
            path=row.path,
            url=row.url,
            outlet=row.outlet,
            title=row.title,
            published=row.published,
        )
    )


def _report(report: ReportRecord) -> Entity:
    return _made(
        report.id,
        "Article",
        title=report.title,
        fileName=report.path,
        publisher=report.outlet,
        publishedAt=partial_date(report.published),
        sourceUrl=report.url,
    )


def _actor(side: Side) -> Entity:
    return _made(
        side.id or "",
        _schema(side.kind),
        name=side.name[:_LONGEST_NAME],
        country=side.country.lower() if side.country else None,
        keywords=(side.kind.value, *(["provisional"] if side.provisional else [])),
    )


def _schema(kind: ActorKind) -> str:
    if kind in _PERSONS:
        return "Person"
    if kind in _PUBLIC:
        return "PublicBody"
    return "LegalEntity" if kind in _VAGUE else "Organization"


def _place(place: PlaceRecord) -> Entity | None:
    point = point_of(place)
    if point is None:
        return None
    where = f"{place.geonames_id or place.name}|{point.wkt}|{place.precision.value}"
    return _made(
        f"p_{hashlib.sha256(where.encode()).hexdigest()[:16]}",
        "Address",
        full=", ".join(part for part in (place.name, place.admin1, place.country) if part),
        city=place.name,
        state=place.admin1,
        country=place.country.lower() if place.country else None,
        latitude=str(point.lat),
        longitude=str(point.lon),
        remarks=f"precision: {place.precision.value}",
    )


def _modes(claims: tuple[ClaimRecord, ...]) -> tuple[str, ...]:
    return tuple(claim.mode for claim in claims if claim.mode)
