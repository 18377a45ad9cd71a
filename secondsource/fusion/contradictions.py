"""Pairs of claims about one event that cannot both hold, each with the reason as one sentence.

What contradicts what is told kind by kind here; how claims are paired, in `positions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from secondsource.claims import Claim, EventType, Modality, Party, Place, Polarity
from secondsource.fusion.counts import given, superseding
from secondsource.fusion.figures import Figure, in_words, opposed
from secondsource.fusion.opposed import (
    When,
    dates_opposed,
    denies_the_time,
    kilometres,
    places_opposed,
    when_of,
)
from secondsource.fusion.positions import Difference, Point, contradictions_between, sentence
from secondsource.fusion.provenance import Provenance
from secondsource.fusion.records import Contradiction, ContradictionKind, EventGroup
from secondsource.fusion.slots import party_key
from secondsource.fusion.tellings import Telling, tellings, withdraws

_SETTLED = frozenset({Modality.ACTUAL, Modality.PLANNED})
# Nobody acts on another in these.
_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})


def event_contradictions(
    event: EventGroup, claims: Iterable[Claim], known: Provenance
) -> tuple[Contradiction, ...]:
    """The contradictions between the claims about ``event``, by kind and then by claim.

    ``claims`` are those of the event, in any order; ``known`` holds at least their reports and the
    lineage of these. Nothing else is looked at.
    """
    told = [row for row in tellings(claims, known) if row.claim.id in event.claims]
    happened = [row for row in told if row.claim.polarity is Polarity.AFFIRMED]
    found = (
        *polarity_contradictions(event.id, told),
        *_count_contradictions(event.id, told),
        *_place_contradictions(event.id, happened),
        *_actor_contradictions(event, happened),
        *_date_contradictions(event.id, happened),
    )
    return tuple({one.id: one for one in reversed(found)}.values())[::-1]


def polarity_contradictions(about: str, told: Sequence[Telling]) -> Iterator[Contradiction]:
    """One says that it is so, another that it is not; what is only possible contradicts nothing,
    and neither does what is not confirmed."""
    points: list[Point[Polarity]] = [
        Point(
            telling=row,
            key=(row.claim.polarity, row.claim.modality),
            value=row.claim.polarity,
            words=row.claim.trigger.span,
            shown="denies it" if row.claim.polarity is Polarity.DENIED else "says that it is so",
        )
        for row in told
        if row.claim.polarity is not Polarity.UNCONFIRMED and row.claim.modality in _SETTLED
    ]
    yield from contradictions_between(about, _POLARITY, points)


def _polarity_opposed(first: Point[Polarity], second: Point[Polarity]) -> bool:
    same_world = first.telling.claim.modality is second.telling.claim.modality
    if not same_world or first.value is second.value:
        return False
    affirmed, denied = first, second
    if first.value is Polarity.DENIED:
        affirmed, denied = second, first
    return denies_the_time(when_of(affirmed.telling.claim), when_of(denied.telling.claim))


def _polarity_reason(first: Point[Polarity], second: Point[Polarity]) -> str:
    return sentence(first, second, "{0} {1}, {2} {3}")


def _count_contradictions(about: str, told: Sequence[Telling]) -> Iterator[Contradiction]:
    every = given(told)
    points = [
        Point(
            telling=figure.telling,
            key=(figure.sort, figure.value),
            value=figure,
            words=figure.count.words.span,
            shown=in_words(figure.count),
        )
        for figure in every
        if not superseding(figure, every)
    ]
    yield from contradictions_between(about, _COUNT, points)


def _counts_opposed(first: Point[Figure], second: Point[Figure]) -> bool:
    return opposed(first.value, second.value)


def _count_reason(first: Point[Figure], second: Point[Figure]) -> str:
    sort = first.value.sort
    kind = sort.category.value if sort.category else sort.unit
    counted = " ".join(filter(None, (kind, sort.role.value if sort.role.value != "other" else "")))
    return sentence(first, second, f"{{0}} says {{1}} {counted}, {{2}} says {{3}}")


def _place_contradictions(about: str, told: Sequence[Telling]) -> Iterator[Contradiction]:
    points = [
        Point(
            telling=row,
            key=place.geonames_id or place.name,
            value=place,
            words=place.words.span,
            shown=place.name,
        )
        for row in told
        if (place := row.claim.place) is not None
    ]
    yield from contradictions_between(about, _PLACE, points)


def _places_opposed(first: Point[Place], second: Point[Place]) -> bool:
    return places_opposed(first.value, second.value)


def _place_reason(first: Point[Place], second: Point[Place]) -> str:
    return sentence(first, second, "{0} says {1}, {2} says {3}") + kilometres(
        first.value, second.value
    )


def _date_contradictions(about: str, told: Sequence[Telling]) -> Iterator[Contradiction]:
    points = [
        Point(
            telling=row,
            key=when.days,
            value=when,
            words=row.claim.time.words.span,
            shown=when.shown,
        )
        for row in told
        if row.claim.time is not None and (when := when_of(row.claim)) is not None
    ]
    yield from contradictions_between(about, _DATE, points)


def _dates_opposed(first: Point[When], second: Point[When]) -> bool:
    return dates_opposed(first.value, second.value)


def _date_reason(first: Point[When], second: Point[When]) -> str:
    return sentence(first, second, "{0} says {1}, {2} says {3}")


def _actor_contradictions(event: EventGroup, told: Sequence[Telling]) -> Iterator[Contradiction]:
    """Who did it, where both name somebody and nobody that both name; not for what is mutual."""
    if event.type in _MUTUAL:
        return
    points = [
        Point(
            telling=row,
            key=frozenset(map(party_key, named)),
            value=named,
            words=named[0].words.span,
            shown=" and ".join(party.name for party in named),
        )
        for row in told
        if (named := tuple(party for party in row.claim.actors if party.id is not None))
    ]
    yield from contradictions_between(event.id, _ACTOR, points)


def _actors_opposed(first: Point[tuple[Party, ...]], second: Point[tuple[Party, ...]]) -> bool:
    """Also not where one side is the other's victim: in a fight each report names one first."""
    mine, theirs = (frozenset(map(party_key, point.value)) for point in (first, second))
    fought = (
        frozenset(map(party_key, point.telling.claim.recipients)) for point in (second, first)
    )
    return not mine & theirs and not any(
        side & other for side, other in zip((mine, theirs), fought, strict=True)
    )


def _actor_reason(first: Point[tuple[Party, ...]], second: Point[tuple[Party, ...]]) -> str:
    return sentence(first, second, "{0} says that it was {1}, {2} that it was {3}")


_POLARITY = Difference(
    kind=ContradictionKind.POLARITY,
    opposed=_polarity_opposed,
    reason=_polarity_reason,
    replaces=withdraws,
)
_COUNT = Difference(kind=ContradictionKind.COUNT, opposed=_counts_opposed, reason=_count_reason)
_PLACE = Difference(kind=ContradictionKind.PLACE, opposed=_places_opposed, reason=_place_reason)
_DATE = Difference(kind=ContradictionKind.DATE, opposed=_dates_opposed, reason=_date_reason)
_ACTOR = Difference(kind=ContradictionKind.ACTOR, opposed=_actors_opposed, reason=_actor_reason)
