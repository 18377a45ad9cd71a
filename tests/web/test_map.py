"""The map: places with their extent, and the base map that they lie on."""

from __future__ import annotations

import json
import re

import pytest
from fastapi.testclient import TestClient

from secondsource.web.assets import FOLDER
from secondsource.web.outlines import outline

BROWSER = {"accept": "text/html"}
ATLAS = "/static/vendor/world-atlas/countries-50m.json"


def places(client: TestClient, query: str = "") -> dict[str, str]:
    """The links of the drawing with their attributes, by name."""
    html = client.get(f"/map{query}", headers=BROWSER).text
    found = re.findall(r'<a (class="place [^>]*)>', html)
    return {re.search(r'data-name="([^"]*)"', one)[1]: one for one in found}  # type: ignore[index]


def test_a_town_is_a_point_and_its_surroundings_a_circle(client: TestClient) -> None:
    drawn = places(client)
    (atareb,) = (one for name, one in drawn.items() if name.startswith("Al At"))
    assert "place point" in atareb
    assert "data-km" not in atareb
    near = [one for one in drawn.values() if "place around" in one]
    assert near
    assert all(re.search(r'data-km="\d+', one) for one in near)


def test_filters_narrow_the_map(client: TestClient) -> None:
    every, some = (
        client.get(f"/map.json{query}").json()["total"] for query in ("", "?type=ASSAULT")
    )
    assert 0 < some < every
    assert (
        client.get("/map.json?type=ASSAULT").json()["total"]
        == (client.get("/events.json?type=ASSAULT").json()["total"])
    )


def test_a_place_shows_its_events(client: TestClient) -> None:
    page = client.get("/map.json").json()
    for place in (page["places"] + page["elsewhere"])[:4]:
        found = client.get("/map.json", params={"here": place["key"]}).json()["events"]
        assert {event["place"] for event in found} == {place["name"]}


def test_the_table_sums_up_to_all_events(client: TestClient) -> None:
    head, *rows = (line.split(",") for line in client.get("/map.csv").text.splitlines())
    events = [int(row[head.index("events")]) for row in rows]
    assert sum(events) == client.get("/events.json").json()["total"]


@pytest.mark.parametrize(("code", "number"), [("SY", "760"), ("IQ", "368"), ("AF", "004")])
def test_a_country_is_known_to_the_base_map(code: str, number: str) -> None:
    atlas = json.loads((FOLDER.parent / ATLAS.lstrip("/")).read_text(encoding="utf-8"))
    known = {shape.get("id") for shape in atlas["objects"]["countries"]["geometries"]}
    assert outline(code) == number
    assert number in known


def test_no_country_has_no_outline() -> None:
    assert outline(None) is outline("ZZ") is None


def test_the_base_map_comes_from_here(client: TestClient) -> None:
    assert f'data-map="{ATLAS}"' in client.get("/map", headers=BROWSER).text
    assert client.get(ATLAS).status_code == 200
