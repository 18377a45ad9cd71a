"""A picture into which reports were fitted is the one that is drawn from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.annotations import ActorKind
from secondsource.claims import Claim, EventType, TieType
from secondsource.errors import LedgerError
from secondsource.fusion import (
    Contradiction,
    EventGroup,
    Lineage,
    Relation,
    TieState,
    group_events,
    trace_lineage,
    trace_ties,
)
from secondsource.ledger import (
    ActorLabel,
    Extraction,
    InputSeen,
    Ledger,
    Merge,
    Part,
    Split,
    decision_for,
    open_ledger,
)
from secondsource.pipeline.fusing import redraw, refresh
from secondsource.reports import Report
from tests.ledger.making import make_claim, make_report

ACTS = (
    "Isis attacked Nusra Front in Atareb on Sunday, a resident said, and burned two houses.",
    "Isis shelled Ahrar al-Sham in Kobani on Sunday, a resident said, before the roads closed.",
    "Nusra Front agreed with Ahrar al-Sham to meet in Atareb on Sunday, a resident said at noon.",
)
TOLD: dict[str, tuple[str, list[str], list[str], EventType | TieType, str]] = {
    ACTS[0]: ("attacked", ["Isis"], ["Nusra Front"], EventType.ASSAULT, "Atareb"),
    ACTS[1]: ("shelled", ["Isis"], ["Ahrar al-Sham"], EventType.ASSAULT, "Kobani"),
    ACTS[2]: ("agreed", ["Nusra Front"], ["Ahrar al-Sham"], EventType.AGREE, "Atareb"),
}
FILLING = (
    "The bakery beside the old bridge opened again after the engineers had mended its ovens.",
    "Farmers along the river counted their losses and asked the council for seed and diesel.",
    "Teachers walked to the ministry because nobody had paid them since the schools closed.",
    "The mayor praised the drivers who had carried the wounded over the mountain by night.",
    "Write to our newsroom with tips, or join the readers who pay for this independent work.",
)
OUTLETS = ("Sample Post", "Sample Times", "Associated Press", None)
DAYS = ("2014-11-03", "2014-11-04", "2014-11-20", None)
SUNDAYS = ("2014-11-02", "2014-11-16", "XXXX-11-02")
LABELS = {
    key: ActorLabel(id=key, name=name, kind=ActorKind.ARMED_GROUP)
    for key, name in (
        ("islamic-state", "Isis"),
        ("nusra-front", "Nusra Front"),
        ("ahrar-al-sham", "Ahrar al-Sham"),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report with its claims."""

    report: Report
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The standing picture, all of it."""

    lineage: tuple[Lineage, ...]
    events: tuple[EventGroup, ...]
    ties: tuple[tuple[TieState, tuple[str, str]], ...]
    contradictions: tuple[Contradiction, ...]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    acts = draw(st.lists(st.sampled_from(ACTS), max_size=2, unique=True))
    filling = draw(st.lists(st.sampled_from(FILLING), min_size=1, max_size=4, unique=True))
    credit = draw(st.sampled_from(("", "(Reuters) ", "ATAREB (AP) — ")))
    report = make_report(
        credit + " ".join((*acts, *filling)),
        outlet=draw(st.sampled_from(OUTLETS)),
        published=draw(st.sampled_from(DAYS)),
    )
    when = draw(st.sampled_from(SUNDAYS))
    return Article(report=report, claims=tuple(_claim(report, act, when) for act in acts))


def _claim(report: Report, act: str, when: str) -> Claim:
    trigger, actors, recipients, kind, place = TOLD[act]
    return make_claim(
        report,
        trigger,
        actors,
        recipients,
        kind=kind,
        place=place,
        when=("Sunday", when),
        source="a resident",
    )


def add(ledger: Ledger, batch: Sequence[Article]) -> None:
    ledger.add_inputs([InputSeen.of(one.report) for one in batch])
    ledger.add_extractions(
        [
            Extraction(report_id=one.report.id, extractor="all/1", claims=one.claims)
            for one in batch
            if one.claims
        ]
    )
    refresh(ledger)


def whole(ledger: Ledger) -> Whole:
    events = tuple(one.group for one in ledger.every_standing_event())
    ties = tuple((one.state, one.names) for one in ledger.every_standing_tie())
    about = [*(one.id for one in events), *(state.id for state, _ in ties)]
    return Whole(
        lineage=tuple(one.lineage for one in ledger.every_standing_lineage()),
        events=events,
        ties=ties,
        contradictions=ledger.standing_contradictions(about),
    )


def drawn_anew(ledger: Ledger) -> Whole:
    redraw(ledger)
    return whole(ledger)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("blank") / "blank.db"
    open_ledger(file).close()
    return file


@pytest.fixture
def places(blank: Path, tmp_path: Path) -> Iterator[Path]:
    """Files for new ledgers, one after the other."""

    def each() -> Iterator[Path]:
        number = 0
        while True:
            number += 1
            file = tmp_path / f"{number}.db"
            shutil.copy(blank, file)
            yield file

    return each()


WORLD = st.lists(articles(), min_size=1, max_size=9, unique_by=lambda one: one.report.id)
SMALL = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SMALL
@given(world=WORLD, data=st.data())
def test_the_order_of_arrival_says_nothing(
    places: Iterator[Path], world: list[Article], data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(world)), max_size=3)))
    other = data.draw(st.permutations(world))
    with open_ledger(next(places)) as first, open_ledger(next(places)) as second:
        for start, end in zip((0, *cuts), (*cuts, len(world)), strict=True):
            add(first, world[start:end])
        add(second, other)
        found = whole(first)
        assert found == whole(second)
        assert found == drawn_anew(first)


@SMALL
@given(world=WORLD)
def test_the_picture_is_what_fusion_makes_of_everything(
    places: Iterator[Path], world: list[Article]
) -> None:
    with open_ledger(next(places)) as ledger:
        for article in world:
            add(ledger, [article])
        found = whole(ledger)
    reports = [one.report for one in world]
    claims = [claim for one in world for claim in one.claims]
    lineage = trace_lineage(reports, claims)
    assert {row.report_id: row for row in found.lineage} == {row.report_id: row for row in lineage}
    assert found.events == group_events(claims, reports, lineage)
    assert tuple(state for state, _ in found.ties) == trace_ties(claims, reports, lineage)


@SMALL
@given(world=WORLD, data=st.data())
def test_what_is_decided_is_fitted_in(
    places: Iterator[Path], world: list[Article], data: st.DataObject
) -> None:
    with open_ledger(next(places)) as ledger:
        add(ledger, world)
        for _ in range(data.draw(st.integers(1, 4))):
            decide(ledger, world, data)
            refresh(ledger)
        assert whole(ledger) == drawn_anew(ledger)


def decide(ledger: Ledger, world: Sequence[Article], data: st.DataObject) -> None:
    """One decision of any sort, or one taken back."""
    sort = data.draw(st.sampled_from(("withdraw", "merge", "split", "undo")))
    report = data.draw(st.sampled_from(world)).report.id
    one, other = data.draw(st.permutations(sorted(LABELS)))[:2]
    if sort == "undo":
        log = ledger.decisions()
        if log and log[-1].withdrawn_at is None:
            ledger.withdraw_decision(log[-1].id, who="desk", why="")
    elif sort == "withdraw":
        try:
            ledger.withdraw(report, who="desk", why="a hoax")
        except LedgerError:
            return
    elif sort == "merge":
        merged = Merge(kept=LABELS[one], others=(LABELS[other],))
        ledger.decide(decision_for(merged, who="desk", why=""))
    else:
        split = Split(part=Part(actor=LABELS[one], reports=(report,)), new=LABELS[other])
        ledger.decide(decision_for(split, who="desk", why=""))


def test_a_report_that_came_later_dates_one_without_a_date(places: Iterator[Path]) -> None:
    text = " ".join((ACTS[0], *FILLING[:4]))
    undated, first, later = (
        make_report(text, outlet=outlet, published=day)
        for outlet, day in (("Sample Post", None), ("Sample Times", DAYS[0]), (None, DAYS[1]))
    )
    with open_ledger(next(places)) as ledger:
        add(ledger, [Article(report=undated, claims=(_claim(undated, ACTS[0], "XXXX-11-02"),))])
        add(ledger, [Article(report=first, claims=())])
        add(ledger, [Article(report=later, claims=())])
        (event,) = whole(ledger).events
    assert event.time is not None
    assert event.time.edtf == "2014-11-02?"
    assert all(day in (event.time.why or "") for day in DAYS[:2] if day)


def test_a_copy_of_what_becomes_standing_text_is_traced_anew(places: Iterator[Path]) -> None:
    """Neither it nor its outlet is new; the sentence that it shares with another stops counting."""
    bakery, farmers, teachers, mayor, tips = FILLING
    copy = make_report(bakery, outlet=None, published="2014-11-04")
    printed = [
        make_report(" ".join(told), outlet="Sample Post", published="2014-11-03")
        for told in (
            (ACTS[0], bakery, farmers, teachers),
            (farmers, bakery, teachers, mayor),
            (tips, bakery, farmers, teachers),
        )
    ]
    last = make_report(f"{bakery} {farmers}", outlet="Sample Post", published="2014-11-03")
    with open_ledger(next(places)) as ledger:
        add(ledger, [Article(report=one, claims=()) for one in (copy, *printed)])
        (before,) = ledger.standing_lineage([copy.id])
        add(ledger, [Article(report=last, claims=())])
        (after,) = ledger.standing_lineage([copy.id])
        assert (before.lineage.relation, after.lineage.relation) == (
            Relation.REPRINT,
            Relation.INDEPENDENT,
        )
        assert whole(ledger) == drawn_anew(ledger)


def test_nothing_new_changes_nothing(places: Iterator[Path]) -> None:
    with open_ledger(next(places)) as ledger:
        assert refresh(ledger)
        assert not refresh(ledger)
