"""The user's own ratings of outlets, beside events and ties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.fusion import Rating, outlet_key
from secondsource.views.contexts import EventRow, EvidenceRow, TieRow
from secondsource.views.wire import RatedRecord


def rate_event(row: EventRow, ratings: Sequence[Rating]) -> EventRow:
    """An event with the ratings of the outlets that it rests on."""
    record = row.record.model_copy(update={"reliability": _rated(row.evidence, ratings)})
    return replace(row, record=record)


def rate_tie(row: TieRow, ratings: Sequence[Rating]) -> TieRow:
    """A tie with the ratings of the outlets that it rests on."""
    record = row.record.model_copy(update={"reliability": _rated(row.evidence, ratings)})
    return replace(row, record=record)


def _rated(evidence: Iterable[EvidenceRow], ratings: Iterable[Rating]) -> tuple[RatedRecord, ...]:
    told = {outlet_key(one.outlet) for one in evidence if one.outlet}
    return tuple(
        RatedRecord(
            outlet=rating.outlet,
            reliability=rating.reliability.name,
            meaning=rating.reliability.value,
        )
        for rating in ratings
        if rating.key in told
    )
