"""What a user watches, how each matter stood at the last look, and what is news of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class NewsKind(Enum):
    """What is news of a matter."""

    NEW = "new"
    CHANGED = "changed"
    DISPUTED = "newly disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What to watch: events of any of ``actors`` (ids) and at any of ``places`` (GeoNames ids),
    where both are given those of both; and the ties and events between two actors.

    Raises:
        ValueError: if nothing is named.
    """

    actors: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    tie: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if not (self.actors or self.places or self.tie):
            raise ValueError("a watch names an actor, a place or a tie")


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchEntry:
    """A watch that is kept; ``news`` counts what was not looked at yet."""

    id: int
    name: str
    watched: Watched
    made_at: datetime
    news: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterState:
    """An event or tie as it stood at a look; ``headline`` says in words what it is.

    ``claims`` find it again where a new report gives it another id.
    """

    matter: str
    headline: str
    credibility: int
    origins: int
    reports: int
    disputed: bool
    when: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is news of one matter: its headline, and what changed as sentences."""

    kind: NewsKind
    matter: str
    headline: str
    changes: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsEntry:
    """News that is kept, of the watch named ``watch``; ``looked_at`` is when it was looked at."""

    id: int
    watch: str
    at: datetime
    looked_at: datetime | None
    news: News
