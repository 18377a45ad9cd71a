"""Actors: the registry of names, and the mentions of actors in a report."""

from secondsource.annotations.actors.emplaced import without_places
from secondsource.annotations.actors.find import find_actors
from secondsource.annotations.actors.keys import name_key, slug
from secondsource.annotations.actors.records import Actor, Affiliation, Name, NameUse, Registry
from secondsource.annotations.actors.registry import load_registry
from secondsource.annotations.actors.serial import as_json
from secondsource.annotations.actors.sides import with_sides
from secondsource.annotations.actors.spoken import with_speakers

__all__ = [
    "Actor",
    "Affiliation",
    "Name",
    "NameUse",
    "Registry",
    "as_json",
    "find_actors",
    "load_registry",
    "name_key",
    "slug",
    "with_sides",
    "with_speakers",
    "without_places",
]
