"""Events are counted by place and by time, on both databases."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.ledger import EventFilter, Extraction, InputSeen, Ledger, Unit
from secondsource.pipeline.fusing import refresh
from tests.ledger.making import make_claim, make_report

FIRST = make_report(
    "Isis attacked Nusra Front in Atareb on Sunday, a resident said.", published="2014-11-03"
)
SECOND = make_report(
    "Isis shelled Ahrar al-Sham in Kobani on Friday. Ahrar al-Sham attacked Isis.",
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
    ),
    make_claim(
        SECOND,
        "shelled",
        ["Isis"],
        ["Ahrar al-Sham"],
        place="Kobani",
        when=("Friday", "2014-11-28"),
    ),
    make_claim(SECOND, "attacked", ["Ahrar al-Sham"], ["Isis"]),
)
ISIS_AHRAR = ("ahrar-al-sham", "islamic-state")


@pytest.fixture
def drawn(ledger: Ledger) -> Ledger:
    ledger.add_inputs([InputSeen.of(report) for report in (FIRST, SECOND)])
    ledger.add_extractions(
        [
            Extraction(
                report_id=report.id,
                extractor="all/1",
                claims=tuple(claim for claim in CLAIMS if claim.report_id == report.id),
            )
            for report in (FIRST, SECOND)
        ]
    )
    refresh(ledger)
    return ledger


def test_events_by_place(drawn: Ledger) -> None:
    found = {place.name: place for place in drawn.charts.places(EventFilter(), 10)}
    assert set(found) == {"Atareb", "Kobani", None}
    assert {place.events for place in found.values()} == {1}
    assert found["Atareb"].first_day == found["Atareb"].last_day == date(2014, 11, 2)
    assert found[None].lat is found[None].first_day is None


def test_the_places_of_most_events_are_kept(drawn: Ledger) -> None:
    assert len(drawn.charts.places(EventFilter(), 1)) == 1


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (EventFilter(place_names=("Kobani",)), {"2014-11-28"}),
        (EventFilter(place_names=("Kobani", "Atareb")), {"2014-11-02", "2014-11-28"}),
        (EventFilter(place_names=("",)), {None}),
        (EventFilter(dated=True), {"2014-11-02", "2014-11-28"}),
        (EventFilter(dated=False), {None}),
        (EventFilter(reported_by=date(2014, 11, 3)), {"2014-11-02"}),
        (EventFilter(reported_by=date(2014, 11, 2)), set()),
    ],
)
def test_marks_by_filter(drawn: Ledger, wanted: EventFilter, expected: set[str | None]) -> None:
    marks = drawn.charts.marks(wanted, 10)
    assert {mark.time for mark in marks} == expected
    assert drawn.charts.span(wanted).events == len(marks)


def test_a_mark_names_both_sides(drawn: Ledger) -> None:
    first = drawn.charts.marks(EventFilter(dated=True), 1)[0]
    assert first.actor is not None
    assert first.recipient is not None
    assert (first.actor.id, first.recipient.id) == ("islamic-state", "nusra-front")
    assert (first.place, first.first_published) == ("Atareb", date(2014, 11, 3))


def test_over_what_time_events_are(drawn: Ledger) -> None:
    span = drawn.charts.span(EventFilter())
    assert (span.events, span.dated) == (3, 2)
    assert (span.first_day, span.last_day) == (date(2014, 11, 2), date(2014, 11, 28))
    assert (span.first_published, span.last_published) == (date(2014, 11, 3), date(2014, 12, 1))


def test_pairs_whoever_acts(drawn: Ledger) -> None:
    pairs = {one.between: one for one in drawn.charts.pairs(EventFilter(), 10)}
    assert pairs[ISIS_AHRAR].events == 2
    assert pairs[ISIS_AHRAR].names == ("Ahrar al-Sham", "Isis")
    assert pairs["islamic-state", "nusra-front"].events == 1


@pytest.mark.parametrize(
    ("unit", "counts"),
    [
        (Unit.DAY, {date(2014, 11, 2): 1, date(2014, 11, 28): 1}),
        (Unit.MONTH, {date(2014, 11, 1): 2}),
    ],
)
def test_types_by_time(drawn: Ledger, unit: Unit, counts: dict[date, int]) -> None:
    found = drawn.charts.tally_types(EventFilter(), unit)
    assert {one.day: one.events for one in found} == counts
    assert {one.lane for one in found} == {("ASSAULT",)}


@pytest.mark.parametrize("unit", list(Unit))
def test_pairs_by_time(drawn: Ledger, unit: Unit) -> None:
    found = drawn.charts.tally_pairs(EventFilter(), unit, [ISIS_AHRAR])
    assert [(one.lane, one.events) for one in found] == [(ISIS_AHRAR, 1)]
