"""Rows of the standing picture from what fusion found, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row

from secondsource.fusion import (
    Contradiction,
    EventGroup,
    Lineage,
    TieState,
    earliest,
    latest,
)
from secondsource.ledger.rows import Values
from secondsource.ledger.standing_records import (
    NamedTie,
    StandingEvent,
    StandingLineage,
    StandingTie,
)
from secondsource.ledger.standing_schema import event, tie

SOME_TIME = "~"
"""Sorts the events of unknown time after all others."""

EVENT_SHOWN = (
    *(event.c.id, event.c.record),
    *(event.c.first_day, event.c.last_day, event.c.first_published, event.c.last_published),
)
"""The columns that an event is read from."""
TIE_SHOWN = (
    *(tie.c.id, tie.c.record, tie.c.one, tie.c.other, tie.c.one_name, tie.c.other_name),
    *(tie.c.start_day, tie.c.end_day, tie.c.first_published, tie.c.last_published),
)
"""The columns that a tie is read from."""

_NESTED = (dict, list)
_WORDS = frozenset({"span", "text"})
_EVENT = TypeAdapter(EventGroup)
_TIE = TypeAdapter(TieState)
_LINEAGE = TypeAdapter(Lineage)
_CONTRADICTION = TypeAdapter(Contradiction)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a claim stands: its row number, its report, that one's row number, outlet and day."""

    claim_seq: int
    report_id: str
    report_seq: int
    outlet: str | None
    published: str | None


def lineage_row(found: Lineage) -> Values:
    """The columns of a report's lineage."""
    return {
        "report_id": found.report_id,
        "origin": found.origin,
        "copies": found.copies,
        "relation": found.relation.value,
        "agency": found.agency,
        "record": _LINEAGE.dump_python(found, mode="json", exclude_defaults=True),
    }


def lineage_of(row: Row[*tuple[Any, ...]]) -> StandingLineage:
    """The lineage of a row that has ``record`` and what is shown of the two reports."""
    return StandingLineage(
        lineage=stored_lineage(row.record),
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        copied_outlet=row.copied_outlet,
    )


def stored_lineage(record: object) -> Lineage:
    """The lineage of a row's ``record``."""
    return _LINEAGE.validate_python(record)


def event_row(group: EventGroup, where: dict[str, Where]) -> Values:
    """The columns of an event; ``where`` knows all its claims."""
    place = group.place
    return {
        "id": group.id,
        "type": group.type.value,
        "modality": group.modality.value,
        "sort_time": group.edtf or SOME_TIME,
        "sort_day": latest(group.edtf) or earliest(group.edtf) or date.min,
        "first_day": earliest(group.edtf),
        "last_day": latest(group.edtf),
        "place_id": place.geonames_id if place else None,
        "place_name": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision.value if place else None,
        "record": _EVENT.dump_python(group, mode="json", exclude_defaults=True),
        **_judged(group, where),
    }


def event_of(row: Row[*tuple[Any, ...]]) -> StandingEvent:
    """The event of a row that has `EVENT_SHOWN`."""
    return StandingEvent(
        group=_EVENT.validate_python(with_words(row.record)),
        first_day=row.first_day,
        last_day=row.last_day,
        first_published=row.first_published,
        last_published=row.last_published,
    )


def with_words(stored: Any) -> Any:
    """``stored``, in which each piece of evidence gets a text that it can be checked against.

    A derived row repeats words of claims, which are checked against their reports whenever the
    claims are read; to fetch whole reports once more for each line of a list is not worth it.
    """
    if isinstance(stored, dict):
        if len(stored) == len(_WORDS) and stored.keys() == _WORDS:
            stored["report_text"] = " " * stored["span"]["start"] + stored["text"]
            return stored
        within: Iterable[Any] = stored.values()
    else:
        within = stored
    for one in within:
        if isinstance(one, _NESTED):
            with_words(one)
    return stored


def actor_rows(group: EventGroup) -> Iterator[Values]:
    """One row an actor of an event, in both roles."""
    for role, parties in (("actor", group.actors), ("recipient", group.recipients)):
        for position, (actor_id, name) in enumerate(parties):
            yield {
                "event_id": group.id,
                "role": role,
                "position": position,
                "actor_id": actor_id,
                "name": name,
            }


def tie_row(found: NamedTie, where: dict[str, Where]) -> Values:
    """The columns of a tie; ``where`` knows all its claims."""
    tie = found.state
    one, other = sorted(zip(tie.between, found.names, strict=True))
    start = earliest(tie.start) or latest(tie.start)
    return {
        "id": tie.id,
        "one": one[0],
        "other": other[0],
        "one_name": one[1],
        "other_name": other[1],
        "position": found.position,
        "state": tie.state.value,
        "start_day": start or date.max,
        "end_day": latest(tie.end),
        "sort_day": start or date.min,
        "supported": bool(tie.supporting),
        "record": _TIE.dump_python(tie, mode="json", exclude_defaults=True),
        **_judged(tie, where),
    }


def tie_of(row: Row[*tuple[Any, ...]]) -> StandingTie:
    """The tie of a row that has `TIE_SHOWN`."""
    state = _TIE.validate_python(row.record)
    names = {row.one: row.one_name, row.other: row.other_name}
    return StandingTie(
        state=state,
        names=(names[state.between[0]], names[state.between[1]]),
        start_day=None if row.start_day == date.max else row.start_day,
        end_day=row.end_day,
        first_published=row.first_published,
        last_published=row.last_published,
    )


def _judged(matter: EventGroup | TieState, where: dict[str, Where]) -> Values:
    """The columns that events and ties have in common."""
    read = [where[claim] for claim in matter.claims]
    begun = [day for one in read if (day := earliest(one.published))]
    ended = [day for one in read if (day := latest(one.published))]
    return {
        "first_published": min(begun, default=None),
        "last_published": max(ended, default=None),
        "reports": matter.reports,
        "origins": matter.origins,
        "sources": matter.sources,
        "credibility": matter.verdict.credibility.value,
        "disputed": bool(matter.disputing),
        "newest": max(one.report_seq for one in read),
    }


def claim_rows(
    matter: EventGroup | TieState, key: str, where: dict[str, Where]
) -> Iterator[Values]:
    """One row a claim of an event or a tie, whose id goes to the column ``key``."""
    sides = dict.fromkeys(matter.supporting, "supports") | dict.fromkeys(
        matter.disputing, "disputes"
    )
    for claim in matter.claims:
        yield {
            key: matter.id,
            "claim_id": claim,
            "claim_seq": where[claim].claim_seq,
            "report_id": where[claim].report_id,
            "side": sides.get(claim, "mentions"),
        }


def outlet_rows(
    matter: EventGroup | TieState, key: str, where: dict[str, Where]
) -> Iterator[Values]:
    """One row an outlet that tells of an event or a tie, whose id goes to the column ``key``."""
    outlets = {outlet for claim in matter.claims if (outlet := where[claim].outlet)}
    return ({key: matter.id, "outlet": outlet} for outlet in sorted(outlets))


def contradiction_row(found: Contradiction) -> Values:
    """The columns of a contradiction."""
    return {
        "about": found.about,
        "id": found.id,
        "kind": found.kind.value,
        "first": found.first,
        "second": found.second,
        "record": _CONTRADICTION.dump_python(found, mode="json", exclude_defaults=True),
    }


def contradiction_of(row: Row[*tuple[Any, ...]]) -> Contradiction:
    """The contradiction of a row of ``contradiction``."""
    return _CONTRADICTION.validate_python(row.record)
