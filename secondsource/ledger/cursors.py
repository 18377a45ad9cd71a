"""Cursors: where the next page of a list begins, as text that an address can hold.

A cursor comes back from outside, so whatever it says is checked before a database sees it.
"""

from __future__ import annotations

import base64
import binascii
import json

from secondsource.errors import UsageError
from secondsource.ledger.rows import find_unstorable

_LARGEST = 2**63 - 1
"""The largest whole number of a database."""


def write_cursor(*place: str | int | None) -> str:
    """The cursor for a place in an order."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode()


def read_cursor(cursor: str) -> list[object]:
    """The place that a cursor names: texts, whole numbers and gaps that a database can compare.

    Raises:
        UsageError: if it is no cursor.
    """
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise no_cursor(cursor) from error
    if not isinstance(place, list) or not all(map(_comparable, place)):
        raise no_cursor(cursor)
    return place


def no_cursor(cursor: str) -> UsageError:
    """The error for what is no cursor of the list that is asked for."""
    return UsageError(cursor, "it is no cursor, or one of another order", "begin at the first page")


def _comparable(value: object) -> bool:
    match value:
        case None:
            return True
        case bool():
            return False
        case int():
            return abs(value) <= _LARGEST
        case str():
            return find_unstorable(value) is None
    return False
