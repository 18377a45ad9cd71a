"""The standing picture is read by the page, filtered, sorted and counted, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from secondsource.claims import EventType, Polarity, TieType
from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger import (
    EventFilter,
    Extraction,
    InputSeen,
    Ledger,
    LineageFilter,
    Sort,
    TieFilter,
)
from secondsource.pipeline.fusing import redraw, refresh
from tests.ledger.making import make_claim, make_report

FIRST = make_report(
    "Isis attacked Nusra Front in Atareb on Sunday, a resident said.", published="2014-11-03"
)
SECOND = make_report(
    "Isis did not attack Nusra Front. Nusra Front agreed with Ahrar al-Sham to meet in Atareb.",
    outlet="Sample Times",
    published="2014-11-04",
)
THIRD = make_report(
    "Isis shelled Ahrar al-Sham in Kobani on Friday, a resident said.",
    outlet="Sample Times",
    published="2014-12-01",
)
CLAIMS = (
    make_claim(
        FIRST,
        "attacked",
        ["Isis"],
        ["Nusra Front"],
        place="Atareb",
        when=("Sunday", "2014-11-02"),
        source="a resident",
    ),
    replace(make_claim(SECOND, "attack", ["Isis"], ["Nusra Front"]), polarity=Polarity.DENIED),
    make_claim(SECOND, "agreed", ["Nusra Front"], ["Ahrar al-Sham"], kind=EventType.AGREE),
    make_claim(SECOND, "meet", ["Nusra Front"], ["Ahrar al-Sham"], kind=TieType.ALLY),
    make_claim(
        THIRD,
        "shelled",
        ["Isis"],
        ["Ahrar al-Sham"],
        place="Kobani",
        when=("Friday", "2014-11-28"),
        source="a resident",
    ),
)


@pytest.fixture
def drawn(ledger: Ledger) -> Iterator[Ledger]:
    """A ledger with its picture drawn."""
    ledger.add_inputs([InputSeen.of(report) for report in (FIRST, SECOND, THIRD)])
    ledger.add_extractions(
        [
            Extraction(
                report_id=report.id,
                extractor="all/1",
                claims=tuple(claim for claim in CLAIMS if claim.report_id == report.id),
            )
            for report in (FIRST, SECOND, THIRD)
        ]
    )
    refresh(ledger)
    return ledger


def reports_of(ledger: Ledger, wanted: EventFilter) -> list[set[str]]:
    """The reports behind each event that fits, as numbers."""
    number = {FIRST.id: "1", SECOND.id: "2", THIRD.id: "3"}
    claims = {claim.id: number[claim.report_id] for claim in CLAIMS}
    return [
        {claims[claim] for claim in one.group.claims} for one in ledger.every_standing_event(wanted)
    ]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (EventFilter(places=(172946,)), [{"1", "2"}]),
        (EventFilter(countries=("SY",)), [{"1", "2"}, {"3"}]),
        (EventFilter(countries=("SY",), until=date(2014, 11, 10)), [{"1", "2"}]),
        (EventFilter(since=date(2014, 11, 10)), [{"3"}]),
        (EventFilter(actors=("ahrar-al-sham",), types=("ASSAULT",)), [{"3"}]),
        (EventFilter(between=("islamic-state", "ahrar-al-sham")), [{"3"}]),
        (EventFilter(outlets=("Sample Post",)), [{"1", "2"}]),
        (EventFilter(reports=(THIRD.id,)), [{"3"}]),
        (EventFilter(claims=(CLAIMS[0].id,)), [{"1", "2"}]),
        (EventFilter(words="shelled Kobani"), [{"3"}]),
        (EventFilter(words="…"), []),
        (EventFilter(types=("AGREE",), disputed=False), [{"2"}]),
        (EventFilter(disputed=True), [{"1", "2"}]),
        (EventFilter(least_origins=2), []),
        (EventFilter(modalities=("planned",)), []),
        (EventFilter(ids=("e_none",)), []),
    ],
)
def test_events_by_filter(drawn: Ledger, wanted: EventFilter, expected: list[set[str]]) -> None:
    assert reports_of(drawn, wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "states"),
    [
        (TieFilter(between=("ahrar-al-sham", "nusra-front")), {"ally"}),
        (TieFilter(actors=("islamic-state",)), {"hostile"}),
        (TieFilter(states=("ally",), outlets=("Sample Times",)), {"ally"}),
        (TieFilter(as_of=date(2014, 11, 29), actors=("ahrar-al-sham",)), {"hostile", "ally"}),
        (TieFilter(as_of=date(2014, 11, 1)), set()),
        (TieFilter(until=date(2014, 11, 1)), set()),
        (TieFilter(words="shelled"), {"hostile"}),
        (TieFilter(reports=(SECOND.id,), states=("hostile",), disputed=False), set()),
    ],
)
def test_ties_by_filter(drawn: Ledger, wanted: TieFilter, states: set[str]) -> None:
    assert {one.state.state.value for one in drawn.every_standing_tie(wanted)} == states


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_go_on_where_the_last_one_ended(drawn: Ledger, sort: Sort) -> None:
    every = [one.group.id for one in drawn.every_standing_event(sort=sort)]
    paged, after = [], None
    for _ in every:
        page = drawn.standing_events(sort=sort, after=after, size=1)
        paged += [one.group.id for one in page.items]
        after = page.next
    assert paged == every
    assert after is None
    ties = [one.state.id for one in drawn.every_standing_tie(sort=sort)]
    first = drawn.standing_ties(sort=sort, size=1)
    rest = drawn.standing_ties(sort=sort, size=9, after=first.next)
    assert [one.state.id for one in (*first.items, *rest.items)] == ties


def test_a_cursor_is_of_one_order(drawn: Ledger) -> None:
    cursor = drawn.standing_events(size=1).next
    assert cursor is not None
    for wrong in (cursor, "x", "bnVsbA==", "WyJlLW9yaWdpbnMiLCJ4IiwiZSJd"):
        with pytest.raises(UsageError):
            drawn.standing_events(sort=Sort.ORIGINS, after=wrong)


def test_facets_count_without_their_own_filter(drawn: Ledger) -> None:
    found = drawn.event_facets(EventFilter(countries=("SY",), types=("ASSAULT",)))
    assert found.total == 2
    assert {one.value: one.count for one in found.types} == {"ASSAULT": 2}
    assert {one.label: one.count for one in found.places} == {"Atareb": 1, "Kobani": 1}
    assert {one.value: one.count for one in found.actors} == {
        "islamic-state": 2,
        "nusra-front": 1,
        "ahrar-al-sham": 1,
    }
    narrowed = drawn.event_facets(EventFilter(types=("AGREE",)))
    assert narrowed.total == 1
    assert {one.value for one in narrowed.types} == {"ASSAULT", "AGREE"}
    ties = drawn.tie_facets(TieFilter(states=("ally",)))
    assert ties.total == 1
    assert {one.value for one in ties.states} == {"ally", "hostile"}
    assert {one.value: one.count for one in ties.outlets} == {"Sample Times": 1}
    assert {one.value for one in ties.actors} == {"ahrar-al-sham", "nusra-front"}


def test_outlets_count_each_matter_once(drawn: Ledger) -> None:
    everything = drawn.event_facets(EventFilter())
    for one in everything.outlets:
        wanted = EventFilter(outlets=(one.value,))
        fitting = list(drawn.every_standing_event(wanted))
        assert len(fitting) == one.count > 0
        assert drawn.event_facets(wanted).outlets == everything.outlets
    for one in drawn.tie_facets(TieFilter()).outlets:
        assert len(list(drawn.every_standing_tie(TieFilter(outlets=(one.value,))))) == one.count


def test_one_by_its_id(drawn: Ledger) -> None:
    for one in drawn.every_standing_event():
        assert drawn.standing_event(one.group.id) == one
    for tie in drawn.every_standing_tie():
        assert drawn.standing_tie(tie.state.id) == tie
    for ask in (drawn.standing_event, drawn.standing_tie):
        with pytest.raises(NotInLedger):
            ask("none")


def test_lineage_by_report_and_filter(drawn: Ledger) -> None:
    (row,) = drawn.standing_lineage([SECOND.id])
    assert (row.lineage.report_id, row.outlet, row.published) == (
        SECOND.id,
        "Sample Times",
        "2014-11-04",
    )
    wanted = LineageFilter(outlets=("Sample Times",))
    found = {one.lineage.report_id for one in drawn.every_standing_lineage(wanted)}
    assert found == {SECOND.id, THIRD.id}
    origin = LineageFilter(origins=(row.lineage.origin,), relations=("independent",))
    assert SECOND.id in {one.lineage.report_id for one in drawn.every_standing_lineage(origin)}


def test_what_is_withdrawn_leaves_the_picture_and_comes_back(drawn: Ledger) -> None:
    before = list(drawn.every_standing_event()), list(drawn.every_standing_tie())
    decision = drawn.withdraw(THIRD.id, who="desk", why="a hoax")
    assert refresh(drawn)
    assert reports_of(drawn, EventFilter(countries=("SY",))) == [{"1", "2"}]
    assert drawn.standing_lineage([THIRD.id]) == ()
    drawn.withdraw_decision(decision.id, who="desk", why="no hoax")
    assert refresh(drawn)
    assert (list(drawn.every_standing_event()), list(drawn.every_standing_tie())) == before


def test_drawn_anew_it_is_the_same(drawn: Ledger) -> None:
    before = list(drawn.every_standing_event()), list(drawn.every_standing_tie())
    redraw(drawn)
    assert (list(drawn.every_standing_event()), list(drawn.every_standing_tie())) == before
