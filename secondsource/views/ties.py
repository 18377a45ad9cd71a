"""How two actors stood to each other, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from secondsource.errors import UsageError
from secondsource.fusion import (
    Contradiction,
    TieState,
    latest,
    provenance,
    tie_contradictions,
    trace_ties,
)
from secondsource.ledger import FoundClaim, Ledger, Page, Sort, StandingTie, TieFilter
from secondsource.views.contexts import TieRow
from secondsource.views.contradictions import contradiction_records, contradictions_about
from secondsource.views.evidence import evidence_of, quoted
from secondsource.views.hindsight import known_then
from secondsource.views.paging import every
from secondsource.views.picture import Picture
from secondsource.views.wire import tie_to_record
from secondsource.views.wire_disputes import ContradictionRecord

ALL = TieFilter()
AT_ONCE = 100


def tie_rows(ledger: Ledger, wanted: TieFilter = ALL, sort: Sort = Sort.TIME) -> Iterator[TieRow]:
    """Tie states that fit, each with the words that it rests on, as they are read."""
    return every(lambda after: tie_page(ledger, wanted, sort=sort, after=after, size=AT_ONCE))


def tie_page(
    ledger: Ledger,
    wanted: TieFilter = ALL,
    *,
    sort: Sort = Sort.TIME,
    after: str | None = None,
    size: int = AT_ONCE,
) -> Page[TieRow]:
    """A page of tie states, each with the words that it rests on.

    Raises:
        UsageError: if ``after`` is no cursor of this order.
    """
    page = ledger.standing_ties(wanted, sort=sort, after=after, size=size)
    return Page(items=_with_words(ledger, page.items), next=page.next)


def tie_row(ledger: Ledger, tie_id: str) -> TieRow:
    """The tie with this id; raises `NotInLedger` if there is none."""
    return _with_words(ledger, (ledger.standing_tie(tie_id),))[0]


def ties_known_by(
    ledger: Ledger,
    known_by: str,
    *,
    between: tuple[str, str] | None = None,
    as_of: str | None = None,
) -> tuple[TieRow, ...]:
    """The ties as the reports published by ``known_by`` tell them, without hindsight.

    They are traced anew, for two actors from the few reports that tell of both; without
    ``between`` from all that was published by then.

    Raises:
        UsageError: if a date is not a dated EDTF value.
    """
    day_of(known_by, "known_by")
    picture = known_then(ledger, known_by, between)
    states = trace_ties(
        picture.claims,
        picture.reports,
        picture.lineage,
        between=between,
        as_of=as_of,
        known_by=known_by,
    )
    known = provenance(picture.reports, picture.lineage)
    rows: list[TieRow] = []
    for _, pair in groupby(states, key=lambda state: sorted(state.between)):
        told = tuple(pair)
        found = tie_contradictions(told, picture.claims, known)
        rows.extend(_row_then(state, found, picture) for state in told)
    return tuple(rows)


def _row_then(state: TieState, contradictions: Sequence[Contradiction], picture: Picture) -> TieRow:
    mine = [one for one in contradictions if one.about == state.id]
    return row_of(state, picture.names, picture.found, contradiction_records(mine, picture.found))


def day_of(edtf: str | None, option: str) -> date | None:
    """The last day that a date given by the reader can mean.

    Raises:
        UsageError: if it is not a dated EDTF value.
    """
    if edtf is None:
        return None
    day = latest(edtf)
    if day is None:
        raise UsageError(option, f"{edtf!r} is no date", "give an EDTF date such as 2014-11-02")
    return day


def _with_words(ledger: Ledger, ties: Sequence[StandingTie]) -> tuple[TieRow, ...]:
    found = ledger.claims_by_id(claim for one in ties for claim in one.state.claims)
    disputes = contradictions_about(ledger, [one.state.id for one in ties])
    return tuple(
        row_of(
            one.state,
            dict(zip(one.state.between, one.names, strict=True)),
            found,
            disputes.get(one.state.id, ()),
        )
        for one in ties
    )


def row_of(
    state: TieState,
    names: Mapping[str, str],
    found: Mapping[str, FoundClaim],
    contradictions: Sequence[ContradictionRecord] = (),
) -> TieRow:
    """A tie with the words of its claims, which are in ``found`` by id; ``names`` by actor."""
    evidence = evidence_of(state, found)
    record = tie_to_record(state, names, quoted(evidence), contradictions)
    return TieRow(record=record, evidence=evidence)
