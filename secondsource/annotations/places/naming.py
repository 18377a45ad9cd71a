"""The place that a name means on its own, without a text around it."""

from __future__ import annotations

from secondsource.annotations.places.gazetteer import Gazetteer
from secondsource.annotations.places.key import name_key
from secondsource.annotations.places.render import PRECISION
from secondsource.annotations.records import PlaceMention
from secondsource.text import Span


def place_named(gazetteer: Gazetteer, name: str, span: Span) -> PlaceMention | None:
    """The most prominent place of that name, for words at ``span``; ``None`` where there is none.

    Raises:
        MissingResource: if the gazetteer cannot be read.
    """
    key = name_key(name)
    found = gazetteer.lookup([key])[key]
    if not found:
        return None
    entry = min(found, key=lambda candidate: candidate.match.value).entry
    return PlaceMention(
        span=span,
        phrase=span,
        name=entry.name,
        lat=entry.lat,
        lon=entry.lon,
        geonames_id=entry.geonames_id,
        admin1=entry.admin1,
        country=entry.country,
        precision=PRECISION[entry.feature],
    )
