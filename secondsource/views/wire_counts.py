"""The records of how many, as all claims about an event have it."""

from __future__ import annotations

from secondsource.annotations import Category, QuantityRole
from secondsource.claims import WireRecord
from secondsource.fusion import CountValue, FusedCount


class CountValueRecord(WireRecord):
    """One figure, with the claims that give it; ``superseded_by`` are claims by which the same
    source replaced it."""

    low: float | None
    best: float | None
    high: float | None
    approximate: bool
    words: str
    claims: tuple[str, ...]
    reports: int
    origins: int
    superseded_by: tuple[str, ...]


class FusedCountRecord(WireRecord):
    """How many of one role, category and unit: the bounds of all figures that still stand."""

    role: QuantityRole
    category: Category | None
    unit: str | None
    low: float | None
    best: float | None
    high: float | None
    values: tuple[CountValueRecord, ...]
    superseded: tuple[CountValueRecord, ...]


def fused_count_to_record(count: FusedCount) -> FusedCountRecord:
    """The record of a fused count."""
    return FusedCountRecord(
        role=count.role,
        category=count.category,
        unit=count.unit,
        low=count.low,
        best=count.best,
        high=count.high,
        values=tuple(map(_value, count.values)),
        superseded=tuple(map(_value, count.superseded)),
    )


def _value(value: CountValue) -> CountValueRecord:
    return CountValueRecord(
        low=value.low,
        best=value.best,
        high=value.high,
        approximate=value.approximate,
        words=value.words,
        claims=value.claims,
        reports=value.reports,
        origins=value.origins,
        superseded_by=value.superseded_by,
    )
