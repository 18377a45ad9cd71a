"""Inputs seen: what makes a second reading change nothing and an interrupted one go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, select

from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.records import InputKey, InputSeen, KnownInput
from secondsource.ledger.rows import find_unstorable, known_input, writable
from secondsource.ledger.schema import input_report, input_seen
from secondsource.reports import Rejection, RejectionKind, Report

_COLUMNS = (*input_seen.c, input_report.c.report_id)
_WITH_REPORTS = input_seen.outerjoin(input_report)


def known_inputs(connection: Connection, keys: Sequence[InputKey]) -> dict[InputKey, KnownInput]:
    """Those of ``keys`` that were seen, with what was last made of them."""
    wanted = {_writable(key): key for key in keys}
    found = outcomes(connection, list(wanted))
    in_order = sorted(found.values(), key=lambda known: known.id)
    return {wanted[known.key]: known for known in in_order}


def outcomes(
    connection: Connection, keys: Sequence[InputKey]
) -> dict[tuple[InputKey, bool], KnownInput]:
    """What was made of ``keys``: each may have been rejected, read, or one after the other.

    The result's keys say whether the input was read.
    """
    wanted = set(keys)
    found: dict[tuple[InputKey, bool], KnownInput] = {}
    for locators in chunks(sorted({key.locator for key in wanted}), PAGE):
        query = (
            select(*_COLUMNS)
            .select_from(_WITH_REPORTS)
            .where(input_seen.c.locator.in_(locators))
            .order_by(input_seen.c.seq, input_report.c.report_id)
        )
        for known in _grouped(connection.execute(query)):
            if known.key in wanted:
                found[known.key, known.rejection is None] = known
    return found


def _writable(key: InputKey) -> InputKey:
    return replace(key, locator=writable(key.locator))


def rejected_inputs(connection: Connection, after: int) -> list[tuple[int, KnownInput]]:
    """A page of rejections that come after row ``after``, each with its row number."""
    query = (
        select(*input_seen.c)
        .where(input_seen.c.error.is_not(None), input_seen.c.seq > after)
        .order_by(input_seen.c.seq)
        .limit(PAGE)
    )
    return [(row.seq, known_input(row, ())) for row in connection.execute(query)]


def _grouped(rows: Iterator[Row[*tuple[Any, ...]]]) -> Iterator[KnownInput]:
    for _, same in groupby(rows, key=lambda row: row.seq):
        listed = list(same)
        reports = tuple(row.report_id for row in listed if row.report_id is not None)
        yield known_input(listed[0], reports)


def storable(seen: InputSeen) -> InputSeen:
    """``seen`` as every database can keep it.

    Odd names of files are escaped. A text is kept untouched or not at all, so one that holds NUL or
    half a surrogate pair makes its input a rejection.
    """
    key = _writable(seen.key)
    for report in seen.reports:
        found = _unstorable(report)
        if found is not None:
            return InputSeen.of(
                Rejection(
                    input=key.locator,
                    reason=f"its text holds U+{ord(found):04X}, which no database keeps",
                    next_step="check its encoding",
                    kind=RejectionKind.UNREADABLE,
                    bytes_sha256=key.sha256,
                )
            )
    reports = tuple(_with_plain_path(report) for report in seen.reports)
    return replace(seen, key=key, reports=reports)


def _unstorable(report: Report) -> str | None:
    about = (report.outlet, report.byline, report.agency, report.title, report.dateline)
    for words in (report.text, *(stated.value for stated in about if stated)):
        found = find_unstorable(words)
        if found:
            return found[0]
    return None


def _with_plain_path(report: Report) -> Report:
    if report.path is None or report.path == writable(report.path):
        return report
    return replace(report, path=writable(report.path))
