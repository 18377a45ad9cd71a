"""The ledger's tables.

Facts are only ever appended: triggers refuse to change or remove a row of `FACTS`. What is
withdrawn, superseded or decided later is another row, and the present picture is derived.
`HEAD` is the newest migration, which makes exactly these tables.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB

HEAD = "0006"
VERSION_TABLE = "secondsource_version"

NUMBER = BigInteger().with_variant(Integer(), "sqlite")
RECORD = JSON().with_variant(JSONB(), "postgresql")


class Moment(TypeDecorator[datetime]):
    """A time zone aware moment, kept as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC, without the zone where the database cannot keep one."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The moment with its zone."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

report = Table(
    "report",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("details", RECORD, nullable=False),
    Column("title", Text),
    Column("outlet", Text, index=True),
    Column("published", Text, index=True),
    Column("language", Text),
    Column("path", Text, index=True),
    Column("url", Text, index=True),
    Column("seen_at", Moment, nullable=False),
    # Counts by outlet and day need not read the texts.
    Index(None, "id", "outlet", "published"),
)

input_seen = Table(
    "input_seen",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("locator", Text, nullable=False),
    Column("sha256", String(64)),
    Column("error", Text),
    Column("reason", Text),
    Column("next_step", Text),
    Column("seen_at", Moment, nullable=False),
)
Index(
    "uq_input_seen_outcome",
    input_seen.c.locator,
    func.coalesce(input_seen.c.sha256, ""),
    input_seen.c.error.is_(None),
    unique=True,
)

input_report = Table(
    "input_report",
    metadata,
    Column("input_seq", ForeignKey("input_seen.seq"), primary_key=True),
    Column("report_id", ForeignKey("report.id"), primary_key=True, index=True),
)

extraction = Table(
    "extraction",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("report_id", ForeignKey("report.id"), nullable=False),
    Column("extractor", Text, nullable=False),
    Column("extracted_at", Moment, nullable=False),
    UniqueConstraint("report_id", "extractor"),
    Index(None, "report_id", "seq"),
)

claim = Table(
    "claim",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, index=True),
    Column("extraction_seq", ForeignKey("extraction.seq"), nullable=False),
    Column("report_id", ForeignKey("report.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("type", Text, index=True),
    Column("polarity", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("place_id", NUMBER, index=True),
    Column("country", Text),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    Column("confidence", Float, nullable=False),
    Column("record", RECORD, nullable=False),
    UniqueConstraint("extraction_seq", "id"),
)

claim_party = Table(
    "claim_party",
    metadata,
    Column("claim_seq", ForeignKey("claim.seq"), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor_id", Text, index=True),
    Column("name", Text, nullable=False),
)

actor_mention = Table(
    "actor_mention",
    metadata,
    Column("extraction_seq", ForeignKey("extraction.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor_id", Text, index=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("record", RECORD, nullable=False),
    Index(None, "actor_id", "words", "extraction_seq"),
)

place_mention = Table(
    "place_mention",
    metadata,
    Column("extraction_seq", ForeignKey("extraction.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("geonames_id", NUMBER, index=True),
    Column("name", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("admin1", Text),
    Column("country", Text),
    Column("precision", Text, nullable=False),
    Column("adjectival", Boolean, nullable=False),
    Column("words", Text, nullable=False),
    Column("record", RECORD, nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("who", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("what", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "what", "subject"),
)

decision_withdrawn = Table(
    "decision_withdrawn",
    metadata,
    Column("decision_seq", ForeignKey("decision.seq"), primary_key=True),
    Column("who", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("why", Text, nullable=False),
)

job = Table(
    "job",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("leased_until", Moment),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text),
    UniqueConstraint("kind", "subject"),
    Index(None, "kind", "state", "seq"),
)

FACTS = (
    report,
    input_seen,
    input_report,
    extraction,
    claim,
    claim_party,
    actor_mention,
    place_mention,
    decision,
    decision_withdrawn,
)
