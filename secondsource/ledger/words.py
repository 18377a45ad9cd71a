"""The full-text index of reports and claims: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Both stem English and drop no stop words ("IS" is an actor). FTS5 folds accents and splits at
punctuation by itself; PostgreSQL is handed the words folded and split.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import (
    ColumnElement,
    Connection,
    Subquery,
    Text,
    bindparam,
    column,
    func,
    insert,
    literal_column,
    select,
    table,
)

from secondsource.claims import Claim
from secondsource.reports import Report
from secondsource.text import without_accents

INDEXED_CHARACTERS = 200_000
"""How much of one text PostgreSQL indexes; a tsvector holds at most 1 MB."""

_CONFIGURATION: ColumnElement[str] = literal_column("'secondsource'::regconfig")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_QUOTED_OR_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')


def index_reports(connection: Connection, reports: Mapping[int, Report]) -> None:
    """Index the title and text of reports, by row number."""
    titles = {seq: found.title.value if found.title else "" for seq, found in reports.items()}
    if connection.dialect.name == "postgresql":
        words = {seq: f"{titles[seq]} {found.text}" for seq, found in reports.items()}
        _index_on_postgresql(connection, "report_words", words)
    elif reports:
        index = table("report_words", column("rowid"), column("title"), column("text"))
        rows = [
            {"rowid": seq, "title": titles[seq], "text": found.text}
            for seq, found in reports.items()
        ]
        connection.execute(insert(index), rows)


def index_claims(connection: Connection, claims: Mapping[int, Claim]) -> None:
    """Index the evidence, parties, place and sources of claims, by row number."""
    words = {seq: " ".join(_words_of(found)) for seq, found in claims.items()}
    if connection.dialect.name == "postgresql":
        _index_on_postgresql(connection, "claim_words", words)
    elif words:
        index = table("claim_words", column("rowid"), column("words"))
        rows = [{"rowid": seq, "words": said} for seq, said in words.items()]
        connection.execute(insert(index), rows)


def _index_on_postgresql(connection: Connection, name: str, words: Mapping[int, str]) -> None:
    index = table(name, column("seq"), column("words"))
    vector = func.to_tsvector(_CONFIGURATION, bindparam("said", type_=Text))
    rows = [{"row": seq, "said": folded(said[:INDEXED_CHARACTERS])} for seq, said in words.items()]
    if rows:
        connection.execute(insert(index).values(seq=bindparam("row"), words=vector), rows)


def _words_of(found: Claim) -> Iterable[str]:
    yield found.type.value if found.type else found.kind.value
    yield from (evidence.text for evidence in found.evidence)
    yield from (party.name for party in (*found.actors, *found.recipients))
    yield from (link.name for link in found.attribution)
    if found.place:
        yield found.place.name


def folded(words: str) -> str:
    """``words`` without accents and punctuation, in lower case, single-spaced."""
    return _BETWEEN_WORDS.sub(" ", without_accents(words)).casefold().strip()


def phrases(query: str) -> tuple[str, ...]:
    """The words and "quoted phrases" of a query, folded, those with no letter or digit left out.

    Nothing in a query is an operator; all phrases must be found.
    """
    found = (folded(quoted or word) for quoted, word in _QUOTED_OR_WORD.findall(query))
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def matches(connection: Connection, name: str, query: tuple[str, ...]) -> Subquery:
    """The rows of ``report_words`` or ``claim_words`` that hold all phrases, as ``seq`` and
    ``score``, which is lowest for the best."""
    if connection.dialect.name == "postgresql":
        return _matches_on_postgresql(name, query)
    index = table(name, column("rowid"))
    expression = " ".join(f'"{phrase}"' for phrase in query)
    return (
        select(index.c.rowid.label("seq"), literal_column(f"bm25({name})").label("score"))
        .where(literal_column(name).op("MATCH")(expression))
        .subquery("found")
    )


def _matches_on_postgresql(name: str, query: tuple[str, ...]) -> Subquery:
    index = table(name, column("seq"), column("words"))
    asked = [func.phraseto_tsquery(_CONFIGURATION, phrase) for phrase in query]
    wanted: ColumnElement[str] = asked[0]
    for phrase in asked[1:]:
        wanted = wanted.op("&&")(phrase)
    return (
        select(index.c.seq, (-func.ts_rank(index.c.words, wanted)).label("score"))
        .where(index.c.words.op("@@")(wanted))
        .subquery("found")
    )
