"""Every ledger test runs on SQLite and, where a server can be started, on PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from secondsource.ledger import Ledger, open_ledger
from tests.ledger.server import NoServerError, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server that holds one migrated ledger, ``made``."""
    try:
        with running_server() as url:
            create_database(url, "made")
            open_ledger(f"{url}/made").close()
            yield url
    except NoServerError as reason:
        pytest.skip(str(reason))


def create_database(url: str, name: str, template: str = "template1") -> None:
    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")


def drop_database(url: str, name: str) -> None:
    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def made_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated ledger in a file, to be copied."""
    file = tmp_path_factory.mktemp("made") / "made.db"
    open_ledger(file).close()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty ledger is: a file name or a URL."""
    if request.param == "sqlite":
        file = tmp_path / "ledger.db"
        shutil.copy(request.getfixturevalue("made_file"), file)
        yield str(file)
        return
    url = request.getfixturevalue("server")
    name = f"ledger_{uuid4().hex[:12]}"
    create_database(url, name, template="made")
    yield f"{url}/{name}"
    drop_database(url, name)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(place) as opened:
        yield opened
