"""The registry's records: actors, their names over time, and what they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from secondsource.annotations.records import ActorKind


class NameUse(Enum):
    """When a name counts as a mention."""

    NAME = "name"  # wherever it stands, capitalised unless the text has no case
    ACRONYM = "acronym"  # only written exactly so, unless the text has no case
    CONTEXT = "context"  # only in a report that also has a longer name of the actor
    DEMONYM = "demonym"  # an adjective or people's name of a state ("Turkish", "Syrians")
    METONYM = "metonym"  # a seat of government that stands for a state ("Washington")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of an actor.

    ``language`` is an ISO 639-1 code; ``start`` and ``end`` are EDTF dates between which the name
    was in use, ``None`` where that is open or not recorded. ``source`` says where the fact is from.
    """

    text: str
    language: str = "en"
    start: str | None = None
    end: str | None = None
    use: NameUse = NameUse.NAME
    source: str = "curated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """``relation`` is how the actor stands to ``actor``: part, member, leader, spokesperson,
    affiliate, merger or split, between two EDTF dates. ``office`` is the office held ("foreign
    minister"), where it is one."""

    actor: str
    relation: str
    office: str | None = None
    start: str | None = None
    end: str | None = None
    source: str = "curated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One entry of the registry. ``names[0]`` is the one to show; ``country`` is ISO 3166-1
    alpha-2; ``same_as`` are ids in the sources ("ucdp:234"); ``origin`` names the source that
    the entry comes from."""

    id: str
    kind: ActorKind
    names: tuple[Name, ...]
    country: str | None = None
    affiliations: tuple[Affiliation, ...] = ()
    same_as: tuple[str, ...] = ()
    origin: str = "curated"

    def __post_init__(self) -> None:
        if not self.id or not self.names:
            raise ValueError("an actor has an id and at least one name")

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0].text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Registry:
    """All known actors, those that win over others first."""

    actors: tuple[Actor, ...]
    _by_id: dict[str, Actor] = field(init=False, repr=False)
    _states: dict[str, Actor] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {actor.id: actor for actor in self.actors})
        states = {
            actor.country: actor
            for actor in reversed(self.actors)
            if actor.kind is ActorKind.STATE and actor.country
        }
        object.__setattr__(self, "_states", states)

    def __len__(self) -> int:
        return len(self.actors)

    def get(self, actor_id: str | None) -> Actor | None:
        """The actor with this id."""
        return self._by_id.get(actor_id) if actor_id else None

    def state(self, country: str | None) -> Actor | None:
        """The state with this ISO 3166-1 alpha-2 code."""
        return self._states.get(country) if country else None

    def branch(self, state_id: str, branch: str) -> Actor | None:
        """A state's ``"government"`` or ``"military"``."""
        return self.get(f"{state_id}-{branch}")
