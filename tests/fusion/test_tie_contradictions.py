"""Which claims about the relation of two actors contradict, and which follow each other."""

from __future__ import annotations

from secondsource.claims import EventType, Modality, Polarity, TieType
from secondsource.fusion import (
    ContradictionKind,
    provenance,
    tie_contradictions,
    trace_lineage,
    trace_ties,
)
from tests.fusion.making import make_claim, make_report

PAIR = {"actors": ("Isis",), "recipients": ("Nusra",)}
TRUCE = ("Isis and Nusra kept a truce on 5 November, residents say.", "truce", TieType.TRUCE)
ATTACK = ("Isis attacked Nusra near Kobani on 5 November.", "attacked", EventType.ASSAULT)
DAY = ("5 November", "2014-11-05")


def kinds(*told):
    """What contradicts in the reports: (words, trigger, type, outlet, changes)."""
    reports, claims = [], []
    for text, trigger, kind, outlet, changes in told:
        report = make_report(text, outlet=outlet, published="2014-11-20")
        reports.append(report)
        claims.append(make_claim(report, trigger, kind, **{**PAIR, **changes}))
    lineage = trace_lineage(reports, claims)
    states = trace_ties(claims, reports, lineage)
    found = tie_contradictions(states, claims, provenance(reports, lineage))
    assert {one.about for one in found} <= {state.id for state in states}
    return [one.kind for one in found]


def test_opposite_states_of_one_day_contradict():
    assert kinds(
        (*TRUCE, "Sample Post", {"time": DAY}), (*ATTACK, "Sample Mail", {"time": DAY})
    ) == [ContradictionKind.STATE]


def test_a_later_change_contradicts_nothing():
    later = ("Isis attacked Nusra on 9 November.", "attacked", EventType.ASSAULT)
    assert not kinds(
        (*TRUCE, "Sample Post", {"time": DAY}),
        (*later, "Sample Mail", {"time": ("9 November", "2014-11-09")}),
    )


def test_opposite_states_of_a_month_may_have_followed_each_other():
    month = ("November", "2014-11")
    assert not kinds(
        (*TRUCE, "Sample Post", {"time": month}), (*ATTACK, "Sample Mail", {"time": DAY})
    )


def test_a_denial_contradicts_what_it_denies():
    denial = ("Nusra knows of no truce with Isis.", "truce", TieType.TRUCE)
    assert kinds(
        (*TRUCE, "Sample Post", {"time": DAY}),
        (*denial, "Sample Mail", {"polarity": Polarity.DENIED}),
    ) == [ContradictionKind.POLARITY]


def test_what_is_not_confirmed_or_only_possible_contradicts_nothing():
    unsure = ("There may be a truce of Isis with Nusra.", "truce", TieType.TRUCE)
    denial = ("Nusra knows of no truce with Isis.", "truce", TieType.TRUCE)
    assert not kinds(
        (*unsure, "Sample Post", {"modality": Modality.POSSIBLE}),
        (*denial, "Sample Mail", {"polarity": Polarity.DENIED}),
    )
    assert not kinds(
        (*TRUCE, "Sample Post", {"time": DAY}),
        (*denial, "Sample Mail", {"polarity": Polarity.UNCONFIRMED}),
    )
