"""Bring a database to the newest schema, or say why it cannot be one."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table
from sqlalchemy.exc import DatabaseError

from secondsource.errors import LedgerUnavailable
from secondsource.ledger.address import Address
from secondsource.ledger.connection import BUSY_SECONDS, Store, unavailable
from secondsource.ledger.schema import HEAD, VERSION_TABLE

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(store: Store) -> None:
    """Run the migrations that the database lacks, all in one transaction.

    Raises:
        LedgerUnavailable: if it is not a ledger, or one of a newer version of the program.
    """
    if _version(store) == HEAD:
        return
    if store.address.file is not None:
        _keep_write_ahead_log(store)
    with store.writing() as connection:
        found = version_of(connection)
        if found != HEAD:
            _refuse_strangers(connection, store.address, found)
            _run(connection)


def version_of(connection: Connection) -> str | None:
    """The schema version that the database holds, or ``None`` where it holds no ledger."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(
        select(column("version_num")).select_from(table(VERSION_TABLE))
    ).scalar()
    return None if found is None else str(found)


def _version(store: Store) -> str | None:
    with store.reading() as connection:
        return version_of(connection)


def _keep_write_ahead_log(store: Store) -> None:
    """Switch the file to WAL, in which readers never wait for a writer.

    SQLite does not wait for other processes here as it does elsewhere, so this does.
    """
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        connection = store.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        except store.engine.dialect.loaded_dbapi.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up:
                failure = DatabaseError("PRAGMA journal_mode", None, error)
                raise unavailable(store.address, failure) from error
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()


def _refuse_strangers(connection: Connection, address: Address, found: str | None) -> None:
    if found is not None and not list((MIGRATIONS / "versions").glob(f"{found}_*.py")):
        raise LedgerUnavailable(
            address.shown,
            f"it was written by a newer version (schema {found}, this one knows {HEAD})",
            "upgrade secondsource",
        )
    if found is None and address.file is not None and inspect(connection).get_table_names():
        raise LedgerUnavailable(
            address.shown,
            "the file is an SQLite database of another program",
            "name another file",
        )


def _run(connection: Connection) -> None:
    from alembic import command  # a fifth of a second, needed once a ledger
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
