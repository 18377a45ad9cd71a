"""What is news of what a user watches: compared with how it stood at the last look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from secondsource.ledger import (
    EventFilter,
    Ledger,
    MatterState,
    News,
    NewsKind,
    TieFilter,
    Watched,
)
from secondsource.views.brief.phrases import event_sentence, tie_sentence
from secondsource.views.wire import event_to_record, tie_to_record


def states_of(ledger: Ledger, watched: Watched) -> tuple[MatterState, ...]:
    """How the events and ties that are watched stand now, each once, in the order of their ids."""
    found = {one.matter: one for one in _states(ledger, watched)}
    return tuple(found[key] for key in sorted(found))


def news_between(before: Sequence[MatterState], after: Sequence[MatterState]) -> tuple[News, ...]:
    """What is new, changed or newly disputed in ``after``, in its order."""
    by_id = {one.matter: one for one in before}
    by_claim = {claim: one for one in before for claim in one.claims}
    return tuple(
        news
        for one in after
        if (news := _news(by_id.get(one.matter) or _renamed(one, by_claim), one)) is not None
    )


def _states(ledger: Ledger, watched: Watched) -> Iterator[MatterState]:
    if watched.actors or watched.places:
        yield from _events(ledger, EventFilter(actors=watched.actors, places=watched.places))
    if watched.tie is not None:
        yield from _events(ledger, EventFilter(between=watched.tie))
        yield from _ties(ledger, TieFilter(between=watched.tie))
    elif watched.actors and not watched.places:
        yield from _ties(ledger, TieFilter(actors=watched.actors))


def _events(ledger: Ledger, wanted: EventFilter) -> Iterator[MatterState]:
    for one in ledger.every_standing_event(wanted):
        group = one.group
        yield MatterState(
            matter=group.id,
            headline=event_sentence(event_to_record(group, ())),
            credibility=group.verdict.credibility.value,
            origins=group.origins,
            reports=group.reports,
            disputed=one.disputed,
            when=group.edtf,
            claims=group.claims,
        )


def _ties(ledger: Ledger, wanted: TieFilter) -> Iterator[MatterState]:
    for one in ledger.every_standing_tie(wanted):
        state = one.state
        names = dict(zip(state.between, one.names, strict=True))
        yield MatterState(
            matter=state.id,
            headline=tie_sentence(tie_to_record(state, names, ())),
            credibility=state.verdict.credibility.value,
            origins=state.origins,
            reports=state.reports,
            disputed=one.disputed,
            when="/".join((state.start or "..", state.end or "..")),
            claims=state.claims,
        )


def _renamed(one: MatterState, by_claim: dict[str, MatterState]) -> MatterState | None:
    """The matter that had one of the claims before: an earlier report gives an event a new id."""
    same_sort = (by_claim.get(claim) for claim in one.claims)
    return next((old for old in same_sort if old and old.matter[:1] == one.matter[:1]), None)


def _news(before: MatterState | None, after: MatterState) -> News | None:
    if before is None:
        return _told(NewsKind.NEW, after, ())
    changes = tuple(_changes(before, after))
    if after.disputed and not before.disputed:
        return _told(NewsKind.DISPUTED, after, ("it is disputed now", *changes))
    return _told(NewsKind.CHANGED, after, changes) if changes else None


def _changes(before: MatterState, after: MatterState) -> Iterator[str]:
    if before.credibility != after.credibility:
        yield f"credibility {before.credibility} became {after.credibility}"
    if before.origins != after.origins:
        yield f"origins: {before.origins}, now {after.origins}"
    if before.reports != after.reports:
        yield f"reports: {before.reports}, now {after.reports}"
    if before.when != after.when:
        yield f"time: {before.when or 'unknown'}, now {after.when or 'unknown'}"
    if before.disputed and not after.disputed:
        yield "it is not disputed any more"


def _told(kind: NewsKind, matter: MatterState, changes: Iterable[str]) -> News:
    return News(
        kind=kind,
        matter=matter.matter,
        headline=matter.headline,
        changes=tuple(changes),
        claims=matter.claims,
    )
