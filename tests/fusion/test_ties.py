from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.claims import EventType, Modality, Polarity, TieType
from secondsource.errors import UsageError
from secondsource.fusion import Credibility, TieStance, trace_lineage, trace_ties
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


def told_by(*tellings, **filters):
    """Ties of reports with several claims each: (text, outlet, published, claims)."""
    reports, claims = [], []
    for text, published, makers in tellings:
        report = make_report(text, outlet=f"Sample {len(reports)}", published=published)
        reports.append(report)
        claims.extend(make_claim(report, *args, **kwargs) for args, kwargs in makers)
    return trace_ties(claims, reports, trace_lineage(reports, claims), **filters)


def rejected_merger(published="2014-09-29"):
    text = (
        "A merger was declared by Baghdadi, who leads Isis, in 2013, but the union was rejected by"
        " Nusra."
    )
    return (
        text,
        published,
        [
            (("merger", TieType.MERGER), {"actors": ("Baghdadi",), "time": ("2013", "2013")}),
            (("leads", TieType.LEADER), {"actors": ("Baghdadi",), "recipients": ("Isis",)}),
            (
                ("union", TieType.ALLY),
                {"actors": ("Isis",), "recipients": ("Nusra",), "polarity": Polarity.DENIED},
            ),
            (("rejected", EventType.REJECT), {"actors": ("Nusra",), "recipients": ("Isis",)}),
        ],
    )


def test_a_rejected_merger_is_disputed_at_its_own_time():
    pair = ("islamic-state", "nusra-front")
    (merger,) = told_by(rejected_merger(), between=pair)
    assert (merger.state, merger.start, merger.end) == (TieType.MERGER, "2013", None)
    assert merger.stance is TieStance.DISPUTED
    assert (len(merger.supporting), len(merger.disputing)) == (1, 2)


def test_a_rejected_merger_ends_no_hostility():
    fights = (
        "Isis attacked Nusra in 2012.",
        "2014-09-30",
        [(("attacked", EventType.ASSAULT), {**PAIR, "time": ("2012", "2012")})],
    )
    pair = ("islamic-state", "nusra-front")
    hostile = told_by(fights, rejected_merger(), between=pair)[0]
    assert (hostile.state, hostile.start, hostile.end) == (TieType.HOSTILE, "2012", None)


STANCES = [
    ({}, TieStance.ASSERTED),
    ({"hedge": "reportedly"}, TieStance.HEDGED),
    ({"polarity": Polarity.DENIED}, TieStance.DENIED),
    ({"polarity": Polarity.UNCONFIRMED}, TieStance.UNCONFIRMED),
    ({"modality": Modality.PLANNED}, TieStance.PLANNED),
    ({"modality": Modality.POSSIBLE}, TieStance.POSSIBLE),
    ({"modality": Modality.REQUESTED}, TieStance.REQUESTED),
]


@pytest.mark.parametrize(("put", "stance"), STANCES)
def test_each_state_says_how_it_stands(put, stance):
    telling = (
        "Isis and Nusra are allies, reportedly.",
        "2014-09-29",
        [(("allies", TieType.ALLY), {"actors": ("Isis", "Nusra"), **put})],
    )
    (state,) = told_by(telling)
    assert state.stance is stance
    assert state.reported == ("2014-09-29", "2014-09-29")


def test_a_hypothesis_makes_no_tie():
    put = {"actors": ("Isis", "Nusra"), "modality": Modality.HYPOTHETICAL}
    telling = ("If Isis and Nusra were allies.", None, [(("allies", TieType.ALLY), put)])
    assert told_by(telling) == ()


def test_what_was_not_confirmed_is_apart_from_what_was_agreed_later():
    september = (
        "Isis and Nusra plan; no alliance was confirmed.",
        "2014-09-29",
        [
            (
                ("alliance", TieType.ALLY),
                {"actors": ("Isis", "Nusra"), "polarity": Polarity.UNCONFIRMED},
            )
        ],
    )
    november = (
        "On 2 November Isis and Nusra agreed to join forces. They met in Atareb.",
        "2014-11-13",
        [
            (("agreed", EventType.AGREE), {"actors": ("Isis", "Nusra")}),
            (
                ("met", EventType.CONSULT),
                {"actors": ("Isis", "Nusra"), "time": ("2 November", "2014-11-02")},
            ),
        ],
    )
    before, after = told_by(september, november)
    assert (before.start, before.stance) == ("../2014-09-29", TieStance.UNCONFIRMED)
    assert (after.start, after.stance) == ("2014-11-02", TieStance.ASSERTED)
    assert not after.disputing
    (known,) = told_by(september, november, known_by="2014-09-30")
    assert known.start == before.start


def test_who_denies_an_agreement_denies_what_it_made():
    agreement = (
        "On 2 November Isis and Nusra agreed to stop fighting.",
        "2014-11-13",
        [
            (
                ("agreed", EventType.AGREE),
                {"actors": ("Isis", "Nusra"), "time": ("2 November", "2014-11-02")},
            )
        ],
    )
    refusal = (
        "Nusra denied that it had come to an agreement with Isis.",
        "2014-11-15",
        [
            (
                ("agreement", EventType.AGREE),
                {"actors": ("Nusra",), "recipients": ("Isis",), "polarity": Polarity.DENIED},
            )
        ],
    )
    (truce_,) = told_by(agreement, refusal)
    assert (truce_.state, truce_.stance) == (TieType.TRUCE, TieStance.DISPUTED)
    assert told_by(refusal) == ()


def test_planning_together_only_prepares_an_alliance():
    telling = (
        "Leaders of Isis and Nusra are holding war planning meetings.",
        "2014-09-29",
        [(("meetings", EventType.CONSULT), {"actors": ("Isis", "Nusra")})],
    )
    (state,) = told_by(telling)
    assert (state.state, state.stance) == (TieType.ALLY, TieStance.POSSIBLE)
    assert "who plans together with another prepares an alliance" in state.verdict.because


def test_a_state_without_a_time_joins_the_one_that_had_begun():
    dated = (
        "In the summer of 2013 Isis attacked Nusra.",
        "2013-09-01",
        [(("attacked", EventType.ASSAULT), {**PAIR, "time": ("summer of 2013", "2013-22")})],
    )
    undated = ("Isis and Nusra are rivals.", "2014-05-01", [(("rivals", TieType.HOSTILE), PAIR)])
    (state,) = told_by(dated, undated)
    assert (state.start, state.reports) == ("2013-22", 2)


def test_each_reason_names_its_claims():
    for state in ties(*ALL):
        assert all(set(reason.claims) <= set(state.claims) for reason in state.verdict.reasons)
        assert any(reason.claims for reason in state.verdict.reasons)


def test_a_pair_s_ties_depend_on_the_reports_about_it_alone():
    reports, claims = zip(*(maker() for maker in ALL), strict=True)
    lineage = trace_lineage(reports, claims)
    whole = trace_ties(claims, reports, lineage)
    for pair in {tuple(sorted(state.between)) for state in whole}:
        told = [
            claim
            for claim in claims
            if {party.id for party in (*claim.actors, *claim.recipients)} & set(pair)
        ]
        about = {claim.report_id for claim in told}
        read = [report for report in reports if report.id in about]
        expected = tuple(state for state in whole if tuple(sorted(state.between)) == pair)
        assert trace_ties(told, read, lineage, between=pair) == expected
