"""Agreement of class labels. ``None`` as an answer means that none was given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.scorers.counts import Counts


def accuracy(gold: Sequence[str], found: Sequence[str | None]) -> float:
    """The share of right answers, 0 where there is no key."""
    hits = sum(key == answer for key, answer in zip(gold, found, strict=True))
    return hits / len(gold) if gold else 0.0


def by_class(gold: Sequence[str], found: Sequence[str | None]) -> dict[str, Counts]:
    """Counts for each class of the key, in alphabetical order."""
    return {
        label: Counts.of(
            sum(key == answer == label for key, answer in zip(gold, found, strict=True)),
            sum(answer == label for answer in found),
            sum(key == label for key in gold),
        )
        for label in sorted(set(gold))
    }


def macro_f1(gold: Sequence[str], found: Sequence[str | None]) -> float:
    """The mean F1 of the classes that occur in the key."""
    rows = by_class(gold, found)
    return sum(row.f1 for row in rows.values()) / len(rows) if rows else 0.0


def weighted_f1(gold: Sequence[str], found: Sequence[str | None]) -> float:
    """The mean F1 of the key's classes, weighted by how often they occur."""
    rows = by_class(gold, found)
    return sum(row.f1 * row.gold for row in rows.values()) / len(gold) if gold else 0.0


def average_precision(ranked: Iterable[tuple[float, bool]]) -> float:
    """The mean, over the relevant items, of the precision at each one's place in the ranking.

    ``ranked`` holds (score, relevant); items of equal score share the precision at the last of
    them, so that the order of the input does not matter.
    """
    rows = sorted(ranked, key=lambda row: -row[0])
    relevant = sum(good for _, good in rows)
    credit, seen, hits, index = 0.0, 0, 0, 0
    while index < len(rows):
        tied = [good for score, good in rows[index:] if score == rows[index][0]]
        seen += len(tied)
        hits += sum(tied)
        credit += sum(tied) * hits / seen
        index += len(tied)
    return credit / relevant if relevant else 0.0
