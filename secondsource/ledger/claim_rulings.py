"""Decisions about single claims: that one stands, stands otherwise, does not stand, or is missing.

Each is logged as any other decision; ``before`` and ``after`` are claim records as JSON. The claim
records hold the words and their places in the report, which is how the decision finds what a later
extractor makes of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from secondsource.claims import ClaimRecord
from secondsource.ledger.records import Decision, NewDecision


class Judgement(Enum):
    """What a reviewer decided about a claim; the value is the decision's kind in the log."""

    ACCEPT = "accept claim"
    CORRECT = "correct claim"
    REJECT = "reject claim"
    ADD = "add claim"


CLAIM_DECISIONS = tuple(judgement.value for judgement in Judgement)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRuling:
    """One decision about the claim ``subject``: the claim before it, and as it stands by it.

    ``before`` is ``None`` for a claim that a person adds, ``after`` for one that is rejected.
    """

    judgement: Judgement
    subject: str
    before: ClaimRecord | None
    after: ClaimRecord | None

    @property
    def report_id(self) -> str:
        """The report that the claim stands in."""
        record = self.after or self.before
        return record.report.id if record else ""


def claim_decision(ruling: ClaimRuling, *, who: str, why: str) -> NewDecision:
    """The decision to log for ``ruling``."""
    return NewDecision(
        who=who,
        what=ruling.judgement.value,
        subject=ruling.subject,
        why=why,
        before=ruling.before.model_dump_json() if ruling.before else None,
        after=ruling.after.model_dump_json() if ruling.after else None,
    )


def claim_ruling_of(decision: Decision) -> ClaimRuling | None:
    """What a decision says of a claim; ``None`` where it is about something else."""
    decided = decision.decided
    if decided.what not in CLAIM_DECISIONS:
        return None
    return ClaimRuling(
        judgement=Judgement(decided.what),
        subject=decided.subject,
        before=_record(decided.before),
        after=_record(decided.after),
    )


def _record(words: str | None) -> ClaimRecord | None:
    return ClaimRecord.model_validate_json(words) if words else None
