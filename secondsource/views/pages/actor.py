"""One actor: its names over time, what it belongs to, its ties and events, and who tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.annotations import Registry, is_provisional
from secondsource.errors import NotInLedger
from secondsource.ledger import (
    Called,
    Decision,
    EventFilter,
    Ledger,
    Sort,
    TieFilter,
    actors_of,
    identities_by,
    ruling_of,
)
from secondsource.views.contexts import about
from secondsource.views.decided import DecisionRow, decision_row
from secondsource.views.pages.listing import Facet, facet_of
from secondsource.views.pages.matters import EventLine, TieLine, event_line, tie_line

EVENTS_SHOWN = 25
TIES_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUsed:
    """A name that the registry knows, and when it was in use."""

    text: str = field(metadata=about("The name."))
    language: str = field(metadata=about("Its language, as an ISO 639 code."))
    start: str | None = field(metadata=about("Since when, in EDTF; nothing where not recorded."))
    end: str | None = field(metadata=about("Until when, in EDTF."))
    use: str = field(metadata=about("When it counts: name, acronym, context, demonym, metonym."))
    source: str = field(metadata=about("Where the fact is from."))


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsUsed:
    """Words by which reports call the actor."""

    words: str = field(metadata=about("The words."))
    times: int = field(metadata=about("How often."))
    first: str | None = field(metadata=about("When first, by publication, in EDTF."))
    last: str | None = field(metadata=about("When last."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """How two actors of the registry belong together."""

    actor: str = field(metadata=about("Id of the other actor."))
    name: str = field(metadata=about("Its name."))
    relation: str = field(metadata=about("Part, member, leader, affiliate, merger, split, …"))
    office: str | None = field(metadata=about("The office held, where it is one."))
    start: str | None = field(metadata=about("Since when, in EDTF."))
    end: str | None = field(metadata=about("Until when, in EDTF."))


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """An outlet that tells of the actor."""

    outlet: str | None = field(metadata=about("The outlet."))
    reports: int = field(metadata=about("In how many reports."))
    origins: int = field(metadata=about("From how many independent origins."))
    own: int = field(metadata=about("How many of the reports are its own reporting."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorContext:
    """One actor."""

    id: str = field(metadata=about("Its id in the registry; provisional ids begin with x-."))
    name: str = field(metadata=about("Its name."))
    kind: str | None = field(metadata=about("What sort of actor it is; nothing where unknown."))
    country: str | None = field(metadata=about("Its country, as an ISO 3166 code."))
    provisional: bool = field(metadata=about("Whether the registry does not know it."))
    names: tuple[NameUsed, ...] = field(metadata=about("The names that the registry knows."))
    called: tuple[WordsUsed, ...] = field(metadata=about("What reports call it, most often first."))
    above: tuple[Belonging, ...] = field(metadata=about("What it belongs to, by the registry."))
    below: tuple[Belonging, ...] = field(metadata=about("What belongs to it, by the registry."))
    same_as: tuple[str, ...] = field(metadata=about("Its ids in other lists, such as ucdp:234."))
    ties: tuple[TieLine, ...] = field(metadata=about("Its ties, those of most origins first."))
    events: tuple[EventLine, ...] = field(metadata=about("Its events, the latest first."))
    total: int = field(metadata=about("How many events it took part in."))
    types: Facet = field(metadata=about("Its events by type."))
    speakers: tuple[SpeakerRow, ...] = field(
        metadata=about("Who tells of its events, those of most origins first.")
    )
    decisions: tuple[DecisionRow, ...] = field(
        metadata=about("What was decided about who it is, the newest first, what was undone too.")
    )


def actor_context(ledger: Ledger, registry: Registry, actor_id: str) -> ActorContext:
    """The actor with this id, or the one that it was merged into.

    Raises:
        NotInLedger: if neither the ledger nor the registry has it.
    """
    decisions = ledger.reviews.about_actors()
    actor_id = identities_by(decisions).kept_as(actor_id)
    known = registry.get(actor_id)
    called = ledger.browse.called(actor_id)
    events = ledger.standing_events(
        EventFilter(actors=(actor_id,)), sort=Sort.LATEST, size=EVENTS_SHOWN
    )
    ties = ledger.standing_ties(TieFilter(actors=(actor_id,)), sort=Sort.ORIGINS, size=TIES_SHOWN)
    if known is None and not (called or events.items or ties.items):
        raise NotInLedger(actor_id, "no actor has this id", "find it in the list of actors")
    types = ledger.browse.event_types(actor_id)
    lines = tuple(map(event_line, events.items))
    return ActorContext(
        id=actor_id,
        name=_name(actor_id, lines) or (known.name if known else None) or _first(called, actor_id),
        kind=known.kind.value if known else None,
        country=known.country if known else None,
        provisional=is_provisional(actor_id),
        names=_names(registry, actor_id),
        called=tuple(
            WordsUsed(words=one.words, times=one.times, first=one.first, last=one.last)
            for one in called
        ),
        above=_above(registry, actor_id),
        below=_below(registry, actor_id),
        same_as=known.same_as if known else (),
        ties=tuple(map(tie_line, ties.items)),
        events=lines,
        total=sum(one.count for one in types),
        types=facet_of("type", types, ()),
        speakers=tuple(
            SpeakerRow(outlet=one.outlet, reports=one.reports, origins=one.origins, own=one.own)
            for one in ledger.browse.speakers(actor_id)
        ),
        decisions=_about(actor_id, decisions),
    )


def _about(actor_id: str, decisions: Sequence[Decision]) -> tuple[DecisionRow, ...]:
    rulings = ((one, ruling_of(one)) for one in reversed(decisions))
    return tuple(
        decision_row(one)
        for one, ruling in rulings
        if ruling and actor_id in {label.id for label in actors_of(ruling)}
    )


def _name(actor_id: str, lines: tuple[EventLine, ...]) -> str | None:
    """The name that events show, which a reviewer may have given."""
    parties = (party for line in lines for party in (*line.actors, *line.recipients))
    return next((party.name for party in parties if party.id == actor_id), None)


def _first(called: tuple[Called, ...], actor_id: str) -> str:
    return called[0].words if called else actor_id


def _names(registry: Registry, actor_id: str) -> tuple[NameUsed, ...]:
    known = registry.get(actor_id)
    named = known.names if known else ()
    return tuple(
        NameUsed(
            text=one.text,
            language=one.language,
            start=one.start,
            end=one.end,
            use=one.use.value,
            source=one.source,
        )
        for one in sorted(named, key=lambda one: one.start or "")
    )


def _above(registry: Registry, actor_id: str) -> tuple[Belonging, ...]:
    known = registry.get(actor_id)
    return tuple(
        Belonging(
            actor=one.actor,
            name=above.name if (above := registry.get(one.actor)) else one.actor,
            relation=one.relation,
            office=one.office,
            start=one.start,
            end=one.end,
        )
        for one in (known.affiliations if known else ())
    )


def _below(registry: Registry, actor_id: str) -> tuple[Belonging, ...]:
    return tuple(
        Belonging(
            actor=other.id,
            name=other.name,
            relation=one.relation,
            office=one.office,
            start=one.start,
            end=one.end,
        )
        for other in registry.actors
        for one in other.affiliations
        if one.actor == actor_id
    )
