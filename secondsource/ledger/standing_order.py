"""Orders of events and ties, and the cursor by which the next page goes on from the last row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Column, ColumnElement, Row, and_, or_

from secondsource.ledger.cursors import no_cursor, read_cursor, write_cursor
from secondsource.ledger.standing_records import Sort
from secondsource.ledger.standing_schema import event, tie

Key: TypeAlias = tuple[Column[Any], bool]
"""A column, never empty, and whether its largest value comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Rows by ``keys``, of which the last tells any two apart."""

    name: str
    keys: tuple[Key, ...]

    def clauses(self) -> list[ColumnElement[Any]]:
        """What to order by."""
        return [column.desc() if falling else column.asc() for column, falling in self.keys]

    def cursor(self, row: Row[*tuple[Any, ...]]) -> str:
        """Where the page after ``row`` begins."""
        values = [_plain(row._mapping[column]) for column, _ in self.keys]
        return write_cursor(self.name, *values)

    def after(self, cursor: str) -> ColumnElement[bool]:
        """That a row comes after the one at ``cursor``.

        Raises:
            UsageError: if it is no cursor of this order.
        """
        values = self._values(cursor)
        steps = []
        for at, (column, falling) in enumerate(self.keys):
            alike = [key == value for (key, _), value in zip(self.keys[:at], values, strict=False)]
            beyond = column < values[at] if falling else column > values[at]
            steps.append(and_(*alike, beyond))
        return or_(*steps)

    def _values(self, cursor: str) -> list[Any]:
        name, *values = read_cursor(cursor) or [None]
        if name != self.name:
            raise no_cursor(cursor)
        try:
            return [
                _typed(column, value) for (column, _), value in zip(self.keys, values, strict=True)
            ]
        except (ValueError, TypeError) as error:
            raise no_cursor(cursor) from error


def _plain(value: Any) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value


def _typed(column: Column[Any], value: object) -> Any:
    kind = column.type.python_type
    if kind is date:
        return date.fromisoformat(str(value))
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no value of {column}")
    return value


EVENT_ORDERS: Mapping[Sort, Order] = {
    Sort.TIME: Order(name="e-time", keys=((event.c.sort_time, False), (event.c.id, False))),
    Sort.LATEST: Order(name="e-latest", keys=((event.c.sort_day, True), (event.c.id, True))),
    Sort.ORIGINS: Order(name="e-origins", keys=((event.c.origins, True), (event.c.id, True))),
    Sort.REPORTS: Order(name="e-reports", keys=((event.c.reports, True), (event.c.id, True))),
    Sort.NEWEST: Order(name="e-newest", keys=((event.c.newest, True), (event.c.id, True))),
}
TIE_ORDERS: Mapping[Sort, Order] = {
    Sort.TIME: Order(
        name="t-time",
        keys=tuple((tie.c[name], False) for name in ("one", "other", "position", "id")),
    ),
    Sort.LATEST: Order(name="t-latest", keys=((tie.c.sort_day, True), (tie.c.id, True))),
    Sort.ORIGINS: Order(name="t-origins", keys=((tie.c.origins, True), (tie.c.id, True))),
    Sort.REPORTS: Order(name="t-reports", keys=((tie.c.reports, True), (tie.c.id, True))),
    Sort.NEWEST: Order(name="t-newest", keys=((tie.c.newest, True), (tie.c.id, True))),
}
