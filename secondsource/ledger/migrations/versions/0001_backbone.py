"""The first schema: inputs, reports, extractions, claims, decisions and jobs.

A migration is never edited once released; the next change is the next file.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RECORD = sa.JSON().with_variant(JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
FACTS = (
    "report",
    "input_seen",
    "input_report",
    "extraction",
    "claim",
    "claim_party",
    "actor_mention",
    "place_mention",
    "decision",
    "decision_withdrawn",
)


def upgrade() -> None:
    """Create everything."""
    _create_reports()
    _create_inputs()
    _create_extractions()
    _create_claims()
    _create_mentions()
    _create_decisions()
    _create_jobs()
    if op.get_bind().dialect.name == "sqlite":
        _search_on_sqlite()
        _append_only_on_sqlite()
    else:
        _search_on_postgresql()
        _append_only_on_postgresql()


def _seq() -> sa.Column[int]:
    return sa.Column("seq", NUMBER, primary_key=True, autoincrement=True)


def _text(name: str, *, nullable: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _create_reports() -> None:
    op.create_table(
        "report",
        _seq(),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        _text("text", nullable=False),
        sa.Column("details", RECORD, nullable=False),
        _text("title"),
        _text("outlet"),
        _text("published"),
        _text("language"),
        _text("path"),
        _text("url"),
        sa.Column("seen_at", MOMENT, nullable=False),
    )
    for column in ("published", "path", "url"):
        _index("report", column)


def _create_inputs() -> None:
    op.create_table(
        "input_seen",
        _seq(),
        _text("locator", nullable=False),
        sa.Column("sha256", sa.String(64)),
        _text("error"),
        _text("reason"),
        _text("next_step"),
        sa.Column("seen_at", MOMENT, nullable=False),
    )
    op.create_index(
        "uq_input_seen_outcome",
        "input_seen",
        ["locator", sa.text("coalesce(sha256, '')"), sa.text("(error IS NULL)")],
        unique=True,
    )
    op.create_table(
        "input_report",
        sa.Column("input_seq", NUMBER, sa.ForeignKey("input_seen.seq"), primary_key=True),
        sa.Column("report_id", sa.String(32), sa.ForeignKey("report.id"), primary_key=True),
    )
    _index("input_report", "report_id")


def _create_extractions() -> None:
    op.create_table(
        "extraction",
        _seq(),
        sa.Column("report_id", sa.String(32), sa.ForeignKey("report.id"), nullable=False),
        _text("extractor", nullable=False),
        sa.Column("extracted_at", MOMENT, nullable=False),
        sa.UniqueConstraint("report_id", "extractor"),
    )
    _index("extraction", "report_id", "seq")


def _create_claims() -> None:
    op.create_table(
        "claim",
        _seq(),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("extraction_seq", NUMBER, sa.ForeignKey("extraction.seq"), nullable=False),
        sa.Column("report_id", sa.String(32), sa.ForeignKey("report.id"), nullable=False),
        _text("kind", nullable=False),
        _text("type"),
        _text("polarity", nullable=False),
        _text("modality", nullable=False),
        sa.Column("place_id", NUMBER),
        _text("country"),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("record", RECORD, nullable=False),
        sa.UniqueConstraint("extraction_seq", "id"),
    )
    for column in ("id", "report_id", "type", "place_id", "first_day"):
        _index("claim", column)
    op.create_table(
        "claim_party",
        sa.Column("claim_seq", NUMBER, sa.ForeignKey("claim.seq"), primary_key=True),
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _text("actor_id"),
        _text("name", nullable=False),
    )
    _index("claim_party", "actor_id")


def _create_mentions() -> None:
    op.create_table(
        "actor_mention",
        sa.Column("extraction_seq", NUMBER, sa.ForeignKey("extraction.seq"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _text("actor_id"),
        _text("name", nullable=False),
        _text("kind", nullable=False),
        _text("words", nullable=False),
        sa.Column("record", RECORD, nullable=False),
    )
    _index("actor_mention", "actor_id")
    op.create_table(
        "place_mention",
        sa.Column("extraction_seq", NUMBER, sa.ForeignKey("extraction.seq"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("geonames_id", NUMBER),
        _text("name", nullable=False),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        _text("admin1"),
        _text("country"),
        _text("precision", nullable=False),
        sa.Column("adjectival", sa.Boolean, nullable=False),
        _text("words", nullable=False),
        sa.Column("record", RECORD, nullable=False),
    )
    _index("place_mention", "geonames_id")


def _create_decisions() -> None:
    op.create_table(
        "decision",
        _seq(),
        _text("who", nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        _text("what", nullable=False),
        _text("subject", nullable=False),
        _text("why", nullable=False),
        _text("before"),
        _text("after"),
    )
    _index("decision", "what", "subject")
    op.create_table(
        "decision_withdrawn",
        sa.Column("decision_seq", NUMBER, sa.ForeignKey("decision.seq"), primary_key=True),
        _text("who", nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        _text("why", nullable=False),
    )


def _create_jobs() -> None:
    op.create_table(
        "job",
        _seq(),
        _text("kind", nullable=False),
        _text("subject", nullable=False),
        _text("state", nullable=False),
        _text("owner"),
        sa.Column("leased_until", MOMENT),
        sa.Column("attempts", sa.Integer, nullable=False),
        _text("reason"),
        sa.UniqueConstraint("kind", "subject"),
    )
    _index("job", "kind", "state", "seq")


def _search_on_sqlite() -> None:
    tokens = "tokenize = 'porter unicode61 remove_diacritics 2'"
    op.execute(
        "CREATE VIRTUAL TABLE report_words"
        f" USING fts5(title, text, content = 'report', content_rowid = 'seq', {tokens})"
    )
    op.execute(f"CREATE VIRTUAL TABLE claim_words USING fts5(words, content = '', {tokens})")


def _search_on_postgresql() -> None:
    # English stems without a list of stop words: "IS" is an actor.
    op.execute(
        "CREATE TEXT SEARCH DICTIONARY secondsource_stem (TEMPLATE = snowball, LANGUAGE = english)"
    )
    op.execute("CREATE TEXT SEARCH CONFIGURATION secondsource (COPY = simple)")
    op.execute(
        "ALTER TEXT SEARCH CONFIGURATION secondsource ALTER MAPPING"
        " FOR asciiword, word WITH secondsource_stem"
    )
    for name in ("report", "claim"):
        op.create_table(
            f"{name}_words",
            sa.Column("seq", NUMBER, sa.ForeignKey(f"{name}.seq"), primary_key=True),
            sa.Column("words", TSVECTOR, nullable=False),
        )
        op.create_index(
            f"ix_{name}_words_words", f"{name}_words", ["words"], postgresql_using="gin"
        )


def _append_only_on_sqlite() -> None:
    for table in FACTS:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, 'rows of {table} are only appended'); END"
            )


def _append_only_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION secondsource_append_only() RETURNS trigger LANGUAGE plpgsql AS $$"
        " BEGIN RAISE EXCEPTION 'rows of % are only appended', TG_TABLE_NAME; END $$"
    )
    for table in FACTS:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION secondsource_append_only()"
        )
