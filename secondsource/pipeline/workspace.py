"""The Python API: a ledger with the pipeline around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from secondsource.claims import Claim, ClaimKind, Polarity
from secondsource.ledger import ClaimFilter, Ledger, open_ledger
from secondsource.pipeline.ingesting import Ingested, Watch, ingest
from secondsource.pipeline.reading import Plan
from secondsource.reports import ReadOptions, Report
from secondsource.views import (
    ActorRow,
    EventRow,
    LineageRow,
    Overview,
    PlaceRow,
    ReportPage,
    SearchPage,
    TieRow,
    actor_rows,
    event_rows,
    lineage_rows,
    overview_of,
    picture_of,
    place_rows,
    report_page,
    search_page,
    tie_rows,
)


class Workspace:
    """Everything one does with a ledger; close it, or use it as a context manager."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.ledger.close()

    def ingest(
        self,
        *inputs: str | Path,
        options: ReadOptions | None = None,
        workers: int = 0,
        watch: Watch = lambda _: None,
    ) -> Ingested:
        """Read files, folders, archives, feeds or addresses and extract their claims.

        ``workers`` 0 uses every core. What the ledger holds already is not read again.
        """
        sources = [str(source) for source in inputs]
        return ingest(self.ledger, sources, options or ReadOptions(), Plan(workers=workers), watch)

    def claims(  # noqa: PLR0913 - a filter per keyword is the point of it
        self,
        *,
        actor: str | None = None,
        between: tuple[str, str] | None = None,
        report: str | None = None,
        kind: ClaimKind | None = None,
        type: str | None = None,  # noqa: A002 - the field's name in the contract
        polarity: Polarity | None = None,
        country: str | None = None,
    ) -> Iterator[Claim]:
        """The claims for which all that is given holds; actors by registry id."""
        wanted = ClaimFilter(
            actor=actor,
            between=between,
            report=self.ledger.report(report).id if report else None,
            kind=kind,
            type=type,
            polarity=polarity,
            country=country,
        )
        return (found.claim for found in self.ledger.claims(wanted))

    def reports(self) -> Iterator[Report]:
        """All reports that are not withdrawn."""
        return self.ledger.reports()

    def show(self, name: str) -> ReportPage:
        """One report, by id, beginning of an id, or path, with its claims."""
        return report_page(self.ledger, name)

    def events(self) -> tuple[EventRow, ...]:
        """What happened, each with the claims about it and their words."""
        return event_rows(picture_of(self.ledger))

    def ties(
        self,
        between: tuple[str, str] | None = None,
        *,
        as_of: str | None = None,
        known_by: str | None = None,
    ) -> tuple[TieRow, ...]:
        """The states of relations; ``as_of`` when they held, ``known_by`` when it was said."""
        return tie_rows(picture_of(self.ledger), between=between, as_of=as_of, known_by=known_by)

    def lineage(self) -> tuple[LineageRow, ...]:
        """Where each report's text and information come from."""
        return lineage_rows(picture_of(self.ledger))

    def search(self, words: str, limit: int = 20) -> SearchPage:
        """Reports and claims that hold all the words."""
        return search_page(self.ledger, words, limit)

    def actors(self) -> tuple[ActorRow, ...]:
        """The actors mentioned, most mentioned first."""
        return actor_rows(self.ledger)

    def places(self) -> tuple[PlaceRow, ...]:
        """The places mentioned, most mentioned first."""
        return place_rows(self.ledger)

    def overview(self) -> Overview:
        """How much the ledger holds."""
        return overview_of(self.ledger)


def open_workspace(place: str | Path, *, create: bool = True) -> Workspace:
    """Open the ledger in a file or at a ``postgresql://`` URL.

    Raises:
        LedgerUnavailable: if it cannot be opened, or is not there and ``create`` is false.
    """
    return Workspace(open_ledger(place, create=create))
