"""How many, by all claims about one event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations import Category, QuantityRole
from secondsource.claims import Polarity
from tests.fusion.disputes import Account, event_of

POST = Account(outlet="Sample Post", source="a resident")
MAIL = Account(outlet="Sample Mail", source="a rebel commander")
HERALD = Account(outlet="Sample Herald", source="an opposition official")


def exactly(number: float):
    return ((f"{number:g} killed", None, number, None),)


def at_least(number: float):
    return ((f"at least {number:g} killed", number, None, None),)


def up_to(number: float):
    return ((f"up to {number:g} killed", None, None, number),)


def between(low: float, high: float):
    return ((f"{low:g} to {high:g} killed", low, None, high),)


def counts(*accounts: Account):
    return event_of(accounts, [])[0].counts


FUSED = [
    pytest.param([exactly(12)], (12, 12, 12), id="one figure"),
    pytest.param([exactly(12), exactly(30), exactly(30)], (12, 30, 30), id="what most origins say"),
    pytest.param([at_least(12)], (12, None, None), id="nothing above is invented"),
    pytest.param([up_to(50)], (None, None, 50), id="nothing below is invented"),
    pytest.param([between(10, 15)], (10, None, 15), id="no middle is invented"),
    pytest.param([at_least(12), exactly(30)], (12, 30, 30), id="a bound and a figure above it"),
    pytest.param([at_least(40), exactly(30)], (30, 30, None), id="a bound above every figure"),
    pytest.param([up_to(5), exactly(30)], (None, 30, 30), id="a bound below every figure"),
]


@pytest.mark.parametrize(("figures", "expected"), FUSED)
def test_low_best_and_high(figures, expected):
    accounts = zip((POST, MAIL, HERALD), figures, strict=False)
    (count,) = counts(*(replace(account, numbers=numbers) for account, numbers in accounts))
    assert (count.low, count.best, count.high) == expected


def test_of_figures_with_as_many_origins_the_best_is_the_latest():
    (count,) = counts(
        replace(POST, numbers=exactly(12), published="2014-11-15"),
        replace(MAIL, numbers=exactly(30), published="2014-11-14"),
    )
    assert count.best == 12


def test_of_figures_of_one_day_the_best_is_the_lowest():
    (count,) = counts(replace(POST, numbers=exactly(30)), replace(MAIL, numbers=exactly(12)))
    assert count.best == 12


def test_each_figure_has_its_claims_and_origins():
    accounts = [
        replace(POST, numbers=exactly(12)),
        replace(MAIL, numbers=exactly(12)),
        replace(HERALD, numbers=exactly(30)),
    ]
    (count,) = counts(*accounts)
    ids = [account.told()[1].id for account in accounts]
    assert [(value.words, value.origins, value.reports) for value in count.values] == [
        ("12", 2, 2),
        ("30", 1, 1),
    ]
    assert [set(value.claims) for value in count.values] == [set(ids[:2]), {ids[2]}]


def test_a_superseded_figure_is_kept_apart_and_bounds_nothing():
    first = replace(POST, source="the Observatory", numbers=exactly(12), published="2014-11-12")
    later = replace(MAIL, source="the Observatory", numbers=exactly(30), published="2014-11-14")
    (count,) = counts(first, later)
    assert (count.low, count.best, count.high) == (30, 30, 30)
    (old,) = count.superseded
    assert (old.words, old.claims) == ("12", (first.told()[1].id,))
    assert old.superseded_by == (later.told()[1].id,)


def test_without_a_day_nothing_is_known_to_be_newer():
    first = replace(POST, source="the Observatory", numbers=exactly(12), published=None)
    later = replace(MAIL, source="the Observatory", numbers=exactly(30))
    (count,) = counts(first, later)
    assert (count.low, count.high, count.superseded) == (12, 30, ())


def test_sorts_are_kept_apart():
    found = counts(
        replace(POST, numbers=exactly(12)),
        replace(MAIL, numbers=exactly(30), role=QuantityRole.WOUNDED),
        replace(HERALD, numbers=exactly(5), category=Category.CIVILIANS),
    )
    assert [(count.role.value, count.category, count.low) for count in found] == [
        ("killed", None, 12),
        ("killed", Category.CIVILIANS, 5),
        ("wounded", None, 30),
    ]


def test_words_for_people_are_one_unit():
    found = counts(
        replace(POST, numbers=exactly(12), unit=None),
        replace(MAIL, numbers=exactly(12), unit="bodies"),
        replace(HERALD, numbers=exactly(12), unit="other people"),
    )
    assert [count.unit for count in found] == ["people"]


def test_a_denial_gives_no_figure():
    assert counts(POST, replace(MAIL, numbers=exactly(12), polarity=Polarity.DENIED)) == ()
