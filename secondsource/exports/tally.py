"""What an export says of itself: how much was written, what was left out, what stayed empty."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from secondsource.claims import WireRecord


class LeftOut(WireRecord):
    """Records that the format has no row for."""

    why: str
    records: int


class Gap(WireRecord):
    """A column or field that stayed empty in some of the rows, or in all."""

    column: str
    rows: int
    why: str


class PartAbout(WireRecord):
    """What one file of an export holds, and what it lacks."""

    part: str
    rows: int
    left_out: tuple[LeftOut, ...]
    empty: tuple[Gap, ...]
    notes: tuple[str, ...]


class About(WireRecord):
    """What an export holds and lacks: ``masked`` counts the private persons whose names were
    masked, ``filters`` are those in force."""

    format: str
    title: str
    masked: int
    filters: dict[str, str]
    files: tuple[PartAbout, ...]


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts kept while a file is written; complete once the writer is through."""

    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    empty: Counter[tuple[str, str]] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def skip(self, why: str) -> None:
        """A record that the format has no row for."""
        self.left_out[why] += 1

    def lacks(self, column: str, why: str) -> None:
        """A cell that stayed empty."""
        self.empty[column, why] += 1

    def about(self, part: str) -> PartAbout:
        """What was counted, as a record."""
        return PartAbout(
            part=part,
            rows=self.rows,
            left_out=tuple(LeftOut(why=why, records=n) for why, n in self.left_out.most_common()),
            empty=tuple(Gap(column=name, rows=n, why=why) for (name, why), n in self.empty.items()),
            notes=tuple(self.notes),
        )
