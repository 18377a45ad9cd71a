"""The record of a reviewer's decision on a claim."""

from __future__ import annotations

from secondsource.claims.review import Review, Reviewed
from secondsource.claims.wire_words import WireRecord


class ReviewRecord(WireRecord):
    """How a claim came to stand by a person's decision, and the id that it keeps by it."""

    how: Reviewed
    claim: str | None = None


def review_to_record(review: Review) -> ReviewRecord:
    """The record of a review."""
    return ReviewRecord(how=review.how, claim=review.claim)


def review_from_record(record: ReviewRecord) -> Review:
    """The review of a record."""
    return Review(how=record.how, claim=record.claim)
