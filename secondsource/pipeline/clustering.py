"""``cluster``: lineage and event clusters over exactly the documents given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from secondsource.errors import UsageError
from secondsource.fusion import (
    EventMention,
    Lineage,
    cluster_mentions,
    group_events,
    trace_lineage,
)
from secondsource.pipeline.documents import (
    DocumentRecord,
    Undocumented,
    as_report,
    parse_documents,
    parse_lines,
)
from secondsource.pipeline.reading import Plan, Reading, read_reports
from secondsource.views import ClusterEventRecord, lineage_to_cluster_record

Record = dict[str, Any]


def cluster_records(
    records: Iterable[Mapping[str, object]], *, workers: int = 1, registry: Path | None = None
) -> Iterator[Record]:
    """One lineage record per document in their order, then one record per event cluster.

    The clusters are of the mentions given, or of the claims found where no document gives any.
    A document in which a defect of ours stops the reading has an ``error`` beside its lineage.

    Raises:
        Unreadable: if a record is no document; nothing can be said of a set that is not whole.
        UsageError: if two documents or two mentions share an id, or a mention is not in its text.
    """
    return _cluster(parse_documents(records), Plan(workers=workers, registry=registry))


def cluster_lines(
    lines: Iterable[bytes], *, workers: int = 1, registry: Path | None = None
) -> Iterator[Record]:
    """As `cluster_records`, from JSON lines in UTF-8."""
    return _cluster(parse_lines(lines), Plan(workers=workers, registry=registry))


def _cluster(given: Iterable[DocumentRecord | Undocumented], plan: Plan) -> Iterator[Record]:
    documents = [_whole(row) for row in given]
    _distinct("document", [row.id for row in documents])
    reports = [replace(as_report(row), id=row.id) for row in documents]
    readings = list(read_reports(reports, plan))
    claims = [claim for reading in readings for claim in reading.claims or ()]
    lineage = trace_lineage(reports, claims)
    by_report = {row.report_id: row for row in lineage}
    for reading in readings:
        identity = reading.layers.report.id
        record = lineage_to_cluster_record(by_report[identity], identity).model_dump(mode="json")
        yield record if reading.failure is None else {**record, "error": reading.failure}
    for cluster in _clusters(documents, readings, lineage):
        yield cluster.model_dump(mode="json")


def _whole(row: DocumentRecord | Undocumented) -> DocumentRecord:
    if isinstance(row, Undocumented):
        raise row.reason
    for mention in row.mentions or ():
        if not 0 <= mention.start < mention.end <= len(row.text):
            raise UsageError(mention.id, f"the mention is not in document {row.id}", "check it")
    return row


def _clusters(
    documents: Sequence[DocumentRecord],
    readings: Sequence[Reading],
    lineage: Sequence[Lineage],
) -> Iterator[ClusterEventRecord]:
    layers = [reading.layers for reading in readings]
    reports = [row.report for row in layers]
    given = [
        EventMention(id=mention.id, report_id=row.id, span=mention.span)
        for row in documents
        for mention in row.mentions or ()
    ]
    if any(row.mentions is not None for row in documents):
        _distinct("mention", [mention.id for mention in given])
        for cluster in cluster_mentions(reports, given, layers):
            yield ClusterEventRecord(event=cluster.id, mentions=cluster.mentions)
    else:
        claims = [claim for reading in readings for claim in reading.claims or ()]
        for event in group_events(claims, reports, lineage):
            yield ClusterEventRecord(event=event.id, mentions=event.claims)


def _distinct(what: str, ids: Sequence[str]) -> None:
    seen: set[str] = set()
    for identity in ids:
        if identity in seen:
            raise UsageError(identity, f"two {what}s have this id", "give each an id of its own")
        seen.add(identity)
