"""The outlets of events and ties, and indexes from which lists and counts are read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COUNTED = (
    *("type", "modality", "country", "place_id", "credibility", "disputed"),
    *("sort_time", "sort_day", "origins", "reports", "newest"),
)
INDEXES = (
    ("report", ("id", "outlet", "published")),
    ("actor_mention", ("actor_id", "words", "extraction_seq")),
    ("lineage", ("report_id", "relation", "origin")),
    ("event", ("modality",)),
    ("event_claim", ("event_id", "report_id")),
    ("event_actor", ("event_id", "actor_id")),
)


def upgrade() -> None:
    """Create the indexes, and the tables with what the picture holds."""
    for table, columns in INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, [*columns])
    op.create_index("ix_event_by_id", "event", ["id", *COUNTED])
    op.create_index("ix_event_by_type", "event", [*COUNTED, "id"])
    for matter in ("event", "tie"):
        _create_outlets_of(matter)


def _create_outlets_of(matter: str) -> None:
    name, key = f"{matter}_outlet", f"{matter}_id"
    made = op.create_table(
        name,
        sa.Column(key, sa.String(32), primary_key=True),
        sa.Column("outlet", sa.Text(), primary_key=True),
    )
    claims = sa.table(f"{matter}_claim", sa.column(key), sa.column("report_id"))
    report = sa.table("report", sa.column("id"), sa.column("outlet"))
    told = (
        sa.select(claims.c[key], report.c.outlet)
        .join(report, report.c.id == claims.c.report_id)
        .where(report.c.outlet.is_not(None))
        .distinct()
    )
    op.execute(sa.insert(made).from_select([key, "outlet"], told))
    op.create_index(f"ix_{name}_outlet_{key}", name, ["outlet", key])
