"""The brief: each sentence rests on claims, what is disputed stands apart, no hindsight."""

from __future__ import annotations

from pathlib import Path

import pytest

import secondsource as ss
from secondsource.errors import NotInLedger, UsageError
from secondsource.views import Brief, BriefSentence

PAIR = ("islamic-state", "nusra-front")


def brief(ledger: Path, **asked: str) -> Brief:
    with ss.open(ledger) as opened:
        return opened.brief(PAIR, **asked)


def section(of: Brief, title: str) -> tuple[BriefSentence, ...]:
    return next((one.sentences for one in of.sections if one.title == title), ())


def everything(of: Brief) -> list[BriefSentence]:
    return [sentence for one in of.sections for sentence in one.sentences]


def test_every_sentence_rests_on_words_and_has_a_verdict(small_ledger: Path) -> None:
    with ss.open(small_ledger) as ledger:
        found = ledger.brief(("Islamic State", "the Nusra Front"))
        claims = {claim.id: claim for claim in ledger.claims()}
    assert found.names == ("Islamic State", "Nusra Front")
    assert everything(found)
    for sentence in everything(found):
        assert sentence.quotations
        assert sentence.because
        for quotation in sentence.quotations:
            words = [" ".join(one.text.split()) for one in claims[quotation.claim].evidence]
            assert quotation.text in words


def test_a_denied_meeting_is_in_the_section_of_disputes_only(small_ledger: Path) -> None:
    disputed = section(brief(small_ledger), "Disputed")
    denied = [one for one in disputed if "met or talked" in one.text]
    assert denied
    sides = {quotation.side for one in denied for quotation in one.quotations}
    assert "disputes" in sides
    ids = {one.matter for one in disputed}
    settled = [one for one in everything(brief(small_ledger)) if one not in disputed]
    assert ids.isdisjoint(one.matter for one in settled)


def test_reprints_are_one_quotation_and_one_origin(small_ledger: Path) -> None:
    found = brief(small_ledger)
    reprinted = [
        quotation
        for sentence in everything(found)
        for quotation in sentence.quotations
        if len(quotation.outlets) > 1
    ]
    assert reprinted
    assert reprinted[0].outlets == ("Sample North, 2014-11-13", "Sample South, 2014-11-14")
    together = [line for line in found.sources if "Sample North" in line]
    assert len(together) == 1
    assert "Sample South, 2014-11-14 (reprint)" in together[0]


def test_what_was_not_yet_published_is_not_in_it(small_ledger: Path) -> None:
    early = brief(small_ledger, known_by="2014-11-15")
    outlets = {
        outlet
        for one in everything(early)
        for quoted in one.quotations
        for outlet in quoted.outlets
    }
    assert outlets == {"Sample North, 2014-11-13", "Sample South, 2014-11-14"}
    assert all(
        quotation.side != "disputes"
        for one in everything(early)
        for quotation in one.quotations
        if "met" in one.text
    )
    assert brief(small_ledger, known_by="2014-01-01").sections == ()


def test_the_period_leaves_out_what_lies_outside_it(small_ledger: Path) -> None:
    later = brief(small_ledger, since="2014-12-01", until="2014-12-31")
    texts = [one.text for one in section(later, "What happened")]
    assert any("attacked" in text and "December 2014" in text for text in texts)
    assert not any("2 November 2014" in text for text in texts)


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"since": "2015", "until": "2014"}, UsageError),
        ({"known_by": "soon"}, UsageError),
        ({"since": "then"}, UsageError),
    ],
)
def test_wrong_dates_are_told(
    small_ledger: Path, asked: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        brief(small_ledger, **asked)


def test_unknown_and_equal_actors_are_told(small_ledger: Path) -> None:
    with ss.open(small_ledger) as ledger:
        with pytest.raises(NotInLedger):
            ledger.brief(("islamic-state", "Order of Nowhere"))
        with pytest.raises(UsageError):
            ledger.brief(("islamic-state", "Isis"))
