"""Watches: what a user wants to hear of, how it stood at the last look, and what was news."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RECORD = sa.JSON().with_variant(JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables, empty."""
    op.create_table(
        "watch",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("record", RECORD, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.UniqueConstraint("name", name="uq_watch_name"),
    )
    op.create_table(
        "watch_state",
        sa.Column("watch_seq", NUMBER, sa.ForeignKey("watch.seq"), primary_key=True),
        sa.Column("matter", sa.String(32), primary_key=True),
        sa.Column("record", RECORD, nullable=False),
    )
    op.create_table(
        "watch_news",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("watch_seq", NUMBER, sa.ForeignKey("watch.seq"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("looked_at", MOMENT),
        sa.Column("record", RECORD, nullable=False),
    )
    op.create_index("ix_watch_news_watch_seq_seq", "watch_news", ["watch_seq", "seq"])
