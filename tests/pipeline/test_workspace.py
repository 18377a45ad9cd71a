"""The Python API."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import secondsource as ss
from secondsource.claims import ClaimKind, Polarity
from secondsource.errors import LedgerUnavailable, NotInLedger


def test_claims_by_keyword(small_ledger: Path) -> None:
    with ss.open(small_ledger) as ledger:
        everything = {claim.id for claim in ledger.claims()}
        events = {claim.id for claim in ledger.claims(kind=ClaimKind.EVENT)}
        denied = list(ledger.claims(polarity=Polarity.DENIED))
        late = list(ledger.claims(since=date(2014, 12, 1)))
        by_name = {claim.id for claim in ledger.claims(actor="Nusra Front")}
        by_id = {claim.id for claim in ledger.claims(actor="nusra-front")}
    assert events < everything
    assert denied
    assert all(claim.polarity is Polarity.DENIED for claim in denied)
    assert all(claim.time is not None for claim in late)
    assert by_name == by_id


def test_every_answer_is_typed_and_there(small_ledger: Path) -> None:
    with ss.open(small_ledger) as ledger:
        assert ledger.overview().reports == 4
        assert len(list(ledger.listing())) == 4
        assert len(ledger.lineage()) == 4
        assert ledger.events()
        assert ledger.ties(("Islamic State", "Nusra Front"))
        assert ledger.search("alliance").reports
        assert {actor.id for actor in ledger.actors()} >= {"nusra-front", "islamic-state"}
        assert {place.country for place in ledger.places()} == {"SY"}
        first = next(ledger.reports())
        assert ledger.show(first.id).report == first


def test_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnavailable):
        ss.open(tmp_path / "x.db", create=False)
    with ss.open(tmp_path / "x.db") as ledger, pytest.raises(NotInLedger):
        ledger.show("r_0123456789abcdef")


def test_an_empty_ledger_answers_with_nothing(tmp_path: Path) -> None:
    with ss.open(tmp_path / "x.db") as ledger:
        assert list(ledger.claims()) == []
        assert (ledger.events(), ledger.ties(), ledger.lineage()) == ((), (), ())
        assert (ledger.actors(), ledger.places()) == ((), ())
        assert ledger.search("anything").reports == ()
