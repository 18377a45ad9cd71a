"""Reports: files, feeds, archives and pages become `Report` records."""

from secondsource.reports.records import Aside, AsideKind, Basis, Report, Stated, report_id

__all__ = ["Aside", "AsideKind", "Basis", "Report", "Stated", "report_id"]
