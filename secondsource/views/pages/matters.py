"""Events and ties as lines of a list, without the words that they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from secondsource.ledger import StandingEvent, StandingTie
from secondsource.views.contexts import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor by id and name."""

    id: str | None = field(metadata=about("Its id; nothing where the words resolve to nobody."))
    name: str = field(metadata=about("Its name."))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event in one line."""

    id: str = field(metadata=about("The event's id."))
    type: str = field(metadata=about("Its PLOVER type."))
    modality: str = field(metadata=about("Whether it happened, is planned, possible, …"))
    actors: tuple[Named, ...] = field(metadata=about("Who acted."))
    recipients: tuple[Named, ...] = field(metadata=about("To whom."))
    mutual: bool = field(metadata=about("Whether some act on each other, as in a meeting."))
    time: str | None = field(metadata=about("When, in EDTF."))
    near: bool = field(metadata=about("Whether the time is only the day of the report."))
    place: str | None = field(metadata=about("Where, by name."))
    country: str | None = field(metadata=about("The country, as an ISO 3166 code."))
    claims: int = field(metadata=about("How many claims are about it."))
    reports: int = field(metadata=about("In how many reports."))
    origins: int = field(metadata=about("From how many independent origins."))
    disputing: int = field(metadata=about("How many claims deny it."))
    credibility: int = field(metadata=about("The Admiralty code's digit of information."))
    because: tuple[str, ...] = field(metadata=about("Why that digit."))
    first_published: date | None = field(metadata=about("When it was first reported."))
    last_published: date | None = field(metadata=about("When it was last reported."))


def event_line(one: StandingEvent) -> EventLine:
    """An event as a line."""
    group = one.group
    return EventLine(
        id=group.id,
        type=group.type.value,
        modality=group.modality.value,
        actors=tuple(Named(id=key, name=name) for key, name in group.actors),
        recipients=tuple(Named(id=key, name=name) for key, name in group.recipients),
        mutual=not set(group.actors).isdisjoint(group.recipients),
        time=group.edtf,
        near=group.time is not None and group.time.framed,
        place=group.place.name if group.place else None,
        country=group.place.country if group.place else None,
        claims=len(group.claims),
        reports=group.reports,
        origins=group.origins,
        disputing=len(group.disputing),
        credibility=group.verdict.credibility.value,
        because=group.verdict.because,
        first_published=one.first_published,
        last_published=one.last_published,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TieLine:
    """A state of a relation in one line."""

    id: str = field(metadata=about("The tie's id."))
    between: tuple[Named, Named] = field(metadata=about("The two actors."))
    state: str = field(metadata=about("Ally, truce, hostile, …"))
    stance: str = field(metadata=about("Whether it is asserted, disputed, unconfirmed, planned, …"))
    start: str | None = field(metadata=about("Since when it held, in EDTF."))
    end: str | None = field(metadata=about("Until when, in EDTF; nothing where it is not said."))
    start_day: date | None = field(metadata=about("The first day that may be meant."))
    end_day: date | None = field(metadata=about("The last day that may be meant."))
    claims: int = field(metadata=about("How many claims are about it."))
    reports: int = field(metadata=about("In how many reports."))
    origins: int = field(metadata=about("From how many independent origins."))
    disputing: int = field(metadata=about("How many claims deny it."))
    credibility: int = field(metadata=about("The Admiralty code's digit of information."))
    because: tuple[str, ...] = field(metadata=about("Why that digit."))
    first_published: date | None = field(metadata=about("When it was first reported."))
    last_published: date | None = field(metadata=about("When it was last reported."))


def tie_line(one: StandingTie) -> TieLine:
    """A tie as a line."""
    state = one.state
    first, second = (
        Named(id=key, name=name) for key, name in zip(state.between, one.names, strict=True)
    )
    return TieLine(
        id=state.id,
        between=(first, second),
        state=state.state.value,
        stance=state.stance.value,
        start=state.start,
        end=state.end,
        start_day=one.start_day,
        end_day=one.end_day,
        claims=len(state.claims),
        reports=state.reports,
        origins=state.origins,
        disputing=len(state.disputing),
        credibility=state.verdict.credibility.value,
        because=state.verdict.because,
        first_published=one.first_published,
        last_published=one.last_published,
    )
