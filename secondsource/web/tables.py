"""The columns of the CSV twins of lists; cells hold what the rows hold."""

from __future__ import annotations

from secondsource.exports import Column, Table
from secondsource.views import ReportRow

REPORTS: Table[ReportRow] = Table(
    name="reports",
    columns=(
        Column(name="id", help="The report's id.", cell=lambda row: row.id),
        Column(name="title", help="Its title.", cell=lambda row: row.title),
        Column(name="outlet", help="Who published it.", cell=lambda row: row.outlet),
        Column(name="published", help="When, in EDTF.", cell=lambda row: row.published),
        Column(name="language", help="ISO 639.", cell=lambda row: row.language),
        Column(name="claims", help="How many claims it makes.", cell=lambda row: row.claims),
        Column(name="path", help="The file it was read from.", cell=lambda row: row.path),
        Column(name="url", help="The address it was read from.", cell=lambda row: row.url),
        Column(
            name="seen_at",
            help="When the ledger first saw it.",
            cell=lambda row: row.seen_at.isoformat(),
        ),
    ),
)
