"""The ledger's front: each method is one transaction around a function of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from secondsource.annotations import ActorMention, PlaceMention
from secondsource.errors import LedgerUnavailable
from secondsource.ledger import (
    actor_directory,
    append,
    claim_reader,
    counts,
    decisions,
    directory,
    inputs,
    report_reader,
    reviewing,
    search,
)
from secondsource.ledger.address import Address, address_of
from secondsource.ledger.archive import Archive
from secondsource.ledger.browsing import Browser
from secondsource.ledger.charts import Charts
from secondsource.ledger.connection import Store, connect
from secondsource.ledger.identities import Identities, identities
from secondsource.ledger.migrate import upgrade
from secondsource.ledger.paging import pages
from secondsource.ledger.pulse import Pulse
from secondsource.ledger.queue import Queue
from secondsource.ledger.records import (
    ActorSummary,
    Added,
    ClaimFilter,
    Counts,
    Decision,
    Extraction,
    FoundClaim,
    Hits,
    InputKey,
    InputSeen,
    KnownInput,
    Mentioned,
    NewDecision,
    PlaceSummary,
    ReportSummary,
)
from secondsource.ledger.reviews import Reviews
from secondsource.ledger.standing import StandingPicture
from secondsource.ledger.watches import Watches
from secondsource.reports import Report

EVERYTHING = ClaimFilter()


def open_ledger(place: str | Path, *, create: bool = True) -> Ledger:
    """The ledger in a file or at a ``postgresql://`` URL, brought to the newest schema.

    Args:
        place: a file name, a ``sqlite:///`` or a ``postgresql://`` URL.
        create: whether to make a file that does not exist yet.

    Raises:
        UsageError: if ``place`` is no file name and no URL of these kinds.
        LedgerUnavailable: if it cannot be opened, is something else, or is of a newer version.
    """
    address = address_of(place)
    _check_file(address, create=create)
    store = connect(address)
    try:
        upgrade(store)
    except BaseException:
        store.close()
        raise
    return Ledger(store)


def _check_file(address: Address, *, create: bool) -> None:
    file = address.file
    if file is None or file.is_file():
        return
    if file.exists():
        raise LedgerUnavailable(address.shown, "this is not a file", "name a file such as x.db")
    if not file.parent.is_dir():
        raise LedgerUnavailable(
            address.shown, f"there is no folder {file.parent}", "create it, or name another file"
        )
    if not create:
        raise LedgerUnavailable(
            address.shown, "there is no such ledger", "run `secondsource ingest` first"
        )


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger(StandingPicture):
    """All that was read, extracted, decided and withdrawn; only ever added to.

    What it answers is the present picture: the latest extraction of each report, without the
    reports that are withdrawn. Any number of threads and processes may read and write at once.

    Methods that write or read raise `LedgerUnavailable` when the database fails.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime] = _now) -> None:
        super().__init__(store, clock)
        self._pulse = Pulse(store.address.file)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({self.shown!r})"

    @property
    def shown(self) -> str:
        """The file name or URL, without a password."""
        return self._store.address.shown

    @property
    def browse(self) -> Browser:
        """Lists and counts by the page."""
        return Browser(self._store)

    @property
    def charts(self) -> Charts:
        """Counts of events by place and by time."""
        return Charts(self._store)

    @property
    def queue(self) -> Queue:
        """The jobs of long runs."""
        return Queue(self._store, self._clock)

    @property
    def archive(self) -> Archive:
        """All facts, to be taken out and put back."""
        return Archive(self._store)

    @property
    def watches(self) -> Watches:
        """What users want to hear of."""
        return Watches(store=self._store, clock=self._clock)

    @property
    def reviews(self) -> Reviews:
        """What reviewers decided about claims."""
        return Reviews(store=self._store, clock=self._clock)

    def close(self) -> None:
        """Close all connections."""
        self._pulse.close()
        self._store.close()

    @contextmanager
    def moment(self) -> Iterator[None]:
        """All that is read inside, by this thread, is of one state of the ledger.

        What is written meanwhile, even by this thread, is not seen before it ends.
        """
        with self._store.moment():
            yield

    def pulse(self) -> int | None:
        """A number that changes with whatever is written, told without waiting; ``None`` where
        that cannot be, as of a server. See `pulse.Pulse`."""
        return self._pulse.beat()

    def add_inputs(self, seen: Sequence[InputSeen]) -> Added:
        """Append inputs with their reports or rejections, all or none; see `append.add_inputs`."""
        with self._store.writing() as connection:
            return append.add_inputs(connection, seen, self._clock())

    def known_inputs(self, keys: Sequence[InputKey]) -> dict[InputKey, KnownInput]:
        """Those of ``keys`` that were seen, with what was last made of them."""
        return self._read(lambda connection: inputs.known_inputs(connection, keys))

    def rejected_inputs(self) -> Iterator[KnownInput]:
        """All inputs that gave no report, in the order of their reading."""
        return pages(lambda after: self._read(partial(inputs.rejected_inputs, after=after)))

    def add_extractions(self, found: Sequence[Extraction]) -> tuple[str, ...]:
        """Append extractions, all or none; see `append.add_extractions`."""
        with self._store.writing() as connection:
            added = append.add_extractions(connection, found, self._clock())
            reviewing.derive_again(connection, added, self._clock())
            return added

    def unextracted(self, extractor: str) -> Iterator[Report]:
        """The reports that ``extractor`` has not read, in the order of their adding."""
        return self._reports(unread_by=extractor)

    def reports(self) -> Iterator[Report]:
        """All reports in the order of their adding."""
        return self._reports(unread_by=None)

    def _reports(self, *, unread_by: str | None) -> Iterator[Report]:
        read = partial(report_reader.reports_after, unread_by=unread_by)
        return pages(lambda after: self._read(partial(read, after=after)))

    def summaries(self) -> Iterator[ReportSummary]:
        """All reports without their texts, in the order of their adding."""
        read = report_reader.summaries_after
        return pages(lambda after: self._read(partial(read, after=after)))

    def report(self, name: str) -> Report:
        """The one report that ``name`` means; see `report_reader.find_report`."""
        return self._read(lambda connection: report_reader.find_report(connection, name))

    def reports_by_id(self, ids: Iterable[str]) -> dict[str, Report]:
        """The reports with these ids, by id, withdrawn ones included."""
        return self._read(lambda connection: report_reader.reports_by_id(connection, set(ids)))

    def headings(self, ids: Iterable[str]) -> dict[str, Report]:
        """The reports with these ids without their texts; see `report_reader.headings_by_id`."""
        return self._read(lambda connection: report_reader.headings_by_id(connection, set(ids)))

    def claims(self, wanted: ClaimFilter = EVERYTHING) -> Iterator[FoundClaim]:
        """The claims that fit, with their reports, in the order of their adding.

        Actors are as they are known by now, by the decisions that stand. All of the claims are of
        the picture at the moment of the first. However many there are, only one page is held in
        memory.

        Raises:
            EvidenceMismatch: if a stored claim no longer stands in its report's words.
        """
        moment = self._read(claim_reader.moment_of)
        read = partial(claim_reader.claims_after, wanted=wanted, moment=moment)
        found = pages(lambda after: self._read(partial(read, after=after)))
        return (one for one in found if claim_reader.fits(one, wanted))

    def claim(self, claim_id: str) -> FoundClaim:
        """The claim with this id; raises `NotInLedger` if there is none."""
        return self._read(lambda connection: claim_reader.find_claim(connection, claim_id))

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, FoundClaim]:
        """The claims with these ids, by id; see `claim_reader.claims_by_id`."""
        return self._read(lambda connection: claim_reader.claims_by_id(connection, ids))

    def claims_of(self, reports: Iterable[str]) -> tuple[FoundClaim, ...]:
        """The claims of these reports (ids); see `claim_reader.claims_of`."""
        return self._read(lambda connection: claim_reader.claims_of(connection, reports))

    def mentions(self, report_id: str) -> tuple[tuple[ActorMention, ...], tuple[PlaceMention, ...]]:
        """The mentions of actors and of places that the latest extraction found in a report."""
        return self._read(lambda connection: directory.mentions_in(connection, report_id))

    def search(self, words: str, limit: int = 20) -> Hits:
        """Reports and claims that hold all of ``words``; see `search.search`."""
        return self._read(lambda connection: search.search(connection, words, limit))

    def actors(self) -> tuple[ActorSummary, ...]:
        """The actors mentioned, most mentioned first."""
        return self._read(actor_directory.actors)

    def mentions_of(self, actor_id: str) -> tuple[Mentioned, ...]:
        """How often each report mentions an actor, by which words."""
        return self._read(lambda connection: actor_directory.mentions_of(connection, actor_id))

    def identities(self) -> Identities:
        """Who is who, by the decisions that stand."""
        return self._read(identities)

    def places(self) -> tuple[PlaceSummary, ...]:
        """The places mentioned, most mentioned first."""
        return self._read(directory.places)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        return self._read(counts.counts)

    def withdraw(self, report_id: str, *, who: str, why: str) -> Decision:
        """Hide a report; see `decisions.withdraw_report`."""
        with self._store.writing() as connection:
            return decisions.withdraw_report(
                connection, report_id, who=who, why=why, at=self._clock()
            )

    def decide(self, new: NewDecision) -> Decision:
        """Log a decision."""
        with self._store.writing() as connection:
            return decisions.decide(connection, new, self._clock())

    def withdraw_decision(self, decision_id: int, *, who: str, why: str) -> Decision:
        """Take a decision back; see `decisions.withdraw_decision`."""
        with self._store.writing() as connection:
            return decisions.withdraw_decision(
                connection, decision_id, who=who, why=why, at=self._clock()
            )

    def decision(self, number: int) -> Decision:
        """The decision with this number; raises `NotInLedger` if there is none."""
        return self._read(lambda connection: decisions.find_decision(connection, number))

    def decisions(self, subject: str | None = None) -> tuple[Decision, ...]:
        """The decision log in order, all of it or what is about one subject."""
        return self._read(lambda connection: decisions.decisions(connection, subject))
