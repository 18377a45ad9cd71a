"""Watches and their news; each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, func, insert, select, update

from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger.connection import Store
from secondsource.ledger.watch_records import (
    MatterState,
    News,
    NewsEntry,
    Watched,
    WatchEntry,
)
from secondsource.ledger.watch_schema import watch, watch_news, watch_state

_WATCHED = TypeAdapter(Watched)
_STATE = TypeAdapter(MatterState)
_NEWS = TypeAdapter(News)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watches:
    """What users watch, in the ledger that `store` reaches."""

    store: Store
    clock: Callable[[], datetime]

    def add(self, name: str, watched: Watched, states: Iterable[MatterState]) -> WatchEntry:
        """Keep a watch; ``states`` is how what it is about stands now, which is no news.

        Raises:
            UsageError: if there is one of that name.
        """
        with self.store.writing() as connection:
            if _seq(connection, name) is not None:
                raise UsageError(name, "there is a watch of that name", "choose another --name")
            row = {
                "name": name,
                "record": _WATCHED.dump_python(watched, mode="json"),
                "made_at": self.clock(),
            }
            seq = connection.execute(insert(watch).values(row).returning(watch.c.seq)).scalar_one()
            _replace_states(connection, seq, states)
            return WatchEntry(id=seq, name=name, watched=watched, made_at=row["made_at"], news=0)

    def remove(self, name: str) -> None:
        """Drop a watch with all that is kept of it.

        Raises:
            NotInLedger: if there is none of that name.
        """
        with self.store.writing() as connection:
            seq = _found(connection, name)
            for table in (watch_state, watch_news):
                connection.execute(delete(table).where(table.c.watch_seq == seq))
            connection.execute(delete(watch).where(watch.c.seq == seq))

    def all(self) -> tuple[WatchEntry, ...]:
        """The watches in the order of their making."""
        unseen = (
            select(func.count())
            .where(watch_news.c.watch_seq == watch.c.seq, watch_news.c.looked_at.is_(None))
            .scalar_subquery()
        )
        with self.store.reading() as connection:
            rows = connection.execute(select(*watch.c, unseen.label("news")).order_by(watch.c.seq))
            return tuple(
                WatchEntry(
                    id=row.seq,
                    name=row.name,
                    watched=_WATCHED.validate_python(row.record),
                    made_at=row.made_at,
                    news=row.news,
                )
                for row in rows
            )

    def states(self, number: int) -> tuple[MatterState, ...]:
        """How the matters of a watch stood at the last look."""
        query = select(watch_state.c.record).where(watch_state.c.watch_seq == number)
        with self.store.reading() as connection:
            found = connection.execute(query.order_by(watch_state.c.matter)).scalars()
            return tuple(map(_STATE.validate_python, found))

    def told(self, number: int, states: Iterable[MatterState], news: Iterable[News]) -> None:
        """Keep the news of a watch, and how its matters stand now."""
        at = self.clock()
        rows = [
            {"watch_seq": number, "at": at, "record": _NEWS.dump_python(one, mode="json")}
            for one in news
        ]
        with self.store.writing() as connection:
            _replace_states(connection, number, states)
            if rows:
                connection.execute(insert(watch_news), rows)

    def news(
        self, name: str | None = None, *, unseen: bool = True, most: int | None = None
    ) -> tuple[NewsEntry, ...]:
        """News of one watch or all, the newest last; ``unseen`` leaves out what was looked at.

        Raises:
            NotInLedger: if there is no watch of that name.
        """
        query = select(*watch_news.c, watch.c.name).join(watch).order_by(watch_news.c.seq.desc())
        with self.store.reading() as connection:
            if name is not None:
                query = query.where(watch.c.seq == _found(connection, name))
            if unseen:
                query = query.where(watch_news.c.looked_at.is_(None))
            rows = connection.execute(query if most is None else query.limit(most)).all()
        return tuple(
            NewsEntry(
                id=row.seq,
                watch=row.name,
                at=row.at,
                looked_at=row.looked_at,
                news=_NEWS.validate_python(row.record),
            )
            for row in reversed(rows)
        )

    def looked(self, entries: Iterable[NewsEntry]) -> None:
        """Mark news as looked at."""
        ids = [one.id for one in entries if one.looked_at is None]
        if not ids:
            return
        with self.store.writing() as connection:
            seen = watch_news.c.seq.between(min(ids), max(ids)) & watch_news.c.seq.in_(ids)
            connection.execute(update(watch_news).where(seen).values(looked_at=self.clock()))


def _replace_states(connection: Connection, seq: int, states: Iterable[MatterState]) -> None:
    connection.execute(delete(watch_state).where(watch_state.c.watch_seq == seq))
    rows = [
        {
            "watch_seq": seq,
            "matter": one.matter,
            "record": _STATE.dump_python(one, mode="json"),
        }
        for one in states
    ]
    if rows:
        connection.execute(insert(watch_state), rows)


def _seq(connection: Connection, name: str) -> int | None:
    return connection.execute(select(watch.c.seq).where(watch.c.name == name)).scalar_one_or_none()


def _found(connection: Connection, name: str) -> int:
    seq = _seq(connection, name)
    if seq is None:
        raise NotInLedger(name, "there is no watch of that name", "see `secondsource watch list`")
    return seq
