"""Ties on a day, as they were known by a day."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.claims import TieType
from secondsource.fusion import Credibility, Reason, TieState, Verdict
from secondsource.ledger import Ledger, StandingTie, TieFilter
from secondsource.views import every_edge, network_context
from secondsource.views.pages import network
from secondsource.views.pages.network import edges_of


def tie(
    state: TieType,
    start: str,
    end: str | None,
    told: str,
    between: tuple[str, str] = ("islamic-state", "nusra-front"),
    supported: bool = True,
) -> StandingTie:
    claims = (f"c_{state.value}{start}",)
    return StandingTie(
        state=TieState(
            id=f"t_{state.value}{start}",
            between=between,
            state=state,
            start=start,
            end=end,
            claims=claims,
            supporting=claims if supported else (),
            disputing=() if supported else claims,
            reports=1,
            origins=1,
            sources=1,
            verdict=Verdict(credibility=Credibility.POSSIBLE, reasons=(Reason(text="one origin"),)),
        ),
        names=(between[0].title(), between[1].title()),
        start_day=date.fromisoformat(start),
        end_day=date.fromisoformat(end) if end else None,
        first_published=date.fromisoformat(told),
        last_published=date.fromisoformat(told),
    )


TRUCE = tie(TieType.TRUCE, "2014-11-02", "2014-12-08", "2014-11-13")
WAR = tie(TieType.HOSTILE, "2014-12-08", None, "2014-12-09")
BRANCH = tie(
    TieType.AFFILIATE, "2013-04-09", None, "2014-11-13", between=("nusra-front", "al-qaeda")
)
DENIED = tie(TieType.ALLY, "2014-11-05", None, "2014-11-20", supported=False)
ALL = (TRUCE, WAR, BRANCH, DENIED)


@pytest.mark.parametrize(
    ("as_of", "known_by", "states"),
    [
        (None, None, {"truce", "hostile", "affiliate", "ally"}),
        ("2014-11-20", None, {"truce", "affiliate"}),
        ("2014-12-10", None, {"hostile", "affiliate"}),
        (None, "2014-11-13", {"truce", "affiliate"}),
        (None, "2014-09-01", set()),
        ("2014-12-10", "2014-11-30", {"truce", "affiliate"}),
    ],
    ids=["ever", "then", "later", "known", "nothing known", "an end not known then"],
)
def test_ties_by_two_clocks(as_of: str | None, known_by: str | None, states: set[str]) -> None:
    days = [date.fromisoformat(day) if day else None for day in (as_of, known_by)]
    assert {edge.tie.state for edge in edges_of(ALL, *days)} == states


def test_an_end_that_was_not_reported_is_not_shown() -> None:
    known = {edge.tie.state: edge.tie.end for edge in edges_of(ALL, None, date(2014, 11, 13))}
    assert known["truce"] is None
    assert {edge.tie.end for edge in edges_of((TRUCE, WAR), None, None)} == {"2014-12-08", None}


def test_who_leads_whom_has_a_direction() -> None:
    directed = {edge.tie.state: edge.directed for edge in edges_of(ALL, None, None)}
    assert directed == {"truce": False, "hostile": False, "affiliate": True, "ally": False}


def test_actors_keep_their_places(ledger: Ledger) -> None:
    ever = network_context(ledger, TieFilter())
    then = network_context(ledger, TieFilter(as_of=date(2014, 11, 3)), known_by=date(2014, 11, 3))
    assert [(node.id, node.x, node.y) for node in ever.nodes] == [
        (node.id, node.x, node.y) for node in then.nodes
    ]
    assert len(then.edges) < len(ever.edges) == ever.total
    assert {edge.tie.id for edge in every_edge(ledger, TieFilter())} == {
        edge.tie.id for edge in ever.edges
    }


def test_what_is_left_out_is_counted(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    every = network_context(ledger, TieFilter())
    monkeypatch.setattr(network, "NODES_SHOWN", 2)
    few = network_context(ledger, TieFilter())
    assert len(few.nodes) == 2
    assert few.left_out == len(every.nodes) - 2 > 0
    shown = {node.id for node in few.nodes}
    assert all(end.id in shown for edge in few.edges for end in edge.tie.between)


def test_nodes_count_the_ties_shown(ledger: Ledger) -> None:
    found = network_context(ledger, TieFilter())
    assert sum(node.ties for node in found.nodes) == 2 * len(found.edges)
