"""Half-open spans over an immutable text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class Misalignment(Enum):
    """What to do with a span whose ends fall inside a unit (a token, a sentence).

    ``STRICT`` gives nothing, ``CONTRACT`` keeps the units wholly inside, ``EXPAND`` takes every
    unit touched.
    """

    STRICT = "strict"
    CONTRACT = "contract"
    EXPAND = "expand"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points.

    Raises:
        ValueError: if ``0 <= start <= end`` does not hold.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this span of ``text``."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The span moved by ``by`` code points."""
        return Span(self.start + by, self.end + by)

    def trim(self, text: str, strip: str | None = None) -> Span:
        """The span without white space (or the characters of ``strip``) at its ends."""
        words = self.of(text)
        left = len(words) - len(words.lstrip(strip))
        right = len(words) - len(words.rstrip(strip))
        if left + right >= len(words):
            return Span(self.start, self.start)
        return Span(self.start + left, self.end - right)

    def align(self, units: Sequence[Span], policy: Misalignment) -> tuple[int, int] | None:
        """The half-open index range of ``units`` (sorted, disjoint) that this span stands for.

        Returns ``None`` where the policy leaves nothing.
        """
        touched_from = bisect_right([unit.end for unit in units], self.start)
        touched_to = bisect_left([unit.start for unit in units], self.end)
        if touched_from >= touched_to:
            return None
        first, last = units[touched_from], units[touched_to - 1]
        if policy is Misalignment.EXPAND:
            return touched_from, touched_to
        if policy is Misalignment.STRICT:
            exact = first.start == self.start and last.end == self.end
            return (touched_from, touched_to) if exact else None
        kept_from = touched_from + (first.start < self.start)
        kept_to = touched_to - (last.end > self.end)
        return (kept_from, kept_to) if kept_from < kept_to else None


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that contains all of ``spans``.

    Raises:
        ValueError: if there are none.
    """
    listed = list(spans)
    return Span(min([span.start for span in listed]), max([span.end for span in listed]))


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The union of ``spans`` as sorted, disjoint, non-touching spans."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def subtract(whole: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of ``whole`` without ``holes``, in order, empty pieces left out."""
    left: list[Span] = []
    start = whole.start
    for hole in merge(holes):
        if hole.end <= whole.start or hole.start >= whole.end:
            continue
        if hole.start > start:
            left.append(Span(start, hole.start))
        start = max(start, hole.end)
    if start < whole.end:
        left.append(Span(start, whole.end))
    return tuple(left)
