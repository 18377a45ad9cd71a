"""The Python API: a ledger with the pipeline around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from secondsource.claims import Claim, ClaimKind, Correction, Modality, Polarity
from secondsource.ledger import (
    REVIEW_DECISIONS,
    Decision,
    Ledger,
    NewsEntry,
    Seen,
    TieFilter,
    WatchEntry,
    open_ledger,
)
from secondsource.pipeline.deciding import (
    actor_decisions,
    merge_actors,
    rename_actor,
    split_actor,
    undo_decision,
)
from secondsource.pipeline.events_ruling import merge_events, split_event
from secondsource.pipeline.fusing import refresh
from secondsource.pipeline.ingesting import Ingested, Watch, ingest
from secondsource.pipeline.naming import Wanted, actor_name, claim_filter, pair, pair_of
from secondsource.pipeline.reading import Plan
from secondsource.pipeline.reviewing import (
    accept_claim,
    add_claim,
    correct_claim,
    reject_claim,
)
from secondsource.pipeline.watching import add_watch, look
from secondsource.reports import ReadOptions, Report
from secondsource.text import Span
from secondsource.views import (
    ActorRow,
    Asked,
    Brief,
    ContradictionRecord,
    EventRow,
    LineageRow,
    Overview,
    PlaceRow,
    ReportPage,
    ReportRow,
    SearchPage,
    TieRow,
    WhyRow,
    actor_rows,
    brief_of,
    contradiction_rows,
    day_of,
    event_rows,
    lineage_rows,
    overview_of,
    place_rows,
    report_page,
    report_rows,
    search_page,
    tie_rows,
    ties_known_by,
    why_rows,
)


class Workspace:
    """Everything one does with a ledger; close it, or use it as a context manager.

    Wherever an actor is asked for, a registry id or a name will do.
    """

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

    def ingest(  # noqa: PLR0913 - an option of the command each
        self,
        *inputs: str | Path,
        options: ReadOptions | None = None,
        workers: int = 1,
        registry: Path | None = None,
        codebook: Path | None = None,
        trained: bool = True,
        watch: Watch = lambda _: None,
    ) -> Ingested:
        """Read files, folders, archives, feeds or addresses and extract their claims.

        What the ledger holds already is not read again. ``workers`` 0 uses every core; a script
        that asks for more than one must do so under ``if __name__ == "__main__":``, because the
        others import it anew. ``registry`` is a file of your own actors, ``codebook`` one of
        your own types; without ``trained`` attributions are found by rules alone, which is faster
        and finds fewer.

        Raises:
            UsageError: if the actor file or the codebook cannot be used.
            MissingResource: if a model or a data file is absent or corrupt.
            LedgerUnavailable: if the database fails; what was stored stays.
        """
        sources = [str(source) for source in inputs]
        plan = Plan(workers=workers, registry=registry, codebook=codebook, trained=trained)
        return ingest(self.ledger, sources, options or ReadOptions(), plan, watch)

    def claims(  # noqa: PLR0913 - a filter per keyword is the point of it
        self,
        *,
        report: str | None = None,
        actor: str | None = None,
        between: tuple[str, str] | None = None,
        kind: ClaimKind | None = None,
        type: str | None = None,  # noqa: A002 - the field's name in the contract
        modality: Modality | None = None,
        polarity: Polarity | None = None,
        place: str | None = None,
        country: str | None = None,
        since: date | None = None,
        until: date | None = None,
        code: str | None = None,
    ) -> Iterator[Claim]:
        """The claims that fit, as they are read; each filter is explained in `Wanted`.

        Raises:
            NotInLedger: if a report, actor or place is not known; the message offers near names.
            UsageError: if one of them means several.
        """
        wanted = Wanted(
            report=report,
            actor=actor,
            between=between,
            kind=kind,
            type=type,
            modality=modality,
            polarity=polarity,
            place=place,
            country=country,
            since=since,
            until=until,
            code=code,
        )
        return (found.claim for found in self.ledger.claims(claim_filter(self.ledger, wanted)))

    def reports(self) -> Iterator[Report]:
        """All reports that are not withdrawn."""
        return self.ledger.reports()

    def listing(self) -> Iterator[ReportRow]:
        """All reports without their texts, each with the number of its claims."""
        return report_rows(self.ledger)

    def show(self, name: str) -> ReportPage:
        """One report, by id, beginning of an id, or path, with its claims."""
        return report_page(self.ledger, name)

    def why(self, name: str) -> tuple[WhyRow, ...]:
        """Each field of each claim of one report, with the words that gave its value."""
        refresh(self.ledger)
        return why_rows(self.ledger, name)

    def events(self) -> tuple[EventRow, ...]:
        """What happened, each with the claims about it and their words."""
        refresh(self.ledger)
        return tuple(event_rows(self.ledger))

    def ties(
        self,
        between: tuple[str, str] | None = None,
        *,
        as_of: str | None = None,
        known_by: str | None = None,
    ) -> tuple[TieRow, ...]:
        """The states of relations; ``as_of`` when they held, ``known_by`` when it was said.

        Raises:
            NotInLedger: if an actor is not known; the message offers near names.
            UsageError: if a name means several actors or the same one twice, or a date is no date.
        """
        refresh(self.ledger)
        actors = pair(self.ledger, between)
        if known_by is not None:
            return ties_known_by(self.ledger, known_by, between=actors, as_of=as_of)
        wanted = TieFilter(between=actors, as_of=day_of(as_of, "as_of"))
        return tuple(tie_rows(self.ledger, wanted))

    def contradictions(self) -> Iterator[ContradictionRecord]:
        """Claims about one event or tie that cannot both hold, in pairs."""
        refresh(self.ledger)
        return contradiction_rows(self.ledger)

    def lineage(self) -> tuple[LineageRow, ...]:
        """Where each report's text and information come from."""
        refresh(self.ledger)
        return tuple(lineage_rows(self.ledger))

    def search(self, words: str, limit: int = 20) -> SearchPage:
        """Reports and claims that hold all the words."""
        return search_page(self.ledger, words, limit)

    def actors(self) -> tuple[ActorRow, ...]:
        """The actors mentioned, most mentioned first."""
        return actor_rows(self.ledger)

    def merge_actors(self, kept: str, *others: str, who: str, why: str = "") -> Decision:
        """Decide that ``others`` are the actor ``kept``; it holds at once, everywhere.

        Raises:
            NotInLedger: if one of them is not known; the message offers near names.
            UsageError: if a name means several actors, or two of them are one already.
        """
        return self._refreshed(merge_actors(self.ledger, kept, others, who=who, why=why))

    def split_actor(  # noqa: PLR0913 - which mentions, whose they are, who says so
        self,
        actor: str,
        name: str,
        *,
        reports: Sequence[str] = (),
        called: Sequence[str] = (),
        who: str,
        why: str = "",
    ) -> Decision:
        """Decide that the mentions of ``actor`` in ``reports``, or by the words ``called``, are of
        ``name``, an actor that is known or a new one.

        Raises:
            NotInLedger: if the actor or a report is not known.
            UsageError: if no mention fits, or a name is ambiguous.
        """
        decision = split_actor(
            self.ledger, actor, name, reports=reports, called=called, who=who, why=why
        )
        return self._refreshed(decision)

    def rename_actor(self, actor: str, name: str, *, who: str, why: str = "") -> Decision:
        """Decide by which name an actor is shown.

        Raises:
            NotInLedger: if it is not known; the message offers near names.
            UsageError: if its name means several.
        """
        return self._refreshed(rename_actor(self.ledger, actor, name, who=who, why=why))

    def undo(self, number: int, *, who: str, why: str = "") -> Decision:
        """Take a decision about actors, events or a claim back; it stays in the log, with who
        took it back and why.

        Raises:
            NotInLedger: if there is no such decision.
            UsageError: if it is about something else.
            LedgerError: if it was taken back before.
        """
        return self._refreshed(undo_decision(self.ledger, number, who=who, why=why))

    def accept_claim(
        self, claim: str, *, who: str, why: str = "", seen: Seen | None = None
    ) -> Decision:
        """Decide that a claim is right as it stands; see `reviewing.accept_claim`."""
        return self._refreshed(accept_claim(self.ledger, claim, who=who, why=why, seen=seen))

    def reject_claim(
        self, claim: str, *, who: str, why: str = "", seen: Seen | None = None
    ) -> Decision:
        """Decide that the report makes no such claim; see `reviewing.reject_claim`."""
        return self._refreshed(reject_claim(self.ledger, claim, who=who, why=why, seen=seen))

    def correct_claim(
        self,
        claim: str,
        change: Correction,
        *,
        who: str,
        why: str = "",
        seen: Seen | None = None,
    ) -> Decision:
        """Decide that a claim reads otherwise; see `reviewing.correct_claim`."""
        made = correct_claim(self.ledger, claim, change, who=who, why=why, seen=seen)
        return self._refreshed(made)

    def add_claim(  # noqa: PLR0913 - where, what, who says so
        self,
        report: str,
        change: Correction,
        *,
        trigger: Span,
        evidence: Sequence[Span],
        who: str,
        why: str = "",
    ) -> Decision:
        """Decide that a report makes a claim that was missed; see `reviewing.add_claim`."""
        made = add_claim(
            self.ledger, report, change, trigger=trigger, evidence=evidence, who=who, why=why
        )
        return self._refreshed(made)

    def merge_events(self, *events: str, who: str, why: str = "") -> Decision:
        """Decide that the claims about several events (ids) are about one.

        Raises:
            NotInLedger: if there is no such event.
            UsageError: if fewer than two are given.
        """
        refresh(self.ledger)
        return self._refreshed(merge_events(self.ledger, events, who=who, why=why))

    def split_event(
        self, event: str, claims: Sequence[str], *, who: str, why: str = ""
    ) -> Decision:
        """Decide that some claims about an event (ids) are about another one.

        Raises:
            NotInLedger: if there is no such event.
            UsageError: if none or all of its claims are given, or one is not of it.
        """
        refresh(self.ledger)
        return self._refreshed(split_event(self.ledger, event, claims, who=who, why=why))

    def withdraw(self, report: str, *, who: str, why: str) -> Decision:
        """Take the report that ``report`` means (see `show`) out of the present picture.

        Raises:
            NotInLedger: if there is no such report.
            UsageError: if it means several.
        """
        found = self.ledger.report(report)
        return self._refreshed(self.ledger.withdraw(found.id, who=who, why=why))

    def _refreshed(self, decision: Decision) -> Decision:
        """``decision``, once the standing picture follows it."""
        refresh(self.ledger)
        return decision

    def decisions(self, actor: str | None = None) -> tuple[Decision, ...]:
        """The decisions about actors in their order, those about one only if it is given.

        Raises:
            NotInLedger: if the actor is not known; the message offers near names.
            UsageError: if a name means several.
        """
        return actor_decisions(self.ledger, actor)

    def review_decisions(self, claim: str | None = None) -> tuple[Decision, ...]:
        """The decisions about claims and events in their order, those about one claim only if its
        id is given."""
        if claim is not None:
            return self.ledger.reviews.of(claim)
        return tuple(one for one in self.ledger.decisions() if one.decided.what in REVIEW_DECISIONS)

    def places(self) -> tuple[PlaceRow, ...]:
        """The places mentioned, most mentioned first."""
        return place_rows(self.ledger)

    def add_watch(
        self,
        *,
        actors: Sequence[str] = (),
        places: Sequence[str] = (),
        tie: tuple[str, str] | None = None,
        name: str | None = None,
    ) -> WatchEntry:
        """Watch actors, places or a tie from now on; see `watching.add_watch`."""
        return add_watch(self.ledger, actors=actors, places=places, tie=tie, name=name)

    def look(self) -> tuple[NewsEntry, ...]:
        """What is new, changed or newly disputed of what is watched, and not yet looked at."""
        return look(self.ledger)

    def brief(
        self,
        actors: tuple[str, str],
        *,
        since: str | None = None,
        until: str | None = None,
        known_by: str | None = None,
    ) -> Brief:
        """What is known of two actors, each sentence with its sources and its verdict.

        Raises:
            NotInLedger: if an actor is not known; the message offers near names.
            UsageError: if a name means several actors or the same one twice, or a date is no date.
        """
        refresh(self.ledger)
        for option, edtf in (("from", since), ("to", until), ("known_by", known_by)):
            day_of(edtf, option)
        ids = pair_of(self.ledger, actors)
        one, other = (actor_name(self.ledger, key) for key in ids)
        asked = Asked(actors=ids, names=(one, other), since=since, until=until, known_by=known_by)
        return brief_of(self.ledger, asked)

    def overview(self) -> Overview:
        """How much the ledger holds."""
        return overview_of(self.ledger)


def open_workspace(place: str | Path, *, create: bool = True) -> Workspace:
    """Open the ledger in a file or at a ``postgresql://`` URL.

    Raises:
        LedgerUnavailable: if it cannot be opened, or is not there and ``create`` is false.
    """
    return Workspace(open_ledger(place, create=create))
