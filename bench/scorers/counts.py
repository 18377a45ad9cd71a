"""Precision, recall and F1 from counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Credit given (whole or in part) against what was predicted and what the key holds.

    ``hits`` counts from the prediction's side and ``recalled`` from the key's; they differ only
    for graded measures.
    """

    hits: float = 0.0
    predicted: float = 0.0
    recalled: float = 0.0
    gold: float = 0.0

    @classmethod
    def of(cls, hits: float, predicted: float, gold: float) -> Counts:
        """Counts of a one-to-one matching, where both sides earn the same credit."""
        return cls(hits, predicted, hits, gold)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.hits + other.hits,
            self.predicted + other.predicted,
            self.recalled + other.recalled,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean, 0 where both are 0."""
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def total(counts: list[Counts]) -> Counts:
    """The sum of ``counts``."""
    return sum(counts, Counts())
