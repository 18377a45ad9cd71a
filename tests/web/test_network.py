"""The network: lines between actors, and its two clocks."""

from __future__ import annotations

import re
from collections import defaultdict

from fastapi.testclient import TestClient

from secondsource.claims import TieType
from secondsource.ledger import TieFilter, open_ledger
from secondsource.views import network_context
from secondsource.web.network_chart import STYLES, network_chart

BROWSER = {"accept": "text/html"}


def test_every_state_has_a_style() -> None:
    assert set(STYLES) == set(TieType)


def test_lines_end_at_their_actors_and_lie_beside_each_other(workbench_ledger: str) -> None:
    with open_ledger(workbench_ledger) as ledger:
        chart = network_chart(network_context(ledger, TieFilter()))
    at = {dot.node.id: (dot.x, dot.y) for dot in chart.dots}
    moved = defaultdict(list)
    for line in chart.lines:
        one, other = line.edge.tie.between
        assert ((line.x1, line.y1), (line.x2, line.y2)) == (at[str(one.id)], at[str(other.id)])
        moved[frozenset(at[str(end.id)] for end in (one, other))].append((line.dx, line.dy))
    assert max(map(len, moved.values())) > 1
    assert all(len(set(places)) == len(places) for places in moved.values())


def test_names_of_who_has_most_ties_come_first(workbench_ledger: str) -> None:
    with open_ledger(workbench_ledger) as ledger:
        chart = network_chart(network_context(ledger, TieFilter()))
    ties = [dot.node.ties for dot in chart.dots]
    assert ties == sorted(ties, reverse=True)


def test_the_page_and_its_table_tell_the_same_ties(client: TestClient) -> None:
    query = "?as_of=2014-11-20"
    edges = client.get(f"/network.json{query}").json()["edges"]
    html = client.get(f"/network{query}", headers=BROWSER).text
    rows = client.get(f"/network.csv{query}").text.splitlines()[1:]
    held = client.get(f"/ties.json{query}").json()["rows"]
    assert len(re.findall(r'<a class="edge ', html)) == len(edges) == len(rows)
    assert {edge["tie"]["id"] for edge in edges} == {row["id"] for row in held}


def test_a_tie_is_known_by_its_first_report(client: TestClient) -> None:
    edges = client.get("/network.json?known_by=2014-11-13").json()["edges"]
    assert edges
    assert all(edge["tie"]["first_published"] <= "2014-11-13" for edge in edges)
