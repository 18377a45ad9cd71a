"""What each page of the workbench shows, as one typed context a page."""

from secondsource.views.pages.claim import ClaimContext, claim_context
from secondsource.views.pages.disputes import Dispute, Side
from secondsource.views.pages.event import (
    Account,
    Agreement,
    Cell,
    EventContext,
    Origin,
    event_context,
)
from secondsource.views.pages.event_list import EventListContext, event_list, every_event
from secondsource.views.pages.listing import Facet, FacetValue
from secondsource.views.pages.matters import EventLine, Named, TieLine
from secondsource.views.pages.pieces import Piece, Role
from secondsource.views.pages.report import ReadClaim, ReportContext, report_context
from secondsource.views.pages.report_list import ReportListContext, every_report, report_list
from secondsource.views.pages.tie import State, TieContext, tie_context
from secondsource.views.pages.tie_list import TieListContext, every_tie, tie_list

__all__ = [
    "Account",
    "Agreement",
    "Cell",
    "ClaimContext",
    "Dispute",
    "EventContext",
    "EventLine",
    "EventListContext",
    "Facet",
    "FacetValue",
    "Named",
    "Origin",
    "Piece",
    "ReadClaim",
    "ReportContext",
    "ReportListContext",
    "Role",
    "Side",
    "State",
    "TieContext",
    "TieLine",
    "TieListContext",
    "claim_context",
    "event_context",
    "event_list",
    "every_event",
    "every_report",
    "every_tie",
    "report_context",
    "report_list",
    "tie_context",
    "tie_list",
]
