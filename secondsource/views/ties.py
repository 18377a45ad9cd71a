"""How two actors stood to each other, and when."""

from __future__ import annotations

from secondsource.fusion import trace_ties
from secondsource.views.contexts import TieRow
from secondsource.views.evidence import evidence_of, quoted
from secondsource.views.picture import Picture
from secondsource.views.wire import tie_to_record


def tie_rows(
    picture: Picture,
    *,
    between: tuple[str, str] | None = None,
    as_of: str | None = None,
    known_by: str | None = None,
) -> tuple[TieRow, ...]:
    """Tie states in the order of actors and time, each with the words that it rests on.

    ``between`` keeps the ties of two actors, ``as_of`` (EDTF) those that held then, and
    ``known_by`` (EDTF) leaves out the reports that were not published by then.

    Raises:
        UsageError: if a date is not a dated EDTF value.
    """
    states = trace_ties(
        picture.claims,
        picture.reports,
        picture.lineage,
        between=between,
        as_of=as_of,
        known_by=known_by,
    )
    names = picture.names
    rows = []
    for tie in states:
        evidence = evidence_of(tie, picture)
        record = tie_to_record(tie, names, quoted(evidence))
        rows.append(TieRow(record=record, evidence=evidence))
    return tuple(rows)
