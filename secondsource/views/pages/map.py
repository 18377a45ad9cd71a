"""Where it happened: events put together by place, each place as precisely as it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from secondsource.ledger import EventFilter, Ledger, PlaceTally, Sort
from secondsource.views.contexts import about
from secondsource.views.pages.event_list import event_facets
from secondsource.views.pages.listing import Facet
from secondsource.views.pages.matters import EventLine, event_line

PLACES_SHOWN = 600
"""Places drawn at once; those of fewest events are left out."""
EVENTS_SHOWN = 30
AREA_KM = {"district": 20.0, "governorate": 60.0}
"""Radii drawn for areas whose borders the gazetteer does not have: a convention, not a measure."""


class Extent(Enum):
    """How a place is drawn: by what is known of where in it something happened."""

    POINT = "point"
    AROUND = "around"
    AREA = "area"
    COUNTRY = "country"
    NOWHERE = "nowhere"


_EXTENTS = {
    "point": Extent.POINT,
    "populated place": Extent.POINT,
    "near": Extent.AROUND,
    "district": Extent.AREA,
    "governorate": Extent.AREA,
    "region": Extent.COUNTRY,
    "country": Extent.COUNTRY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """The events of one place at one precision."""

    key: str = field(
        metadata=about("What `here` names it by: a GeoNames number or a name; empty for no place.")
    )
    name: str | None = field(metadata=about("Its name; nothing where no place is said."))
    country: str | None = field(metadata=about("The country, as an ISO 3166 code."))
    precision: str | None = field(metadata=about("How finely the place is known."))
    extent: Extent = field(
        metadata=about("How it is drawn: point, around, area, country, nowhere.")
    )
    lat: float | None = field(metadata=about("Latitude of the point or the centre, WGS 84."))
    lon: float | None = field(metadata=about("Longitude of the point or the centre, WGS 84."))
    radius_km: float | None = field(
        metadata=about(
            "Within how many kilometres: as the words leave it for “near”, a convention for areas."
        )
    )
    events: int = field(metadata=about("How many events."))
    disputed: int = field(metadata=about("How many of them a claim denies."))
    credibility: int = field(metadata=about("The best Admiralty digit among them."))
    first_day: date | None = field(metadata=about("The first day that any of them may be meant."))
    last_day: date | None = field(metadata=about("The last day that any of them may be meant."))


@dataclass(frozen=True, slots=True, kw_only=True)
class MapContext:
    """A map of the events that fit."""

    places: tuple[MapPlace, ...] = field(
        metadata=about("What can be drawn, most events first, one row for each precision.")
    )
    elsewhere: tuple[MapPlace, ...] = field(
        metadata=about("What cannot be drawn: no place is said, or it is not in the gazetteer.")
    )
    total: int = field(metadata=about("How many events fit the filters."))
    drawn: int = field(metadata=about("How many of them are on the map."))
    hidden: int = field(metadata=about("How many events are at places left out, too many to draw."))
    words: str = field(metadata=about("Words that a claim about each holds; empty for any."))
    facets: tuple[Facet, ...] = field(metadata=about("What the map can be narrowed by."))
    here: str | None = field(metadata=about("The place asked about, by its key."))
    events: tuple[EventLine, ...] = field(
        metadata=about("Events of the place asked about, those of most origins first.")
    )


def map_context(ledger: Ledger, wanted: EventFilter, here: str | None = None) -> MapContext:
    """The places of the events that fit, with the events of the place ``here`` (a key)."""
    places = tuple(map(map_place, ledger.charts.places(wanted, PLACES_SHOWN)))
    counts = ledger.event_facets(wanted)
    drawn = tuple(place for place in places if place.extent is not Extent.NOWHERE)
    return MapContext(
        places=drawn,
        elsewhere=tuple(place for place in places if place.extent is Extent.NOWHERE),
        total=counts.total,
        drawn=sum(place.events for place in drawn),
        hidden=counts.total - sum(place.events for place in places),
        words=wanted.words or "",
        facets=event_facets(counts, wanted),
        here=here,
        events=() if here is None else _events(ledger, wanted, here),
    )


def every_place(ledger: Ledger, wanted: EventFilter, most: int = 1_000_000) -> Iterator[MapPlace]:
    """All places of the events that fit."""
    return map(map_place, ledger.charts.places(wanted, most))


def map_place(tally: PlaceTally) -> MapPlace:
    """A place as it is drawn. Without coordinates it is nowhere, whatever its precision."""
    known = _EXTENTS.get(tally.precision or "", Extent.NOWHERE)
    extent = Extent.NOWHERE if tally.lat is None or tally.lon is None else known
    return MapPlace(
        key=str(tally.place_id) if tally.place_id is not None else tally.name or "",
        name=tally.name,
        country=tally.country,
        precision=tally.precision,
        extent=extent,
        lat=tally.lat,
        lon=tally.lon,
        radius_km=tally.radius_km or AREA_KM.get(tally.precision or ""),
        events=tally.events,
        disputed=tally.disputed,
        credibility=tally.credibility,
        first_day=tally.first_day,
        last_day=tally.last_day,
    )


def _events(ledger: Ledger, wanted: EventFilter, here: str) -> tuple[EventLine, ...]:
    at = at_place(wanted, here)
    found = ledger.standing_events(at, sort=Sort.ORIGINS, size=EVENTS_SHOWN)
    return tuple(map(event_line, found.items))


def at_place(wanted: EventFilter, here: str) -> EventFilter:
    """The filter narrowed to the place of this key."""
    if here.isascii() and here.isdigit():
        return replace(wanted, places=(int(here),))
    return replace(wanted, place_names=(here,))
