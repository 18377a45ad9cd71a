"""Where a ledger is: a file name or a database URL, read once at the door."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from secondsource.errors import UsageError

_SQLITE = "sqlite:///"
_POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A ledger's place. ``file`` is given for SQLite only; ``shown`` never holds a password."""

    url: URL
    shown: str
    file: Path | None


def address_of(place: str | Path) -> Address:
    """The address for a file name, a ``sqlite:///`` URL or a ``postgresql://`` URL.

    Raises:
        UsageError: if it is a URL of another kind, or none at all.
    """
    text = str(place)
    if text.startswith(_SQLITE):
        return _file_address(Path(text.removeprefix(_SQLITE)))
    if "://" in text:
        return _server_address(text)
    if not text:
        raise UsageError("ledger", "no file name or URL was given", "name a file such as x.db")
    return _file_address(Path(place))


def _file_address(file: Path) -> Address:
    if file.name in ("", ":memory:"):
        raise UsageError(
            str(file), "a ledger is a file, not a folder or memory", "name a file such as x.db"
        )
    url = URL.create("sqlite+pysqlite", database=str(file))
    return Address(url=url, shown=str(file), file=file)


def _server_address(text: str) -> Address:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        scheme = text.partition("://")[0]
        raise UsageError(
            f"{scheme}://…", "not a readable database URL", "write postgresql://user@host/name"
        ) from error
    if url.drivername not in _POSTGRESQL:
        raise UsageError(
            url.render_as_string(),
            f"no ledger can be kept in {url.drivername}",
            "use a file name or postgresql://user@host/name",
        )
    url = url.set(drivername="postgresql+psycopg")
    return Address(url=url, shown=url.render_as_string(hide_password=True), file=None)
