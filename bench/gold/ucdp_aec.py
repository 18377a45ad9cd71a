"""UCDP-AEC: do names of actors and places as conflict analysts write them resolve?

The set has no texts, so each distinct name is put into a short sentence of ours; figures weigh a
name by the events that it stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.program import Program
from bench.records import InputRecord, OutputRecord, PlaceFound
from bench.scorers.spans import overlap
from bench.shared import json_rows
from secondsource.text import Span, merge

FILES = ("ucdp_aec_events/events.dev.jsonl.gz",)

_ACTOR = "Fighters of "
_PLACE = "Clashes were reported in "


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in its sentence. ``country`` is where the country's name stands after a place."""

    document: InputRecord
    kind: str
    name: Span
    country: Span | None
    events: int


def read(data: Path) -> tuple[Name, ...]:
    """Distinct sides, first-level areas and places, in the order of their first event."""
    sides: Counter[str] = Counter()
    areas: Counter[tuple[str, str]] = Counter()
    places: Counter[tuple[str, str]] = Counter()
    for row in json_rows(data / FILES[0]):
        sides.update(side for side in (row["side_a_name"], row["side_b_name"]) if _group(side))
        areas.update(_located(row, "location_adm1_name"))
        places.update(_located(row, "location_where_name"))
    return (
        *(_actor(side, events) for side, events in sides.items()),
        *(_place("first-level areas", *where, events) for where, events in areas.items()),
        *(_place("places", *where, events) for where, events in places.items()),
    )


def figures(names: Sequence[Name], program: Program) -> Iterator[Figure]:
    """Actors in the registry; places with coordinates in the right country."""
    outputs = program.annotate((row.document for row in names), ("actors", "places"))
    judged: Counter[str] = Counter()
    resolved: Counter[str] = Counter()
    for name, output in zip(names, outputs, strict=True):
        judged[name.kind] += name.events
        resolved[name.kind] += name.events * resolves(name, output)
    yield share("actor names in the registry", resolved["actors"], judged["actors"])
    for kind in ("first-level areas", "places"):
        yield share(f"{kind} resolved in their country", resolved[kind], judged[kind])


def resolves(name: Name, output: OutputRecord) -> bool:
    """Whether registry entries cover at least half of an actor's name (a side may be several
    groups), or a place is located in the country named after it."""
    if name.country is None:
        known = merge(actor.span for actor in output.actors or () if actor.in_registry)
        return 2 * overlap(known, (name.name,)) >= len(name.name)
    here = [place for place in output.places or () if place.span.overlaps(name.name)]
    whole = [place for place in output.places or () if place.span.overlaps(name.country)]
    countries = {place.country for place in whole if place.country}
    return any(_located_in(place, countries) for place in here)


def _located_in(place: PlaceFound, countries: set[str]) -> bool:
    return place.lat is not None and place.country in countries


def _group(side: str) -> bool:
    return bool(side) and side != "Civilians"


def _located(row: dict[str, Any], field: str) -> list[tuple[str, str]]:
    country = row["location_root_name"].partition(" (")[0]
    return [(row[field], country)] if row[field] else []


def _actor(name: str, events: int) -> Name:
    span = Span(len(_ACTOR), len(_ACTOR) + len(name))
    text = f"{_ACTOR}{name} attacked a village on Monday."
    document = InputRecord(id=f"actors: {name}", text=text)
    return Name(document=document, kind="actors", name=span, country=None, events=events)


def _place(kind: str, name: str, country: str, events: int) -> Name:
    span = Span(len(_PLACE), len(_PLACE) + len(name))
    after = Span(span.end + 2, span.end + 2 + len(country))
    text = f"{_PLACE}{name}, {country} on Monday."
    document = InputRecord(id=f"{kind}: {name}, {country}", text=text)
    return Name(document=document, kind=kind, name=span, country=after, events=events)
