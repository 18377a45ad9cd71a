"""What could be known by a day: the reports published by then, compared without the later ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from secondsource.fusion import Lineage, group_events, latest
from secondsource.ledger import (
    ClaimFilter,
    FoundClaim,
    Ledger,
    StandingLineage,
    event_orders,
    event_rulings_among,
)
from secondsource.reports import Report
from secondsource.views.contexts import EventRow
from secondsource.views.events import row_of
from secondsource.views.picture import Picture, draw, found_in, kin_of

EVERYTHING = ClaimFilter()


def known_then(ledger: Ledger, known_by: str, between: tuple[str, str] | None = None) -> Picture:
    """The picture that the reports published by ``known_by`` (EDTF) give.

    With ``between`` it is of the reports that tell of one of these two actors, found by an index,
    and of those with the same origins, which tell who had copied whom; without it of all.
    """
    if between is None:
        read = [one for one in ledger.reports() if published_by(one, known_by)]
        known = {one.id for one in read}
        made = (one.claim for one in ledger.claims(EVERYTHING))
        return draw(read, [one for one in made if one.report_id in known])
    told = (one for actor in between for one in ledger.claims(ClaimFilter(actor=actor)))
    return _picture(ledger, told, known_by)


def event_known_by(ledger: Ledger, event_id: str, known_by: str) -> EventRow | None:
    """The event as the reports published by then tell it; ``None`` where none of them does.

    Raises:
        NotInLedger: if no event has this id.
    """
    claims = ledger.standing_event(event_id).group.claims
    picture = _picture(ledger, ledger.claims_by_id(claims).values(), known_by)
    told = [picture.found[claim] for claim in claims if claim in picture.found]
    rulings = event_rulings_among(ledger.reviews.about_events())
    there = {one.claim.id for one in told}
    orders = event_orders(rulings, lambda anchor: anchor.claim if anchor.claim in there else None)
    groups = group_events(
        [one.claim for one in told], picture.reports, picture.lineage, orders=orders
    )
    largest = max(groups, key=lambda group: (len(group.claims), group.id), default=None)
    return row_of(largest, picture.found) if largest else None


def lineage_then(
    ledger: Ledger, kin: Sequence[StandingLineage], known_by: str
) -> tuple[Lineage, ...]:
    """The lineage of those of ``kin`` that were published by then, as it was known then.

    ``kin`` are all reports of their origins. An origin of which all reports were published by
    then is as the picture has it; the others are traced anew from those that were.
    """
    horizon = latest(known_by)
    known = {one.lineage.report_id for one in kin if _by(one.published, horizon)}
    open_ = {one.lineage.origin for one in kin if one.lineage.report_id not in known}
    traced = tuple(one.lineage for one in kin if one.lineage.origin not in open_)
    again = known - {one.report_id for one in traced}
    if not again:
        return traced
    claims = [one.claim for one in found_in(ledger, again)]
    return (*traced, *draw(ledger.reports_by_id(again).values(), claims).lineage)


def published_by(report: Report, known_by: str) -> bool:
    """Whether a report is known to be published by the end of ``known_by`` (EDTF)."""
    return _by(report.published.value if report.published else None, latest(known_by))


def _by(published: str | None, horizon: date | None) -> bool:
    day = latest(published)
    return day is not None and horizon is not None and day <= horizon


def _picture(ledger: Ledger, told: Iterable[FoundClaim], known_by: str) -> Picture:
    """The picture of these claims, and of the reports with the same origins, known by then."""
    found = {one.claim.id: one for one in told}
    kin = kin_of(ledger, {one.report.id for one in found.values()})
    found |= {one.claim.id: one for one in found_in(ledger, kin)}
    reports = ledger.reports_by_id(kin)
    read = [one for one in reports.values() if published_by(one, known_by)]
    known = {one.id for one in read}
    return draw(read, [one.claim for one in found.values() if one.report.id in known])
