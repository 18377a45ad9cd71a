"""What a person changes in a claim, or says in one of their own.

A value that is given brings its words with it: a span of the report. What is left out stays as it
was, and so does a party or a source given as it was; what is named in ``cleared`` is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from secondsource.annotations import ActorKind, Category, QuantityRole, SourceType
from secondsource.claims.records import (
    Claim,
    ClaimKind,
    Count,
    EventType,
    Link,
    Modality,
    Party,
    Place,
    Polarity,
    TieType,
    Time,
    TimeBasis,
)
from secondsource.claims.review import Review, Reviewed
from secondsource.errors import UsageError
from secondsource.text import Evidence, Span

REVIEWER = "reviewer/1"
CLEARABLE = frozenset(
    {"mode", "contexts", "actors", "recipients", "place", "time", "quantities", "attribution"}
)
_BY_HAND = "set by a reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenParty:
    """Who, as a person puts it: the words, and whom they mean. ``id`` is ``None`` for nobody that
    the registry or the ledger knows; ``name`` is then what to show."""

    span: Span
    id: str | None
    name: str
    kind: ActorKind = ActorKind.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTime:
    """When, as a person puts it: the words, their value in EDTF and its precision."""

    span: Span
    edtf: str | None
    precision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCount:
    """How many, as a person puts it. Fields as in `Count`."""

    span: Span
    low: float | None = None
    best: float | None = None
    high: float | None = None
    approximate: bool = False
    unit: str | None = None
    role: QuantityRole = QuantityRole.OTHER
    category: Category | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSource:
    """Who says so, as a person puts it: the words, the name and type, and the cue's words."""

    span: Span
    name: str
    type: SourceType
    id: str | None = None
    cue: Span | None = None
    via: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Fields to set. ``place`` carries its words already, since a gazetteer resolved it.

    Raises:
        UsageError: if ``cleared`` names a field that a claim cannot be without.
    """

    type: EventType | TieType | None = None
    mode: str | None = None
    contexts: tuple[str, ...] | None = None
    modality: Modality | None = None
    polarity: Polarity | None = None
    actors: tuple[GivenParty, ...] | None = None
    recipients: tuple[GivenParty, ...] | None = None
    place: Place | None = None
    time: GivenTime | None = None
    quantities: tuple[GivenCount, ...] | None = None
    attribution: tuple[GivenSource, ...] | None = None
    cleared: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        wrong = sorted(self.cleared - CLEARABLE)
        if wrong:
            raise UsageError(
                ", ".join(wrong), "a claim cannot be without it", "set another value instead"
            )


def accepted(claim: Claim) -> Claim:
    """``claim`` as it stands once a person has accepted it."""
    return replace(claim, review=Review(how=Reviewed.ACCEPTED, claim=claim.id))


def corrected(claim: Claim, change: Correction, report_text: str) -> Claim:
    """``claim`` with the fields of ``change``, under the id that it had; what it says is sure.

    Raises:
        EvidenceMismatch: if the words of a value are not in the report.
    """
    kept = claim.id
    kind, type_ = _kind(claim, change), change.type or claim.type
    edited = replace(
        claim,
        kind=kind,
        type=type_,
        mode=change.mode if change.mode is not None else claim.mode,
        contexts=claim.contexts if change.contexts is None else change.contexts,
        modality=change.modality or claim.modality,
        polarity=change.polarity or claim.polarity,
        actors=_parties(change.actors, claim.actors, report_text),
        recipients=_parties(change.recipients, claim.recipients, report_text),
        place=change.place or claim.place,
        time=_time(change.time, report_text) if change.time else claim.time,
        quantities=_counts(change.quantities, claim.quantities, report_text),
        attribution=_links(change.attribution, claim.attribution, report_text),
        review=Review(how=_how(claim), claim=kept),
    )
    return _without(edited, change.cleared)


def added(
    report_id: str,
    report_text: str,
    *,
    trigger: Span,
    evidence: Iterable[Span],
    change: Correction,
) -> Claim:
    """A claim that a person found: its type, the words that carry it, the sentences it rests on.

    Raises:
        EvidenceMismatch: if the words are not in the report.
        UsageError: if no type is given.
    """
    if change.type is None:
        raise UsageError("type", "a claim needs one", "give a PLOVER type or a tie")
    bare = Claim(
        report_id=report_id,
        kind=ClaimKind.TIE if isinstance(change.type, TieType) else ClaimKind.EVENT,
        type=change.type,
        trigger=Evidence.at(report_text, trigger),
        evidence=tuple(Evidence.at(report_text, span) for span in evidence),
        extractor=REVIEWER,
        confidence=1.0,
    )
    filled = corrected(bare, change, report_text)
    unnamed = replace(filled, review=Review(how=Reviewed.ADDED))
    return replace(unnamed, review=Review(how=Reviewed.ADDED, claim=unnamed.id))


def _how(claim: Claim) -> Reviewed:
    return Reviewed.ADDED if claim.extractor == REVIEWER else Reviewed.CORRECTED


def _kind(claim: Claim, change: Correction) -> ClaimKind:
    if change.type is None:
        return claim.kind
    return ClaimKind.TIE if isinstance(change.type, TieType) else ClaimKind.EVENT


def _without(claim: Claim, cleared: frozenset[str]) -> Claim:
    return replace(
        claim,
        mode=None if "mode" in cleared else claim.mode,
        contexts=() if "contexts" in cleared else claim.contexts,
        actors=() if "actors" in cleared else claim.actors,
        recipients=() if "recipients" in cleared else claim.recipients,
        place=None if "place" in cleared else claim.place,
        time=None if "time" in cleared else claim.time,
        quantities=() if "quantities" in cleared else claim.quantities,
        attribution=() if "attribution" in cleared else claim.attribution,
    )


def _parties(
    given: tuple[GivenParty, ...] | None, before: tuple[Party, ...], text: str
) -> tuple[Party, ...]:
    if given is None:
        return before
    known = {(one.words.span, one.id, one.name): one for one in before}
    return tuple(
        known.get((one.span, one.id, one.name))
        or Party(
            words=Evidence.at(text, one.span),
            id=one.id,
            name=one.name,
            kind=one.kind,
            why=_BY_HAND,
        )
        for one in given
    )


def _time(given: GivenTime, text: str) -> Time:
    return Time(
        words=Evidence.at(text, given.span),
        edtf=given.edtf,
        precision=given.precision,
        basis=TimeBasis.STATED,
        why=_BY_HAND,
    )


def _counts(
    given: tuple[GivenCount, ...] | None, before: tuple[Count, ...], text: str
) -> tuple[Count, ...]:
    if given is None:
        return before
    return tuple(
        Count(
            words=Evidence.at(text, one.span),
            low=one.low,
            high=one.high,
            best=one.best,
            approximate=one.approximate,
            unit=one.unit,
            role=one.role,
            category=one.category,
            why=_BY_HAND,
        )
        for one in given
    )


def _links(
    given: tuple[GivenSource, ...] | None, before: tuple[Link, ...], text: str
) -> tuple[Link, ...]:
    if given is None:
        return before
    known = {
        (one.source.span, one.name, one.type, one.id, _at(one.cue), _at(one.via)): one
        for one in before
    }
    return tuple(
        known.get((one.span, one.name, one.type, one.id, one.cue, one.via))
        or Link(
            source=Evidence.at(text, one.span),
            name=one.name,
            type=one.type,
            id=one.id,
            cue=Evidence.at(text, one.cue) if one.cue else None,
            via=Evidence.at(text, one.via) if one.via else None,
        )
        for one in given
    )


def _at(words: Evidence | None) -> Span | None:
    return words.span if words else None
