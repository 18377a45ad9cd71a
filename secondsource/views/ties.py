"""How two actors stood to each other, and when."""

from __future__ import annotations

from secondsource.fusion import Lineage, latest, trace_lineage, trace_ties
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
    lineage = picture.lineage if known_by is None else _lineage_by(picture, known_by)
    states = trace_ties(
        picture.claims,
        picture.reports,
        lineage,
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


def _lineage_by(picture: Picture, known_by: str) -> tuple[Lineage, ...]:
    """Who had copied whom as far as the reports of that time tell, without hindsight."""
    horizon = latest(known_by)
    days = {
        report.id: latest(report.published.value) if report.published else None
        for report in picture.reports
    }
    read = [
        report
        for report in picture.reports
        if horizon and (day := days[report.id]) is not None and day <= horizon
    ]
    known = {report.id for report in read}
    return trace_lineage(read, [claim for claim in picture.claims if claim.report_id in known])
