"""What happened, by how many independent accounts."""

from __future__ import annotations

from secondsource.fusion import group_events
from secondsource.views.contexts import EventRow
from secondsource.views.evidence import evidence_of, quoted
from secondsource.views.picture import Picture
from secondsource.views.wire import event_to_record


def event_rows(picture: Picture) -> tuple[EventRow, ...]:
    """The events in the order of their time, each with the words that it rests on."""
    rows = []
    for event in group_events(picture.claims, picture.reports, picture.lineage):
        evidence = evidence_of(event, picture)
        record = event_to_record(event, quoted(evidence))
        rows.append(EventRow(record=record, evidence=evidence))
    return tuple(rows)
