"""Whose text and information the reports carry."""

from __future__ import annotations

from secondsource.claims import report_to_record
from secondsource.views.contexts import LineageRow
from secondsource.views.picture import Picture
from secondsource.views.wire_lineage import lineage_to_record


def lineage_rows(picture: Picture) -> tuple[LineageRow, ...]:
    """One row a report, those of one origin together."""
    about = {report.id: report_to_record(report) for report in picture.reports}
    return tuple(
        LineageRow(
            record=lineage_to_record(one),
            title=about[one.report_id].title,
            outlet=about[one.report_id].outlet,
            published=about[one.report_id].published,
            copied_outlet=about[one.copies].outlet if one.copies in about else None,
        )
        for one in sorted(picture.lineage, key=lambda one: (one.origin, one.report_id))
    )
