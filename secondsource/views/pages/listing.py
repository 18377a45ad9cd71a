"""What all lists have: facets to narrow them by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from secondsource.ledger import ValueCount
from secondsource.views.contexts import about


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value to narrow a list by."""

    value: str = field(metadata=about("The value; empty for rows that have none."))
    label: str = field(metadata=about("The value in words."))
    count: int = field(metadata=about("How many rows have it, other filters in force."))
    chosen: bool = field(metadata=about("Whether the list is narrowed by it."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Something to narrow a list by, with its most frequent values."""

    name: str = field(metadata=about("The query parameter that narrows by it."))
    values: tuple[FacetValue, ...] = field(metadata=about("Most frequent first."))


def facet_of(name: str, counts: Iterable[ValueCount], chosen: Iterable[object]) -> Facet:
    """The facet with these counts; ``chosen`` values are shown though nothing has them."""
    picked = tuple(map(str, chosen))
    counted = {one.value: one for one in counts}
    missing = [ValueCount(value=one, label=one, count=0) for one in picked if one not in counted]
    return Facet(
        name=name,
        values=tuple(
            FacetValue(
                value=one.value, label=one.label, count=one.count, chosen=one.value in picked
            )
            for one in (*counted.values(), *missing)
        ),
    )
