"""The tables of watches: what a user wants to hear of, how it stood at the last look, and what was
news then. They hold no facts: a watch that is removed goes with all of its rows.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from secondsource.ledger.schema import NUMBER, RECORD, Moment, metadata

watch = Table(
    "watch",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("record", RECORD, nullable=False),
    Column("made_at", Moment, nullable=False),
)

watch_state = Table(
    "watch_state",
    metadata,
    Column("watch_seq", ForeignKey("watch.seq"), primary_key=True),
    Column("matter", String(32), primary_key=True),
    Column("record", RECORD, nullable=False),
)

watch_news = Table(
    "watch_news",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("watch_seq", ForeignKey("watch.seq"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("looked_at", Moment),
    Column("record", RECORD, nullable=False),
    Index(None, "watch_seq", "seq"),
)
