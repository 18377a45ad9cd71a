"""Records of the codes that a user's codebook gives a claim."""

from __future__ import annotations

from secondsource.claims.own_codes import Code, CodedBy, ViolenceType
from secondsource.claims.wire_words import (
    WireRecord,
    WordsRecord,
    words_from_record,
    words_to_record,
)


class CodeRecord(WireRecord):
    """A type of the user's codebook; ``words`` are what it rests on.

    ``score`` is a probability from 0 to 1, null where the type has too few examples for one.
    """

    codebook: str
    type: str
    score: float | None = None
    by: CodedBy
    words: WordsRecord
    why: str
    acled: str | None = None
    type_of_violence: ViolenceType | None = None


def code_to_record(code: Code) -> CodeRecord:
    """The record of a code."""
    return CodeRecord(
        codebook=code.codebook,
        type=code.type,
        score=code.score,
        by=code.by,
        words=words_to_record(code.words),
        why=code.why,
        acled=code.acled,
        type_of_violence=code.violence,
    )


def code_from_record(record: CodeRecord, report_text: str) -> Code:
    """The code of a record, its words checked against ``report_text``."""
    return Code(
        codebook=record.codebook,
        type=record.type,
        score=record.score,
        by=record.by,
        words=words_from_record(record.words, report_text),
        why=record.why,
        acled=record.acled,
        violence=record.type_of_violence,
    )
