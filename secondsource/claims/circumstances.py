"""Where, when and how many, for all triggers of a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.annotations import Layers, Parse
from secondsource.claims.circumstances_counts import counts_of
from secondsource.claims.circumstances_places import Places, place_before, place_of, places_of
from secondsource.claims.circumstances_times import Times, framed, time_before, time_of, times_of
from secondsource.claims.records import Count, EventType, Modality, Party, Place, Time
from secondsource.claims.triggers import Trigger

# What happens at a place on a day, rather than being said or thought.
_HAPPENS = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.PROTEST,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.AID,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The times and places of a report, found once and asked for every trigger."""

    parse: Parse
    times: Times
    places: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Where, when and how many of one claim; each says why."""

    place: Place | None
    time: Time | None
    quantities: tuple[Count, ...]


def surroundings_of(layers: Layers, parse: Parse) -> Surroundings:
    """What the claims of a report can be placed by."""
    times = times_of(layers, parse)
    places = places_of(layers, parse, times.paragraphs)
    return Surroundings(parse=parse, times=times, places=places)


def circumstances_of(
    around: Surroundings,
    local: Layers,
    trigger: Trigger,
    everyone: Iterable[Party],
    modality: Modality,
) -> Circumstances:
    """The circumstances of one trigger; ``local`` are the layers of its sentence.

    Only what is put as having happened goes on where and when the story was, or takes the day of
    the report as its frame.
    """
    parties = tuple(everyone)
    time = time_of(around.times, trigger)
    place = place_of(around.places, trigger, parties)
    if trigger.entry.type in _HAPPENS and modality is Modality.ACTUAL:
        time = time or time_before(around.times, trigger) or framed(around.times, trigger)
        place = place or place_before(around.places, trigger)
    return Circumstances(
        place=place,
        time=time,
        quantities=counts_of(local, around.parse, trigger, parties),
    )
