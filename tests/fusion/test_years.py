"""A date without a year takes it from copies and other reports of the event, or from nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.claims import EventType, TieType, TimeBasis
from secondsource.claims.records import ABOUT_A_DAY
from secondsource.fusion import Lineage, Relation, date_claims, group_events, trace_ties
from secondsource.fusion.intervals import earliest
from tests.fusion.making import make_claim, make_report

TEXT = "Isis shelled Nusra in Atareb on Nov. 2, a resident said."
PAIR = {"actors": ("Isis",), "recipients": ("Nusra",), "place": "Atareb"}
UNDATED = make_report(TEXT, outlet="Sample Post")
OTHER = "On Nov. 2 Isis fired at Nusra in Atareb."


def shelling(report, words, edtf):
    return make_claim(report, "shelled", EventType.ASSAULT, time=(words, edtf), **PAIR)


def row(report, copies=None, relation=Relation.INDEPENDENT):
    return Lineage(
        report_id=report.id,
        origin=(copies or report).id,
        copies=copies.id if copies else None,
        relation=relation,
        agency=None,
        share=1.0 if copies else 0.0,
        because=(),
    )


def reading(edtf, copies, told, relation=Relation.REPRINT):
    """The undated claim's time, given days of its copies and (EDTF) of other accounts."""
    claim = shelling(UNDATED, "Nov. 2", edtf)
    papers = [
        make_report(TEXT, outlet=f"Sample Mail {n}", published=day) for n, day in enumerate(copies)
    ]
    others = [make_report(OTHER, outlet=f"Sample Times {n}") for n in range(len(told))]
    lineage = [row(paper, UNDATED, relation) for paper in papers]
    lineage += [row(report) for report in (UNDATED, *others)]
    claims = [
        make_claim(
            other, "fired", EventType.ASSAULT, time=("Nov. 2", value), killed=("Atareb", 3), **PAIR
        )
        for other, value in zip(others, told, strict=True)
    ]
    claim = replace(claim, quantities=claims[0].quantities if claims else ())
    dated, *_ = date_claims([claim, *claims], [UNDATED, *papers, *others], lineage)
    assert claim.time is not None
    assert claim.time.edtf == edtf
    return dated.time


@pytest.mark.parametrize(
    ("edtf", "copies", "told", "expected"),
    [
        ("XXXX-11-02", ["2014-11-05"], [], "2014-11-02?"),
        ("XXXX-11-02", ["2015-02-01"], [], "2014-11-02?"),
        ("XXXX-11-02", ["2014-11-05", "2014-12-30T08:00Z"], [], "2014-11-02?"),
        ("XXXX-11-02/XXXX-11-04", ["2014-11-05"], [], "2014-11-02?/2014-11-04?"),
        ("XXXX-12-30/XXXX-01-02", ["2015-01-05"], [], "2014-12-30?/2015-01-02?"),
        ("XXXX-11-02~", ["2014-11-05"], [], "2014-11-02%"),
        ("XXXX-11", ["2014-11-30"], [], "2014-11?"),
        ("XXXX-11-02", [], ["2014-11-02"], "2014-11-02?"),
        ("XXXX-11-02", [], ["2014-11"], "2014-11-02?"),
        ("XXXX-11-02", ["2014-11-05"], ["2014-11-02"], "2014-11-02?"),
    ],
)
def test_the_year_is_that_of_copies_and_of_other_accounts(edtf, copies, told, expected):
    time = reading(edtf, copies, told)
    assert time.edtf == expected
    assert time.basis is TimeBasis.OTHER_REPORTS
    assert "the year is inferred" in time.why


@pytest.mark.parametrize(
    ("edtf", "copies", "told"),
    [
        ("XXXX-11-02", [], []),
        ("XXXX-11-02", ["2014-11-05", "2016-11-05"], []),
        ("XXXX-11-02", [], ["2013-06-01/2015-03-01"]),
        ("XXXX-11-02", [], ["XXXX-11-02"]),
        ("XXXX-11-02", [], ["2014-07-01"]),
    ],
)
def test_the_year_stays_unknown_where_nobody_says_it_or_they_disagree(edtf, copies, told):
    time = reading(edtf, copies, told)
    assert (time.edtf, time.basis, time.why) == (edtf, TimeBasis.STATED, None)


def test_a_report_on_the_same_story_of_an_agency_dates_as_a_copy_does():
    assert reading("XXXX-11-02", ["2014-11-05"], [], Relation.CITES).edtf == "2014-11-02?"


def test_a_report_that_cites_another_in_passing_may_be_of_any_later_year():
    claim = shelling(UNDATED, "Nov. 2", "XXXX-11-02")
    later = make_report(OTHER, outlet="Sample Times", published="2019-11-05")
    passing = replace(row(later, UNDATED, Relation.CITES), origin=later.id)
    assert date_claims([claim], [UNDATED, later], [row(UNDATED), passing])[0] == claim


def test_a_day_that_is_only_the_date_line_dates_nobody():
    claim = shelling(UNDATED, "Nov. 2", "XXXX-11-02")
    other = make_report(OTHER, outlet="Sample Times")
    framed = make_claim(other, "fired", EventType.ASSAULT, time=("Nov. 2", "2014-11-02"), **PAIR)
    framed = replace(framed, time=replace(framed.time, precision=ABOUT_A_DAY))
    lineage = [row(UNDATED), row(other)]
    assert date_claims([claim, framed], [UNDATED, other], lineage)[0] == claim


def test_an_event_shows_a_year_that_is_said_before_one_that_is_inferred():
    claim = shelling(UNDATED, "Nov. 2", "XXXX-11-02")
    copy = make_report(TEXT, outlet="Sample Mail", published="2014-11-05")
    lineage = [row(UNDATED), row(copy, UNDATED, Relation.REPRINT)]
    (event,) = group_events([claim], [UNDATED, copy], lineage)
    assert event.edtf == "2014-11-02?"
    assert event.time.basis is TimeBasis.OTHER_REPORTS
    said = shelling(copy, "Nov. 2", "2014-11-02")
    (event,) = group_events([claim, said], [UNDATED, copy], lineage)
    assert event.edtf == "2014-11-02"
    assert set(event.claims) == {claim.id, said.id}


def test_a_tie_begins_in_the_year_of_a_copy():
    text = "Isis and Nusra allied on Nov. 2."
    report, copy = (
        make_report(text, outlet=outlet, published=day)
        for outlet, day in (("Sample Post", None), ("Sample Mail", "2014-11-05"))
    )
    claim = make_claim(
        report,
        "allied",
        TieType.ALLY,
        actors=("Isis",),
        recipients=("Nusra",),
        time=("Nov. 2", "XXXX-11-02"),
    )
    lineage = [row(report), row(copy, report, Relation.REPRINT)]
    (state,) = trace_ties([claim], [report, copy], lineage)
    assert state.start == "2014-11-02?"
    (alone,) = trace_ties([claim], [report], [row(report)])
    assert alone.start == "XXXX-11-02"


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)).filter(
    lambda day: (day.month, day.day) != (2, 29)
)


@given(DAYS, st.integers(0, 300))
def test_a_day_is_the_last_such_day_before_the_copy(day, later):
    published = day + timedelta(days=later)
    time = reading(f"XXXX-{day:%m-%d}", [published.isoformat()], [])
    assert earliest(time.edtf) == day
