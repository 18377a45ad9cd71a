"""Codebooks of the user's own: read, checked, fitted, and given to claims."""

from secondsource.claims.codebook.agreement import (
    Agreement,
    Measure,
    TypeAgreement,
    agreement,
    too_few,
)
from secondsource.claims.codebook.coding import code_claims
from secondsource.claims.codebook.file import read_codebook
from secondsource.claims.codebook.fitting import Fitted, crossed_chances, fit_codebook
from secondsource.claims.codebook.records import Codebook, Example, OwnType
from secondsource.claims.codebook.store import heads_file, load_heads, save_heads
from secondsource.claims.codebook.unused import unused_words

__all__ = [
    "Agreement",
    "Codebook",
    "Example",
    "Fitted",
    "Measure",
    "OwnType",
    "TypeAgreement",
    "agreement",
    "code_claims",
    "crossed_chances",
    "fit_codebook",
    "heads_file",
    "load_heads",
    "read_codebook",
    "save_heads",
    "too_few",
    "unused_words",
]
