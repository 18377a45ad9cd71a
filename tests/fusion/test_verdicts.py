"""One case a row of the decision table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.fusion import RULES, Chain, Credibility, Grounds, judge


def chains(*pairs: tuple[str, str]) -> tuple[Chain, ...]:
    return tuple(
        Chain(
            claim_id=f"c_{gatherer}_{informant}_{number}",
            report_id=f"r_{gatherer}",
            gatherer=gatherer,
            gatherer_name=gatherer,
            informant=informant,
            unnamed=(),
            own_voice=False,
        )
        for number, (gatherer, informant) in enumerate(pairs)
    )


NONE = chains()
AP_BOTH = chains(("AP", "official"), ("AP", "commander"))
TWO = chains(("AP", "official"), ("Reuters", "resident"))
THREE = chains(("AP", "official"), ("Reuters", "resident"), ("Post", "mayor"))
FOUR = (*THREE, *chains(("Herald", "witness")))
ONE_DENIAL = chains(("Tribune", "spokesman"))
TWO_DENIALS = chains(("Tribune", "spokesman"), ("Courier", "minister"))

# The row that needs a claim that it is not confirmed.
UNCONFIRMED = 9

ROWS = [
    (1, NONE, NONE, NONE, Credibility.UNJUDGED),
    (2, NONE, NONE, TWO_DENIALS, Credibility.IMPROBABLE),
    (3, NONE, NONE, ONE_DENIAL, Credibility.DOUBTFUL),
    (4, AP_BOTH, AP_BOTH, TWO_DENIALS, Credibility.IMPROBABLE),
    (5, AP_BOTH, AP_BOTH, ONE_DENIAL, Credibility.DOUBTFUL),
    (6, FOUR, FOUR, TWO_DENIALS, Credibility.PROBABLE),
    (7, TWO, TWO, ONE_DENIAL, Credibility.POSSIBLE),
    (8, TWO, TWO, NONE, Credibility.CONFIRMED),
    (9, TWO, TWO[:1], NONE, Credibility.POSSIBLE),
    (10, TWO, TWO[:1], NONE, Credibility.PROBABLE),
    (11, AP_BOTH, AP_BOTH, NONE, Credibility.POSSIBLE),
    (12, AP_BOTH, NONE, NONE, Credibility.UNJUDGED),
]


@pytest.mark.parametrize(("row", "supporting", "firm", "disputing", "credibility"), ROWS)
def test_row(row, supporting, firm, disputing, credibility):
    unconfirmed = ONE_DENIAL if row == UNCONFIRMED else NONE
    grounds = Grounds(
        supporting=supporting,
        firm=firm,
        disputing=disputing,
        open=unconfirmed,
        unconfirmed=unconfirmed,
    )
    applied = next(rule for rule in RULES if rule.applies(grounds))
    assert applied.row == row
    verdict = judge(grounds)
    assert (verdict.row, verdict.credibility) == (row, credibility)


def test_every_row_of_the_table_has_a_case():
    assert [rule.row for rule in RULES] == [row for row, *_ in ROWS]


def test_one_report_s_two_sources_do_not_confirm_each_other():
    both = tuple(replace(chain, report_id="r_one") for chain in TWO)
    verdict = judge(Grounds(supporting=both, firm=both, disputing=(), open=()))
    assert verdict.credibility is Credibility.PROBABLE
    assert "all of it from one report" in verdict.because


def test_reasons_name_the_one_agency():
    verdict = judge(Grounds(supporting=AP_BOTH, firm=AP_BOTH, disputing=(), open=()))
    assert verdict.because == (
        "2 sources, both through one agency: AP",
        "no report with another origin",
    )


def test_reasons_name_denials_hedges_and_open_claims():
    grounds = Grounds(supporting=TWO, firm=TWO[:1], disputing=ONE_DENIAL, open=TWO[1:])
    assert judge(grounds).because == (
        "2 sources through 2 outlets or agencies",
        "2 origins that share neither gatherer nor informant",
        "1 of 2 claims are hedged or only let it be inferred",
        "denied by 1 source of 1 origin",
        "1 claim left open: neither for nor against",
    )
