"""Claims: who did what to whom, where and when, who says so, how surely."""

from secondsource.claims.records import (
    Claim,
    ClaimKind,
    Count,
    EventType,
    Link,
    Modality,
    Party,
    Place,
    Polarity,
    TieType,
    Time,
    TimeBasis,
)

__all__ = [
    "Claim",
    "ClaimKind",
    "Count",
    "EventType",
    "Link",
    "Modality",
    "Party",
    "Place",
    "Polarity",
    "TieType",
    "Time",
    "TimeBasis",
]
