"""The words under each event as a table, beside formats that have no place for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.exports.columns import Table, column, listed
from secondsource.exports.commas import csv_lines
from secondsource.exports.numbers import number_of
from secondsource.exports.selection import Selection, events_of
from secondsource.exports.tally import Tally
from secondsource.views import EventRecord, QuotedRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage on which an event rests."""

    event: EventRecord
    words: QuotedRecord


def evidence_csv(selection: Selection, tally: Tally) -> Iterator[str]:
    """One row a passage, of all events that fit."""
    rows = (
        Row(event=event, words=words) for event in events_of(selection) for words in event.evidence
    )
    return csv_lines(EVIDENCE, rows, tally)


EVIDENCE: Table[Row] = Table(
    name="evidence",
    columns=(
        column("event", "The event's id.", lambda r: r.event.id),
        column("number", "The number made of it.", lambda r: number_of(r.event.id)),
        column("claim", "The claim's id.", lambda r: r.words.claim),
        column("report", "The report's id.", lambda r: r.words.report),
        column("outlet", "Who published it.", lambda r: r.words.outlet, "it has no outlet"),
        column(
            "source",
            "Who said it first.",
            lambda r: r.words.source,
            "the outlet says it in its own voice",
        ),
        column("side", "supports, disputes or mentions.", lambda r: r.words.side),
        column("start", "Where the words begin, in code points.", lambda r: r.words.start),
        column("end", "Where they end.", lambda r: r.words.end),
        column("words", "The report's words.", lambda r: r.words.text),
        column("credibility", "Admiralty scale, 1 to 6.", lambda r: r.event.credibility),
        column("because", "Why.", lambda r: listed(r.event.because)),
    ),
)
