"""What each report rests on, kept so that tracing lineage need not read the claims for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

RECORD = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Create the table, empty: the next reader or ingest fills it."""
    op.create_table(
        "lineage_cited",
        sa.Column("report_id", sa.String(32), primary_key=True),
        sa.Column("record", RECORD, nullable=False),
    )
