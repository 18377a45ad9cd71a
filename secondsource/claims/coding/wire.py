"""The layers ``pairs`` and ``acled`` as the machine contract writes them."""

from __future__ import annotations

from secondsource.claims.coding.records import AcledCoding, PairCoding
from secondsource.claims.own_codes import ViolenceType
from secondsource.claims.records import EventType
from secondsource.claims.wire_words import WireRecord


class PairRecord(WireRecord):
    """What the source of a pair does to its target; ``type`` is null where nothing is read.

    ``scores`` are probabilities from 0 to 1.
    """

    id: str
    type: EventType | None
    scores: dict[str, float]


class AcledRecord(WireRecord):
    """ACLED's types for the main event of a text, with a probability from 0 to 1.

    ``type_of_violence`` is UCDP's, null where both sides are not known or no force is used.
    """

    disorder_type: str
    event_type: str
    sub_event_type: str
    score: float
    type_of_violence: ViolenceType | None


def pair_to_record(coding: PairCoding) -> PairRecord:
    """The record of one pair."""
    scores = {kind.value: score for kind, score in coding.scores}
    return PairRecord(id=coding.id, type=coding.type, scores=scores)


def acled_to_record(coding: AcledCoding) -> AcledRecord:
    """The record of a text's main event."""
    return AcledRecord(
        disorder_type=coding.type.disorder,
        event_type=coding.type.event,
        sub_event_type=coding.type.sub_event,
        score=coding.score,
        type_of_violence=coding.violence,
    )
