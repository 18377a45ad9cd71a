"""What contradicts, with the sentence of each claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource import views
from secondsource.fusion import Rating, Reliability
from secondsource.ledger import Ledger
from secondsource.pipeline.fusing import refresh
from tests.views.conftest import ATTACK, DENIAL


@pytest.fixture
def rows(ledger: Ledger) -> list[views.ContradictionRecord]:
    refresh(ledger)
    return list(views.contradiction_rows(ledger))


def test_a_denial_is_listed_once_with_both_sentences(rows) -> None:
    (row,) = rows
    assert {row.first, row.second} == {ATTACK.id, DENIAL.id}
    assert [words.claim for words in row.evidence] == [row.first, row.second]
    assert [words.side for words in row.evidence] == ["first", "second"]
    assert row.because == (
        "a resident (through Sample Post) says that it is so, Sample Times denies it"
    )


def test_the_event_carries_what_contradicts_in_it(ledger: Ledger, rows) -> None:
    events = {row.record.id: row.record for row in views.event_rows(ledger)}
    assert events[rows[0].about].contradictions == tuple(rows)
    quiet = [record for key, record in events.items() if key != rows[0].about]
    assert quiet
    assert not any(record.contradictions for record in quiet)


def test_each_reason_of_an_event_leads_to_its_claims(ledger: Ledger) -> None:
    refresh(ledger)
    for row in views.event_rows(ledger):
        record = row.record
        assert tuple(reason.text for reason in record.reasons) == record.because
        assert all(set(reason.claims) <= set(record.claims) for reason in record.reasons)


def test_only_outlets_that_the_user_rated_have_a_letter(ledger: Ledger) -> None:
    refresh(ledger)
    ratings = (
        Rating(outlet="The Sample Times", reliability=Reliability.C),
        Rating(outlet="Sample Elsewhere", reliability=Reliability.A),
    )
    for row in views.event_rows(ledger):
        rated = views.rate_event(row, ratings)
        letters = [(one.outlet, one.reliability) for one in rated.record.reliability]
        told = any(one.outlet == "Sample Times" for one in row.evidence)
        assert letters == ([("The Sample Times", "C")] if told else [])
        assert rated.record.credibility == row.record.credibility
        assert replace(rated, record=row.record) == row
