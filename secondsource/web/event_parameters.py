"""The filters of events and ties as query parameters."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query
from pydantic import BeforeValidator

from secondsource.ledger import EventFilter, Sort, TieFilter
from secondsource.web.parameters import ValuesParameter, WordsParameter

DisputedParameter = Annotated[
    list[Literal["yes", "no"]], Query(max_length=2, description="Whether a claim denies it.")
]
CredibilityParameter = Annotated[
    list[Annotated[int, Query(ge=1, le=6)]], Query(max_length=6, description="Admiralty digits.")
]
PlacesParameter = Annotated[
    list[Annotated[int, Query(ge=1, le=2**31 - 1)]],
    Query(max_length=100, description="GeoNames numbers."),
]
DayParameter = Annotated[
    date | None,
    BeforeValidator(lambda given: given or None),  # a form sends its empty fields too
    Query(description="A day, as 2014-11-02."),
]
EdtfParameter = Annotated[
    str, Query(max_length=40, description="A day in EDTF, such as 2014-11-02 or 2014-11.")
]
OriginsParameter = Annotated[
    int | None, Query(ge=1, le=1000, description="From at least so many independent origins.")
]
MatterSort = Annotated[
    Sort, Query(alias="_sort", description="Oldest or latest first, by origins, newest reports.")
]


async def event_filter(  # noqa: PLR0913, PLR0917 - a filter per parameter is the point of it
    q: WordsParameter = "",
    actor: ValuesParameter = [],  # noqa: B006 - FastAPI copies it
    type: ValuesParameter = [],  # noqa: A002, B006
    modality: ValuesParameter = [],  # noqa: B006
    country: ValuesParameter = [],  # noqa: B006
    place: PlacesParameter = [],  # noqa: B006
    outlet: ValuesParameter = [],  # noqa: B006
    credibility: CredibilityParameter = [],  # noqa: B006
    disputed: DisputedParameter = [],  # noqa: B006
    since: DayParameter = None,
    until: DayParameter = None,
    origins: OriginsParameter = None,
) -> EventFilter:
    """Which events are asked for."""
    return EventFilter(
        actors=tuple(actor),
        types=tuple(type),
        modalities=tuple(modality),
        countries=tuple(country),
        places=tuple(place),
        outlets=tuple(outlet),
        credibility=tuple(credibility),
        disputed=_one(disputed),
        since=since,
        until=until,
        least_origins=origins,
        words=q or None,
    )


async def tie_filter(  # noqa: PLR0913, PLR0917 - as above
    q: WordsParameter = "",
    actor: ValuesParameter = [],  # noqa: B006
    state: ValuesParameter = [],  # noqa: B006
    outlet: ValuesParameter = [],  # noqa: B006
    credibility: CredibilityParameter = [],  # noqa: B006
    disputed: DisputedParameter = [],  # noqa: B006
    as_of: DayParameter = None,
    since: DayParameter = None,
    until: DayParameter = None,
    origins: OriginsParameter = None,
) -> TieFilter:
    """Which ties are asked for."""
    return TieFilter(
        actors=tuple(actor),
        states=tuple(state),
        outlets=tuple(outlet),
        credibility=tuple(credibility),
        disputed=_one(disputed),
        as_of=as_of,
        since=since,
        until=until,
        least_origins=origins,
        words=q or None,
    )


def _one(disputed: list[Literal["yes", "no"]]) -> bool | None:
    """Both ask for nothing in particular, as none does."""
    return disputed[0] == "yes" if len(set(disputed)) == 1 else None


EventFilterParameter = Annotated[EventFilter, Depends(event_filter)]
TieFilterParameter = Annotated[TieFilter, Depends(tie_filter)]
