"""Loading the registry: the shipped file, and a user's file that wins over it."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from pathlib import Path

from secondsource.annotations.actors.keys import name_key
from secondsource.annotations.actors.records import Actor, Registry
from secondsource.annotations.actors.serial import from_row
from secondsource.annotations.actors.user_file import read_user_file
from secondsource.annotations.records import ActorKind
from secondsource.errors import MissingResource

_DATA = "data/registry.jsonl.gz"


def load_registry(user_file: Path | None = None) -> Registry:
    """The shipped registry, with the actors of ``user_file`` (CSV, JSON lines or YAML) merged over
    it.

    Loaded once a process for each file and version of it. In the merge a user's name goes to the
    user's actor even where a shipped actor has it; an actor with a shipped id keeps the shipped
    names after its own.

    Raises:
        MissingResource: if the shipped file is absent or corrupt.
        UsageError: if the user's file cannot be used; the message names the line of each error.
    """
    if user_file is None:
        return _shipped()
    return _merged(user_file, user_file.stat().st_mtime_ns if user_file.exists() else 0)


@lru_cache(maxsize=1)
def _shipped() -> Registry:
    try:
        packed = resources.files("secondsource.annotations.actors").joinpath(_DATA).read_bytes()
        lines = gzip.decompress(packed).decode("utf-8").splitlines()
        return Registry(actors=tuple([from_row(json.loads(line)) for line in lines]))
    except (OSError, EOFError, ValueError) as error:
        raise MissingResource(
            _DATA, f"the actor registry cannot be read: {error}", "reinstall the package"
        ) from error


@lru_cache(maxsize=4)
def _merged(user_file: Path, _version: int) -> Registry:
    shipped = _shipped()
    own = read_user_file(user_file, {actor.id for actor in shipped.actors})
    taken = {name_key(name.text): actor.id for actor in own for name in actor.names}
    first = [_over(actor, shipped.get(actor.id)) for actor in own]
    ids = {actor.id for actor in own}
    rest = (_without(actor, taken) for actor in shipped.actors if actor.id not in ids)
    return Registry(actors=(*first, *(actor for actor in rest if actor is not None)))


def _over(own: Actor, shipped: Actor | None) -> Actor:
    """The user's entry with what only the shipped one has."""
    if shipped is None:
        return own
    keys = {name_key(name.text) for name in own.names}
    return replace(
        own,
        kind=shipped.kind if own.kind is ActorKind.UNKNOWN else own.kind,
        country=own.country or shipped.country,
        names=(*own.names, *(n for n in shipped.names if name_key(n.text) not in keys)),
        affiliations=(*own.affiliations, *shipped.affiliations),
        same_as=tuple(dict.fromkeys((*own.same_as, *shipped.same_as))),
    )


def _without(actor: Actor, taken: dict[str, str]) -> Actor | None:
    """A shipped actor without the names that the user gave to another; none left, no actor."""
    names = tuple([name for name in actor.names if name_key(name.text) not in taken])
    if len(names) == len(actor.names):
        return actor
    return replace(actor, names=names) if names else None
