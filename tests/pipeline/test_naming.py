"""What a reader means by a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger import open_ledger
from secondsource.pipeline.naming import Wanted, actor_id, claim_filter, pair, place_number


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nusra-front", "nusra-front"),
        ("Nusra Front", "nusra-front"),
        ("The nusra-FRONT", "nusra-front"),
        ("Isis", "islamic-state"),
        ("Jabhat al-Nusra", "nusra-front"),
        ("boko haram", "boko-haram"),
    ],
)
def test_an_actor_by_id_or_name(small_ledger: Path, name: str, expected: str) -> None:
    with open_ledger(small_ledger) as ledger:
        assert actor_id(ledger, name) == expected


@pytest.mark.parametrize(
    ("name", "near"), [("Nusra Frond", "nusra-front"), ("islamic-stat", "islamic-state")]
)
def test_a_name_that_nobody_has_is_answered_with_near_ones(
    small_ledger: Path, name: str, near: str
) -> None:
    with open_ledger(small_ledger) as ledger, pytest.raises(NotInLedger) as found:
        actor_id(ledger, name)
    assert near in found.value.next_step


def test_a_name_that_is_near_nothing_says_where_the_names_are(small_ledger: Path) -> None:
    with open_ledger(small_ledger) as ledger:
        with pytest.raises(NotInLedger, match="secondsource actors"):
            actor_id(ledger, "☃☃☃")
        with pytest.raises(NotInLedger, match="secondsource places"):
            place_number(ledger, "☃☃☃")


def test_a_place_by_name_or_number(small_ledger: Path) -> None:
    with open_ledger(small_ledger) as ledger:
        known = {one.name: one.geonames_id for one in ledger.places()}
        assert place_number(ledger, "aleppo") == known["Aleppo"]
        assert place_number(ledger, "12345") == 12345
        with pytest.raises(NotInLedger, match="Aleppo"):
            place_number(ledger, "Alepo")


def test_two_names_of_one_actor_are_no_pair(small_ledger: Path) -> None:
    with open_ledger(small_ledger) as ledger:
        assert pair(ledger, None) is None
        with pytest.raises(UsageError, match="both are"):
            pair(ledger, ("Isis", "Islamic State"))


def test_nothing_wanted_filters_nothing(small_ledger: Path) -> None:
    with open_ledger(small_ledger) as ledger:
        everything = list(ledger.claims())
        assert list(ledger.claims(claim_filter(ledger, Wanted()))) == everything
        country = claim_filter(ledger, Wanted(country="sy"))
        assert country.country == "SY"
