"""What a reviewer does to claims: accept, correct, reject, add, and take any of it back."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.claims import Claim, Correction, accepted, added, claim_to_record, corrected
from secondsource.errors import UsageError
from secondsource.ledger import ClaimRuling, Decision, FoundClaim, Judgement, Ledger, Seen
from secondsource.text import Span


def accept_claim(
    ledger: Ledger, claim_id: str, *, who: str, why: str = "", seen: Seen | None = None
) -> Decision:
    """Log that a claim is right as it stands; no later reading changes it then.

    Raises:
        NotInLedger: if the present picture has no such claim.
        Conflict: if ``seen`` is given and somebody decided on it since.
    """
    found = claim_seen(ledger, claim_id, seen)
    before = claim_to_record(found.claim, found.report)
    after = claim_to_record(accepted(found.claim), found.report)
    ruling = ClaimRuling(judgement=Judgement.ACCEPT, subject=claim_id, before=before, after=after)
    return ledger.reviews.decide(ruling, who=who, why=why, seen=seen)


def reject_claim(
    ledger: Ledger, claim_id: str, *, who: str, why: str = "", seen: Seen | None = None
) -> Decision:
    """Log that the report makes no such claim; it is not shown any more.

    Raises:
        NotInLedger: if the present picture has no such claim.
        Conflict: if ``seen`` is given and somebody decided on it since.
    """
    found = claim_seen(ledger, claim_id, seen)
    before = claim_to_record(found.claim, found.report)
    ruling = ClaimRuling(judgement=Judgement.REJECT, subject=claim_id, before=before, after=None)
    return ledger.reviews.decide(ruling, who=who, why=why, seen=seen)


def correct_claim(  # noqa: PLR0913 - which claim, what about it, who says so
    ledger: Ledger,
    claim_id: str,
    change: Correction,
    *,
    who: str,
    why: str = "",
    seen: Seen | None = None,
) -> Decision:
    """Log that a claim reads otherwise.

    Raises:
        NotInLedger: if the present picture has no such claim.
        Conflict: if ``seen`` is given and somebody decided on it since.
        EvidenceMismatch: if the words of a value are not in the report.
        UsageError: if nothing changes.
    """
    found = claim_seen(ledger, claim_id, seen)
    after = corrected(found.claim, change, found.report.text)
    if _same(after, found.claim):
        raise UsageError(claim_id, "nothing would change", "give a field another value")
    ruling = ClaimRuling(
        judgement=Judgement.CORRECT,
        subject=claim_id,
        before=claim_to_record(found.claim, found.report),
        after=claim_to_record(after, found.report),
    )
    return ledger.reviews.decide(ruling, who=who, why=why, seen=seen)


def add_claim(  # noqa: PLR0913 - where, what, who says so
    ledger: Ledger,
    report: str,
    change: Correction,
    *,
    trigger: Span,
    evidence: Sequence[Span],
    who: str,
    why: str = "",
) -> Decision:
    """Log a claim that reading missed; its id is the decision's subject.

    Raises:
        NotInLedger: if there is no such report.
        EvidenceMismatch: if words are not in the report.
        UsageError: if no type is given, or no sentence that it rests on.
    """
    if not evidence:
        raise UsageError(report, "a claim rests on words", "select the sentence that says it")
    stored = ledger.report(report)
    made = added(stored.id, stored.text, trigger=trigger, evidence=evidence, change=change)
    ruling = ClaimRuling(
        judgement=Judgement.ADD,
        subject=made.id,
        before=None,
        after=claim_to_record(made, stored),
    )
    return ledger.reviews.decide(ruling, who=who, why=why)


def claim_seen(ledger: Ledger, claim_id: str, seen: Seen | None) -> FoundClaim:
    """A claim as it is stored.

    Raises:
        Conflict: if ``seen`` is given and somebody decided on it since, even that it is none.
        NotInLedger: if the present picture has no such claim.
    """
    if seen is not None:
        ledger.reviews.check(claim_id, seen)
    return ledger.reviews.claim(claim_id)


def _same(after: Claim, before: Claim) -> bool:
    fields = (
        "kind type mode contexts actors recipients place time quantities attribution modality "
        "polarity"
    )
    return all(getattr(after, name) == getattr(before, name) for name in fields.split())
