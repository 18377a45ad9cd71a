"""Words of a report in records: the base of every record that quotes."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from secondsource.text import Evidence, Span


class WireRecord(BaseModel):
    """Base of all records that leave or enter the program: frozen, unknown fields ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class WordsRecord(WireRecord):
    """Words of the report at half-open code point offsets."""

    start: int
    end: int
    text: str


def words_to_record(evidence: Evidence) -> WordsRecord:
    """The record of quoted words."""
    return WordsRecord(start=evidence.start, end=evidence.end, text=evidence.text)


def words_from_record(words: WordsRecord, report_text: str) -> Evidence:
    """The words of a record, checked against the report.

    Raises:
        EvidenceMismatch: if they are not the report's words at their offsets.
    """
    return Evidence(span=Span(words.start, words.end), text=words.text, report_text=report_text)
