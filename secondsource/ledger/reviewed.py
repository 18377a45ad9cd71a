"""What is left of an extraction once a reviewer's decisions are taken into account.

A decision finds its claim by id or, after another extractor has read the report anew, by its
words: a claim of the same kind whose trigger overlaps and that has the same type or a party in
common; one that was rejected must be of the same type. What a person accepted, corrected or added
stands even where nothing like it is found any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.claims import Claim, claim_from_record
from secondsource.ledger.claim_rulings import ClaimRuling, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """What the decisions about one claim come to: ``anchor`` is the claim as it was first read
    (``None`` if a person added it), ``stands`` the claim that stands."""

    subject: str
    anchor: Claim | None
    stands: Claim | None


def reviewed(
    found: Sequence[Claim], rulings: Sequence[ClaimRuling], report_text: str
) -> tuple[Claim, ...]:
    """The claims that stand of those ``found`` in a report, in the order of its text.

    ``rulings`` are the standing decisions about claims of that report, oldest first.
    """
    remaining = list(found)
    standing: list[Claim] = []
    for verdict in _verdicts(rulings, report_text):
        match = _match(verdict, remaining)
        if match is not None:
            remaining.remove(match)
        if verdict.stands is not None:
            standing.append(verdict.stands)
    return tuple(sorted((*remaining, *standing), key=_place_in_text))


def _verdicts(rulings: Iterable[ClaimRuling], text: str) -> list[_Verdict]:
    of_subject: dict[str, list[ClaimRuling]] = {}
    for ruling in rulings:
        of_subject.setdefault(ruling.subject, []).append(ruling)
    return [_verdict(subject, listed, text) for subject, listed in of_subject.items()]


def _verdict(subject: str, listed: Sequence[ClaimRuling], text: str) -> _Verdict:
    first, last = listed[0].before, listed[-1]
    anchor = claim_from_record(first, text) if first else None
    stands = None
    if last.judgement is not Judgement.REJECT and last.after is not None:
        stands = claim_from_record(last.after, text)
    return _Verdict(subject=subject, anchor=anchor, stands=stands)


def _match(verdict: _Verdict, claims: Sequence[Claim]) -> Claim | None:
    same = next((claim for claim in claims if claim.id == verdict.subject), None)
    if same is not None or verdict.anchor is None:
        return same
    anchor, strict = verdict.anchor, verdict.stands is None
    like = [claim for claim in claims if _alike(anchor, claim, strict=strict)]
    return min(like, key=lambda claim: _distance(anchor, claim), default=None)


def _alike(anchor: Claim, claim: Claim, *, strict: bool) -> bool:
    """Whether two extractors mean one thing; a rejection takes nothing of another type along."""
    if claim.kind is not anchor.kind or not claim.trigger.span.overlaps(anchor.trigger.span):
        return False
    if claim.type is anchor.type:
        return True
    return not strict and bool(_parties(claim) & _parties(anchor))


def _distance(anchor: Claim, claim: Claim) -> tuple[bool, int, int, int]:
    off = abs(claim.trigger.start - anchor.trigger.start)
    apart = len(_parties(claim) ^ _parties(anchor))
    return claim.type is not anchor.type, apart, off, claim.trigger.start


def _parties(claim: Claim) -> frozenset[str]:
    return frozenset(one.id or one.name.casefold() for one in (*claim.actors, *claim.recipients))


def _place_in_text(claim: Claim) -> tuple[int, int, str]:
    return claim.trigger.start, claim.trigger.end, claim.id
