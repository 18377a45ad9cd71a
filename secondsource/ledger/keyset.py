"""Paging over a column that may be empty, by the last row's place in the order.

The place is the row's value and its number. Rows without a value come last either way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from secondsource.ledger.cursors import no_cursor, read_cursor, write_cursor


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyset:
    """Rows by ``column``, those alike by their number ``seq``."""

    name: str
    column: ColumnElement[Any]
    seq: ColumnElement[int]
    descending: bool

    def clauses(self) -> tuple[ColumnElement[Any], ...]:
        """What to order by."""
        if self.descending:
            return (self.column.desc().nulls_last(), self.seq.desc())
        return (self.column.asc().nulls_last(), self.seq.asc())

    def cursor(self, value: str | int | None, seq: int) -> str:
        """Where the page after the row with this value and number begins."""
        return write_cursor(self.name, value, seq)

    def after(self, cursor: str) -> ColumnElement[bool]:
        """That a row comes after the one at ``cursor``.

        Raises:
            UsageError: if it is no cursor of this order.
        """
        value, number = self._place(cursor)
        later = self.seq < number if self.descending else self.seq > number
        if value is None:
            return and_(self.column.is_(None), later)
        beyond = self.column < value if self.descending else self.column > value
        return or_(beyond, and_(self.column == value, later), self.column.is_(None))

    def _place(self, cursor: str) -> tuple[str | int | None, int]:
        kind = self.column.type.python_type
        match read_cursor(cursor):
            case [self.name, str() | int() | None as value, int() as number]:
                if value is None or isinstance(value, kind):
                    return value, number
        raise no_cursor(cursor)
