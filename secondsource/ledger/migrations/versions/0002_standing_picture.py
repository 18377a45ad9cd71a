"""The standing picture: derived tables that fusion fills and may fill anew."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RECORD = sa.JSON().with_variant(JSONB(), "postgresql")
SORTED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
ID = sa.String(32)
BY_PLACE = (
    *("place_name", "precision", "place_id", "country", "lat", "lon"),
    *("disputed", "credibility", "first_day", "last_day", "id"),
)
BY_TIME = ("type", "first_day", "last_day", "disputed", "first_published")


def upgrade() -> None:
    """Create the tables, empty: the next reader or ingest fills them."""
    _create_lineage()
    _create_events()
    _create_ties()
    _create_contradictions()
    _create_state()
    _create_workings_of_lineage()
    _create_workings_of_events_and_ties()
    op.create_index("ix_report_outlet", "report", ["outlet"])


def _column(name: str, kind: sa.types.TypeEngine[Any], *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=null)


def _key(name: str, kind: sa.types.TypeEngine[Any] = ID) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def _indexes(table: str, *indexes: str) -> None:
    """One index for each of ``indexes``, columns separated by spaces."""
    for columns in indexes:
        named = columns.split()
        op.create_index(f"ix_{table}_{'_'.join(named)}", table, named)


def _create_lineage() -> None:
    op.create_table(
        "lineage",
        _key("report_id"),
        _column("origin", ID),
        _column("copies", ID, null=True),
        _column("relation", sa.Text()),
        _column("agency", sa.Text(), null=True),
        _column("record", RECORD),
    )
    _indexes("lineage", "copies", "relation", "agency", "origin report_id")


def _judged() -> list[sa.Column[Any]]:
    """What events and ties have in common, from the counts on."""
    counts = ("reports", "origins", "sources", "credibility")
    return [
        _column("first_published", sa.Date(), null=True),
        _column("last_published", sa.Date(), null=True),
        *(_column(name, sa.Integer()) for name in counts),
        _column("disputed", sa.Boolean()),
        _column("newest", NUMBER),
        _column("record", RECORD),
    ]


def _create_events() -> None:
    op.create_table(
        "event",
        _key("id"),
        _column("type", sa.Text()),
        _column("modality", sa.Text()),
        _column("sort_time", SORTED),
        _column("sort_day", sa.Date()),
        _column("first_day", sa.Date(), null=True),
        _column("last_day", sa.Date(), null=True),
        _column("place_id", NUMBER, null=True),
        _column("place_name", sa.Text(), null=True),
        _column("country", sa.Text(), null=True),
        _column("lat", sa.Float(), null=True),
        _column("lon", sa.Float(), null=True),
        _column("precision", sa.Text(), null=True),
        *_judged(),
    )
    _indexes("event", "place_id", "country", "sort_time id", "type sort_time id", "origins id")
    _indexes("event", "reports id", "newest id", "credibility sort_time id")
    _indexes("event", "disputed sort_time id", "first_day last_day", "sort_day id")
    op.create_index("ix_event_by_place", "event", [*BY_PLACE])
    op.create_index("ix_event_by_time", "event", [*BY_TIME])
    _create_claims_of("event")
    op.create_table(
        "event_actor",
        _key("event_id"),
        _key("role", sa.String(16)),
        _key("position", sa.Integer()),
        _column("actor_id", sa.Text(), null=True),
        _column("name", sa.Text()),
    )
    _indexes("event_actor", "actor_id event_id")


def _create_ties() -> None:
    op.create_table(
        "tie",
        _key("id"),
        *(_column(name, SORTED) for name in ("one", "other")),
        *(_column(name, sa.Text()) for name in ("one_name", "other_name", "state")),
        _column("position", sa.Integer()),
        _column("start_day", sa.Date()),
        _column("end_day", sa.Date(), null=True),
        _column("sort_day", sa.Date()),
        _column("supported", sa.Boolean()),
        *_judged(),
    )
    _indexes("tie", "other", "one other position id", "origins id", "reports id")
    _indexes("tie", "newest id", "sort_day id", "state start_day")
    _create_claims_of("tie")


def _create_claims_of(matter: str) -> None:
    op.create_table(
        f"{matter}_claim",
        _key(f"{matter}_id"),
        _key("claim_id"),
        _column("claim_seq", NUMBER),
        _column("report_id", ID),
        _column("side", sa.Text()),
    )
    _indexes(f"{matter}_claim", "claim_id", "claim_seq", "report_id")


def _create_contradictions() -> None:
    op.create_table(
        "contradiction",
        _key("about"),
        _key("id"),
        _column("kind", sa.Text()),
        _column("first", ID),
        _column("second", ID),
        _column("record", RECORD),
    )
    _indexes("contradiction", "kind", "first", "second")


def _create_state() -> None:
    op.create_table(
        "picture_state",
        _key("id", sa.Integer()),
        _column("fusion", sa.Text()),
        *(_column(f"{name}_seq", NUMBER) for name in ("report", "extraction", "decision")),
        _column("taken_back", NUMBER),
        _column("drawn_at", sa.DateTime(timezone=True)),
    )


def _create_workings_of_lineage() -> None:
    op.create_table(
        "lineage_key",
        _key("kind", sa.Integer()),
        *(_key(name, NUMBER) for name in ("key", "report_seq")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "lineage_crowd", _key("kind", sa.Integer()), _key("key", NUMBER), sqlite_with_rowid=False
    )
    op.create_table(
        "lineage_sentence",
        _key("outlet", sa.Text()),
        *(_key(name, NUMBER) for name in ("sentence", "frame", "report_seq")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "lineage_standing",
        _key("outlet", sa.Text()),
        _key("sentence", NUMBER),
        sqlite_with_rowid=False,
    )
    op.create_table("lineage_link", *_ends(), sqlite_with_rowid=False)
    _indexes("lineage_link", "second")
    _indexes("lineage_key", "report_seq")
    _indexes("lineage_sentence", "report_seq")


def _create_workings_of_events_and_ties() -> None:
    op.create_table("event_key", _key("key", NUMBER), _key("claim_id"), sqlite_with_rowid=False)
    _indexes("event_key", "claim_id")
    op.create_table("event_link", *_ends(), _column("score", sa.Float()), sqlite_with_rowid=False)
    _indexes("event_link", "second")
    op.create_table(
        "tie_sign",
        _key("report_id"),
        _key("position", sa.Integer()),
        *(_column(name, sa.Text()) for name in ("one", "other")),
        _column("record", RECORD),
    )
    _indexes("tie_sign", "one other")


def _ends() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return _key("first"), _key("second")
