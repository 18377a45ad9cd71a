"""Who and where: the actors and places that the reports name."""

from __future__ import annotations

from secondsource.ledger import Ledger
from secondsource.views.contexts import ActorRow, PlaceRow


def actor_rows(ledger: Ledger) -> tuple[ActorRow, ...]:
    """The actors, most mentioned first."""
    return tuple(
        ActorRow(
            id=one.id,
            name=one.name,
            kind=one.kind,
            words=one.words,
            mentions=one.mentions,
            reports=one.reports,
            claims=one.claims,
        )
        for one in ledger.actors()
    )


def place_rows(ledger: Ledger) -> tuple[PlaceRow, ...]:
    """The places, most mentioned first."""
    return tuple(
        PlaceRow(
            name=one.name,
            geonames_id=one.geonames_id,
            lat=one.lat,
            lon=one.lon,
            admin1=one.admin1,
            country=one.country,
            precision=one.precision,
            words=one.words,
            mentions=one.mentions,
            reports=one.reports,
        )
        for one in ledger.places()
    )
