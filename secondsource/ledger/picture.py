"""The present picture: what remains of the appended rows once later ones are taken into account.

A report is hidden while a decision to withdraw it stands; of a report's extractions the latest
counts, or the one by the extractor that the reader names.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from secondsource.ledger.schema import decision, decision_withdrawn, extraction, report

WITHDRAW_REPORT = "withdraw report"
_NEWEST = select(func.max(extraction.c.seq))


def withdrawn_reports() -> Select[str]:
    """The ids of the reports that are withdrawn."""
    taken_back = select(decision_withdrawn.c.decision_seq)
    return select(decision.c.subject).where(
        decision.c.what == WITHDRAW_REPORT, decision.c.seq.not_in(taken_back)
    )


def present(report_id: ColumnElement[str]) -> ColumnElement[bool]:
    """That a row is about a report which is not withdrawn."""
    return report_id.not_in(withdrawn_reports())


def counted_extractions(extractor: str | None = None, horizon: int | None = None) -> Select[int]:
    """The row numbers of the extractions that count.

    ``horizon`` is the last row number to take into account, so that a long reading sees one
    picture though others write meanwhile.
    """
    later = extraction.alias("later")
    shadows = [later.c.report_id == extraction.c.report_id, later.c.seq > extraction.c.seq]
    conditions = [present(extraction.c.report_id)]
    if extractor is not None:
        shadows.append(later.c.extractor == extractor)
        conditions.append(extraction.c.extractor == extractor)
    if horizon is not None:
        shadows.append(later.c.seq <= horizon)
        conditions.append(extraction.c.seq <= horizon)
    shadowed = exists().where(*shadows).correlate(extraction)
    return select(extraction.c.seq).where(*conditions, ~shadowed)


def is_counted(
    report_id: ColumnElement[str], extraction_seq: ColumnElement[int]
) -> ColumnElement[bool]:
    """That a row comes of an extraction that counts, asked of that row alone: for few rows."""
    later = extraction.alias("later")
    shadows = (later.c.report_id == report_id, later.c.seq > extraction_seq)
    shadowed = exists(select(later.c.seq).where(*shadows).correlate_except(later))
    return and_(present(report_id), ~shadowed)


def horizon_of(connection: Connection) -> int:
    """The newest extraction's row number, 0 where there is none."""
    newest = connection.execute(_NEWEST).scalar_one()
    return newest or 0


def present_reports() -> ColumnElement[bool]:
    """That a row of ``report`` is not withdrawn."""
    return present(report.c.id)
