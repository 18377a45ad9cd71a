from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.claims import EventType, Modality, Polarity, TieType
from secondsource.errors import UsageError
from secondsource.fusion import Credibility, trace_lineage, trace_ties
from tests.fusion.making import make_claim, make_report

PAIR = {"actors": ("Isis",), "recipients": ("Nusra",)}


def fought():
    report = make_report(
        "In the summer of 2013 Isis attacked Nusra in the north.",
        outlet="Sample Post",
        published="2013-09-01",
    )
    return report, make_claim(
        report, "attacked", EventType.ASSAULT, **PAIR, time=("summer of 2013", "2013-22")
    )


def truce():
    report = make_report(
        "In late October Isis and Nusra kept to local truces, residents say.",
        outlet="Sample Mail",
        published="2014-10-30",
    )
    return report, make_claim(
        report,
        "truces",
        TieType.TRUCE,
        actors=("Isis", "Nusra"),
        time=("late October", "2014-10-21/2014-10-31"),
    )


def agreed():
    report = make_report(
        "On 2 November Isis and Nusra agreed to stop fighting and to work together.",
        outlet="Sample Herald",
        published="2014-11-13",
    )
    return report, make_claim(
        report,
        "agreed",
        EventType.AGREE,
        actors=("Isis", "Nusra"),
        time=("2 November", "2014-11-02"),
    )


def denied():
    report = make_report(
        "Nusra knows of no truce with Isis, its spokesman wrote.",
        outlet="Sample Courier",
        published="2014-11-01",
    )
    return report, make_claim(
        report, "truce", TieType.TRUCE, actors=("Nusra", "Isis"), polarity=Polarity.DENIED
    )


def offshoot():
    report = make_report("Nusra helps Ahrar with weapons.", published="2014-05-02")
    return report, make_claim(
        report, "helps", EventType.AID, actors=("Nusra",), recipients=("Ahrar",)
    )


ALL = (fought, truce, agreed, denied, offshoot)


def ties(*makers, **filters):
    reports, claims = zip(*(maker() for maker in makers), strict=True)
    return trace_ties(claims, reports, trace_lineage(reports, claims), **filters)


def told(states):
    return [(state.state.value, state.start, state.end) for state in states]


def test_states_follow_each_other():
    states = ties(fought, truce, agreed, between=("nusra-front", "islamic-state"))
    assert told(states) == [
        ("hostile", "2013-22", "2014-10-21/2014-10-31"),
        ("truce", "2014-10-21/2014-10-31", None),
        ("ally", "2014-11-02", None),
        ("truce", "2014-11-02", None),
    ]
    assert {state.between for state in states} == {("islamic-state", "nusra-front")}


def worked_together(outlet):
    def maker():
        report = make_report(
            f"Isis and Nusra work together, {outlet} found.", outlet=outlet, published="2014-11-20"
        )
        return report, make_claim(
            report, "work together", EventType.COOPERATE, actors=("Isis", "Nusra")
        )

    return maker


def test_acting_together_twice_confirms_no_alliance():
    (state,) = ties(worked_together("Sample Post"), worked_together("Sample Mail"))
    assert (state.state, state.origins) == (TieType.ALLY, 2)
    assert state.verdict.credibility is Credibility.PROBABLE


def test_an_implied_tie_says_why():
    (state,) = ties(fought)
    assert "who attacks another is hostile to it" in state.verdict.because


def test_a_denial_disputes_the_tie():
    (state,) = [state for state in ties(truce, denied) if state.state is TieType.TRUCE]
    assert (len(state.supporting), len(state.disputing)) == (1, 1)
    assert set(state.claims) == {*state.supporting, *state.disputing}


def test_a_later_change_is_no_dispute():
    assert all(not state.disputing for state in ties(fought, truce, agreed))


def test_opposites_of_one_report_without_times_cut_nothing():
    report = make_report(
        "Isis attacked Nusra. Then Isis attacked again, though Isis was an ally of Nusra.",
        published="2014-09-29",
    )
    claims = [
        make_claim(report, "attacked", EventType.ASSAULT, **PAIR),
        make_claim(report, "attacked again", EventType.ASSAULT, **PAIR),
        make_claim(report, "ally", TieType.ALLY, **PAIR),
    ]
    states = trace_ties(claims, [report], trace_lineage([report], claims))
    assert told(states) == [("ally", "../2014-09-29", None), ("hostile", "../2014-09-29", None)]


def test_without_a_time_a_tie_began_by_publication():
    (state,) = ties(offshoot)
    assert told([state]) == [("support", "../2014-05-02", None)]
    assert state.between == ("nusra-front", "ahrar")


HELD = [
    ("2012", set()),
    ("2013-12-24", {"hostile"}),
    ("2014-11-01", {"truce"}),
    ("2015", {"truce", "ally"}),
]


@pytest.mark.parametrize(("day", "expected"), HELD)
def test_as_of(day, expected):
    states = ties(fought, truce, agreed, as_of=day)
    assert {state.state.value for state in states} == expected


KNOWN = [
    ("2013-08", set()),
    ("2014-09-29", {"hostile"}),
    ("2014-10-31", {"hostile", "truce"}),
    ("2014-11-13", {"hostile", "truce", "ally"}),
]


@pytest.mark.parametrize(("day", "expected"), KNOWN)
def test_known_by_reads_only_what_was_published(day, expected):
    states = ties(fought, truce, agreed, known_by=day)
    assert {state.state.value for state in states} == expected


def test_known_by_leaves_out_a_report_without_a_date():
    report = make_report("Isis attacked Nusra.")
    claim = make_claim(report, "attacked", EventType.ASSAULT, **PAIR)
    lineage = trace_lineage([report], [claim])
    assert trace_ties([claim], [report], lineage, known_by="2020") == ()
    assert len(trace_ties([claim], [report], lineage)) == 1


def test_what_is_no_date_is_refused():
    with pytest.raises(UsageError, match="as_of"):
        ties(fought, as_of="last week")


def test_a_plan_makes_no_tie():
    report = make_report("Isis will attack Nusra.")
    claim = make_claim(report, "attack", EventType.ASSAULT, **PAIR, modality=Modality.PLANNED)
    assert trace_ties([claim], [report], trace_lineage([report], [claim])) == ()


def test_an_actor_nobody_could_resolve_has_no_ties():
    report = make_report("Isis attacked strangers.")
    claim = make_claim(
        report, "attacked", EventType.ASSAULT, actors=("Isis",), recipients=("strangers",)
    )
    assert trace_ties([claim], [report], trace_lineage([report], [claim])) == ()


@settings(max_examples=25, deadline=None)
@given(st.permutations(ALL))
def test_order_says_nothing(makers):
    assert ties(*makers) == ties(*ALL)
