"""Full-text search over the present picture, with the words found."""

from __future__ import annotations

import re

from sqlalchemy import Connection, select

from secondsource.ledger.claim_reader import claims_by_seq
from secondsource.ledger.picture import counted_extractions, present_reports
from secondsource.ledger.records import ClaimHit, Hits, ReportHit, Snippet
from secondsource.ledger.rows import report_of
from secondsource.ledger.schema import claim, report
from secondsource.ledger.words import matches, phrases
from secondsource.text import Span, cover

_CONTEXT = 90
_ENDINGS = re.compile(r"(?:ings?|ed|e?s|e)$")
_SHORTEST_STEM = 4
_LONGEST_WORD = 30
_WORD = re.compile(r"\S+")


def search(connection: Connection, words: str, limit: int) -> Hits:
    """The best ``limit`` reports and the best ``limit`` claims that hold all of ``words``.

    Words in double quotes are a phrase; no character has another meaning.
    """
    query = phrases(words)
    if not query:
        return Hits(reports=(), claims=())
    return Hits(
        reports=_reports(connection, query, limit), claims=_claims(connection, query, limit)
    )


def _reports(connection: Connection, query: tuple[str, ...], limit: int) -> tuple[ReportHit, ...]:
    found = matches(connection, "report_words", query)
    rows = connection.execute(
        select(report.c.text, report.c.details)
        .join(found, found.c.seq == report.c.seq)
        .where(present_reports())
        .order_by(found.c.score, report.c.seq)
        .limit(limit)
    )
    return tuple(
        ReportHit(report=one, snippet=snippet(one.text, Span(0, len(one.text)), query))
        for one in map(report_of, rows)
    )


def _claims(connection: Connection, query: tuple[str, ...], limit: int) -> tuple[ClaimHit, ...]:
    found = matches(connection, "claim_words", query)
    numbers = connection.execute(
        select(claim.c.seq)
        .join(found, found.c.seq == claim.c.seq)
        .where(claim.c.extraction_seq.in_(counted_extractions()))
        .order_by(found.c.score, claim.c.seq)
        .limit(limit)
    ).scalars()
    best = list(numbers)
    claims = claims_by_seq(connection, best)
    return tuple(
        ClaimHit(
            claim=one.claim,
            report=one.report,
            snippet=snippet(one.report.text, one.claim.evidence[0].span, query),
        )
        for one in (claims[seq] for seq in best)
    )


def snippet(text: str, within: Span, query: tuple[str, ...]) -> Snippet:
    """The words of ``query`` in the first part of ``within`` that has any, with some context."""
    pattern = _pattern(query)
    hits = [Span(*found.span()) for found in pattern.finditer(text, within.start, within.end)]
    first = hits[0] if hits else Span(within.start, within.start)
    near = Span(max(within.start, first.start - _CONTEXT), min(within.end, first.end + _CONTEXT))
    stretch = _whole_words(text, near)
    shown = tuple(hit for hit in hits if stretch.contains(hit))
    return Snippet(text=stretch.of(text), span=stretch, hits=shown)


def _pattern(query: tuple[str, ...]) -> re.Pattern[str]:
    stems = {_stem(word) for phrase in query for word in phrase.split()}
    longest_first = sorted(stems, key=len, reverse=True)
    return re.compile("|".join(rf"\b{stem}" for stem in longest_first), re.IGNORECASE)


def _stem(word: str) -> str:
    """A pattern for the word; where it is long enough, for its other English endings too."""
    stem = _ENDINGS.sub("", word)
    if len(stem) < _SHORTEST_STEM:
        return rf"{re.escape(word)}\b"
    return rf"{re.escape(stem)}\w*"


def _whole_words(text: str, near: Span) -> Span:
    """``near`` widened to the ends of the words that it cuts, without white space at its ends."""
    reach = Span(max(0, near.start - _LONGEST_WORD), near.end + _LONGEST_WORD)
    words = (Span(*found.span()) for found in _WORD.finditer(text, reach.start, reach.end))
    touched = [word for word in words if word.overlaps(near)]
    return cover(touched) if touched else near.trim(text)
