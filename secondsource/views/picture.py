"""Everything that comparing needs at once: the reports, their claims and who copied whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondsource.claims import Claim
from secondsource.fusion import Lineage, trace_lineage
from secondsource.ledger import ClaimFilter, Ledger
from secondsource.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Reports with their claims and lineage, all of one moment."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    lineage: tuple[Lineage, ...]
    reports_by_id: Mapping[str, Report] = field(init=False, repr=False, compare=False)
    claims_by_id: Mapping[str, Claim] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reports_by_id", {one.id: one for one in self.reports})
        object.__setattr__(self, "claims_by_id", {one.id: one for one in self.claims})

    @property
    def names(self) -> dict[str, str]:
        """The name of each actor that stands in a claim, by id."""
        parties = (party for one in self.claims for party in (*one.actors, *one.recipients))
        return {party.id: party.name for party in parties if party.id is not None}


def draw(reports: Iterable[Report], claims: Iterable[Claim]) -> Picture:
    """The picture of these reports and claims."""
    listed, made = tuple(reports), tuple(claims)
    return Picture(reports=listed, claims=made, lineage=trace_lineage(listed, made))


def picture_of(ledger: Ledger, extractor: str | None = None) -> Picture:
    """The ledger's present picture, from the latest extractions or those of ``extractor``."""
    found = ledger.claims(ClaimFilter(extractor=extractor))
    return draw(ledger.reports(), (one.claim for one in found))
