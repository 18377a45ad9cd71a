"""Reports: files, feeds, archives and pages become `Report` records."""

from secondsource.reports.assembly import from_text
from secondsource.reports.options import ColumnMapping, Limits, ReadOptions
from secondsource.reports.readers.inputs import Input, Upload
from secondsource.reports.readers.kinds import Kind
from secondsource.reports.reading import inputs, read, reports_in
from secondsource.reports.records import Aside, AsideKind, Basis, Report, Stated, report_id
from secondsource.reports.rejection import Rejection, RejectionKind

__all__ = [
    "Aside",
    "AsideKind",
    "Basis",
    "ColumnMapping",
    "Input",
    "Kind",
    "Limits",
    "ReadOptions",
    "Rejection",
    "RejectionKind",
    "Report",
    "Stated",
    "Upload",
    "from_text",
    "inputs",
    "read",
    "report_id",
    "reports_in",
]
