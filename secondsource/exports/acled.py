"""ACLED: 31 columns, one row an event of the types that ACLED codes.

Columns as in ACLED's data since March 2023. ``actor1`` and ``actor2`` carry no direction. ACLED
takes no event without a day, a country and an actor, so those that lack one are a file apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from secondsource.annotations import ActorKind
from secondsource.claims import AcledType, EventType
from secondsource.exports.casualties import killed_in
from secondsource.exports.coding import Uncoded, acled_type, coded, split
from secondsource.exports.columns import Cell, Table, column, listed, never
from secondsource.exports.commas import csv_lines
from secondsource.exports.countries import Country, country_of
from secondsource.exports.moments import MONTH, WEEK, days_of
from secondsource.exports.narrative import notes_of, outlets_of
from secondsource.exports.places import acled_precision, district_of, location_of, point_of
from secondsource.exports.selection import Account, Selection, accounts_of
from secondsource.exports.sides import STATE, UNARMED, Side, sides_of
from secondsource.exports.tally import Tally

_OWN = "no day, or none within a month, is known"
_VAGUE = "no place is known more finely than its country, or none at all"
_ONE_SIDE = "nobody is known on that side"
_KIND = (
    "what the ledger knows of the actor is too little for ACLED's sort: of armed groups it does "
    "not tell rebels, militias and identity groups apart"
)
_DEAD = "no number is given that is surely reached; ACLED itself writes 0 where none are reported"
_STATE_FORCES, _RIOTERS, _PROTESTERS, _CIVILIANS, _OTHERS = 1, 5, 6, 7, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as ACLED would code it. ``day`` is a reference day where ``precision`` is not 1;
    ``hit`` are those on whom force is used."""

    account: Account
    kind: AcledType
    first: tuple[Side, ...]
    second: tuple[Side, ...]
    hit: tuple[Side, ...]
    day: date | None
    precision: int | None
    year: int | None
    country: Country | None


def acled_csv(selection: Selection, tally: Tally) -> Iterator[str]:
    """The events that ACLED would take."""
    rows = split(map(row_of, accounts_of(selection)), _lacking, whole=True)
    return csv_lines(ACLED, coded(rows, tally), tally)


def incomplete_csv(selection: Selection, tally: Tally) -> Iterator[str]:
    """The events of ACLED's types that lack what it asks of an event."""
    rows = split(map(row_of, accounts_of(selection)), _lacking, whole=False)
    return csv_lines(ACLED, coded(rows, tally), tally)


def _lacking(row: Row) -> str | None:
    if row.day is None:
        return _OWN
    if row.country is None:
        return "the country is not known"
    return None if row.first or row.second else "no actor is known"


def row_of(account: Account) -> Row | Uncoded:
    """The row for an event, or why there is none."""
    sides = sides_of(account)
    kind = acled_type(account, sides)
    if isinstance(kind, Uncoded):
        return kind
    force = account.event.type is EventType.ASSAULT
    first, second = sides if sides[0] or force else (sides[1], ())
    day, precision = _day(account)
    place = account.event.place
    return Row(
        account=account,
        kind=kind,
        first=first,
        second=second,
        hit=sides[1] if force else (),
        day=day,
        precision=precision,
        year=day.year if day else days_of(account.event).year,
        country=country_of(place.country) if place else None,
    )


def _day(account: Account) -> tuple[date | None, int | None]:
    """1 for the day itself; 2 for a week or less, 3 for a month or less, with the day half-way."""
    days = days_of(account.event)
    if days.count is None or days.count > MONTH:
        return None, None
    if days.only and days.sure:
        return days.only, 1
    return days.middle, 2 if days.count <= WEEK else 3


def _sort(side: tuple[Side, ...], row: Row) -> int | None:
    """ACLED's sort of the first actor of a side."""
    if not side:
        return None
    actor = side[0]
    if actor.kind in UNARMED:
        return {"Protests": _PROTESTERS, "Riots": _RIOTERS}.get(row.kind.event, _CIVILIANS)
    if actor.kind is ActorKind.INTERGOVERNMENTAL:
        return _OTHERS
    if actor.kind not in STATE or actor.country is None or row.country is None:
        return None
    return _STATE_FORCES if actor.country == row.country.code else _OTHERS


def _interaction(row: Row) -> str | None:
    """The two sorts joined, the lower first; of one actor alone its sort and 0.

    Force has two sides, also where one of them is not known.
    """
    if not row.second and row.account.event.type is not EventType.ASSAULT:
        sole = _sort(row.first, row)
        return None if sole is None else f"{sole}0"
    sorts = (_sort(row.first, row), _sort(row.second, row))
    known = sorted(sort for sort in sorts if sort is not None)
    return "".join(map(str, known)) if len(known) == len(sorts) else None


def _civilians_hit(row: Row) -> str | None:
    hit = row.hit and all(side.kind in UNARMED for side in row.hit)
    return "Civilian targeting" if hit else None


def _name(side: tuple[Side, ...]) -> str | None:
    return side[0].name if side else None


def _others(side: tuple[Side, ...]) -> str:
    return listed(one.name for one in side[1:])


def _tags(row: Row) -> str:
    event = row.account.event
    return f"credibility={event.credibility}; origins={event.origins}; reports={event.reports}"


def _latitude(row: Row) -> Cell:
    point = point_of(row.account.event.place)
    return point.lat if point else None


def _longitude(row: Row) -> Cell:
    point = point_of(row.account.event.place)
    return point.lon if point else None


def _admin1(row: Row) -> Cell:
    return row.account.event.place.admin1 if row.account.event.place else None


ACLED: Table[Row] = Table(
    name="acled",
    columns=(
        column("event_id_cnty", "The event's id in the ledger.", lambda r: r.account.event.id),
        column(
            "event_date",
            "The day (YYYY-MM-DD); half-way where only days up to a month are known.",
            lambda r: r.day.isoformat() if r.day else None,
            _OWN,
        ),
        column("year", "The year.", lambda r: r.year, "no year is known"),
        column("time_precision", "1 day, 2 week or about, 3 month.", lambda r: r.precision, _OWN),
        column("disorder_type", "ACLED's disorder type.", lambda r: r.kind.disorder),
        column("event_type", "ACLED's event type.", lambda r: r.kind.event),
        column("sub_event_type", "ACLED's sub-event type.", lambda r: r.kind.sub_event),
        column("actor1", "One actor; no direction.", lambda r: _name(r.first), _ONE_SIDE),
        column("assoc_actor_1", "Those with it.", lambda r: _others(r.first), "nobody is with it"),
        column("inter1", "ACLED's sort of actor.", lambda r: _sort(r.first, r), _KIND),
        column("actor2", "The other actor.", lambda r: _name(r.second), _ONE_SIDE),
        column("assoc_actor_2", "Those with it.", lambda r: _others(r.second), "nobody is with it"),
        column("inter2", "ACLED's sort of actor.", lambda r: _sort(r.second, r), _KIND),
        column("interaction", "Both sorts, the lower first.", _interaction, _KIND),
        column(
            "civilian_targeting",
            "Whether unarmed people are hit.",
            _civilians_hit,
            "unarmed people are not the target, or it is not known who is",
        ),
        column(
            "iso",
            "ISO 3166-1 number of the country.",
            lambda r: r.country.number if r.country else None,
            "the country is not known",
        ),
        never("region", "ACLED's table of regions is not part of the ledger"),
        column(
            "country",
            "The country.",
            lambda r: r.country.name if r.country else None,
            "the country is not known",
        ),
        column("admin1", "Governorate or province.", _admin1, _VAGUE),
        column(
            "admin2",
            "District.",
            lambda r: district_of(r.account.event.place),
            "the gazetteer holds the district only of places that are one",
        ),
        never("admin3", "the gazetteer holds no third level"),
        column("location", "The place.", lambda r: location_of(r.account.event.place), _VAGUE),
        column("latitude", "WGS 84 degrees.", _latitude, _VAGUE),
        column("longitude", "WGS 84 degrees.", _longitude, _VAGUE),
        column(
            "geo_precision",
            "1 town, 2 near or district, 3 region.",
            lambda r: acled_precision(r.account.event.place),
            _VAGUE,
        ),
        column("source", "Who published it.", lambda r: listed(outlets_of(r.account))),
        never("source_scale", "the ledger does not know how far an outlet reaches"),
        column("notes", "What, evidence, figures, verdict.", lambda r: notes_of(r.account)),
        column(
            "fatalities",
            "The lowest number that the figures which stand leave possible.",
            lambda r: killed_in(r.account.event).low,
            _DEAD,
        ),
        column("tags", "Credibility, origins and reports.", _tags),
        never("timestamp", "it is the moment of ACLED's own upload"),
    ),
)
