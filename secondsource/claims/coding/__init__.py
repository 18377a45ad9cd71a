"""Coding on request: what one mention does to another, and the ACLED type of a text."""

from secondsource.claims.coding.acled import code_acled
from secondsource.claims.coding.codebook import AcledType, load_acled
from secondsource.claims.coding.pairs import code_pairs
from secondsource.claims.coding.records import (
    AcledCoding,
    PairCoding,
    PairQuery,
)
from secondsource.claims.coding.violence import violence_between
from secondsource.claims.coding.wire import (
    AcledRecord,
    PairRecord,
    acled_to_record,
    pair_to_record,
)
from secondsource.claims.own_codes import ViolenceType

__all__ = [
    "AcledCoding",
    "AcledRecord",
    "AcledType",
    "PairCoding",
    "PairQuery",
    "PairRecord",
    "ViolenceType",
    "acled_to_record",
    "code_acled",
    "code_pairs",
    "load_acled",
    "pair_to_record",
    "violence_between",
]
