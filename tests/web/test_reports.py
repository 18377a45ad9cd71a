"""The list of reports."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient

OUTLETS = {"Sample North", "Sample South", "Sample East", "Sample West"}


def outlets(client: TestClient, query: str = "") -> list[str]:
    return [row["outlet"] for row in client.get(f"/reports.json{query}").json()["rows"]]


def test_all_reports_are_listed_newest_first(client: TestClient) -> None:
    assert outlets(client) == ["Sample West", "Sample East", "Sample South", "Sample North"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?outlet=Sample+East", ["Sample East"]),
        ("?outlet=Sample+East&outlet=Sample+West", ["Sample West", "Sample East"]),
        ("?outlet=Sample+East&year=2013", []),
        ("?q=bombed", ["Sample West"]),
        ("?_sort=outlet", sorted(OUTLETS)),
        ("?_sort_desc=outlet", sorted(OUTLETS, reverse=True)),
        ("?_size=1", ["Sample West"]),
    ],
)
def test_the_list_can_be_narrowed_and_sorted(
    client: TestClient, query: str, found: list[str]
) -> None:
    assert outlets(client, query) == found


@pytest.mark.parametrize("sort", ["_sort=published", "_sort_desc=title", "_sort=seen"])
def test_pages_join_without_gap_or_repeat(client: TestClient, sort: str) -> None:
    whole = outlets(client, f"?{sort}")
    seen: list[str] = []
    following = ""
    while following is not None:
        page = client.get(f"/reports.json?{sort}&_size=1&_next={following}").json()
        seen += [row["outlet"] for row in page["rows"]]
        following = page["next"]
    assert seen == whole


def test_facets_count_what_other_filters_let_through(client: TestClient) -> None:
    page = client.get("/reports.json?outlet=Sample+East").json()
    facets = {facet["name"]: facet["values"] for facet in page["facets"]}
    assert {one["value"] for one in facets["outlet"]} == OUTLETS
    assert [one["value"] for one in facets["outlet"] if one["chosen"]] == ["Sample East"]
    assert facets["year"] == [{"value": "2014", "label": "2014", "count": 1, "chosen": False}]


def test_the_csv_holds_every_row_that_fits(client: TestClient) -> None:
    answer = client.get("/reports.csv?_size=1&outlet=Sample+East&outlet=Sample+West")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert [row["outlet"] for row in rows] == ["Sample West", "Sample East"]


@pytest.mark.parametrize(
    "query", ["_sort=size", "_next=zz", "_size=0", "_facet=colour", "_sort=seen&_sort_desc=seen"]
)
def test_what_does_not_fit_is_said(client: TestClient, query: str) -> None:
    answer = client.get(f"/reports.json?{query}")
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"
