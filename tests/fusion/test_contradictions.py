"""Which differences between claims about one event contradict, and which do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.annotations import Category, QuantityRole
from secondsource.claims import EventType, Modality, Polarity, TimeBasis
from secondsource.fusion import ContradictionKind, Lineage, Relation
from secondsource.text import Span
from tests.fusion.disputes import Account, event_of

POST = Account(outlet="Sample Post", source="a resident")
MAIL = Account(outlet="Sample Mail", source="a rebel commander")
TWELVE = (("12 killed", None, 12.0, None),)
THIRTY = (("30 dead", None, 30.0, None),)


def kinds(*accounts: Account) -> list[ContradictionKind]:
    return [one.kind for one in event_of(accounts)[1]]


CONTRADICT = [
    pytest.param(
        replace(POST, day=("5 November", "2014-11-05")),
        replace(MAIL, day=("2 November", "2014-11-02/.."), polarity=Polarity.DENIED),
        ContradictionKind.POLARITY,
        id="a day in a time for which it is denied",
    ),
    pytest.param(
        POST,
        replace(MAIL, polarity=Polarity.DENIED),
        ContradictionKind.POLARITY,
        id="one says so, another denies it",
    ),
    pytest.param(
        replace(POST, numbers=TWELVE),
        replace(MAIL, numbers=THIRTY),
        ContradictionKind.COUNT,
        id="two exact numbers",
    ),
    pytest.param(
        replace(POST, numbers=(("at least 20 killed", 20.0, None, None),)),
        replace(MAIL, numbers=TWELVE),
        ContradictionKind.COUNT,
        id="fewer than at least so many",
    ),
    pytest.param(
        replace(POST, numbers=(("up to ten killed", None, None, 10.0),)),
        replace(MAIL, numbers=TWELVE),
        ContradictionKind.COUNT,
        id="more than up to so many",
    ),
    pytest.param(
        replace(POST, numbers=(("20 to 25 killed", 20.0, None, 25.0),)),
        replace(MAIL, numbers=THIRTY),
        ContradictionKind.COUNT,
        id="outside of both ends",
    ),
    pytest.param(
        replace(POST, numbers=(("about 12 killed", None, 12.0, None),), about=True),
        replace(MAIL, numbers=THIRTY),
        ContradictionKind.COUNT,
        id="far from about so many",
    ),
    pytest.param(
        replace(POST, place="Atareb"),
        replace(MAIL, place="Raqqa"),
        ContradictionKind.PLACE,
        id="two towns far apart",
    ),
    pytest.param(
        replace(POST, place="Raqqa"),
        replace(MAIL, place="Aleppo"),
        ContradictionKind.PLACE,
        id="a town far from a governorate that it is not in",
    ),
    pytest.param(
        replace(POST, who="Isis"),
        replace(MAIL, who="Ahrar"),
        ContradictionKind.ACTOR,
        id="two perpetrators",
    ),
    pytest.param(
        replace(POST, day=("2 November", "2014-11-02")),
        replace(MAIL, day=("5 November", "2014-11-05")),
        ContradictionKind.DATE,
        id="two days",
    ),
    pytest.param(
        replace(POST, day=("2 November", "2014-11-02")),
        replace(MAIL, day=("3 November", "2014-11-03")),
        ContradictionKind.DATE,
        id="two days in a row, both named outright",
    ),
]


@pytest.mark.parametrize(("first", "second", "kind"), CONTRADICT)
def test_both_cannot_hold(first: Account, second: Account, kind: ContradictionKind) -> None:
    assert kinds(first, second) == [kind]


LONG = ("2013", "2013~/2014-11-14")
AGREE = [
    pytest.param(
        replace(POST, day=LONG),
        replace(MAIL, day=("2 November", "2014-11-02/.."), polarity=Polarity.DENIED),
        id="what went on for long and has stopped since",
    ),
    pytest.param(
        POST, replace(MAIL, polarity=Polarity.UNCONFIRMED), id="not confirmed is not denied"
    ),
    pytest.param(
        replace(POST, modality=Modality.POSSIBLE),
        replace(MAIL, polarity=Polarity.DENIED),
        id="what may be so may also not be so",
    ),
    pytest.param(
        replace(POST, numbers=(("at least 12 killed", 12.0, None, None),)),
        replace(MAIL, numbers=THIRTY),
        id="at least so many",
    ),
    pytest.param(
        replace(POST, numbers=(("about 12 killed", None, 12.0, None),), about=True),
        replace(MAIL, numbers=(("14 dead", None, 14.0, None),)),
        id="about so many",
    ),
    pytest.param(
        replace(POST, numbers=(("10 to 15 killed", 10.0, None, 15.0),)),
        replace(MAIL, numbers=TWELVE),
        id="between both ends",
    ),
    pytest.param(
        replace(POST, numbers=TWELVE),
        replace(MAIL, numbers=THIRTY, role=QuantityRole.WOUNDED),
        id="the killed and the wounded",
    ),
    pytest.param(
        replace(POST, numbers=TWELVE),
        replace(MAIL, numbers=THIRTY, category=Category.CIVILIANS),
        id="people and civilians",
    ),
    pytest.param(
        replace(POST, numbers=TWELVE, unit="soldiers"),
        replace(MAIL, numbers=THIRTY, unit="militants"),
        id="one side's dead and the other's",
    ),
    pytest.param(
        replace(POST, numbers=TWELVE, role=QuantityRole.DISTANCE, unit="miles"),
        replace(MAIL, numbers=THIRTY, role=QuantityRole.DISTANCE, unit="miles"),
        id="distances from different places",
    ),
    pytest.param(
        replace(POST, place="Atareb"), replace(MAIL, place="Aleppo"), id="one inside the other"
    ),
    pytest.param(
        replace(POST, place="Atareb"), replace(MAIL, place="Syria"), id="a town and its country"
    ),
    pytest.param(
        replace(POST, place="Atareb"), replace(MAIL, place="Sarmada"), id="two towns side by side"
    ),
    pytest.param(
        replace(POST, day=("2 November", "2014-11-02")),
        replace(MAIL, day=("November", "2014-11")),
        id="a day and its month",
    ),
    pytest.param(
        replace(POST, day=("2 November", "2014-11-02")),
        replace(MAIL, day=("Monday", "2014-11-03"), basis=TimeBasis.PUBLICATION),
        id="days in a row, one worked out",
    ),
    pytest.param(
        replace(POST, day=("2 November", "2014-11-02"), more="It was around midnight."),
        replace(MAIL, day=("3 November", "2014-11-03")),
        id="a night belongs to two days",
    ),
    pytest.param(
        replace(POST, day=("2 November", "2014-11-02")),
        replace(
            MAIL,
            day=("last week", "2014-11-05/2014-11-11"),
            basis=TimeBasis.PUBLICATION,
            precision="week",
        ),
        id="last week is told loosely",
    ),
    pytest.param(
        replace(POST, type=EventType.CONSULT, who="Isis"),
        replace(MAIL, type=EventType.CONSULT, who="Ahrar"),
        id="each report names some of those who met",
    ),
]


@pytest.mark.parametrize(("first", "second"), AGREE)
def test_both_can_hold(first: Account, second: Account) -> None:
    assert kinds(first, second) == []


def test_the_reason_is_one_sentence_with_both_sources() -> None:
    accounts = (
        replace(POST, numbers=TWELVE),
        replace(MAIL, numbers=THIRTY, published="2014-11-15"),
    )
    _, (one,) = event_of(accounts)
    assert one.because == (
        "a resident (through Sample Post) says 12 people killed, "
        "a rebel commander (through Sample Mail) says 30"
    )
    told = [account.told() for account in accounts]
    assert [one.first, one.second] == [claim.id for _, claim in told]
    assert one.first_words.of(told[0][0].text) == "12 killed"
    assert one.second_words.of(told[1][0].text) == "30 dead"
    assert one.id.startswith("k_")


def test_two_claims_may_differ_in_two_figures() -> None:
    accounts = (replace(POST, numbers=TWELVE), replace(MAIL, numbers=THIRTY))
    _, (one,) = event_of(accounts)
    wounded = replace(one, first_words=Span(0, 1), second_words=Span(0, 1))
    turned = replace(
        one,
        first=one.second,
        second=one.first,
        first_words=one.second_words,
        second_words=one.first_words,
    )
    assert wounded.id != one.id == turned.id


def test_a_source_s_newer_figure_supersedes_its_older_one() -> None:
    resident = replace(POST, source="the Observatory", numbers=TWELVE)
    later = replace(MAIL, source="the Observatory", numbers=THIRTY, published="2014-11-16")
    assert kinds(resident, later) == []


def test_one_source_with_two_figures_of_one_day_contradicts_itself() -> None:
    resident = replace(POST, source="the Observatory", numbers=TWELVE)
    same_day = replace(MAIL, source="the Observatory", numbers=THIRTY)
    assert kinds(resident, same_day) == [ContradictionKind.COUNT]


def test_a_superseded_figure_contradicts_nobody() -> None:
    accounts = (
        replace(POST, source="the Observatory", numbers=TWELVE, published="2014-11-12"),
        replace(MAIL, source="the Observatory", numbers=THIRTY, published="2014-11-16"),
        replace(POST, outlet="Sample Herald", numbers=THIRTY),
    )
    assert kinds(*accounts) == []


def test_a_copy_contradicts_nothing_of_its_original() -> None:
    first, copy = replace(POST, numbers=TWELVE), replace(MAIL, numbers=THIRTY)
    (original, _), (reprint, _) = first.told(), copy.told()
    lineage = [
        Lineage(
            report_id=reprint.id,
            origin="o_1",
            copies=original.id,
            relation=Relation.REPRINT,
            agency=None,
            share=0.9,
            because=("9 of 10 sentences shared",),
        )
    ]
    assert event_of((first, copy), lineage)[1] == ()
    assert len(event_of((first, copy), [])[1]) == 1


def test_many_reports_of_two_figures_contradict_once() -> None:
    outlets = ("Sample Herald", "Sample Courier", "Sample Tribune")
    accounts = [
        replace(account, outlet=f"{outlet} {number}")
        for number, account in enumerate(
            (replace(POST, numbers=TWELVE), replace(MAIL, numbers=THIRTY))
        )
        for outlet in outlets
    ]
    assert kinds(*accounts) == [ContradictionKind.COUNT]


MIXED = (
    replace(POST, numbers=TWELVE, place="Atareb"),
    replace(MAIL, numbers=THIRTY, place="Raqqa"),
    replace(POST, outlet="Sample Herald", polarity=Polarity.DENIED, source=None),
    replace(MAIL, outlet="Sample Courier", day=("2 November", "2014-11-02"), published=None),
    replace(POST, outlet="Sample Tribune", day=("9 November", "2014-11-09"), source="the official"),
)


@settings(max_examples=25, deadline=None)
@given(st.permutations(MIXED))
def test_the_order_of_claims_says_nothing(accounts: list[Account]) -> None:
    assert event_of(accounts)[1] == event_of(MIXED)[1]
    assert {one.kind for one in event_of(accounts)[1]} == {
        ContradictionKind.COUNT,
        ContradictionKind.PLACE,
        ContradictionKind.POLARITY,
        ContradictionKind.DATE,
    }
