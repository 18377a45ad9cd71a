"""Fusion: who copied whom, which claims are about one event, what ties hold, how sure it is."""

from secondsource.fusion.records import (
    Credibility,
    EventGroup,
    Lineage,
    Relation,
    TieState,
    Verdict,
)

__all__ = ["Credibility", "EventGroup", "Lineage", "Relation", "TieState", "Verdict"]
