"""Matching: are two claims, or two triggers, about one event, and why."""

from secondsource.fusion.matching.model import Feature, Match, Reason, Weights, match

__all__ = ["Feature", "Match", "Reason", "Weights", "match"]
