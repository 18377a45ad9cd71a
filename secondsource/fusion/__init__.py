"""Fusion: who copied whom, which claims are about one event, what ties hold, how sure it is.

Pure functions of the set of reports and claims: no clock, no database, and the order in which
things are given says nothing.
"""

from secondsource.fusion.agencies import AGENCIES, Agency, agency_named, outlet_key
from secondsource.fusion.citations import Cited, cited_by
from secondsource.fusion.contradictions import event_contradictions
from secondsource.fusion.counts import fuse_counts
from secondsource.fusion.events import (
    EventLink,
    date_claims,
    event_blocks,
    group_events,
    link_claims,
)
from secondsource.fusion.fingerprints import (
    CROWD,
    LEAST_MARKS,
    LEAST_WORDS,
    STANDING,
    Fingerprint,
    candidates,
    fingerprint,
    near_copy_keys,
    standing_text,
)
from secondsource.fusion.grounds import Grounds, gather_grounds
from secondsource.fusion.implied import IMPLICATIONS, MUTUAL, Implication
from secondsource.fusion.independence import count_origins, count_sources
from secondsource.fusion.intervals import earliest, latest
from secondsource.fusion.kin import Kin, find_kin
from secondsource.fusion.lineage import Kinship, trace_kin, trace_kinship, trace_lineage
from secondsource.fusion.mentions import cluster_mentions
from secondsource.fusion.passages import shared_passages
from secondsource.fusion.provenance import Chain, Provenance, chain_of, provenance
from secondsource.fusion.records import (
    Contradiction,
    ContradictionKind,
    CountValue,
    Credibility,
    EventGroup,
    EventMention,
    FusedCount,
    Lineage,
    MentionCluster,
    Reason,
    Relation,
    TieStance,
    TieState,
    Verdict,
)
from secondsource.fusion.reliability import Rating, Reliability, read_ratings
from secondsource.fusion.ruled import NO_ORDERS, EventOrder, EventOrders
from secondsource.fusion.signs import Sign
from secondsource.fusion.tie_contradictions import tie_contradictions
from secondsource.fusion.ties import held_on, tie_signs, tie_states, trace_ties
from secondsource.fusion.verdicts import RULES, Rule, judge
from secondsource.fusion.years import days_of_copies

__all__ = [
    "AGENCIES",
    "CROWD",
    "IMPLICATIONS",
    "LEAST_MARKS",
    "LEAST_WORDS",
    "MUTUAL",
    "NO_ORDERS",
    "RULES",
    "STANDING",
    "Agency",
    "Chain",
    "Cited",
    "Contradiction",
    "ContradictionKind",
    "CountValue",
    "Credibility",
    "EventGroup",
    "EventLink",
    "EventMention",
    "EventOrder",
    "EventOrders",
    "Fingerprint",
    "FusedCount",
    "Grounds",
    "Implication",
    "Kin",
    "Kinship",
    "Lineage",
    "MentionCluster",
    "Provenance",
    "Rating",
    "Reason",
    "Relation",
    "Reliability",
    "Rule",
    "Sign",
    "TieStance",
    "TieState",
    "Verdict",
    "agency_named",
    "candidates",
    "chain_of",
    "cited_by",
    "cluster_mentions",
    "count_origins",
    "count_sources",
    "date_claims",
    "days_of_copies",
    "earliest",
    "event_blocks",
    "event_contradictions",
    "find_kin",
    "fingerprint",
    "fuse_counts",
    "gather_grounds",
    "group_events",
    "held_on",
    "judge",
    "latest",
    "link_claims",
    "near_copy_keys",
    "outlet_key",
    "provenance",
    "read_ratings",
    "shared_passages",
    "standing_text",
    "tie_contradictions",
    "tie_signs",
    "tie_states",
    "trace_kin",
    "trace_kinship",
    "trace_lineage",
    "trace_ties",
]
