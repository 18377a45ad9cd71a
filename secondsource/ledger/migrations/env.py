"""Alembic's entry point: migrate over the connection that the ledger hands in."""

from __future__ import annotations

from alembic import context

from secondsource.ledger.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
