"""The list of actors, those of most events first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from secondsource.ledger import ActorEntry, Ledger
from secondsource.views.contexts import about
from secondsource.views.paging import every

AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """An actor in one line."""

    id: str = field(metadata=about("Its id in the registry; provisional ids begin with x-."))
    name: str = field(metadata=about("Its name."))
    kind: str | None = field(metadata=about("What sort of actor it is."))
    events: int = field(metadata=about("How many events it took part in."))
    ties: int = field(metadata=about("How many states of relations it has."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorListContext:
    """One page of the list of actors."""

    rows: tuple[ActorLine, ...] = field(metadata=about("The actors of this page."))
    words: str = field(metadata=about("What the names hold; empty for any."))
    next: str | None = field(
        metadata=about("The `_next` of the page after this one; nothing on the last.")
    )


def actor_list(ledger: Ledger, words: str, *, after: str | None, size: int) -> ActorListContext:
    """One page of the actors of events.

    Raises:
        UsageError: if ``after`` is no cursor.
    """
    page = ledger.browse.actors(words, after=after, size=size)
    return ActorListContext(rows=tuple(map(_line, page.items)), words=words, next=page.next)


def every_actor(ledger: Ledger, words: str) -> Iterator[ActorLine]:
    """All of them, as they are read."""
    return map(_line, every(lambda at: ledger.browse.actors(words, after=at, size=AT_ONCE)))


def _line(one: ActorEntry) -> ActorLine:
    return ActorLine(
        id=one.id,
        name=one.name,
        kind=one.kind.value if one.kind else None,
        events=one.events,
        ties=one.ties,
    )
