"""Agreement between reviewers, against published examples and on a small ledger."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import secondsource as ss
from secondsource.claims import Correction, EventType
from secondsource.views import agreement_of, cohen_kappa, krippendorff_alpha

# Krippendorff (2011), example C: four observers, twelve units, missing values.
EXAMPLE = (
    "111",
    "2232",
    "3333",
    "3333",
    "2222",
    "1234",
    "4444",
    "1121",
    "2222",
    "555",
    "11",
    "3",
)


def test_alpha_is_the_published_one() -> None:
    assert krippendorff_alpha(EXAMPLE) == pytest.approx(0.743, abs=0.0005)


@pytest.mark.parametrize(
    ("units", "alpha"),
    [
        (("aa", "bb"), 1.0),
        (("aa", "aa"), None),
        (("a", "b"), None),
        ((), None),
        (("ab", "ba"), -0.5),
    ],
)
def test_alpha_at_its_ends(units: tuple[str, ...], alpha: float | None) -> None:
    assert krippendorff_alpha(units) == alpha


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # Yes/yes, yes/no, no/yes, no/no.
        ((20, 5, 10, 15), 0.4),
        ((10, 0, 0, 10), 1.0),
        ((0, 10, 10, 0), -1.0),
        ((10, 0, 0, 0), None),
        ((0, 0, 0, 0), None),
    ],
)
def test_kappa_of_a_table(table: tuple[int, int, int, int], kappa: float | None) -> None:
    cells = (("y", "y"), ("y", "n"), ("n", "y"), ("n", "n"))
    pairs = [cell for cell, count in zip(cells, table, strict=True) for _ in range(count)]
    found = cohen_kappa(pairs)
    assert found == (kappa if kappa is None else pytest.approx(kappa))


@given(st.lists(st.text("abc", min_size=2, max_size=4), min_size=1, max_size=20))
def test_alpha_is_one_only_without_disagreement(units: list[str]) -> None:
    alpha = krippendorff_alpha(units)
    agreed = all(len(set(unit)) == 1 for unit in units)
    assert alpha is None or (alpha <= 1 and (alpha == 1) is agreed)


def test_what_two_reviewers_decided_is_compared(small_ledger: Path, tmp_path: Path) -> None:
    place = tmp_path / "copy.db"
    shutil.copy(small_ledger, place)
    with ss.open(place) as ledger:
        one, other, alone, *_ = sorted(claim.id for claim in ledger.claims(type="ASSAULT"))
        ledger.accept_claim(one, who="first")
        ledger.accept_claim(one, who="second")
        ledger.accept_claim(other, who="first")
        ledger.correct_claim(other, Correction(type=EventType.COERCE), who="second")
        ledger.accept_claim(alone, who="first")
        found = {row.part: row for row in agreement_of(ledger.ledger)}
    assert {row.claims for row in found.values()} == {2}
    assert (found["judgement"].alpha, found["judgement"].pairs[0].agreed) == (None, 2)
    types = found["type"].pairs[0]
    assert (types.reviewers, types.agreed, types.kappa) == (("first", "second"), 1, 0)


def test_nothing_reviewed_is_nothing_compared(small_ledger: Path) -> None:
    with ss.open(small_ledger) as ledger:
        assert {row.claims for row in agreement_of(ledger.ledger)} == {0}
