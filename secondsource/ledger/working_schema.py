"""The working tables of the standing picture: by what fusion finds, without looking at everything,
the reports, claims and pairs of actors that something new may concern.

Like the picture they are derived, and may be made again from the facts at any time.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, String, Table, Text

from secondsource.ledger.schema import NUMBER, RECORD, metadata

lineage_key = Table(
    "lineage_key",
    metadata,
    Column("kind", Integer, primary_key=True, autoincrement=False),
    Column("key", NUMBER, primary_key=True, autoincrement=False),
    Column("report_seq", NUMBER, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

lineage_crowd = Table(
    "lineage_crowd",
    metadata,
    Column("kind", Integer, primary_key=True, autoincrement=False),
    Column("key", NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

lineage_sentence = Table(
    "lineage_sentence",
    metadata,
    Column("outlet", Text, primary_key=True),
    Column("sentence", NUMBER, primary_key=True, autoincrement=False),
    Column("frame", NUMBER, primary_key=True, autoincrement=False),
    Column("report_seq", NUMBER, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

lineage_standing = Table(
    "lineage_standing",
    metadata,
    Column("outlet", Text, primary_key=True),
    Column("sentence", NUMBER, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

lineage_link = Table(
    "lineage_link",
    metadata,
    Column("first", String(32), primary_key=True),
    Column("second", String(32), primary_key=True, index=True),
    Column("record", RECORD, nullable=False),
    sqlite_with_rowid=False,
)

lineage_cited = Table(
    "lineage_cited",
    metadata,
    Column("report_id", String(32), primary_key=True),
    Column("record", RECORD, nullable=False),
)

event_key = Table(
    "event_key",
    metadata,
    Column("key", NUMBER, primary_key=True, autoincrement=False),
    Column("claim_id", String(32), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

event_link = Table(
    "event_link",
    metadata,
    Column("first", String(32), primary_key=True),
    Column("second", String(32), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

tie_sign = Table(
    "tie_sign",
    metadata,
    Column("report_id", String(32), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("record", RECORD, nullable=False),
    Index(None, "one", "other"),
)

WORKING = (
    lineage_key,
    lineage_crowd,
    lineage_sentence,
    lineage_standing,
    lineage_link,
    lineage_cited,
    event_key,
    event_link,
    tie_sign,
)
