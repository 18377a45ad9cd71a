"""Long answers, page after page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from secondsource.ledger import Page

T = TypeVar("T")


def every(page_at: Callable[[str | None], Page[T]]) -> Iterator[T]:
    """All rows of all pages; ``page_at`` takes the cursor of a page, ``None`` for the first."""
    after = None
    while True:
        page = page_at(after)
        yield from page.items
        if page.next is None:
            return
        after = page.next
