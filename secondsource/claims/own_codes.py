"""What a claim is by a codebook of the user's own, beside its PLOVER type or its tie."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from secondsource.text import Evidence


class CodedBy(Enum):
    """What a code rests on: words of the codebook, or likeness to its examples."""

    LEXICON = "lexicon"
    EXAMPLES = "examples"


class ViolenceType(Enum):
    """UCDP's three types of organised violence (UCDP GED codebook)."""

    STATE_BASED = "state-based conflict"
    NON_STATE = "non-state conflict"
    ONE_SIDED = "one-sided violence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A type of the codebook named ``codebook`` that a claim is of.

    ``words`` are those of the lexicon, or the sentence that is like the examples. ``score`` is the
    probability that the examples give it, ``None`` where the type has too few of them. ``acled``
    (a sub-event type) and ``violence`` are what the codebook maps the type to.
    """

    codebook: str
    type: str
    by: CodedBy
    words: Evidence
    why: str
    score: float | None = None
    acled: str | None = None
    violence: ViolenceType | None = None
