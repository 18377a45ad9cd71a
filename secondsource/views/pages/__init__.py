"""What each page of the workbench shows, as one typed context a page."""

from secondsource.views.pages.listing import Facet, FacetValue
from secondsource.views.pages.report_list import ReportListContext, every_report, report_list

__all__ = [
    "Facet",
    "FacetValue",
    "ReportListContext",
    "every_report",
    "report_list",
]
