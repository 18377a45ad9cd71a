"""What each score of the trained reader of events stands for."""

from __future__ import annotations

from secondsource.claims.coding.codebook import load_acled
from secondsource.claims.records import EventType

NOTHING = ""
PAIR_COLUMNS: tuple[EventType | None, ...] = (*EventType, None)
"""PLOVER's types, and last that the source does nothing to the target."""

ACLED_COLUMNS: tuple[str, ...] = (*sorted(kind.sub_event for kind in load_acled()), NOTHING)
"""ACLED's sub-event types by name, and last that the text is about none of them."""
