"""The reports and claims under events and ties, and what comparing some of them gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondsource.claims import Claim
from secondsource.fusion import Lineage, trace_lineage
from secondsource.ledger import EventFilter, FoundClaim, Ledger, LineageFilter
from secondsource.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Reports with their claims and lineage, all of one moment."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    lineage: tuple[Lineage, ...]
    found: Mapping[str, FoundClaim] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        reports = {one.id: one for one in self.reports}
        found = {
            one.id: FoundClaim(claim=one, report=reports[one.report_id]) for one in self.claims
        }
        object.__setattr__(self, "found", found)

    @property
    def names(self) -> dict[str, str]:
        """The name of each actor that stands in a claim, by id."""
        return names_in(self.claims)


def names_in(claims: Iterable[Claim]) -> dict[str, str]:
    """The name of each actor that stands in a claim, by id; of several the one of the last id."""
    parties = (
        party
        for one in sorted(claims, key=lambda claim: claim.id)
        for party in (*one.actors, *one.recipients)
    )
    return {party.id: party.name for party in parties if party.id is not None}


def draw(reports: Iterable[Report], claims: Iterable[Claim]) -> Picture:
    """The picture of these reports and claims."""
    listed, made = tuple(reports), tuple(claims)
    return Picture(reports=listed, claims=made, lineage=trace_lineage(listed, made))


def picture_around(ledger: Ledger, report_id: str) -> Picture:
    """Fusion over a report, those with its origin and those that tell of its events."""
    wanted = EventFilter(reports=(report_id,))
    told = (claim for one in ledger.every_standing_event(wanted) for claim in one.group.claims)
    reports = {one.report.id for one in ledger.claims_by_id(told).values()}
    kin = kin_of(ledger, reports | {report_id})
    return draw(ledger.reports_by_id(kin).values(), (one.claim for one in found_in(ledger, kin)))


def kin_of(ledger: Ledger, reports: set[str]) -> set[str]:
    """The reports that share an origin with some of these, these included."""
    origins = {one.lineage.origin for one in ledger.standing_lineage(reports)}
    if not origins:
        return reports
    wanted = LineageFilter(origins=tuple(sorted(origins)))
    return reports | {one.lineage.report_id for one in ledger.every_standing_lineage(wanted)}


def found_in(ledger: Ledger, reports: Iterable[str]) -> tuple[FoundClaim, ...]:
    """The claims of these reports."""
    return ledger.browse.claims_in(reports)
