"""The attribution chain of a claim record, and back."""

from __future__ import annotations

from secondsource.annotations import SourceType
from secondsource.claims.records import Informant, Link
from secondsource.claims.wire_values import TimeRecord, time_from_record, time_to_record
from secondsource.claims.wire_words import (
    WireRecord,
    WordsRecord,
    words_from_record,
    words_to_record,
)
from secondsource.text import Evidence, Span


class SourceRecord(WordsRecord):
    """Whoever is said to have said it."""

    name: str
    type: SourceType
    id: str | None


class InformantRecord(WordsRecord):
    """One of those whom a source stands for, with what the report says of them.

    ``key`` is the same for one informant throughout a report, and null where it is not sure who
    is meant. The words of ``affiliation``, ``location``, ``closeness`` and ``anonymity`` may stand
    elsewhere in the report.
    """

    key: str | None
    name: str
    id: str | None
    type: SourceType
    role: str | None = None
    affiliation: WordsRecord | None = None
    affiliate: str | None = None
    location: WordsRecord | None = None
    closeness: WordsRecord | None = None
    anonymity: WordsRecord | None = None
    several: bool = False
    why: str | None = None


class LinkRecord(WireRecord):
    """One link of the attribution chain. The spans locate ``cue`` and ``via``; ``via_name`` names
    the outlet where the words of ``via`` only stand for it; ``medium`` quotes how it was said and
    ``recap`` the words by which the report looks back on something said before; ``said`` is when it
    was said, where words give a time."""

    source: SourceRecord
    cue: str | None
    cue_span: tuple[int, int] | None = None
    via: str | None
    via_span: tuple[int, int] | None = None
    informants: tuple[InformantRecord, ...] = ()
    recap: WordsRecord | None = None
    via_name: str | None = None
    medium: WordsRecord | None = None
    said: TimeRecord | None = None


def link_to_record(link: Link) -> LinkRecord:
    """The record of one link."""
    source = link.source
    return LinkRecord(
        source=SourceRecord(
            start=source.start,
            end=source.end,
            text=source.text,
            name=link.name,
            type=link.type,
            id=link.id,
        ),
        cue=link.cue.text if link.cue else None,
        cue_span=(link.cue.start, link.cue.end) if link.cue else None,
        via=link.via.text if link.via else None,
        via_span=(link.via.start, link.via.end) if link.via else None,
        informants=tuple(_informant(row) for row in link.informants),
        recap=_maybe(link.recap),
        via_name=link.via_name,
        medium=_maybe(link.medium),
        said=time_to_record(link.said) if link.said else None,
    )


def link_from_record(record: LinkRecord, report_text: str) -> Link:
    """The link of a record, with all its words checked against the report.

    Raises:
        EvidenceMismatch: if any words are not the report's words at their offsets.
    """
    return Link(
        source=words_from_record(record.source, report_text),
        name=record.source.name,
        type=record.source.type,
        id=record.source.id,
        cue=_at(record.cue_span, record.cue, report_text),
        via=_at(record.via_span, record.via, report_text),
        informants=tuple(_as_informant(row, report_text) for row in record.informants),
        recap=_as_words(record.recap, report_text),
        via_name=record.via_name,
        medium=_as_words(record.medium, report_text),
        said=time_from_record(record.said, report_text) if record.said else None,
    )


def _informant(informant: Informant) -> InformantRecord:
    words = informant.words
    return InformantRecord(
        start=words.start,
        end=words.end,
        text=words.text,
        key=informant.key,
        name=informant.name,
        id=informant.id,
        type=informant.type,
        role=informant.role,
        affiliation=_maybe(informant.affiliation),
        affiliate=informant.affiliate,
        location=_maybe(informant.location),
        closeness=_maybe(informant.closeness),
        anonymity=_maybe(informant.anonymity),
        several=informant.several,
        why=informant.why,
    )


def _as_informant(record: InformantRecord, report_text: str) -> Informant:
    return Informant(
        key=record.key,
        name=record.name,
        id=record.id,
        type=record.type,
        words=words_from_record(record, report_text),
        role=record.role,
        affiliation=_as_words(record.affiliation, report_text),
        affiliate=record.affiliate,
        location=_as_words(record.location, report_text),
        closeness=_as_words(record.closeness, report_text),
        anonymity=_as_words(record.anonymity, report_text),
        several=record.several,
        why=record.why,
    )


def _maybe(evidence: Evidence | None) -> WordsRecord | None:
    return words_to_record(evidence) if evidence else None


def _as_words(words: WordsRecord | None, report_text: str) -> Evidence | None:
    return words_from_record(words, report_text) if words else None


def _at(span: tuple[int, int] | None, words: str | None, report_text: str) -> Evidence | None:
    if span is None:
        return None
    return Evidence(span=Span(*span), text=words or "", report_text=report_text)
