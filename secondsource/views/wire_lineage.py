"""The contract's records of lineage and of what ``cluster`` writes."""

from __future__ import annotations

from secondsource.claims import WireRecord
from secondsource.fusion import Lineage, Relation


class LineageRecord(WireRecord):
    """Which report's text or information a report comes from."""

    report: str
    origin: str
    copies: str | None
    relation: Relation
    agency: str | None
    share: float
    because: tuple[str, ...]


class ClusterDocumentRecord(WireRecord):
    """What ``cluster`` writes for each document."""

    id: str
    origin: str
    copies: str | None
    relation: Relation
    share: float


class ClusterEventRecord(WireRecord):
    """What ``cluster`` writes for each event: the mentions given, or claims, that are about it."""

    event: str
    mentions: tuple[str, ...]


def lineage_to_record(lineage: Lineage) -> LineageRecord:
    """The contract's record of a report's lineage."""
    return LineageRecord(
        report=lineage.report_id,
        origin=lineage.origin,
        copies=lineage.copies,
        relation=lineage.relation,
        agency=lineage.agency,
        share=lineage.share,
        because=lineage.because,
    )


def lineage_to_cluster_record(lineage: Lineage, document: str) -> ClusterDocumentRecord:
    """What ``cluster`` writes of the lineage of the caller's ``document``."""
    return ClusterDocumentRecord(
        id=document,
        origin=lineage.origin,
        copies=lineage.copies,
        relation=lineage.relation,
        share=lineage.share,
    )
