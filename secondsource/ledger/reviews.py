"""The front of what reviewers decide about claims: each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from secondsource.ledger import review_queue, reviewing
from secondsource.ledger.claim_rulings import CLAIM_DECISIONS, ClaimRuling
from secondsource.ledger.connection import Store
from secondsource.ledger.decisions import (
    decision_page,
    decisions_about,
    decisions_on,
    recent_decisions,
)
from secondsource.ledger.event_rulings import EVENT_DECISIONS
from secondsource.ledger.records import Decision, FoundClaim
from secondsource.ledger.review_records import (
    Circumstance,
    QueuedClaim,
    QueueFilter,
    ReasonCount,
)
from secondsource.ledger.reviewing import Seen
from secondsource.ledger.rulings import ACTOR_DECISIONS
from secondsource.ledger.standing_records import Page

EVERYTHING = QueueFilter()
REVIEW_DECISIONS = (*CLAIM_DECISIONS, *EVENT_DECISIONS)
"""Decisions about claims and about events."""
LOGGED_DECISIONS = (*REVIEW_DECISIONS, *ACTOR_DECISIONS)
"""Decisions about claims, events and actors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """Decisions about claims, in the ledger that `store` reaches."""

    store: Store
    clock: Callable[[], datetime]

    def claim(self, claim_id: str) -> FoundClaim:
        """A claim as it is stored; see `reviewing.stored_claim`."""
        with self.store.reading() as connection:
            return reviewing.stored_claim(connection, claim_id)

    def check(self, claim_id: str, seen: Seen) -> None:
        """Nothing, or `Conflict`; see `reviewing.check_unchanged`."""
        with self.store.reading() as connection:
            reviewing.check_unchanged(connection, claim_id, seen)

    def decide(
        self, ruling: ClaimRuling, *, who: str, why: str, seen: Seen | None = None
    ) -> Decision:
        """Log a decision about a claim; see `reviewing.review_claim`."""
        with self.store.writing() as connection:
            return reviewing.review_claim(
                connection, ruling, who=who, why=why, seen=seen, at=self.clock()
            )

    def undo(self, number: int, *, who: str, why: str) -> Decision:
        """Take a decision about a claim back; see `reviewing.undo_review`."""
        with self.store.writing() as connection:
            return reviewing.undo_review(connection, number, who=who, why=why, at=self.clock())

    def of(self, claim_id: str) -> tuple[Decision, ...]:
        """The decisions about one claim in order, those taken back too."""
        with self.store.reading() as connection:
            return decisions_on(connection, CLAIM_DECISIONS, (claim_id,))

    def all(self) -> tuple[Decision, ...]:
        """The decisions about claims in order, those taken back too."""
        with self.store.reading() as connection:
            return decisions_about(connection, CLAIM_DECISIONS)

    def about_events(self) -> tuple[Decision, ...]:
        """The decisions about events in order, those taken back too."""
        with self.store.reading() as connection:
            return decisions_about(connection, EVENT_DECISIONS)

    def about_actors(self) -> tuple[Decision, ...]:
        """The decisions about who is who in order, those taken back too."""
        with self.store.reading() as connection:
            return decisions_about(connection, ACTOR_DECISIONS)

    def recent(
        self, kinds: Sequence[str], *, most: int, subject: str | None = None
    ) -> tuple[Decision, ...]:
        """The last decisions of some kinds; see `decisions.recent_decisions`."""
        with self.store.reading() as connection:
            return recent_decisions(connection, kinds, most=most, subject=subject)

    def page(
        self,
        kinds: Sequence[str],
        *,
        subject: str | None = None,
        after: str | None = None,
        size: int,
    ) -> Page[Decision]:
        """Decisions of some kinds, the newest first; see `decisions.decision_page`."""
        with self.store.reading() as connection:
            return decision_page(connection, kinds, subject=subject, after=after, size=size)

    def queue(
        self,
        wanted: QueueFilter = EVERYTHING,
        *,
        counts: Sequence[ReasonCount] | None = None,
        after: str | None = None,
        size: int = 20,
    ) -> Page[QueuedClaim]:
        """A page of the claims to review; see `review_queue.queued`. ``counts`` are those of
        `reason_counts`, where they are known already."""
        with self.store.reading() as connection:
            known = review_queue.reason_counts(connection, wanted) if counts is None else counts
            return review_queue.queued(connection, wanted, known, after=after, size=size)

    def reason_counts(self, wanted: QueueFilter = EVERYTHING) -> tuple[ReasonCount, ...]:
        """How many claims are to be reviewed for each reason; see `review_queue.reason_counts`."""
        with self.store.reading() as connection:
            return review_queue.reason_counts(connection, wanted)

    def circumstances(self, claims: Sequence[str]) -> dict[str, Circumstance]:
        """What the standing picture says of claims; see `review_queue.circumstances`."""
        with self.store.reading() as connection:
            return review_queue.circumstances(connection, claims)
