"""Spans and offsets: the only place where offset arithmetic is done.

All offsets are half-open Unicode code point offsets ``[start, end)``.
"""

from secondsource.text.evidence import Evidence
from secondsource.text.letters import without_accents
from secondsource.text.offsets import OffsetMap, Rewrite, fold, rewrite
from secondsource.text.span import Misalignment, Span, cover, merge, subtract

__all__ = [
    "Evidence",
    "Misalignment",
    "OffsetMap",
    "Rewrite",
    "Span",
    "cover",
    "fold",
    "merge",
    "rewrite",
    "subtract",
    "without_accents",
]
