"""The keys of reports: which ones may share text or a story, and which text outlets keep printing.

A key of more than `CROWD` reports proposes nothing, and is kept in ``lineage_crowd`` so that it
need not be counted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
)

from secondsource.fusion import CROWD, LEAST_MARKS, LEAST_WORDS, STANDING, Fingerprint
from secondsource.ledger.links import Link
from secondsource.ledger.paging import chunks
from secondsource.ledger.rows import Values
from secondsource.ledger.schema import report
from secondsource.ledger.working_schema import (
    lineage_crowd,
    lineage_key,
    lineage_link,
    lineage_sentence,
    lineage_standing,
)

_MARK, _WORD = 0, 1
_AT_ONCE = 300
_BATCH = 50


def numbers_of(connection: Connection, reports: Iterable[str]) -> dict[str, int]:
    """The row numbers of reports by id."""
    return {
        row.id: row.seq
        for some in chunks(sorted(set(reports)), _AT_ONCE)
        for row in connection.execute(
            select(report.c.id, report.c.seq).where(report.c.id.in_(some))
        )
    }


def put_in(connection: Connection, prints: Sequence[Fingerprint]) -> set[str]:
    """Add the keys of reports; returns the reports already there that this concerns.

    They are those whose outlet's standing text now holds one of their sentences, and those that
    were linked by a key which now belongs to too many.
    """
    numbers = numbers_of(connection, (one.report_id for one in prints))
    _insert(connection, lineage_key, _key_rows(prints, numbers))
    _insert(connection, lineage_sentence, _sentence_rows(prints, numbers))
    standing = _newly_standing(connection, prints)
    crowded = _newly_crowded(connection, prints)
    return _printing(connection, standing) | _linked_by(connection, crowded)


def take_out(connection: Connection, prints: Sequence[Fingerprint]) -> set[str]:
    """Remove the keys of reports; returns the reports still there that this concerns.

    They are those with a sentence that no longer is standing text, and those with a key that now
    belongs to few enough to propose them.
    """
    numbers = numbers_of(connection, (one.report_id for one in prints))
    for some in chunks(sorted(numbers.values()), _AT_ONCE):
        for table in (lineage_key, lineage_sentence):
            connection.execute(delete(table).where(table.c.report_seq.in_(some)))
    fallen = _no_longer_standing(connection, prints)
    return _printing(connection, fallen) | _no_longer_crowded(connection, prints)


def _insert(connection: Connection, table: Table, rows: list[Values]) -> None:
    for some in chunks(rows, 1000):
        connection.execute(insert(table), some)


def _key_rows(prints: Sequence[Fingerprint], numbers: dict[str, int]) -> list[Values]:
    rows = sorted(
        (kind, key, numbers[one.report_id])
        for one in prints
        for kind, keys in ((_MARK, one.marks), (_WORD, one.words))
        for key in keys
    )
    return [{"kind": kind, "key": key, "report_seq": number} for kind, key, number in rows]


def _sentence_rows(prints: Sequence[Fingerprint], numbers: dict[str, int]) -> list[Values]:
    return [
        {
            "outlet": one.outlet,
            "sentence": sentence,
            "frame": one.frame,
            "report_seq": numbers[one.report_id],
        }
        for one in prints
        if one.outlet is not None
        for sentence in sorted(one.sentences)
    ]


Key = tuple[int, int]
Sentence = tuple[str, int]


def _keys(prints: Sequence[Fingerprint]) -> list[Key]:
    kinds = ((_MARK, one.marks) for one in prints), ((_WORD, one.words) for one in prints)
    return sorted({(kind, key) for rows in kinds for kind, keys in rows for key in keys})


def _sentences(prints: Sequence[Fingerprint]) -> list[Sentence]:
    return sorted({(one.outlet, key) for one in prints if one.outlet for key in one.sentences})


def _among(
    columns: Sequence[Column[Any]], values: Sequence[tuple[Any, ...]]
) -> ColumnElement[bool]:
    return tuple_(*columns).in_(values)


_KEY = (lineage_key.c.kind, lineage_key.c.key)
_CROWDED = exists().where(
    lineage_crowd.c.kind == lineage_key.c.kind, lineage_crowd.c.key == lineage_key.c.key
)
_SENTENCE = (lineage_sentence.c.outlet, lineage_sentence.c.sentence)
_STANDS = exists().where(
    lineage_standing.c.outlet == lineage_sentence.c.outlet,
    lineage_standing.c.sentence == lineage_sentence.c.sentence,
)


def _newly_crowded(connection: Connection, prints: Sequence[Fingerprint]) -> list[Key]:
    found = [
        (row.kind, row.key)
        for some in chunks(_keys(prints), _AT_ONCE)
        for row in connection.execute(
            select(*_KEY)
            .where(_among(_KEY, some), ~_CROWDED)
            .group_by(*_KEY)
            .having(func.count() > CROWD)
        )
    ]
    _insert(connection, lineage_crowd, [{"kind": kind, "key": key} for kind, key in found])
    return found


def _linked_by(connection: Connection, keys: Sequence[Key]) -> set[str]:
    """The ends of links between reports that share one of the keys and now too few others."""
    one, other, mine, theirs = (
        report.alias("one"),
        report.alias("other"),
        lineage_key.alias("mine"),
        lineage_key.alias("theirs"),
    )
    found: set[Link] = set()
    for kind, key in keys:
        query = (
            select(lineage_link.c.first, lineage_link.c.second)
            .join(one, one.c.id == lineage_link.c.first)
            .join(other, other.c.id == lineage_link.c.second)
            .join(mine, mine.c.report_seq == one.c.seq)
            .join(theirs, theirs.c.report_seq == other.c.seq)
            .where(mine.c.kind == kind, mine.c.key == key)
            .where(theirs.c.kind == kind, theirs.c.key == key)
        )
        found.update((row.first, row.second) for row in connection.execute(query))
    reports = {report_id for pair in found for report_id in pair}
    still = set(candidate_pairs(connection, reports)) if reports else set()
    return {report_id for pair in found - still for report_id in pair}


def _no_longer_crowded(connection: Connection, prints: Sequence[Fingerprint]) -> set[str]:
    concerned: set[str] = set()
    for some in chunks(_keys(prints), _AT_ONCE):
        among = _among((lineage_crowd.c.kind, lineage_crowd.c.key), some)
        for kind, key in connection.execute(select(lineage_crowd).where(among)).all():
            held = and_(lineage_key.c.kind == kind, lineage_key.c.key == key)
            holders = select(report.c.id).join(
                lineage_key, lineage_key.c.report_seq == report.c.seq
            )
            ids = set(connection.execute(holders.where(held)).scalars())
            if len(ids) <= CROWD:
                gone = and_(lineage_crowd.c.kind == kind, lineage_crowd.c.key == key)
                connection.execute(delete(lineage_crowd).where(gone))
                concerned |= ids
    return concerned


def _frames(
    connection: Connection, sentences: Sequence[Sentence], *, standing: bool
) -> set[Sentence]:
    """Those of the sentences that are printed in frames enough to be standing text."""
    known = _STANDS if standing else ~_STANDS
    return {
        (row.outlet, row.sentence)
        for some in chunks(sentences, _AT_ONCE)
        for row in connection.execute(
            select(*_SENTENCE)
            .where(_among(_SENTENCE, some), known)
            .group_by(*_SENTENCE)
            .having(func.count(lineage_sentence.c.frame.distinct()) >= STANDING)
        )
    }


def _newly_standing(connection: Connection, prints: Sequence[Fingerprint]) -> set[Sentence]:
    found = _frames(connection, _sentences(prints), standing=False)
    rows = [{"outlet": outlet, "sentence": sentence} for outlet, sentence in sorted(found)]
    _insert(connection, lineage_standing, rows)
    return found


def _no_longer_standing(connection: Connection, prints: Sequence[Fingerprint]) -> set[Sentence]:
    columns = (lineage_standing.c.outlet, lineage_standing.c.sentence)
    stood = {
        (row.outlet, row.sentence)
        for some in chunks(_sentences(prints), _AT_ONCE)
        for row in connection.execute(select(*columns).where(_among(columns, some)))
    }
    fallen = stood - _frames(connection, sorted(stood), standing=True)
    for some in chunks(sorted(fallen), _AT_ONCE):
        connection.execute(delete(lineage_standing).where(_among(columns, some)))
    return fallen


def _printing(connection: Connection, sentences: Iterable[Sentence]) -> set[str]:
    """The reports that print one of these sentences."""
    return {
        report_id
        for some in chunks(sorted(sentences), _AT_ONCE)
        for report_id in connection.execute(
            select(report.c.id)
            .join(lineage_sentence, lineage_sentence.c.report_seq == report.c.seq)
            .where(_among(_SENTENCE, some))
        ).scalars()
    }


def candidate_pairs(connection: Connection, reports: Iterable[str]) -> tuple[Link, ...]:
    """Sorted pairs of one of ``reports`` and any report that shares keys enough with it."""
    numbers = numbers_of(connection, reports)
    pairs: set[tuple[int, int]] = set()
    for some in chunks(sorted(numbers.values()), _BATCH):
        pairs.update(_sharing(connection, some))
    ids = {seq: key for key, seq in numbers.items()}
    others = sorted({seq for pair in pairs for seq in pair} - ids.keys())
    for some in chunks(others, _AT_ONCE):
        query = select(report.c.seq, report.c.id).where(report.c.seq.in_(some))
        ids |= {row.seq: row.id for row in connection.execute(query)}
    named = ((ids[one], ids[other]) for one, other in pairs)
    return tuple(sorted({(min(pair), max(pair)) for pair in named}))


def _sharing(connection: Connection, numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    other = lineage_key.alias("other")
    crowded = exists().where(
        lineage_crowd.c.kind == lineage_key.c.kind, lineage_crowd.c.key == lineage_key.c.key
    )
    least = or_(
        and_(lineage_key.c.kind == _MARK, func.count() >= LEAST_MARKS),
        and_(lineage_key.c.kind == _WORD, func.count() >= LEAST_WORDS),
    )
    query = (
        select(lineage_key.c.report_seq, other.c.report_seq)
        .join(
            other,
            and_(other.c.kind == lineage_key.c.kind, other.c.key == lineage_key.c.key),
        )
        .where(lineage_key.c.report_seq.in_(numbers))
        .where(other.c.report_seq != lineage_key.c.report_seq, ~crowded)
        .group_by(lineage_key.c.report_seq, other.c.report_seq, lineage_key.c.kind)
        .having(least)
    )
    for one, two in connection.execute(query):
        yield (one, two) if one < two else (two, one)


def standing_of(connection: Connection, reports: Iterable[str]) -> frozenset[Sentence]:
    """The standing text among the sentences of these reports."""
    numbers = sorted(numbers_of(connection, reports).values())
    return frozenset(
        (row.outlet, row.sentence)
        for some in chunks(numbers, _AT_ONCE)
        for row in connection.execute(
            select(*_SENTENCE).where(lineage_sentence.c.report_seq.in_(some), _STANDS).distinct()
        )
    )
