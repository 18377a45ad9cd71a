"""What the two heads answer: the columns, and examples with the columns that are right."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.claims import EventType
from secondsource.claims.coding.columns import ACLED_COLUMNS, NOTHING, PAIR_COLUMNS
from secondsource.text import Span

PAIRS, ACLED = 0, 1
WIDTHS = (len(PAIR_COLUMNS), len(ACLED_COLUMNS))
_YIELD = ("CONCEDE", "RETREAT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text for one head. Any of the columns ``right`` is a right answer.

    ``source`` and ``target`` are given for pairs. Examples of one ``group`` never stand on both
    sides of a split; ``id`` is empty for sentences that were made. ``weight`` scales the loss.
    """

    id: str
    group: str
    head: int
    text: str
    right: frozenset[int]
    source: Span | None = None
    target: Span | None = None
    weight: float = 1.0


def pair_columns(root: str | None) -> frozenset[int]:
    """The columns of a PLOVER type, of PLV's YIELD, or of nothing."""
    if root is None:
        return frozenset({PAIR_COLUMNS.index(None)})
    names = _YIELD if root == "YIELD" else (root,)
    return frozenset(PAIR_COLUMNS.index(EventType(name)) for name in names)


def acled_columns(name: str | None) -> frozenset[int]:
    """The column of a sub-event type, or of none."""
    return frozenset({ACLED_COLUMNS.index(name or NOTHING)})
