from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.fusion import Relation, trace_lineage
from tests.fusion.making import make_report
from tests.fusion.story import independent, resting_on_the_agency

SENTENCES = [
    "The convoy left the northern town before dawn on Friday.",
    "Four trucks carried wheat and two carried medicine for the clinic.",
    "At the second checkpoint gunmen stopped the drivers and asked for papers.",
    "One driver ran into the olive groves and was not followed.",
    "“We were told that the road was open until noon,” the dispatcher said.",
    "The bridge beyond the village had been mined a week earlier.",
    "By evening the wheat was on sale in the market of the next district.",
    "The governor promised an inquiry and named three members of it.",
    "Nobody has been charged so far, and the trucks are still missing.",
    "Aid groups have halted all deliveries along the river until further notice.",
]
REWORDED = (
    "Before dawn on Friday a convoy had left the northern town. Wheat filled four trucks, and two"
    " more carried medicine bound for the clinic. Gunmen at the second checkpoint stopped the"
    " drivers, asking for their papers. The bridge beyond the village was mined one week earlier."
)
WHOLE = " ".join(SENTENCES)
OWN = "Our reporter could not reach the dispatcher for comment this morning."


def lineage(*reports):
    return {record.report_id: record for record in trace_lineage(reports, ())}


def test_a_reprint_names_its_parent_its_share_and_the_figures():
    first = make_report(WHOLE, outlet="Sample Post", published="2014-09-01")
    copy = make_report(
        " ".join([*SENTENCES[:8], OWN]), outlet="Sample Mail", published="2014-09-02"
    )
    found = lineage(first, copy)
    assert found[copy.id].relation is Relation.REPRINT
    assert found[copy.id].copies == first.id
    assert found[copy.id].share == pytest.approx(8 / 9, abs=1e-4)
    assert "8 of 9 sentences shared" in found[copy.id].because[0]
    assert found[copy.id].origin == found[first.id].origin
    assert found[first.id].relation is Relation.INDEPENDENT
    assert found[first.id].copies is None


def test_an_excerpt_inside_a_longer_report_is_found():
    long = make_report(
        WHOLE
        + " "
        + " ".join(f"Village number {n} reported shells and {n} fires." for n in range(30)),
        outlet="Sample Post",
        published="2014-09-01",
    )
    excerpt = make_report(" ".join(SENTENCES[2:5]), outlet="Sample Mail", published="2014-09-03")
    assert lineage(long, excerpt)[excerpt.id].copies == long.id


def test_reworded_sentences_make_a_rewrite():
    first = make_report(WHOLE, outlet="Sample Post", published="2014-09-01")
    rewrite = make_report(REWORDED, outlet="Sample Mail", published="2014-09-02")
    found = lineage(first, rewrite)[rewrite.id]
    assert (found.relation, found.copies) == (Relation.REWRITE, first.id)


def test_other_words_about_other_things_are_independent():
    first = make_report(WHOLE, outlet="Sample Post")
    other = make_report("Snow closed the pass for two days and the school with it.", outlet="B")
    found = lineage(first, other)
    assert {record.relation for record in found.values()} == {Relation.INDEPENDENT}
    assert found[first.id].origin != found[other.id].origin


def test_an_outlets_standing_text_is_no_copying():
    standing = " ".join(SENTENCES[:4])
    reports = [
        make_report(f"{standing} {own}", outlet="Sample Post")
        for own in (
            "Rain fell on the harbour and ships waited outside for a berth.",
            "Teachers in the capital voted to end their strike on Monday.",
            "A court heard the appeal of two former mayors this week.",
            "The museum reopened with a show of glass from the coast.",
        )
    ]
    assert {r.relation for r in lineage(*reports).values()} == {Relation.INDEPENDENT}


PARENTS = [
    ("earlier date", {"published": "2014-09-01"}, {"published": "2014-09-02"}, "first"),
    ("later date", {"published": "2014-09-03"}, {"published": "2014-09-02"}, "second"),
    ("time of day", {"published": "2014-09-02T08:00"}, {"published": "2014-09-02T07:00"}, "second"),
    ("an agency's own text", {}, {"outlet": "Reuters"}, "second"),
    ("a printed credit", {}, {"agency": "Reuters"}, "second"),
]


@pytest.mark.parametrize(("case", "mine", "yours", "parent"), PARENTS)
def test_who_is_the_parent(case, mine, yours, parent):
    first = make_report(WHOLE, **{"outlet": "Sample Post", **mine})
    second = make_report(WHOLE, **{"outlet": "Sample Mail", **yours})
    found = lineage(first, second)
    expected, copy = (first, second) if parent == "first" else (second, first)
    assert found[copy.id].copies == expected.id, case
    assert found[expected.id].copies is None


def test_without_dates_the_more_complete_text_is_the_parent():
    short = make_report(" ".join(SENTENCES[:6]), outlet="Sample Post")
    whole = make_report(WHOLE, outlet="Sample Mail")
    assert lineage(short, whole)[short.id].copies == whole.id


def test_seven_outlets_on_one_absent_agency_are_one_origin():
    reports, _ = resting_on_the_agency()
    other, _ = independent()
    found = lineage(*reports, other)
    assert {found[report.id].relation for report in reports} == {Relation.CITES}
    assert {found[report.id].agency for report in reports} == {"AP"}
    assert len({found[report.id].origin for report in reports}) == 1
    assert found[other.id].origin not in {found[report.id].origin for report in reports}
    assert found[other.id].relation is Relation.INDEPENDENT


def test_an_agencys_own_report_is_what_the_others_cite():
    reports, _ = resting_on_the_agency()
    own = make_report(
        "Isis and Nusra met at a farm house in Atareb on 2 November and agreed to stop fighting,"
        " a rebel commander and a Syrian opposition official say. They sat until four in the"
        " morning and will open new fronts against Kurdish fighters.",
        outlet="The Associated Press",
        published="2014-11-13T06:00",
    )
    dated = [report for report in reports if report.published]
    found = lineage(own, *dated)
    assert {found[report.id].copies for report in dated} == {own.id}
    assert len({record.origin for record in found.values()}) == 1


def test_one_agency_on_two_stories_is_two_origins():
    first = make_report("Gunmen seized the dam near Raqqa, Reuters reported.", outlet="A")
    second = make_report("Rebels freed nine nuns after talks in Qatar, Reuters said.", outlet="B")
    found = lineage(first, second)
    assert {record.agency for record in found.values()} == {"Reuters"}
    assert found[first.id].origin != found[second.id].origin


def _mixed():
    reports, _ = resting_on_the_agency()
    other, _ = independent()
    copies = [
        make_report(WHOLE, outlet=f"Sample {name}", published=date)
        for name, date in (("One", None), ("Two", "2014-09-02"), ("Three", None), ("Four", "2014"))
    ]
    return [*reports, other, *copies, make_report(REWORDED, outlet="Sample Five")]


@settings(max_examples=25, deadline=None)
@given(st.permutations(_mixed()))
def test_the_order_of_the_reports_says_nothing(reports):
    assert trace_lineage(reports, ()) == trace_lineage(_mixed(), ())


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(min_value=0, max_value=12), min_size=1))
def test_parents_form_a_forest(kept):
    records = trace_lineage([report for at, report in enumerate(_mixed()) if at in kept], ())
    parents = {record.report_id: record.copies for record in records}
    for start in parents:
        chain = [start]
        while (parent := parents[chain[-1]]) is not None:
            assert parent not in chain
            chain.append(parent)
