"""Views: one typed context a question, shared by the command line, exports and the web."""

from secondsource.views.claims import claim_records, claim_row, claim_rows
from secondsource.views.contexts import (
    ActorRow,
    ClaimRow,
    EventRow,
    EvidenceRow,
    HitRow,
    LineageRow,
    Overview,
    PlaceRow,
    RejectionCount,
    ReportPage,
    ReportRow,
    SearchPage,
    Segment,
    TieRow,
    WhyRow,
)
from secondsource.views.directory import actor_rows, place_rows
from secondsource.views.events import event_rows
from secondsource.views.lineage import lineage_rows
from secondsource.views.overview import overview_of
from secondsource.views.pages import (
    Facet,
    FacetValue,
    ReportListContext,
    every_report,
    report_list,
)
from secondsource.views.picture import Picture, draw, picture_of
from secondsource.views.reports import report_page, report_rows, segments
from secondsource.views.search import search_page
from secondsource.views.ties import tie_rows
from secondsource.views.why import why_of, why_rows
from secondsource.views.wire import (
    ActorRecord,
    EventRecord,
    ReasonRecord,
    TieRecord,
    WhenRecord,
    event_to_record,
    tie_to_record,
    to_json,
)
from secondsource.views.wire_counts import (
    CountValueRecord,
    FusedCountRecord,
    fused_count_to_record,
)
from secondsource.views.wire_disputes import (
    ContradictionRecord,
    QuotedRecord,
    contradiction_to_record,
)
from secondsource.views.wire_lineage import (
    ClusterDocumentRecord,
    ClusterEventRecord,
    LineageRecord,
    lineage_to_cluster_record,
    lineage_to_record,
)

__all__ = [
    "ActorRecord",
    "ActorRow",
    "ClaimRow",
    "ClusterDocumentRecord",
    "ClusterEventRecord",
    "ContradictionRecord",
    "CountValueRecord",
    "EventRecord",
    "EventRow",
    "EvidenceRow",
    "FusedCountRecord",
    "Facet",
    "FacetValue",
    "HitRow",
    "LineageRecord",
    "LineageRow",
    "Overview",
    "Picture",
    "PlaceRow",
    "QuotedRecord",
    "ReasonRecord",
    "RejectionCount",
    "ReportListContext",
    "ReportPage",
    "ReportRow",
    "SearchPage",
    "Segment",
    "TieRecord",
    "TieRow",
    "WhenRecord",
    "WhyRow",
    "actor_rows",
    "claim_records",
    "claim_row",
    "claim_rows",
    "contradiction_to_record",
    "draw",
    "event_rows",
    "event_to_record",
    "every_report",
    "fused_count_to_record",
    "lineage_rows",
    "lineage_to_cluster_record",
    "lineage_to_record",
    "overview_of",
    "picture_of",
    "place_rows",
    "report_list",
    "report_page",
    "report_rows",
    "search_page",
    "segments",
    "tie_rows",
    "tie_to_record",
    "to_json",
    "why_of",
    "why_rows",
]
