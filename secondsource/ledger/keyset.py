"""Paging over a column that may be empty, by the last row's place in the order.

The place is the row's value and its number. Rows without a value come last either way.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from secondsource.errors import UsageError


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
        place = json.dumps([self.name, value, seq])
        return base64.urlsafe_b64encode(place.encode()).decode()

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
        try:
            place = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        except (ValueError, binascii.Error) as error:
            raise UsageError(cursor, "this is no cursor", "begin at the first page") from error
        match place:
            case [self.name, str() | int() | None as value, int() as number]:
                return value, number
        raise UsageError(cursor, "the cursor is of another order", "begin at the first page")
