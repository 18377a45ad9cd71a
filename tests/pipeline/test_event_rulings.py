"""Merging and splitting events: the grouping follows, whatever comes when, until it is undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from secondsource.claims import Claim
from secondsource.errors import LedgerError, NotInLedger, UsageError
from secondsource.ledger import Extraction, Ledger, open_ledger
from secondsource.pipeline import Workspace
from secondsource.pipeline.fusing import redraw, refresh
from secondsource.reports import Report
from tests.ledger.making import make_claim, make_report, seen

# Two tellings of one attack, and another attack far from it on another day.
NEAR = "Isis attacked Nusra Front in Atareb on Sunday, residents said at noon."
AGAIN = "On Sunday in Atareb Isis attacked Nusra Front, an official said by telephone."
FAR = "Isis shelled Ahrar al-Sham in Kobani in March, a teacher said from the border."
TOLD = {
    NEAR: ("attacked", ["Isis"], ["Nusra Front"], "Atareb", ("Sunday", "2014-11-02")),
    AGAIN: ("attacked", ["Isis"], ["Nusra Front"], "Atareb", ("Sunday", "2014-11-02")),
    FAR: ("shelled", ["Isis"], ["Ahrar al-Sham"], "Kobani", ("March", "2014-03")),
}


def told(text: str, extractor: str = "rules/1") -> tuple[Report, Claim]:
    trigger, actors, recipients, place, when = TOLD[text]
    report = make_report(text, outlet=f"Sample {text[:12]}", published="2014-11-03")
    return report, make_claim(
        report, trigger, actors, recipients, place=place, when=when, extractor=extractor
    )


def read(ledger: Ledger, texts: Sequence[str], extractor: str = "rules/1") -> None:
    for text in texts:
        report, claim = told(text, extractor)
        ledger.add_inputs((seen(report),))
        ledger.add_extractions(
            (Extraction(report_id=report.id, extractor=extractor, claims=(claim,)),)
        )


def events(ledger: Ledger) -> set[frozenset[str]]:
    """The reports' texts by event."""
    refresh(ledger)
    texts = {one.id: one.text for one in ledger.reports()}
    found = [one.group.claims for one in ledger.every_standing_event()]
    claims = ledger.claims_by_id([claim for listed in found for claim in listed])
    return {frozenset(texts[claims[key].report.id] for key in listed) for listed in found}


def event_of(ledger: Ledger, text: str) -> str:
    refresh(ledger)
    report, _ = told(text)
    (found,) = (
        one.group.id
        for one in ledger.every_standing_event()
        if any(claim in one.group.claims for claim in claims_of(ledger, report.id))
    )
    return found


def claims_of(ledger: Ledger, report: str) -> list[str]:
    return [one.claim.id for one in ledger.claims_of((report,))]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = open_ledger(tmp_path / "events.db")
    yield made
    made.close()


APART = {frozenset({NEAR, AGAIN}), frozenset({FAR})}
TOGETHER = {frozenset({NEAR, AGAIN, FAR})}
PARTED = {frozenset({NEAR}), frozenset({AGAIN}), frozenset({FAR})}


def test_events_that_are_merged_are_one_until_it_is_undone(ledger: Ledger) -> None:
    read(ledger, TOLD)
    assert events(ledger) == APART
    desk = Workspace(ledger)
    made = desk.merge_events(event_of(ledger, NEAR), event_of(ledger, FAR), who="A")
    assert events(ledger) == TOGETHER
    desk.undo(made.id, who="B", why="two towns")
    assert events(ledger) == APART
    with pytest.raises(LedgerError, match="took it back"):
        desk.undo(made.id, who="B")


def test_an_event_that_is_split_is_two_until_it_is_undone(ledger: Ledger) -> None:
    read(ledger, TOLD)
    desk = Workspace(ledger)
    claims = claims_of(ledger, told(AGAIN)[0].id)
    made = desk.split_event(event_of(ledger, NEAR), claims, who="A")
    assert events(ledger) == PARTED
    desk.undo(made.id, who="A")
    assert events(ledger) == APART


def test_the_later_decision_goes_before_the_earlier(ledger: Ledger) -> None:
    read(ledger, TOLD)
    desk = Workspace(ledger)
    desk.split_event(event_of(ledger, NEAR), claims_of(ledger, told(AGAIN)[0].id), who="A")
    made = desk.merge_events(event_of(ledger, NEAR), event_of(ledger, AGAIN), who="B")
    assert events(ledger) == APART
    desk.undo(made.id, who="B")
    assert events(ledger) == PARTED


@pytest.mark.parametrize("text", [NEAR, FAR])
def test_a_merge_outlives_another_reading(ledger: Ledger, text: str) -> None:
    read(ledger, TOLD)
    Workspace(ledger).merge_events(event_of(ledger, NEAR), event_of(ledger, FAR), who="A")
    read(ledger, [text], extractor="rules/2")
    assert claims_of(ledger, told(text)[0].id) != [told(text)[1].id]
    assert events(ledger) == TOGETHER


def test_a_claim_that_is_read_no_more_leaves_the_others_as_they_are(ledger: Ledger) -> None:
    read(ledger, TOLD)
    Workspace(ledger).merge_events(event_of(ledger, NEAR), event_of(ledger, FAR), who="A")
    gone = Extraction(report_id=told(FAR)[0].id, extractor="rules/2", claims=())
    ledger.add_extractions((gone,))
    assert events(ledger) == {frozenset({NEAR, AGAIN})}


def test_withdrawing_a_report_of_a_merge_leaves_the_rest(ledger: Ledger) -> None:
    read(ledger, TOLD)
    desk = Workspace(ledger)
    desk.merge_events(event_of(ledger, NEAR), event_of(ledger, FAR), who="A")
    desk.withdraw(told(NEAR)[0].id, who="A", why="a test")
    assert events(ledger) == {frozenset({AGAIN, FAR})}


@pytest.mark.parametrize("order", list(permutations(TOLD)))
def test_the_order_of_arrival_says_nothing(ledger: Ledger, order: Sequence[str]) -> None:
    read(ledger, order[:2])
    desk = Workspace(ledger)
    if len({event_of(ledger, text) for text in order[:2]}) > 1:
        desk.merge_events(*(event_of(ledger, text) for text in order[:2]), who="A")
    else:
        desk.split_event(
            event_of(ledger, order[0]), claims_of(ledger, told(order[0])[0].id), who="A"
        )
    read(ledger, order[2:])
    fitted = events(ledger)
    redraw(ledger)
    assert events(ledger) == fitted


@pytest.mark.parametrize(
    ("given", "error"), [(("e_0", "e_1"), NotInLedger), (("e_0",), UsageError), ((), UsageError)]
)
def test_what_cannot_be_merged_is_said(
    ledger: Ledger, given: tuple[str, ...], error: type[LedgerError]
) -> None:
    read(ledger, TOLD)
    with pytest.raises(error):
        Workspace(ledger).merge_events(*given, who="A")
    assert not ledger.decisions()


def test_what_cannot_be_split_is_said(ledger: Ledger) -> None:
    read(ledger, TOLD)
    event, desk = event_of(ledger, NEAR), Workspace(ledger)
    every = [claim for text in (NEAR, AGAIN) for claim in claims_of(ledger, told(text)[0].id)]
    for claims in ([], every, claims_of(ledger, told(FAR)[0].id)):
        with pytest.raises(UsageError):
            desk.split_event(event, claims, who="A")
    assert not ledger.decisions()


def test_a_claim_is_found_again_by_its_words_and_type() -> None:
    from secondsource.ledger import ClaimAnchor

    _, claim = told(NEAR)
    anchor = ClaimAnchor.of(claim)
    renamed = replace(claim, extractor="rules/2")
    assert anchor.find((renamed,)) == renamed.id
    assert anchor.find(()) is None
    assert replace(anchor, type="CONSULT").find((renamed,)) is None
    assert replace(anchor, start=0, end=4).find((renamed,)) is None
