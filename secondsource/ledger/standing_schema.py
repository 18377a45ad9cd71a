"""The tables of the standing picture: what fusion makes of the facts, kept so that it can be read
by the page.

They are derived: rows may be replaced at any time, and all of them can be made again from the
facts. ``picture_state`` says up to which facts, and by which version of fusion, they are current.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, Index, Integer, String, Table, Text

from secondsource.ledger.schema import NUMBER, RECORD, Moment, metadata

# Sorted by code point on both databases, as Python sorts.
SORTED = Text().with_variant(Text(collation="C"), "postgresql")

BY_PLACE = (
    *("place_name", "precision", "place_id", "country", "lat", "lon"),
    *("disputed", "credibility", "first_day", "last_day", "id"),
)
BY_TIME = ("type", "first_day", "last_day", "disputed", "first_published")

COUNTED = (
    *("type", "modality", "country", "place_id", "credibility", "disputed"),
    *("sort_time", "sort_day", "origins", "reports", "newest"),
)

lineage = Table(
    "lineage",
    metadata,
    Column("report_id", String(32), primary_key=True),
    Column("origin", String(32), nullable=False),
    Column("copies", String(32), index=True),
    Column("relation", Text, nullable=False, index=True),
    Column("agency", Text, index=True),
    Column("record", RECORD, nullable=False),
    Index(None, "origin", "report_id"),
    Index(None, "report_id", "relation", "origin"),
)

event = Table(
    "event",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("type", Text, nullable=False),
    Column("modality", Text, nullable=False, index=True),
    Column("sort_time", SORTED, nullable=False),
    Column("sort_day", Date, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("first_published", Date),
    Column("last_published", Date),
    Column("place_id", NUMBER, index=True),
    Column("place_name", Text),
    Column("country", Text, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", Text),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("credibility", Integer, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("newest", NUMBER, nullable=False),
    Column("record", RECORD, nullable=False),
    Index(None, "sort_time", "id"),
    Index(None, "sort_day", "id"),
    Index(None, "type", "sort_time", "id"),
    Index(None, "origins", "id"),
    Index(None, "reports", "id"),
    Index(None, "newest", "id"),
    Index(None, "credibility", "sort_time", "id"),
    Index(None, "disputed", "sort_time", "id"),
    Index(None, "first_day", "last_day"),
    # What maps and timelines count, so that they need not read the wide rows.
    Index("ix_event_by_place", *BY_PLACE),
    Index("ix_event_by_time", *BY_TIME),
    # What lists count and sort by.
    Index("ix_event_by_id", "id", *COUNTED),
    Index("ix_event_by_type", *COUNTED, "id"),
)

event_claim = Table(
    "event_claim",
    metadata,
    Column("event_id", String(32), primary_key=True),
    Column("claim_id", String(32), primary_key=True, index=True),
    Column("claim_seq", NUMBER, nullable=False, index=True),
    Column("report_id", String(32), nullable=False, index=True),
    Column("side", Text, nullable=False),
    Index(None, "event_id", "report_id"),
)

event_actor = Table(
    "event_actor",
    metadata,
    Column("event_id", String(32), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor_id", Text),
    Column("name", Text, nullable=False),
    Index(None, "actor_id", "event_id"),
    Index(None, "event_id", "actor_id"),
)

event_outlet = Table(
    "event_outlet",
    metadata,
    Column("event_id", String(32), primary_key=True),
    Column("outlet", Text, primary_key=True),
    Index(None, "outlet", "event_id"),
)

tie = Table(
    "tie",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("one", SORTED, nullable=False),
    Column("other", SORTED, nullable=False, index=True),
    Column("one_name", Text, nullable=False),
    Column("other_name", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("start_day", Date, nullable=False),
    Column("end_day", Date),
    Column("sort_day", Date, nullable=False),
    Column("first_published", Date),
    Column("last_published", Date),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("credibility", Integer, nullable=False),
    Column("supported", Boolean, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("newest", NUMBER, nullable=False),
    Column("record", RECORD, nullable=False),
    Index(None, "one", "other", "position", "id"),
    Index(None, "origins", "id"),
    Index(None, "reports", "id"),
    Index(None, "newest", "id"),
    Index(None, "sort_day", "id"),
    Index(None, "state", "start_day"),
)

tie_claim = Table(
    "tie_claim",
    metadata,
    Column("tie_id", String(32), primary_key=True),
    Column("claim_id", String(32), primary_key=True, index=True),
    Column("claim_seq", NUMBER, nullable=False, index=True),
    Column("report_id", String(32), nullable=False, index=True),
    Column("side", Text, nullable=False),
)

tie_outlet = Table(
    "tie_outlet",
    metadata,
    Column("tie_id", String(32), primary_key=True),
    Column("outlet", Text, primary_key=True),
    Index(None, "outlet", "tie_id"),
)

contradiction = Table(
    "contradiction",
    metadata,
    Column("about", String(32), primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("kind", Text, nullable=False, index=True),
    Column("first", String(32), nullable=False, index=True),
    Column("second", String(32), nullable=False, index=True),
    Column("record", RECORD, nullable=False),
)

picture_state = Table(
    "picture_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("fusion", Text, nullable=False),
    Column("report_seq", NUMBER, nullable=False),
    Column("extraction_seq", NUMBER, nullable=False),
    Column("decision_seq", NUMBER, nullable=False),
    Column("taken_back", NUMBER, nullable=False),
    Column("drawn_at", Moment, nullable=False),
)

DERIVED = (
    lineage,
    event,
    event_claim,
    event_actor,
    event_outlet,
    tie,
    tie_claim,
    tie_outlet,
    contradiction,
)
