"""The ledger: everything read, extracted, decided and withdrawn, appended and never edited."""

from secondsource.ledger.ledger import Ledger, open_ledger
from secondsource.ledger.queue import Queue
from secondsource.ledger.records import (
    ActorSummary,
    Added,
    ClaimFilter,
    ClaimHit,
    Counts,
    Decision,
    Extraction,
    FoundClaim,
    Hits,
    InputKey,
    InputSeen,
    Job,
    JobState,
    KnownInput,
    NewDecision,
    PlaceSummary,
    ReportHit,
    Snippet,
)

__all__ = [
    "ActorSummary",
    "Added",
    "ClaimFilter",
    "ClaimHit",
    "Counts",
    "Decision",
    "Extraction",
    "FoundClaim",
    "Hits",
    "InputKey",
    "InputSeen",
    "Job",
    "JobState",
    "KnownInput",
    "Ledger",
    "NewDecision",
    "PlaceSummary",
    "Queue",
    "ReportHit",
    "Snippet",
    "open_ledger",
]
