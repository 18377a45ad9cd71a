"""A claim's parts in words, for tables and pages."""

from __future__ import annotations

from pathlib import PurePosixPath

from secondsource.claims import Claim, Modality, Polarity, Time
from secondsource.reports import Report

CREDIBILITY = {
    1: "confirmed by independent sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""The Admiralty scale's digits of credibility in words."""


def stance_of(claim: Claim) -> str:
    """How the claim is put, such as "asserted", "denied" or "planned, hedged (reportedly)"."""
    parts = []
    if claim.polarity is not Polarity.AFFIRMED:
        parts.append(claim.polarity.value)
    if claim.modality is not Modality.ACTUAL:
        parts.append(claim.modality.value)
    if claim.hedges:
        hedges = ", ".join(dict.fromkeys(hedge.text for hedge in claim.hedges))
        parts.append(f"hedged ({hedges})")
    return ", ".join(parts) or "asserted"


def type_of(claim: Claim) -> str:
    """The claim's type, or its kind where it has none."""
    return claim.type.value if claim.type else claim.kind.value


def quote_of(claim: Claim) -> str:
    """The claim's evidence in one line, with … where it is not contiguous."""
    return " … ".join(" ".join(evidence.text.split()) for evidence in claim.evidence)


def when(time: Time) -> str:
    """The time in EDTF, else in the report's words; "about" where it is only the report's day."""
    shown = time.edtf or time.words.text
    return f"about {shown}" if time.framed else shown


def called(report: Report) -> str:
    """What to call a report: its title, else its file's name, else its address or id."""
    if report.title:
        return report.title.value
    return (PurePosixPath(report.path).name if report.path else report.url) or report.id
