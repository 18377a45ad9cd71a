"""Rows of the signs of ties, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import TypeAdapter

from secondsource.fusion import Sign
from secondsource.ledger.rows import Values
from secondsource.ledger.standing_rows import with_words

_SIGN = TypeAdapter(Sign)


def sign_rows(signs: Sequence[Sign]) -> Iterator[Values]:
    """One row a sign, numbered within its report."""
    numbers: dict[str, int] = {}
    for sign in signs:
        report_id = sign.claim.report_id
        numbers[report_id] = position = numbers.get(report_id, -1) + 1
        one, other = sorted(sign.between)
        yield {
            "report_id": report_id,
            "position": position,
            "one": one,
            "other": other,
            "record": _SIGN.dump_python(sign, mode="json", exclude_defaults=True),
        }


def sign_of(record: object) -> Sign:
    """The sign of a row's ``record``."""
    return _SIGN.validate_python(with_words(record))
