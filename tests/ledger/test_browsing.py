"""What the pages that list and count ask, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.claims import Polarity
from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger import (
    Extraction,
    InputSeen,
    Ledger,
    ReportFacet,
    ReportFilter,
    ReportOrder,
    ReportSort,
)
from secondsource.pipeline import refresh
from tests.ledger.making import actor_mention, make_claim, make_report, place_mention

FIRST = make_report(
    "Isis attacked Nusra Front in Atareb on Sunday, a resident said.",
    outlet="Sample Post",
    published="2014-11-03",
    title="Battle",
)
SECOND = make_report(
    "Isis did not attack Nusra Front, a resident said.",
    outlet="Sample Times",
    published="2014-11-04T10:00",
    title="Denial",
)
UNDATED = make_report("Nothing was heard of Isis.", outlet="Sample Times")
ATTACK = make_claim(
    FIRST, "attacked", ["Isis"], ["Nusra Front"], place="Atareb", source="a resident"
)
DENIAL = replace(
    make_claim(SECOND, "attack", ["Isis"], ["Nusra Front"], source="a resident"),
    polarity=Polarity.DENIED,
)
NOTHING = ReportFilter(facets={})


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger of three reports, one of them not read yet, with its picture drawn."""
    ledger.add_inputs([InputSeen.of(report) for report in (FIRST, SECOND, UNDATED)])
    ledger.add_extractions(
        [
            Extraction(
                report_id=FIRST.id,
                extractor="all/1",
                claims=(ATTACK,),
                actors=(actor_mention(FIRST, "Isis"), actor_mention(FIRST, "Nusra Front")),
                places=(place_mention(FIRST, "Atareb"),),
            ),
            Extraction(report_id=SECOND.id, extractor="all/1", claims=(DENIAL,)),
        ]
    )
    refresh(ledger)
    return ledger


def listed(ledger: Ledger, order: ReportOrder, wanted: ReportFilter = NOTHING) -> list[str]:
    return [row.id for row in ledger.browse.reports(wanted, order).page.items]


@pytest.mark.parametrize(
    ("sort", "descending", "expected"),
    [
        (ReportSort.PUBLISHED, True, [SECOND, FIRST, UNDATED]),
        (ReportSort.PUBLISHED, False, [FIRST, SECOND, UNDATED]),
        (ReportSort.SEEN, True, [UNDATED, SECOND, FIRST]),
        (ReportSort.TITLE, False, [FIRST, SECOND, UNDATED]),
    ],
)
def test_reports_without_a_value_come_last(
    filled: Ledger, sort: ReportSort, descending: bool, expected: list[object]
) -> None:
    order = ReportOrder(sort=sort, descending=descending)
    assert listed(filled, order) == [report.id for report in expected]  # type: ignore[attr-defined]


@pytest.mark.parametrize("sort", list(ReportSort))
@pytest.mark.parametrize("descending", [True, False])
def test_pages_of_one_join_to_the_whole(filled: Ledger, sort: ReportSort, descending: bool) -> None:
    order = ReportOrder(sort=sort, descending=descending, size=1)
    found = []
    while True:
        page = filled.browse.reports(NOTHING, order).page
        found += [row.id for row in page.items]
        if page.next is None:
            break
        order = replace(order, after=page.next)
    assert found == listed(filled, replace(order, size=9, after=None))


def test_a_cursor_of_another_order_is_refused(filled: Ledger) -> None:
    page = filled.browse.reports(NOTHING, ReportOrder(size=1)).page
    with pytest.raises(UsageError, match="another order"):
        filled.browse.reports(NOTHING, ReportOrder(sort=ReportSort.TITLE, after=page.next))


def test_facets_count_reports(filled: Ledger) -> None:
    found = filled.browse.reports(NOTHING, ReportOrder(), tuple(ReportFacet)).facets
    outlets = [(one.value, one.count) for one in found[ReportFacet.OUTLET]]
    years = {(one.value, one.count) for one in found[ReportFacet.YEAR]}
    assert outlets == [("Sample Times", 2), ("Sample Post", 1)]
    assert years == {("2014", 2), ("", 1)}
    without = ReportFilter(facets={ReportFacet.YEAR: ("",)})
    assert listed(filled, ReportOrder(), without) == [UNDATED.id]


def test_the_sheet_of_a_report_has_what_was_found_in_it(filled: Ledger) -> None:
    sheet = filled.browse.report_sheet(FIRST.id)
    assert sheet.claims == (ATTACK,)
    assert [mention.name for mention in sheet.places] == ["Atareb"]
    assert len(sheet.actors) == 2
    assert filled.browse.claim_sheet(ATTACK.id) == sheet
    with pytest.raises(NotInLedger):
        filled.browse.claim_sheet("c_none")


def test_withdrawn_reports_are_not_shown(filled: Ledger) -> None:
    filled.withdraw(FIRST.id, who="me", why="")
    refresh(filled)
    assert FIRST.id not in listed(filled, ReportOrder())
    assert [one.report.id for one in filled.browse.claims_in([FIRST.id, SECOND.id])] == [SECOND.id]
    with pytest.raises(NotInLedger):
        filled.browse.claim_sheet(ATTACK.id)


def test_the_ledger_at_a_glance(filled: Ledger) -> None:
    glance = filled.browse.glance()
    assert (glance.reports, glance.unread, glance.claims, glance.outlets) == (3, 1, 2, 2)
    assert glance.events >= 1
    assert glance.disputed == 1


def test_coverage_has_a_column_a_day(filled: Ledger) -> None:
    found = filled.browse.coverage(days=31, outlets=1)
    assert found.days == ("2014-11-03", "2014-11-04")
    assert (found.outlets, found.counts, found.others) == (("Sample Post",), ((1, 0),), (0, 1))
    assert filled.browse.coverage(days=1, outlets=5).days == ("2014-11-04",)


def test_actors_are_listed_by_their_events(filled: Ledger) -> None:
    page = filled.browse.actors(size=1)
    rest = filled.browse.actors(after=page.next, size=9)
    names = [one.id for one in (*page.items, *rest.items)]
    assert names == ["islamic-state", "nusra-front"]
    assert [one.id for one in filled.browse.actors("nusra").items] == ["nusra-front"]
    with pytest.raises(UsageError):
        filled.browse.actors(after="x")


def test_what_is_told_of_an_actor(filled: Ledger) -> None:
    assert [one.words for one in filled.browse.called("islamic-state")] == ["Isis"]
    assert [one.value for one in filled.browse.event_types("islamic-state")] == ["ASSAULT"]
    told = filled.browse.speakers("islamic-state")
    assert {(one.outlet, one.reports) for one in told} == {("Sample Post", 1), ("Sample Times", 1)}


def test_who_informs_whom(filled: Ledger) -> None:
    outlets = {one.outlet: one.reports for one in filled.browse.outlets()}
    assert outlets == {"Sample Times": 2, "Sample Post": 1}
    (informant,) = filled.browse.informants()
    assert (informant.name, informant.claims, informant.outlets) == ("a resident", 2, 2)
    assert filled.browse.flows() == ()


def test_an_empty_ledger_has_nothing(ledger: Ledger) -> None:
    assert ledger.browse.glance().reports == 0
    assert ledger.browse.coverage(days=31, outlets=5).days == ()
    assert ledger.browse.actors().items == ()
    assert ledger.browse.informants() == ()
