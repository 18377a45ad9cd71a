"""Claims of the present picture, in pages, each checked against its report's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    or_,
    select,
)

from secondsource.errors import NotInLedger
from secondsource.ledger.identities import Identities, identified, identities
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.picture import counted_extractions, horizon_of, is_counted
from secondsource.ledger.records import ClaimFilter, FoundClaim
from secondsource.ledger.report_reader import REPORTS_A_PAGE, reports_by_id
from secondsource.ledger.rows import claim_of
from secondsource.ledger.schema import claim, claim_party

ALL = ClaimFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a long reading keeps to, though others write meanwhile: the last row number to take
    into account, and who is who."""

    horizon: int
    known: Identities


def moment_of(connection: Connection) -> Moment:
    """The present moment."""
    return Moment(horizon=horizon_of(connection), known=identities(connection))


def claims_after(
    connection: Connection, wanted: ClaimFilter, after: int, moment: Moment
) -> list[tuple[int, FoundClaim]]:
    """A page of claims after row ``after`` in the picture as of ``moment``.

    Where a split parts an asked-for actor, claims of the other part are among them; see `fits`.

    Raises:
        EvidenceMismatch: if a stored claim no longer stands in its report's words.
    """
    query = _select(wanted, moment).where(claim.c.seq > after)
    return _read(connection, query.order_by(claim.c.seq).limit(PAGE), moment.known)


def claims_by_seq(connection: Connection, numbers: list[int]) -> dict[int, FoundClaim]:
    """The claims at these row numbers."""
    query = select(claim.c.seq, claim.c.id, claim.c.report_id, claim.c.record)
    known = identities(connection)
    return dict(_read(connection, query.where(claim.c.seq.in_(numbers)), known))


def claims_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, FoundClaim]:
    """The claims with these ids in the present picture, by id.

    Raises:
        EvidenceMismatch: if a stored claim no longer stands in its report's words.
    """
    wanted = sorted(set(ids))
    rows = [
        row
        for some in chunks(wanted, PAGE)
        for row in connection.execute(_BY_ID, {"keys": some}).all()
    ]
    found = _found(connection, rows, identities(connection))
    return {one.claim.id: one for _, one in found}


def claims_of(connection: Connection, reports: Iterable[str]) -> tuple[FoundClaim, ...]:
    """The claims of these reports in the present picture.

    Raises:
        EvidenceMismatch: if a stored claim no longer stands in its report's words.
    """
    known = identities(connection)
    return tuple(
        found
        for some in chunks(sorted(set(reports)), REPORTS_A_PAGE)
        for _, found in _found(
            connection, connection.execute(_OF_REPORTS, {"keys": some}).all(), known
        )
    )


def find_claim(connection: Connection, claim_id: str) -> FoundClaim:
    """The claim with this id.

    Raises:
        NotInLedger: if the present picture has none.
    """
    found = claims_after(connection, ClaimFilter(ids=(claim_id,)), 0, moment_of(connection))
    if not found:
        raise NotInLedger(claim_id, "no claim has this id", "list them with `secondsource claims`")
    return found[-1][1]


def fits(found: FoundClaim, wanted: ClaimFilter) -> bool:
    """Whether a claim's actors, as they are known by now, and its codes are those asked for."""
    if wanted.code is not None and not _is_coded(found, wanted.code):
        return False
    actors = {party.id for party in found.claim.actors}
    recipients = {party.id for party in found.claim.recipients}
    if wanted.actor is not None and wanted.actor not in actors | recipients:
        return False
    if wanted.between is None:
        return True
    one, other = wanted.between
    across = (one in actors and other in recipients) or (other in actors and one in recipients)
    return across or {one, other} <= actors


def _is_coded(found: FoundClaim, wanted: str) -> bool:
    return any(wanted in (code.type, f"{code.codebook}/{code.type}") for code in found.claim.codes)


def _read(
    connection: Connection, query: Select[*tuple[Any, ...]], known: Identities
) -> list[tuple[int, FoundClaim]]:
    return _found(connection, connection.execute(query).all(), known)


def _found(
    connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]], known: Identities
) -> list[tuple[int, FoundClaim]]:
    reports = reports_by_id(connection, {row.report_id for row in rows})
    stored = ((row, reports[row.report_id]) for row in rows)
    return [
        (row.seq, FoundClaim(claim=identified(claim_of(row, report), known), report=report))
        for row, report in stored
    ]


def _few(key: Column[Any]) -> Select[*tuple[Any, ...]]:
    """The claims that count among those with such keys; made once, as pages ask for few."""
    return select(claim.c.seq, claim.c.id, claim.c.report_id, claim.c.record).where(
        key.in_(bindparam("keys", expanding=True)),
        is_counted(claim.c.report_id, claim.c.extraction_seq),
    )


_BY_ID, _OF_REPORTS = _few(claim.c.id), _few(claim.c.report_id)


def _select(wanted: ClaimFilter, moment: Moment) -> Select[*tuple[Any, ...]]:
    counted = counted_extractions(wanted.extractor, moment.horizon)
    query = select(claim.c.seq, claim.c.id, claim.c.report_id, claim.c.record)
    conditions = _conditions(wanted, moment.known)
    return query.where(claim.c.extraction_seq.in_(counted), *conditions)


def _conditions(wanted: ClaimFilter, known: Identities) -> list[ColumnElement[bool]]:
    equal = (
        (claim.c.report_id, wanted.report),
        (claim.c.kind, wanted.kind.value if wanted.kind else None),
        (claim.c.type, wanted.type),
        (claim.c.polarity, wanted.polarity.value if wanted.polarity else None),
        (claim.c.modality, wanted.modality.value if wanted.modality else None),
        (claim.c.place_id, wanted.place),
        (claim.c.country, wanted.country),
    )
    conditions = [column == value for column, value in equal if value is not None]
    if wanted.code is not None:
        conditions.append(claim.c.record["codes", 0, "type"].as_string().is_not(None))
    if wanted.ids:
        conditions.append(claim.c.id.in_(wanted.ids))
    if wanted.actor is not None:
        conditions.append(_has_party(known.stored_as(wanted.actor)))
    if wanted.between is not None:
        one, other = wanted.between
        conditions.append(_is_between(known.stored_as(one), known.stored_as(other)))
    if wanted.since is not None or wanted.until is not None:
        conditions.append(_may_overlap(wanted.since, wanted.until))
    return conditions


def _has_party(ids: frozenset[str], role: str | None = None) -> ColumnElement[bool]:
    found = select(claim_party.c.claim_seq).where(claim_party.c.actor_id.in_(sorted(ids)))
    if role is not None:
        found = found.where(claim_party.c.role == role)
    return claim.c.seq.in_(found)


def _is_between(one: frozenset[str], other: frozenset[str]) -> ColumnElement[bool]:
    """Two actors on opposite sides, or both on the acting side ("A and B agreed")."""
    return or_(
        and_(_has_party(one, "actor"), _has_party(other, "recipient")),
        and_(_has_party(other, "actor"), _has_party(one, "recipient")),
        and_(_has_party(one, "actor"), _has_party(other, "actor")),
    )


def _may_overlap(since: date | None, until: date | None) -> ColumnElement[bool]:
    first, last = claim.c.first_day, claim.c.last_day
    conditions = [or_(first.is_not(None), last.is_not(None))]
    if since is not None:
        conditions.append(or_(last.is_(None), last >= since))
    if until is not None:
        conditions.append(or_(first.is_(None), first <= until))
    return and_(*conditions)
