"""The reports and claims that fitting looks at, each read once."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.claims import Claim
from secondsource.ledger import Ledger
from secondsource.reports import Report


class Facts:
    """Reports and claims of the ledger, kept once they were read."""

    __slots__ = ("_claims", "_headings", "_ledger", "_reports", "_told")

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._reports: dict[str, Report] = {}
        self._headings: dict[str, Report] = {}
        self._claims: dict[str, tuple[Claim, ...]] = {}
        self._told: dict[str, Claim] = {}

    def reports(self, ids: Iterable[str]) -> dict[str, Report]:
        """The reports with these ids."""
        wanted = set(ids)
        self._reports |= self._ledger.reports_by_id(wanted - self._reports.keys())
        return {key: self._reports[key] for key in sorted(wanted)}

    def headings(self, ids: Iterable[str]) -> dict[str, Report]:
        """The reports with these ids, of which only outlet and publication are told."""
        wanted = set(ids)
        self._headings |= self._ledger.headings(wanted - self._headings.keys())
        return {key: self._headings[key] for key in sorted(wanted)}

    def claims(self, reports: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of these reports, those withdrawn left out, in the order of their ids."""
        wanted = set(reports)
        unread = wanted - self._claims.keys()
        found: dict[str, list[Claim]] = {key: [] for key in unread}
        for one in self._ledger.claims_of(unread):
            found[one.report.id].append(one.claim)
            self._told[one.claim.id] = one.claim
            self._reports[one.report.id] = one.report
        self._claims |= {key: tuple(listed) for key, listed in found.items()}
        told = (claim for key in sorted(wanted) for claim in self._claims[key])
        return tuple(sorted(told, key=lambda claim: claim.id))

    def told(self, claims: Iterable[str]) -> tuple[Claim, ...]:
        """The claims with these ids, in the order of their ids."""
        wanted = set(claims)
        found = self._ledger.claims_by_id(wanted - self._told.keys())
        self._told |= {key: one.claim for key, one in found.items()}
        return tuple(self._told[key] for key in sorted(wanted))
