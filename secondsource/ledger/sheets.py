"""All that a page about one report or one claim shows, in as few statements as that takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Integer, String, bindparam, func, select

from secondsource.annotations import ActorMention, PlaceMention
from secondsource.claims import Claim
from secondsource.errors import NotInLedger
from secondsource.fusion import Sign
from secondsource.ledger.identities import Identities, identified, identified_mention, identities
from secondsource.ledger.paging import chunks
from secondsource.ledger.picture import present
from secondsource.ledger.records import FoundClaim
from secondsource.ledger.report_reader import REPORTS_A_PAGE, find_report, reports_by_id
from secondsource.ledger.rows import actor_of, claim_of, place_of, report_of
from secondsource.ledger.schema import actor_mention, claim, extraction, place_mention, report
from secondsource.ledger.sign_rows import sign_of
from secondsource.ledger.working_schema import tie_sign
from secondsource.reports import Report

_LATEST = (
    select(func.max(extraction.c.seq))
    .where(extraction.c.report_id == claim.c.report_id)
    .correlate(claim)
    .scalar_subquery()
)

# Made once: to make a statement takes longer than to run it.
_ID, _SEQ = bindparam("id", type_=String), bindparam("seq", type_=Integer)
_NEWEST = select(func.max(extraction.c.seq)).where(extraction.c.report_id == _ID)
_CLAIMS = select(claim.c.id, claim.c.report_id, claim.c.record).where(
    claim.c.report_id == _ID, claim.c.extraction_seq == _LATEST
)
_CLAIM = (
    select(claim.c.id, claim.c.report_id, claim.c.record, claim.c.extraction_seq)
    .add_columns(report.c.text, report.c.details)
    .join(report, report.c.id == claim.c.report_id)
    .where(claim.c.id == _ID, claim.c.extraction_seq == _LATEST, present(claim.c.report_id))
)
_ACTORS = (
    select(actor_mention.c.record, actor_mention.c.words)
    .where(actor_mention.c.extraction_seq == _SEQ)
    .order_by(actor_mention.c.position)
)
_PLACES = (
    select(place_mention.c.record)
    .where(place_mention.c.extraction_seq == _SEQ)
    .order_by(place_mention.c.position)
)
_SIGNS = select(tie_sign.c.record).where(
    tie_sign.c.one == _ID, tie_sign.c.other == bindparam("other")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet:
    """A report with what its latest extraction found in it; claims in the order of the text."""

    report: Report
    claims: tuple[Claim, ...]
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]


def report_sheet(connection: Connection, name: str) -> ReportSheet:
    """The sheet of the one report that ``name`` means; see `report_reader.find_report`."""
    found = find_report(connection, name)
    known = identities(connection)
    rows = connection.execute(_CLAIMS, {"id": found.id}).all()
    claims = (identified(claim_of(row, found), known) for row in rows)
    latest = connection.execute(_NEWEST, {"id": found.id}).scalar_one()
    return ReportSheet(
        report=found,
        claims=tuple(sorted(claims, key=lambda one: (one.evidence[0].span, one.trigger.span))),
        actors=_actors(connection, latest, found.id, known),
        places=_places(connection, latest),
    )


def claim_sheet(connection: Connection, claim_id: str) -> ReportSheet:
    """The sheet of a claim's report, with this claim alone.

    Raises:
        NotInLedger: if the present picture has no such claim.
    """
    row = connection.execute(_CLAIM, {"id": claim_id}).one_or_none()
    if row is None:
        raise NotInLedger(claim_id, "no claim has this id", "list them with `secondsource claims`")
    known, found = identities(connection), report_of(row)
    return ReportSheet(
        report=found,
        claims=(identified(claim_of(row, found), known),),
        actors=_actors(connection, row.extraction_seq, found.id, known),
        places=_places(connection, row.extraction_seq),
    )


def claims_in(connection: Connection, reports: Iterable[str]) -> tuple[FoundClaim, ...]:
    """The claims of these reports (ids) in the order of their adding, report by report."""
    known = identities(connection)
    found = []
    for some in chunks(sorted(set(reports)), REPORTS_A_PAGE):
        rows = connection.execute(
            select(claim.c.id, claim.c.report_id, claim.c.record)
            .where(
                claim.c.report_id.in_(some),
                claim.c.extraction_seq == _LATEST,
                present(claim.c.report_id),
            )
            .order_by(claim.c.report_id, claim.c.seq)
        ).all()
        texts = reports_by_id(connection, {row.report_id for row in rows})
        found += [
            FoundClaim(claim=identified(claim_of(row, text), known), report=text)
            for row, text in ((row, texts[row.report_id]) for row in rows)
        ]
    return tuple(found)


def signs_of_pair(connection: Connection, between: tuple[str, str]) -> tuple[Sign, ...]:
    """All that is said of the ties of two actors, as the standing picture read it."""
    one, other = sorted(between)
    found = connection.execute(_SIGNS, {"id": one, "other": other}).scalars()
    return tuple(map(sign_of, found))


def _actors(
    connection: Connection, seq: int | None, report_id: str, known: Identities
) -> tuple[ActorMention, ...]:
    rows = connection.execute(_ACTORS, {"seq": seq})
    return tuple(identified_mention(actor_of(row), report_id, row.words, known) for row in rows)


def _places(connection: Connection, seq: int | None) -> tuple[PlaceMention, ...]:
    return tuple(map(place_of, connection.execute(_PLACES, {"seq": seq})))
