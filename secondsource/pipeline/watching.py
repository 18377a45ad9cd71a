"""Watches: added by names, looked after at each ingest."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.errors import UsageError
from secondsource.ledger import Ledger, NewsEntry, Watched, WatchEntry
from secondsource.pipeline.fusing import refresh
from secondsource.pipeline.naming import actor_id, pair, place_number
from secondsource.views import news_between, states_of


def add_watch(
    ledger: Ledger,
    *,
    actors: Sequence[str] = (),
    places: Sequence[str] = (),
    tie: tuple[str, str] | None = None,
    name: str | None = None,
) -> WatchEntry:
    """Watch events of actors and at places, or two actors; what is known by now is no news.

    Raises:
        UsageError: if nothing is named, a name means several, or the watch's name is taken.
        NotInLedger: if an actor or place is not known; the message offers near names.
    """
    if not (actors or places or tie):
        raise UsageError("watch", "nothing is named to watch", "give --actor, --place or --tie")
    refresh(ledger)
    watched = Watched(
        actors=tuple(actor_id(ledger, one) for one in actors),
        places=tuple(place_number(ledger, one) for one in places),
        tie=pair(ledger, tie),
    )
    given = name or ", ".join((*actors, *places, *(("–".join(tie),) if tie else ())))
    return ledger.watches.add(given, watched, states_of(ledger, watched))


def look(ledger: Ledger) -> tuple[NewsEntry, ...]:
    """Compare what is watched with the last look, keep what is news, and tell what nobody has
    looked at yet."""
    entries = ledger.watches.all()
    if not entries:
        return ()
    refresh(ledger)
    for entry in entries:
        before, after = ledger.watches.states(entry.id), states_of(ledger, entry.watched)
        if tuple(before) != after:
            ledger.watches.told(entry.id, after, news_between(before, after))
    return ledger.watches.news()
