from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.claims import EventType, Modality
from secondsource.fusion import Credibility, group_events, link_claims, trace_lineage
from secondsource.fusion.events import CLAIMS
from secondsource.fusion.matching.model import shipped_weights
from tests.fusion.making import make_claim, make_report
from tests.fusion.story import denial, independent, resting_on_the_agency

PAIR = {"actors": ("Isis",), "recipients": ("Nusra",)}


def events(reports, claims):
    return group_events(claims, reports, trace_lineage(reports, claims))


def test_seven_outlets_on_one_agency_are_one_origin_with_two_sources():
    reports, claims = resting_on_the_agency()
    (event,) = events(reports, claims)
    assert (event.reports, event.origins, event.sources) == (7, 1, 2)
    assert event.supporting == tuple(sorted(claim.id for claim in claims))
    assert event.verdict.credibility is Credibility.POSSIBLE
    assert event.verdict.because == (
        "2 sources, both through one agency: AP",
        "no report with another origin",
    )
    assert event.place is not None
    assert event.place.name == "Atareb"
    assert event.actors == (("islamic-state", "Isis"), ("nusra-front", "Nusra"))


def test_one_independent_report_confirms():
    reports, claims = resting_on_the_agency()
    report, claim = independent()
    (event,) = events([*reports, report], [*claims, claim])
    assert (event.reports, event.origins, event.sources) == (8, 2, 3)
    assert event.verdict.credibility is Credibility.CONFIRMED


def test_a_denial_disputes_and_does_not_confirm():
    reports, claims = resting_on_the_agency()
    report, claim = denial()
    (event,) = events([*reports, report], [*claims, claim])
    assert event.disputing == (claim.id,)
    assert claim.id not in event.supporting
    assert claim.id in event.claims
    assert event.origins == 1
    assert event.verdict.credibility is Credibility.DOUBTFUL
    assert "denied by 1 source of 1 origin" in event.verdict.because


def test_a_reprint_adds_a_report_and_no_origin():
    text = (
        "Isis shelled Nusra near Kobani on 5 October. The shelling went on for two hours."
        " Nobody could reach the wounded before the morning of the next day."
    )
    reports = [make_report(text, outlet=outlet) for outlet in ("Sample Post", "Sample Mail")]
    claims = [
        make_claim(
            report,
            "shelled",
            EventType.ASSAULT,
            **PAIR,
            place="Kobani",
            time=("5 October", "2014-10-05"),
        )
        for report in reports
    ]
    (event,) = events(reports, claims)
    assert (event.reports, event.origins, event.sources) == (2, 1, 1)


FIRST = "In Atareb on Monday Isis attacked Nusra and killed 12 people in Syria."
SECOND = "It was on Tuesday in Kobani that Isis attacked Hazm and Nusra; 12 died, in Aleppo."

MONDAY = ("Monday", "2014-10-06")
TWO_CLAIMS = [
    ("same parties", {**PAIR}, {**PAIR}, 1),
    ("same parties and day", {"time": MONDAY}, {"time": ("Tuesday", "2014-10-06")}, 1),
    ("other day", {"time": MONDAY}, {"time": ("Tuesday", "2014-10-14")}, 2),
    ("a day inside a month", {"time": MONDAY}, {"time": ("Tuesday", "2014-10")}, 1),
    ("other town", {"place": "Atareb"}, {"place": "Kobani"}, 2),
    ("town in its governorate", {"place": "Atareb"}, {"place": "Aleppo"}, 1),
    ("country and town", {"place": "Syria"}, {"place": "Kobani"}, 1),
    ("other recipient", {}, {"recipients": ("Hazm",)}, 2),
    ("turned round", {}, {"actors": ("Nusra",), "recipients": ("Hazm",)}, 2),
    ("planned", {}, {"modality": Modality.PLANNED}, 2),
    ("possible", {}, {"modality": Modality.POSSIBLE}, 1),
]


@pytest.mark.parametrize(("case", "mine", "yours", "number"), TWO_CLAIMS)
def test_whether_two_claims_are_one_event(case, mine, yours, number):
    reports = [
        make_report(FIRST, outlet="Sample Post", published="2014-10-08"),
        make_report(SECOND, outlet="Sample Mail", published="2014-10-08"),
    ]
    claims = [
        make_claim(report, "attacked", EventType.ASSAULT, **{**PAIR, **slots})
        for report, slots in zip(reports, (mine, yours), strict=True)
    ]
    assert len(events(reports, claims)) == number, case


def test_a_reports_own_summary_of_its_source_confirms_nothing():
    report = make_report(
        "Isis attacked Nusra. A fight: Isis attacked Nusra at dawn, the Observatory told Reuters.",
        outlet="Sample Post",
        published="2014-10-08",
    )
    claims = [
        make_claim(report, "attacked", EventType.ASSAULT, **PAIR),
        make_claim(
            report,
            "attacked Nusra at dawn",
            EventType.ASSAULT,
            **PAIR,
            source="the Observatory",
            via="Reuters",
        ),
    ]
    (event,) = events([report], claims)
    assert (len(event.claims), event.origins, event.sources) == (2, 1, 1)
    assert event.verdict.credibility is Credibility.POSSIBLE


def test_reports_that_cannot_be_dated_do_not_confirm_each_other():
    reports = [
        make_report("Isis attacked Nusra.", outlet="Sample Post"),
        make_report("Nusra was attacked by Isis.", outlet="Sample Mail", published="2014-10-08"),
    ]
    claims = [make_claim(report, "attacked", EventType.ASSAULT, **PAIR) for report in reports]
    found = events(reports, claims)
    assert [(event.reports, event.origins) for event in found] == [(1, 1), (1, 1)]


def test_types_apart_are_events_apart():
    report = make_report("Isis attacked Nusra; Isis accused Nusra of treason.")
    claims = [
        make_claim(report, "attacked", EventType.ASSAULT, **PAIR),
        make_claim(report, "accused", EventType.ACCUSE, **PAIR),
    ]
    assert {event.type for event in events([report], claims)} == {
        EventType.ASSAULT,
        EventType.ACCUSE,
    }


def test_a_vague_claim_does_not_tie_two_days_together():
    reports = [
        make_report(
            f"Isis attacked Nusra {when}.", outlet=f"Sample {number}", published="2014-10-18"
        )
        for number, when in enumerate(("on Monday", "on Friday", "again"))
    ]
    times = (("Monday", "2014-10-06"), ("Friday", "2014-10-17"), None)
    claims = [
        make_claim(report, "attacked", EventType.ASSAULT, **PAIR, time=time)
        for report, time in zip(reports, times, strict=True)
    ]
    assert sorted(len(event.claims) for event in events(reports, claims)) == [1, 2]


def test_an_event_keeps_its_id_when_later_reports_come():
    reports, claims = resting_on_the_agency()
    report, claim = independent()
    assert {event.id for event in events(reports, claims)} >= {
        event.id for event in events([*reports, report], [*claims, claim])
    }


def _everything():
    reports, claims = resting_on_the_agency()
    for report, claim in (independent(), denial()):
        reports.append(report)
        claims.append(claim)
    for number, text in enumerate((FIRST, SECOND)):
        report = make_report(text, outlet=f"Sample {number}", published="2014-10-08")
        reports.append(report)
        claims.append(make_claim(report, "attacked", EventType.ASSAULT, **PAIR))
        claims.append(make_claim(report, "attacked", EventType.ASSAULT, actors=("Isis",)))
    return reports, claims


@settings(max_examples=25, deadline=None)
@given(st.randoms())
def test_the_order_of_claims_and_reports_says_nothing(random):
    reports, claims = _everything()
    expected = events(reports, claims)
    random.shuffle(reports)
    random.shuffle(claims)
    assert events(reports, claims) == expected


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(min_value=0, max_value=12)))
def test_every_event_claim_is_in_one_event(kept):
    reports, claims = _everything()
    chosen = [claim for at, claim in enumerate(claims) if at in kept]
    grouped = [claim for event in events(reports, chosen) for claim in event.claims]
    assert sorted(grouped) == sorted(claim.id for claim in chosen)


def test_a_link_says_why_in_points_that_add_up_to_its_score():
    reports, claims = resting_on_the_agency()
    links = link_claims(claims, reports, trace_lineage(reports, claims))
    assert links
    base = shipped_weights(CLAIMS).base
    for link in links:
        assert link.score == pytest.approx(base + sum(row.points for row in link.because))
        assert {"two_parties", "same_passage"} & {row.feature for row in link.because}


SENTENCE = "On {when} Isis and Nusra met in Atareb and agreed to share the bakeries of the town."


def told(number, when, edtf, text=SENTENCE, published=None, **slots):
    report = make_report(
        text.format(when=when), outlet=f"Sample {number}", published=published or "2014-11-06"
    )
    pair = {"actors": ("Isis",), "recipients": ("Nusra",), "place": "Atareb"} | slots
    return report, make_claim(report, "met", EventType.CONSULT, time=(when, edtf), **pair)


def of(*rows):
    return events([report for report, _ in rows], [claim for _, claim in rows])


def test_copies_of_a_passage_are_one_event_whatever_was_read_from_each():
    first = told(1, "Sunday", "2014-11-02")
    other = told(2, "Sunday", "2014-11-04", recipients=(), place=None)
    assert len(of(first, other)) == 1


def test_a_passage_printed_again_next_year_of_another_day_is_another_event():
    first = told(1, "Sunday", "2014-11-02")
    other = told(2, "Sunday", "2015-11-01", published="2015-11-05")
    assert len(of(first, other)) == 2


OWN_WORDS = "Commanders of Isis met rivals, those of Nusra, {when} near Atareb, not Kobani."
ONE_SLOT = [
    ("nothing", {}, "2014-11-02", 1),
    ("the place", {"place": "Kobani"}, "2014-11-02", 1),
    ("the day", {}, "2014-11-05", 1),
    ("the place and the day", {"place": "Kobani"}, "2014-11-05", 2),
    ("a day weeks later", {}, "2014-11-25", 2),
]


@pytest.mark.parametrize(("case", "slots", "day", "number"), ONE_SLOT)
def test_tellings_of_a_meeting_that_differ_in_one_slot_are_one_event(case, slots, day, number):
    first = told(1, "Sunday", "2014-11-02")
    other = told(2, "that week", day, OWN_WORDS, published="2014-11-26", **slots)
    assert len(of(first, other)) == number, case


def test_plans_against_one_recipient_told_in_one_week_are_one_event():
    rows = []
    texts = ("Isis and Nusra vowed to crush Hazm.", "Isis will attack Hazm with Nusra, he warned.")
    for number, (text, trigger) in enumerate(zip(texts, ("crush", "attack"), strict=True)):
        report = make_report(text, outlet=f"Sample {number}", published=f"2014-11-1{number}")
        rows.append(
            (
                report,
                make_claim(
                    report,
                    trigger,
                    EventType.ASSAULT,
                    actors=("Isis", "Nusra"),
                    recipients=("Hazm",),
                    modality=Modality.PLANNED,
                ),
            )
        )
    assert len(of(*rows)) == 1


def test_those_who_attended_without_a_name_belong_to_the_meeting_beside():
    text = "Isis met Nusra in Atareb on Sunday. About seven commanders attended, he said."
    report = make_report(text, outlet="Sample Post", published="2014-11-06")
    claims = [
        make_claim(report, "met", EventType.CONSULT, **PAIR, time=("Sunday", "2014-11-02")),
        make_claim(report, "attended", EventType.CONSULT, actors=("commanders",)),
    ]
    assert len(events([report], claims)) == 1


def test_a_branch_may_stand_for_its_body():
    first = told(1, "Sunday", "2014-11-02")
    report, claim = told(2, "Sunday", "2014-11-02", OWN_WORDS)
    body = replace(claim.recipients[0], id="al-qaeda", name="al-Qaeda")
    assert len(of(first, (report, replace(claim, recipients=(body,))))) == 1
