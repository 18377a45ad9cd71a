"""The claim record of the machine contract: JSON in, JSON out, and back to a checked `Claim`.

Field names follow the contract; ``start`` and ``end`` beside every words field are additions, so
that each value can be walked back to the report.
"""

from __future__ import annotations

from secondsource.claims.records import (
    Claim,
    ClaimKind,
    EventType,
    Modality,
    Polarity,
    TieType,
)
from secondsource.claims.wire_codes import CodeRecord, code_from_record, code_to_record
from secondsource.claims.wire_links import LinkRecord, link_from_record, link_to_record
from secondsource.claims.wire_review import (
    ReviewRecord,
    review_from_record,
    review_to_record,
)
from secondsource.claims.wire_values import (
    CountRecord,
    PartyRecord,
    PlaceRecord,
    TimeRecord,
    count_from_record,
    count_to_record,
    party_from_record,
    party_to_record,
    place_from_record,
    place_to_record,
    time_from_record,
    time_to_record,
)
from secondsource.claims.wire_words import (
    WireRecord,
    WordsRecord,
    words_from_record,
    words_to_record,
)
from secondsource.reports import Report
from secondsource.text import Evidence, Span


class ReportRecord(WireRecord):
    """The report that a claim stands in."""

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None


class ClaimRecord(WireRecord):
    """A claim as the contract writes it. ``id`` is absent in the output of ``annotate``."""

    id: str | None = None
    report: ReportRecord
    kind: ClaimKind
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    trigger: WordsRecord
    actors: tuple[PartyRecord, ...]
    recipients: tuple[PartyRecord, ...]
    place: PlaceRecord | None
    time: TimeRecord | None
    quantities: tuple[CountRecord, ...]
    attribution: tuple[LinkRecord, ...]
    modality: Modality
    polarity: Polarity
    hedges: tuple[str, ...]
    hedge_spans: tuple[tuple[int, int], ...] = ()
    modality_words: tuple[WordsRecord, ...] = ()
    polarity_words: tuple[WordsRecord, ...] = ()
    evidence: tuple[WordsRecord, ...]
    extractor: str
    confidence: float
    codes: tuple[CodeRecord, ...] = ()
    review: ReviewRecord | None = None


def report_to_record(report: Report) -> ReportRecord:
    """The part of a report that travels with each of its claims."""
    return ReportRecord(
        id=report.id,
        path=report.path,
        url=report.url,
        outlet=report.outlet.value if report.outlet else None,
        title=report.title.value if report.title else None,
        published=report.published.value if report.published else None,
    )


def claim_to_record(claim: Claim, report: Report) -> ClaimRecord:
    """The contract's record of ``claim``, which stands in ``report``."""
    return ClaimRecord(
        id=claim.id,
        report=report_to_record(report),
        kind=claim.kind,
        type=claim.type.value if claim.type else None,
        mode=claim.mode,
        contexts=claim.contexts,
        trigger=words_to_record(claim.trigger),
        actors=tuple(party_to_record(party) for party in claim.actors),
        recipients=tuple(party_to_record(party) for party in claim.recipients),
        place=place_to_record(claim.place) if claim.place else None,
        time=time_to_record(claim.time) if claim.time else None,
        quantities=tuple(count_to_record(count) for count in claim.quantities),
        attribution=tuple(link_to_record(link) for link in claim.attribution),
        modality=claim.modality,
        polarity=claim.polarity,
        hedges=tuple(hedge.text for hedge in claim.hedges),
        hedge_spans=tuple((hedge.start, hedge.end) for hedge in claim.hedges),
        modality_words=tuple(words_to_record(words) for words in claim.modality_words),
        polarity_words=tuple(words_to_record(words) for words in claim.polarity_words),
        evidence=tuple(words_to_record(evidence) for evidence in claim.evidence),
        extractor=claim.extractor,
        confidence=claim.confidence,
        codes=tuple(code_to_record(code) for code in claim.codes),
        review=review_to_record(claim.review) if claim.review else None,
    )


def claim_from_record(record: ClaimRecord, report_text: str) -> Claim:
    """The claim of ``record``, with every quoted word checked against ``report_text``.

    Raises:
        EvidenceMismatch: if any words are not the report's words at their offsets.
        ValueError: if the type does not fit the kind.
    """
    return Claim(
        report_id=record.report.id,
        kind=record.kind,
        type=_type(record.kind, record.type),
        trigger=words_from_record(record.trigger, report_text),
        evidence=tuple(words_from_record(words, report_text) for words in record.evidence),
        mode=record.mode,
        contexts=record.contexts,
        actors=tuple(party_from_record(party, report_text) for party in record.actors),
        recipients=tuple(party_from_record(party, report_text) for party in record.recipients),
        place=place_from_record(record.place, report_text) if record.place else None,
        time=time_from_record(record.time, report_text) if record.time else None,
        quantities=tuple(count_from_record(count, report_text) for count in record.quantities),
        attribution=tuple(link_from_record(link, report_text) for link in record.attribution),
        modality=record.modality,
        polarity=record.polarity,
        hedges=tuple(
            _at(span, words, report_text)
            for span, words in zip(record.hedge_spans, record.hedges, strict=True)
        ),
        modality_words=tuple(words_from_record(row, report_text) for row in record.modality_words),
        polarity_words=tuple(words_from_record(row, report_text) for row in record.polarity_words),
        extractor=record.extractor,
        confidence=record.confidence,
        codes=tuple(code_from_record(code, report_text) for code in record.codes),
        review=review_from_record(record.review) if record.review else None,
    )


def _type(kind: ClaimKind, value: str | None) -> EventType | TieType | None:
    if value is None:
        return None
    return TieType(value) if kind is ClaimKind.TIE else EventType(value)


def _at(span: tuple[int, int], words: str | None, report_text: str) -> Evidence:
    return Evidence(span=Span(*span), text=words or "", report_text=report_text)
