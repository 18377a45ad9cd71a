"""What two linked reports share, kept so that tracing lineage need not compare texts again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

RECORD = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make the table anew, empty: it is derived, and the next reader or ingest fills it."""
    op.drop_table("lineage_link")
    op.create_table(
        "lineage_link",
        sa.Column("first", sa.String(32), primary_key=True),
        sa.Column("second", sa.String(32), primary_key=True),
        sa.Column("record", RECORD, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_lineage_link_second"), "lineage_link", ["second"])
