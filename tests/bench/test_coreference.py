from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.scorers.coreference import (
    Clustering,
    b_cubed,
    ceaf_e,
    clustering,
    conll,
    muc,
    over,
)


def sets(*groups: str) -> Clustering:
    return clustering(groups)


# The example of Pradhan et al. (ACL 2014), whose figures are 0.40/0.40, 0.42/0.50, 0.65/0.43.
KEY = sets("abc", "defg")
ANSWER = sets("ab", "cd", "fghi")


def test_muc_of_the_reference_example() -> None:
    counts = muc(KEY, ANSWER)
    assert (counts.recall, counts.precision) == (pytest.approx(0.4), pytest.approx(0.4))


def test_b_cubed_of_the_reference_example() -> None:
    counts = b_cubed(KEY, ANSWER)
    assert counts.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 4 + 0 + 2 / 4 + 2 / 4) / 7)
    assert counts.precision == pytest.approx((1 + 1 + 1 / 2 + 1 / 2 + 1 / 2 + 1 / 2) / 8)


def test_ceaf_e_of_the_reference_example() -> None:
    counts = ceaf_e(KEY, ANSWER)
    assert counts.recall == pytest.approx((4 / 5 + 4 / 8) / 2)
    assert counts.precision == pytest.approx((4 / 5 + 4 / 8) / 3)


@pytest.mark.parametrize(
    ("found", "muc_f1", "b3_precision", "b3_recall"),
    [
        # Bagga and Baldwin's three chains: {1-5}, {6,7}, {8-12}; joining the two large ones costs
        # more than joining a large and the small one, which MUC does not see.
        (("12345", "6789ABC"), 18 / 19, (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12, 1.0),
        (("1234589ABC", "67"), 18 / 19, (10 * 5 / 10 + 2) / 12, 1.0),
    ],
)
def test_b_cubed_tells_mergers_apart(
    found: tuple[str, ...], muc_f1: float, b3_precision: float, b3_recall: float
) -> None:
    gold = sets("12345", "67", "89ABC")
    assert muc(gold, sets(*found)).f1 == pytest.approx(muc_f1)
    counts = b_cubed(gold, sets(*found))
    assert counts.precision == pytest.approx(b3_precision)
    assert counts.recall == pytest.approx(b3_recall)


def test_a_mention_in_two_clusters_is_refused() -> None:
    with pytest.raises(ValueError, match="two clusters"):
        sets("ab", "bc")


def test_over_leaves_out_strangers_and_adds_the_forgotten() -> None:
    assert set(over("abc", ["axy", "b"])) == {frozenset("a"), frozenset("b"), frozenset("c")}


@given(st.lists(st.integers(0, 4), min_size=2, max_size=12))
def test_a_clustering_agrees_with_itself(labels: list[int]) -> None:
    groups: dict[int, list[int]] = {}
    for mention, label in enumerate(labels):
        groups.setdefault(label, []).append(mention)
    same = clustering(groups.values())
    assert b_cubed(same, same).f1 == pytest.approx(1.0)
    assert ceaf_e(same, same).f1 == pytest.approx(1.0)
    if any(len(group) > 1 for group in same):
        assert conll(same, same) == pytest.approx(1.0)
    alone = over(range(len(labels)), [])
    assert b_cubed(same, alone).precision == pytest.approx(1.0)
    assert muc(same, alone).f1 == 0.0
