"""Agreement of clusterings: MUC, B3, CEAF-e and their mean, the CoNLL score.

MUC: Vilain et al. 1995. B3: Bagga and Baldwin 1998. CEAF-e: Luo 2005, with phi 4. The mean of the
three F1 is the CoNLL-2012 score (Pradhan et al. 2012); mentions that only one side has are treated
as in its reference scorer (Pradhan et al. 2014).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from bench.scorers.assignment import best_total
from bench.scorers.counts import Counts

Clustering = tuple[frozenset[Hashable], ...]


def clustering(groups: Iterable[Iterable[Hashable]]) -> Clustering:
    """``groups`` as disjoint sets, empty ones left out.

    Raises:
        ValueError: if a mention stands in two groups.
    """
    sets = tuple(found for group in groups if (found := frozenset(group)))
    if sum(map(len, sets)) != len(frozenset().union(*sets)):
        raise ValueError("a mention stands in two clusters")
    return sets


def over(universe: Iterable[Hashable], groups: Iterable[Iterable[Hashable]]) -> Clustering:
    """``groups`` restricted to ``universe``; what they leave out of it stands alone."""
    wanted = frozenset(universe)
    kept = clustering(wanted.intersection(group) for group in groups)
    alone = wanted.difference(*kept)
    return (*kept, *(frozenset([mention]) for mention in alone))


def muc(gold: Clustering, found: Clustering) -> Counts:
    """Links kept: a cluster of n mentions has n - 1 links."""
    precision, recall = _links(found, gold), _links(gold, found)
    return Counts(*precision, *recall)


def b_cubed(gold: Clustering, found: Clustering) -> Counts:
    """For each mention, how much of its cluster is shared with its cluster on the other side."""
    return Counts(*_mentions(found, gold), *_mentions(gold, found))


def ceaf_e(gold: Clustering, found: Clustering) -> Counts:
    """Clusters aligned one to one by the similarity 2 |G ∩ F| / (|G| + |F|)."""
    where = {mention: index for index, group in enumerate(found) for mention in group}
    shared = Counter(
        (row, where[mention])
        for row, group in enumerate(gold)
        for mention in group
        if mention in where
    )
    weights = {
        (row, column): 2 * size / (len(gold[row]) + len(found[column]))
        for (row, column), size in shared.items()
    }
    return Counts.of(best_total(weights), len(found), len(gold))


def conll(gold: Clustering, found: Clustering) -> float:
    """The mean of the F1 of MUC, B3 and CEAF-e."""
    return sum(measure(gold, found).f1 for measure in (muc, b_cubed, ceaf_e)) / 3


def _links(these: Clustering, others: Clustering) -> tuple[float, float]:
    where = {mention: index for index, group in enumerate(others) for mention in group}
    kept = 0
    for group in these:
        parts = {where[mention] for mention in group if mention in where}
        missing = sum(mention not in where for mention in group)
        kept += len(group) - len(parts) - missing
    return kept, sum(len(group) - 1 for group in these)


def _mentions(these: Clustering, others: Clustering) -> tuple[float, float]:
    where = {mention: index for index, group in enumerate(others) for mention in group}
    credit = 0.0
    for group in these:
        sizes = Counter(where[mention] for mention in group if mention in where)
        credit += sum(size * size for size in sizes.values()) / len(group)
    return credit, sum(map(len, these))
