"""Claims: who did what to whom, where and when, who says so, how surely."""

from secondsource.claims.coding import (
    AcledCoding,
    AcledRecord,
    AcledType,
    PairCoding,
    PairQuery,
    PairRecord,
    ViolenceType,
    acled_to_record,
    code_acled,
    code_pairs,
    load_acled,
    pair_to_record,
)
from secondsource.claims.extract import EXTRACTOR, extract_claims
from secondsource.claims.lexicon import load_lexicon
from secondsource.claims.records import (
    Claim,
    ClaimKind,
    Count,
    EventType,
    Informant,
    Link,
    Modality,
    Party,
    Place,
    Polarity,
    TieType,
    Time,
    TimeBasis,
)
from secondsource.claims.stance import stance_around, stance_at
from secondsource.claims.standing import Stance
from secondsource.claims.wire import (
    ClaimRecord,
    ReportRecord,
    claim_from_record,
    claim_to_record,
    report_to_record,
)
from secondsource.claims.wire_values import PlaceRecord, place_to_record
from secondsource.claims.wire_words import WireRecord, WordsRecord

__all__ = [
    "EXTRACTOR",
    "AcledCoding",
    "AcledRecord",
    "AcledType",
    "Claim",
    "ClaimKind",
    "ClaimRecord",
    "Count",
    "EventType",
    "Informant",
    "Link",
    "Modality",
    "PairCoding",
    "PairQuery",
    "PairRecord",
    "Party",
    "Place",
    "PlaceRecord",
    "Polarity",
    "ReportRecord",
    "Stance",
    "TieType",
    "Time",
    "TimeBasis",
    "ViolenceType",
    "WireRecord",
    "WordsRecord",
    "acled_to_record",
    "claim_from_record",
    "claim_to_record",
    "code_acled",
    "code_pairs",
    "extract_claims",
    "load_acled",
    "load_lexicon",
    "pair_to_record",
    "place_to_record",
    "report_to_record",
    "stance_around",
    "stance_at",
]
