"""What each page of the workbench shows, as one typed context a page."""

from secondsource.views.pages.actor import (
    ActorContext,
    Belonging,
    NameUsed,
    SpeakerRow,
    WordsUsed,
    actor_context,
)
from secondsource.views.pages.actor_list import ActorLine, ActorListContext, actor_list, every_actor
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
from secondsource.views.pages.finding import SearchContext, search_context
from secondsource.views.pages.front import CoverageRow, FrontContext, Totals, front_context
from secondsource.views.pages.lanes import Lane, LanesBy, Mark
from secondsource.views.pages.listing import Facet, FacetValue
from secondsource.views.pages.map import Extent, MapContext, MapPlace, every_place, map_context
from secondsource.views.pages.matters import EventLine, Named, TieLine
from secondsource.views.pages.network import Edge, NetworkContext, Node, every_edge, network_context
from secondsource.views.pages.pieces import Piece, Role
from secondsource.views.pages.report import ReadClaim, ReportContext, report_context
from secondsource.views.pages.report_list import ReportListContext, every_report, report_list
from secondsource.views.pages.review import (
    AgreementContext,
    ClaimUnderReview,
    DecisionsContext,
    QueueLine,
    ReviewContext,
    decisions_context,
    queue_lines,
    review_context,
)
from secondsource.views.pages.sources import (
    FlowRow,
    InformantRow,
    OutletRow,
    SourcesContext,
    sources_context,
)
from secondsource.views.pages.tie import State, TieContext, tie_context
from secondsource.views.pages.tie_list import TieListContext, every_tie, tie_list
from secondsource.views.pages.time_bins import Bin, Step
from secondsource.views.pages.timeline import TimelineContext, every_mark, timeline_context

__all__ = [
    "Account",
    "ActorContext",
    "ActorLine",
    "ActorListContext",
    "Agreement",
    "AgreementContext",
    "Belonging",
    "Bin",
    "Cell",
    "ClaimContext",
    "ClaimUnderReview",
    "CoverageRow",
    "DecisionsContext",
    "Dispute",
    "Edge",
    "EventContext",
    "EventLine",
    "EventListContext",
    "Extent",
    "Facet",
    "FacetValue",
    "FlowRow",
    "FrontContext",
    "InformantRow",
    "Lane",
    "LanesBy",
    "MapContext",
    "MapPlace",
    "Mark",
    "NameUsed",
    "Named",
    "NetworkContext",
    "Node",
    "Origin",
    "OutletRow",
    "Piece",
    "QueueLine",
    "ReadClaim",
    "ReportContext",
    "ReportListContext",
    "ReviewContext",
    "Role",
    "SearchContext",
    "Side",
    "SourcesContext",
    "SpeakerRow",
    "State",
    "Step",
    "TieContext",
    "TieLine",
    "TieListContext",
    "TimelineContext",
    "Totals",
    "WordsUsed",
    "actor_context",
    "actor_list",
    "claim_context",
    "decisions_context",
    "event_context",
    "event_list",
    "every_actor",
    "every_edge",
    "every_event",
    "every_mark",
    "every_place",
    "every_report",
    "every_tie",
    "front_context",
    "map_context",
    "network_context",
    "queue_lines",
    "report_context",
    "report_list",
    "review_context",
    "search_context",
    "sources_context",
    "tie_context",
    "tie_list",
    "timeline_context",
]
