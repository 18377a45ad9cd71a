"""A row of a table, or a JSON line, to a report by the column mapping."""

from __future__ import annotations

import json

from secondsource.errors import Empty, Unreadable
from secondsource.reports.assembly import Known, assemble, stated
from secondsource.reports.options import ColumnMapping
from secondsource.reports.readers.inputs import Input
from secondsource.reports.records import Basis, Report, Stated
from secondsource.reports.stamps import stamp


def read_row(source: Input, columns: ColumnMapping) -> Report:
    """The report of one row, whose bytes are a JSON object.

    Raises:
        InputRejected: if it is no JSON object, or its text column is absent, empty or no text.
    """
    row = _object(source)
    text = row.get(columns.text)
    if not isinstance(text, str):
        named = ", ".join(sorted(map(str, row))[:12])
        raise Unreadable(source.name, f"no text in column {columns.text!r} of: {named}", _MAP)
    if not text.strip():
        raise Empty(source.name, f"column {columns.text!r} is empty", "nothing to do")
    written = _cell(row, columns.published)
    when = stamp(written) if written else None
    known = Known(
        outlet=_stated(row, columns.outlet),
        byline=_stated(row, columns.byline),
        agency=_stated(row, columns.agency),
        title=_stated(row, columns.title),
        published=stated(when, Basis.METADATA),
        path=source.path,
        url=_cell(row, columns.url),
        bytes_sha256=source.sha256,
        notes=(f"{written!r} is no date",) if written and not when else (),
    )
    return assemble(text, known)


_MAP = "name the text's column in the column mapping"


def _object(source: Input) -> dict[str, object]:
    try:
        row: object = json.loads(source.data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(source.name, f"this is no JSON: {error}", "correct the line") from error
    if not isinstance(row, dict):
        raise Unreadable(source.name, "the line is no JSON object", "put each report in {…}")
    return row


def _stated(row: dict[str, object], column: str | None) -> Stated | None:
    return stated(_cell(row, column), Basis.METADATA)


def _cell(row: dict[str, object], column: str | None) -> str | None:
    value = row.get(column) if column else None
    return value.strip() or None if isinstance(value, str) else None
