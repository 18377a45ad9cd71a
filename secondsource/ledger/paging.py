"""Long answers in pages: by row number, so that no page costs more than the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

PAGE = 500
"""Rows a page; SQLite before 3.32 takes at most 999 values in one statement."""


def chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """``items`` in order, ``size`` at a time."""
    return (items[start : start + size] for start in range(0, len(items), size))


def pages(read: Callable[[int], list[tuple[int, T]]]) -> Iterator[T]:
    """All that ``read`` gives, page after page.

    ``read`` takes the number of the last row read and gives the next rows with their numbers;
    an empty page ends it.
    """
    after = 0
    while page := read(after):
        yield from (item for _, item in page)
        after = page[-1][0]
