"""The records of words quoted from reports, and of claims that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.claims import WireRecord, WordsRecord
from secondsource.fusion import Contradiction, ContradictionKind


class QuotedRecord(WordsRecord):
    """The words of a report on which an event or a tie rests."""

    claim: str
    report: str
    outlet: str | None
    source: str | None
    side: str


class ContradictionRecord(WireRecord):
    """Two claims about one event or tie that cannot both hold.

    ``first`` and ``second`` are claim ids; ``evidence`` the sentence of each, in that order.
    """

    id: str
    about: str
    kind: ContradictionKind
    first: str
    second: str
    because: str
    evidence: tuple[QuotedRecord, ...]


def contradiction_to_record(
    contradiction: Contradiction, evidence: Sequence[QuotedRecord]
) -> ContradictionRecord:
    """The record of a contradiction, with the sentences of both claims."""
    return ContradictionRecord(
        id=contradiction.id,
        about=contradiction.about,
        kind=contradiction.kind,
        first=contradiction.first,
        second=contradiction.second,
        because=contradiction.because,
        evidence=tuple(evidence),
    )
