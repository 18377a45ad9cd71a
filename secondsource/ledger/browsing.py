"""What pages that list and count ask of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from secondsource.fusion import Sign
from secondsource.ledger import (
    actor_listing,
    followed,
    glance,
    informants,
    report_listing,
    sheets,
    source_listing,
    standing_reader,
)
from secondsource.ledger.actor_listing import ActorEntry, Called, Speaker
from secondsource.ledger.connection import Store
from secondsource.ledger.glance import Coverage, Glance
from secondsource.ledger.informants import InformantCount
from secondsource.ledger.records import FoundClaim
from secondsource.ledger.report_listing import (
    ReportFacet,
    ReportFilter,
    ReportListing,
    ReportOrder,
)
from secondsource.ledger.sheets import ReportSheet
from secondsource.ledger.source_listing import Flow, OutletStanding
from secondsource.ledger.standing_records import (
    Page,
    StandingEvent,
    StandingLineage,
    StandingTie,
    ValueCount,
)

T = TypeVar("T")


class Browser:
    """Lists and counts of the present picture, each in a few indexed statements."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reports(
        self, wanted: ReportFilter, order: ReportOrder, facets: Sequence[ReportFacet] = ()
    ) -> ReportListing:
        """One page of the reports that fit; see `report_listing.browse_reports`."""
        return self._read(
            lambda connection: report_listing.browse_reports(connection, wanted, order, facets)
        )

    def report_sheet(self, name: str) -> ReportSheet:
        """The report that ``name`` means with what was found in it; see `sheets.report_sheet`."""
        return self._read(lambda connection: sheets.report_sheet(connection, name))

    def claim_sheet(self, claim_id: str) -> ReportSheet:
        """The claim with this id and what its report mentions; see `sheets.claim_sheet`."""
        return self._read(lambda connection: sheets.claim_sheet(connection, claim_id))

    def claims_in(self, reports: Iterable[str]) -> tuple[FoundClaim, ...]:
        """The claims of these reports (ids); see `sheets.claims_in`."""
        return self._read(lambda connection: sheets.claims_in(connection, reports))

    def events_of_report(self, report: str, *, most: int) -> tuple[StandingEvent, ...]:
        """The events that a report (id) tells of, in the order of time."""
        return self._read(lambda connection: followed.events_of_report(connection, report, most))

    def events_of_claim(self, claim: str, *, most: int) -> tuple[StandingEvent, ...]:
        """The events that a claim (id) is about, in the order of time."""
        return self._read(lambda connection: followed.events_of_claim(connection, claim, most))

    def ties_of_claim(self, claim: str, *, most: int) -> tuple[StandingTie, ...]:
        """The ties that rest on a claim (id), in the order of actors and time."""
        return self._read(lambda connection: followed.ties_of_claim(connection, claim, most))

    def events_of_both(self, between: tuple[str, str], *, most: int) -> tuple[StandingEvent, ...]:
        """The events that both of two actors took part in, in the order of time."""
        return self._read(lambda connection: followed.events_of_both(connection, between, most))

    def ties_of_both(self, between: tuple[str, str], *, most: int) -> tuple[StandingTie, ...]:
        """The ties of two actors, in the order of time."""
        return self._read(lambda connection: followed.ties_of_both(connection, between, most))

    def copies_of(self, report: str, *, most: int) -> tuple[StandingLineage, ...]:
        """The lineage of reports that copy or cite this one (id), those of one origin together."""
        return self._read(lambda connection: standing_reader.copies_of(connection, report, most))

    def kin_of_pair(self, between: tuple[str, str]) -> tuple[StandingLineage, ...]:
        """The lineage behind the ties of two actors; see `standing_reader.kin_of_pair`."""
        return self._read(lambda connection: standing_reader.kin_of_pair(connection, between))

    def signs_of_pair(self, between: tuple[str, str]) -> tuple[Sign, ...]:
        """What is said of the ties of two actors; see `sheets.signs_of_pair`."""
        return self._read(lambda connection: sheets.signs_of_pair(connection, between))

    def glance(self) -> Glance:
        """How much the ledger holds."""
        return self._read(glance.glance)

    def coverage(self, *, days: int, outlets: int) -> Coverage:
        """Who published how much on the last days; see `glance.coverage`."""
        return self._read(
            lambda connection: glance.coverage(connection, days=days, outlets=outlets)
        )

    def actors(
        self, words: str = "", *, after: str | None = None, size: int = 50
    ) -> Page[ActorEntry]:
        """A page of the actors of events; see `actor_listing.actor_entries`."""
        return self._read(
            lambda connection: actor_listing.actor_entries(
                connection, words, after=after, size=size
            )
        )

    def event_types(self, actor_id: str) -> tuple[ValueCount, ...]:
        """The types of an actor's events, most frequent first."""
        return self._read(lambda connection: actor_listing.event_types(connection, actor_id))

    def called(self, actor_id: str, most: int = 30) -> tuple[Called, ...]:
        """What reports call an actor, most often first."""

        def read(connection: Connection) -> tuple[Called, ...]:
            stored = actor_listing.stored_ids(connection, actor_id)
            return actor_listing.called(connection, stored, most)

        return self._read(read)

    def speakers(self, actor_id: str, most: int = 30) -> tuple[Speaker, ...]:
        """The outlets that tell of an actor's events; see `actor_listing.speakers`."""
        return self._read(lambda connection: actor_listing.speakers(connection, actor_id, most))

    def outlets(self, most: int = 200) -> tuple[OutletStanding, ...]:
        """How the reports of each outlet came about, the outlets of most reports first."""
        return self._read(lambda connection: source_listing.outlet_standings(connection, most))

    def flows(self, most: int = 200) -> tuple[Flow, ...]:
        """From whom outlets take, the strongest flows first."""
        return self._read(lambda connection: source_listing.flows(connection, most))

    def informants(self, most: int = 60) -> tuple[InformantCount, ...]:
        """Whom the newest claims go back to; see `informants.informants`."""
        return self._read(lambda connection: informants.informants(connection, most))

    def _read(self, question: Callable[[Connection], T]) -> T:
        with self._store.reading() as connection:
            return question(connection)
