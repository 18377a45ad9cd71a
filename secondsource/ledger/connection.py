"""Connections and transactions, alike on SQLite and PostgreSQL.

Writers take turns on both. SQLite begins them with ``BEGIN IMMEDIATE``, because a deferred
transaction that reads before it writes fails as soon as another process has written in between;
PostgreSQL takes one advisory lock, so that sequence numbers are committed in order and a reader
that pages by them misses nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from pydantic_core import from_json
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from secondsource.errors import LedgerUnavailable
from secondsource.ledger.address import Address

BUSY_SECONDS = 60
_WRITES = "secondsource_writes"
_WRITER_LOCK = 0x5EC0_50CE


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """An engine with the address that it reaches."""

    engine: Engine
    address: Address
    _held: ContextVar[Connection | None] = field(
        default_factory=lambda: ContextVar("held", default=None), init=False, compare=False
    )

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger throughout; inside of `moment` its.

        Raises:
            LedgerUnavailable: if the database cannot be reached or read.
        """
        held = self._held.get()
        if held is not None:
            with self._named_errors():
                yield held
            return
        with self._named_errors(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def moment(self) -> Iterator[None]:
        """All that is read inside, by this thread, is read in one transaction, of one state.

        Raises:
            LedgerUnavailable: if the database cannot be reached or read.
        """
        if self._held.get() is not None:
            yield
            return
        with self._named_errors(), self.engine.connect() as plain:
            connection = _seeing_one_state(plain)
            with connection.begin():
                before = self._held.set(connection)
                try:
                    yield
                finally:
                    self._held.reset(before)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that commits as a whole or, on any error, not at all.

        Raises:
            LedgerUnavailable: if the database cannot be reached or written.
        """
        with self._named_errors(), self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})"))
                yield connection

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except DatabaseError as error:
            raise unavailable(self.address, error) from error

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def connect(address: Address) -> Store:
    """A store at ``address``; nothing is opened before it is used."""
    if address.file is None:
        remote = create_engine(address.url, pool_pre_ping=True, json_deserializer=from_json)
        return Store(engine=remote, address=address)
    engine = create_engine(
        address.url, connect_args={"timeout": BUSY_SECONDS}, json_deserializer=from_json
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Store(engine=engine, address=address)


def _seeing_one_state(connection: Connection) -> Connection:
    """SQLite's transactions do; those of PostgreSQL otherwise see what others commit meanwhile."""
    if connection.dialect.name == "postgresql":
        return connection.execution_options(isolation_level="REPEATABLE READ")
    return connection


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    if not isinstance(connection, sqlite3.Connection):
        raise TypeError(f"not a connection of the sqlite3 module: {connection!r}")
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    # REPLACE fires the triggers that refuse deletion only with this set.
    connection.execute("PRAGMA recursive_triggers = ON")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_REASONS = (
    (
        "unable to open database file",
        "the file cannot be opened",
        "check the folder and its rights",
    ),
    ("readonly database", "the file or its folder is read-only", "copy it to where you may write"),
    ("not a database", "the file is not a Secondsource ledger", "name another file"),
    ("malformed", "the file is damaged", "restore a copy, or ingest the reports again"),
    ("locked", "another process has been writing to it too long", "try again when it has ended"),
    ("disk is full", "the disk is full", "make room and run the command again"),
    ("disk I/O error", "the disk could not be read or written", "check the disk"),
    ("password", "the server refused the user or password", "check the URL"),
    ("does not exist", "the server has no such database or user", "create it, or check the URL"),
    ("permission denied", "the user may not do this", "grant the right to create tables"),
    ("connection", "the server cannot be reached", "check the address, and that it is running"),
)


def unavailable(address: Address, error: DatabaseError) -> LedgerUnavailable:
    """The error to show for a database's own, with the first line of its words."""
    words = str(error.orig).strip().partition("\n")[0]
    for sign, reason, next_step in _REASONS:
        if sign in words:
            return LedgerUnavailable(address.shown, f"{reason}: {words}", next_step)
    kind = "the database failed" if isinstance(error, OperationalError) else "the database refused"
    return LedgerUnavailable(address.shown, f"{kind}: {words}", "run `secondsource doctor`")
