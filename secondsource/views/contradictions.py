"""What contradicts: pairs of claims about one event or tie, with the sentence of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from secondsource.fusion import Contradiction, ContradictionKind
from secondsource.ledger import FoundClaim, Ledger
from secondsource.text import Span
from secondsource.views.evidence import quoted, rows_of
from secondsource.views.wire_disputes import (
    ContradictionRecord,
    QuotedRecord,
    contradiction_to_record,
)

AT_ONCE = 100


def contradiction_rows(ledger: Ledger) -> Iterator[ContradictionRecord]:
    """All contradictions, those of events in the order of time and then those of ties.

    One between the same sentences is given once, however many events and ties it is about, and so
    is one denial of what an event and the ties that it implies have in common.
    """
    seen: set[tuple[object, ...]] = set()
    for row in _every(ledger):
        words = _sides(row)
        if not words & seen:
            seen |= words
            yield row


def _sides(row: ContradictionRecord) -> set[tuple[object, ...]]:
    """What two contradictions that are one have in common: either sentence of a denial, both of
    another one."""
    sentences = [(row.kind, one.report, one.start) for one in row.evidence]
    denial = row.kind is ContradictionKind.POLARITY
    return set(sentences) if denial else {(row.kind, row.because, *sentences)}


def _every(ledger: Ledger) -> Iterator[ContradictionRecord]:
    events = (one.group.id for one in ledger.every_standing_event())
    ties = (one.state.id for one in ledger.every_standing_tie())
    for about in (events, ties):
        while some := tuple(islice(about, AT_ONCE)):
            yield from _in_order(ledger, some)


def _in_order(ledger: Ledger, about: Sequence[str]) -> Iterator[ContradictionRecord]:
    found = contradictions_about(ledger, about)
    for one in about:
        yield from found.get(one, ())


def contradictions_about(
    ledger: Ledger, about: Sequence[str]
) -> Mapping[str, tuple[ContradictionRecord, ...]]:
    """The contradictions of these events and ties (ids), by id."""
    standing = ledger.standing_contradictions(about)
    told = ledger.claims_by_id(claim for one in standing for claim in (one.first, one.second))
    grouped: dict[str, list[ContradictionRecord]] = {}
    for one, record in zip(standing, contradiction_records(standing, told), strict=True):
        grouped.setdefault(one.about, []).append(record)
    return {key: tuple(records) for key, records in grouped.items()}


def contradiction_records(
    contradictions: Iterable[Contradiction], found: Mapping[str, FoundClaim]
) -> tuple[ContradictionRecord, ...]:
    """The records of contradictions between claims, which are in ``found`` by id."""
    return tuple(
        contradiction_to_record(
            one,
            (
                *_sentence(found[one.first], one.first_words, "first"),
                *_sentence(found[one.second], one.second_words, "second"),
            ),
        )
        for one in contradictions
    )


def _sentence(found: FoundClaim, words: Span, side: str) -> tuple[QuotedRecord, ...]:
    """The sentence of a claim in which the words stand that differ; else its first."""
    rows = rows_of(found, side)
    here = [row for row in rows if row.span.overlaps(words)]
    return quoted((here or rows)[:1])
