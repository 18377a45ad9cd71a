"""What a reviewer did to a claim: the claim then stands whatever a later extractor finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Reviewed(Enum):
    """How a claim came to stand by a person's decision."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """That a claim stands by a person's decision.

    ``claim`` is the id by which the claim was known when it was first decided on, and keeps; it is
    ``None`` only while a claim that a person adds has no id yet. Who decided, when and why is in
    the decision log.
    """

    how: Reviewed
    claim: str | None = None
