"""GeoJSON (RFC 7946): one feature an event; a place that is known too vaguely has no geometry.

A point of a governorate or a district is one within it: ``precision`` says so, and ``radius_km``
how far "near" may be.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.exports.casualties import killed_in
from secondsource.exports.jsonvalues import Json, listed
from secondsource.exports.narrative import headline_of, outlets_of, quotes_of
from secondsource.exports.places import point_of
from secondsource.exports.selection import Account, Selection, accounts_of
from secondsource.exports.tally import Tally

_VAGUE = "no place is known more finely than its country or region"


def geojson_text(selection: Selection, tally: Tally) -> Iterator[str]:
    """A feature collection, written as the events come."""
    return listed({"type": "FeatureCollection"}, "features", _features(selection, tally))


def _features(selection: Selection, tally: Tally) -> Iterator[Json]:
    for account in accounts_of(selection):
        tally.rows += 1
        point = point_of(account.event.place)
        if point is None:
            tally.lacks("geometry", _VAGUE)
        position: list[Json] = [point.lon, point.lat] if point else []
        yield {
            "type": "Feature",
            "id": account.event.id,
            "geometry": {"type": "Point", "coordinates": position} if point else None,
            "properties": _properties(account),
        }


def _properties(account: Account) -> dict[str, Json]:
    event, place = account.event, account.event.place
    killed = killed_in(event)
    return {
        "title": headline_of(account),
        "type": event.type.value,
        "modality": event.modality.value,
        "time": event.time.edtf if event.time else None,
        "time_about": event.time.about if event.time else None,
        "place": place.name if place else None,
        "place_words": place.text if place else None,
        "precision": place.precision.value if place else None,
        "radius_km": place.radius_km if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
        "geonames_id": place.geonames_id if place else None,
        "actors": [one.name for one in event.actors],
        "actor_ids": [one.id for one in event.actors],
        "recipients": [one.name for one in event.recipients],
        "recipient_ids": [one.id for one in event.recipients],
        "killed_low": killed.low,
        "killed_best": killed.best,
        "killed_high": killed.high,
        "reports": event.reports,
        "origins": event.origins,
        "sources": event.sources,
        "outlets": list(outlets_of(account)),
        "credibility": event.credibility,
        "because": list(event.because),
        "disputed": bool(event.disputing),
        "claims": list(event.claims),
        "evidence": list(quotes_of(account)),
    }
