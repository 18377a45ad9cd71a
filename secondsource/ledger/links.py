"""Links between reports or between claims, and what is connected over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Table, delete, insert, select, union

from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.rows import Values

Link = tuple[str, str]


def connected(connection: Connection, links: Table, members: Iterable[str]) -> set[str]:
    """Everything that is connected with ``members`` over ``links``, these included."""
    found = set(members)
    new = found
    while new:
        near = {
            other
            for some in chunks(sorted(new), PAGE)
            for other in connection.execute(_neighbours(links, some)).scalars()
        }
        new = near - found
        found |= new
    return found


def _neighbours(links: Table, members: Sequence[str]) -> CompoundSelect[Any]:
    first, second = links.c.first, links.c.second
    return union(select(second).where(first.in_(members)), select(first).where(second.in_(members)))


def unlink(connection: Connection, links: Table, members: Collection[str]) -> None:
    """Remove the links that have an end among ``members``."""
    for some in chunks(sorted(members), PAGE):
        for end in (links.c.first, links.c.second):
            connection.execute(delete(links).where(end.in_(some)))


def link(connection: Connection, links: Table, rows: Sequence[Values]) -> None:
    """Add links that are not there yet; the ends of each are sorted."""
    for some in chunks(rows, PAGE):
        connection.execute(insert(links), some)
