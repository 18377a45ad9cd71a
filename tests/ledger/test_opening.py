"""Opening: what a ledger is made from, and what is said where it cannot be one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from secondsource.errors import LedgerUnavailable, UsageError
from secondsource.ledger import Ledger, open_ledger
from secondsource.ledger.address import address_of
from secondsource.ledger.migrate import MIGRATIONS
from secondsource.ledger.schema import HEAD, VERSION_TABLE, metadata


@pytest.mark.parametrize(
    ("place", "driver", "shown"),
    [
        ("x.db", "sqlite+pysqlite", "x.db"),
        ("sqlite:///x.db", "sqlite+pysqlite", "x.db"),
        ("sqlite:////data/x.db", "sqlite+pysqlite", "/data/x.db"),
        (Path("folder/x.db"), "sqlite+pysqlite", "folder/x.db"),
        ("postgresql://u:secret@h/n", "postgresql+psycopg", "postgresql+psycopg://u:***@h/n"),
        (
            "postgresql+psycopg://u@h:5433/n",
            "postgresql+psycopg",
            "postgresql+psycopg://u@h:5433/n",
        ),
    ],
)
def test_addresses(place: str | Path, driver: str, shown: str) -> None:
    address = address_of(place)
    assert (address.url.drivername, address.shown) == (driver, shown)


@pytest.mark.parametrize("place", ["", "mysql://h/n", "http://h/n", "sqlite:///:memory:", "://"])
def test_what_is_no_address(place: str) -> None:
    with pytest.raises(UsageError):
        open_ledger(place)


def test_a_password_is_never_shown() -> None:
    for place in ("mysql://u:secret@h/n", "postgresql://u:secret@127.0.0.1:1/n"):
        with pytest.raises((UsageError, LedgerUnavailable)) as raised:
            open_ledger(place)
        assert "secret" not in str(raised.value)


def text_file(folder: Path) -> Path:
    (folder / "x.db").write_text("This is a report and no ledger. " * 100)
    return folder / "x.db"


def database_of_another(folder: Path) -> Path:
    with sqlite3.connect(folder / "x.db") as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    return folder / "x.db"


def no_folder(folder: Path) -> Path:
    return folder / "none" / "x.db"


def read_only_folder(_folder: Path) -> Path:
    return Path("/proc/x.db")


def a_folder(folder: Path) -> Path:
    return folder


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (text_file, "not a Secondsource ledger"),
        (database_of_another, "another program"),
        (no_folder, "there is no folder"),
        (read_only_folder, "cannot be opened"),
        (a_folder, "not a file"),
    ],
)
def test_files_that_are_no_ledger(make: object, reason: str, tmp_path: Path) -> None:
    file = make(tmp_path)
    with pytest.raises(LedgerUnavailable, match=reason) as raised:
        open_ledger(file)
    assert raised.value.subject == str(file)
    assert raised.value.next_step


def test_a_stranger_is_left_as_it_was(tmp_path: Path) -> None:
    file = database_of_another(tmp_path)
    with pytest.raises(LedgerUnavailable):
        open_ledger(file)
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
    connection.close()


def test_no_file_is_made_for_a_reader(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnavailable, match="no such ledger"):
        open_ledger(tmp_path / "x.db", create=False)
    assert not (tmp_path / "x.db").exists()


def test_a_newer_ledger_is_refused(place: str) -> None:
    open_ledger(place).close()
    engine = create_engine(address_of(place).url)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LedgerUnavailable, match="newer version"):
        open_ledger(place)


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(LedgerUnavailable, match="server cannot be reached"):
        open_ledger("postgresql://u@127.0.0.1:1/n")


def test_a_database_that_is_not_there(server: str) -> None:
    with pytest.raises(LedgerUnavailable, match="no such database"):
        open_ledger(f"{server}/nowhere")


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
def test_the_migrations_make_the_declared_tables(ledger: Ledger, place: str) -> None:
    assert ledger.counts().reports == 0
    unlike = ("_words", "_words_data", "_words_idx", "_words_docsize", "_words_config", "_outcome")
    engine = create_engine(address_of(place).url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": VERSION_TABLE,
                "include_object": lambda found, name, *rest: not str(name).endswith(unlike),
            },
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_expected() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD
