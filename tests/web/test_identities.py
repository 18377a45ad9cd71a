"""Who is who, as pages and programs decide it."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient


def send(client: TestClient, path: str, **body: Any) -> Any:
    answer = client.post(path, json={"who": "Ada", **body})
    assert answer.status_code == 200, answer.text
    return answer.json()


def two(client: TestClient) -> tuple[str, str]:
    first, second = client.get("/actors.json?_size=2").json()["rows"]
    return first["id"], second["id"]


def test_merged_actors_are_one_until_it_is_undone(own_client: TestClient) -> None:
    kept, other = two(own_client)
    before = own_client.get(f"/actors/{kept}.json").json()
    words = own_client.get(f"/actors/{other}.json").json()["called"][0]
    made = send(own_client, "/api/actors/merge", kept=kept, others=[other], why="one group")
    after = own_client.get(f"/actors/{kept}.json").json()
    assert words in after["called"]
    assert words not in before["called"]
    assert other not in {row["id"] for row in own_client.get("/actors.json").json()["rows"]}
    assert [one["number"] for one in after["decisions"]] == [made["number"]]
    assert after["decisions"][0]["said"].endswith(f"for {before['name']}")
    undone = send(own_client, f"/api/decisions/{made['number']}/undo")
    assert undone["undone_by"] == "Ada"
    assert own_client.get(f"/actors/{kept}.json").json()["called"] == before["called"]


def test_an_actor_is_found_by_the_id_that_it_had(own_client: TestClient) -> None:
    kept, other = two(own_client)
    send(own_client, "/api/actors/merge", kept=kept, others=[other])
    assert own_client.get(f"/actors/{other}.json").json()["id"] == kept


def test_an_actor_is_split_by_its_words(own_client: TestClient) -> None:
    actor = two(own_client)[0]
    words = own_client.get(f"/actors/{actor}.json").json()["called"][0]["words"]
    made = send(own_client, "/api/actors/split", actor=actor, name="The Other", called=[words])
    assert made["said"].endswith("for The Other")
    rows = own_client.get("/actors.json", params={"q": "The Other"}).json()["rows"]
    assert [row["name"] for row in rows] == ["The Other"]
    log = own_client.get(f"/actors/{rows[0]['id']}.json").json()["decisions"]
    assert [one["number"] for one in log] == [made["number"]]


def test_an_actor_is_shown_by_the_name_given(own_client: TestClient) -> None:
    actor = two(own_client)[0]
    send(own_client, "/api/actors/rename", actor=actor, name="The Renamed")
    shown = own_client.get(f"/actors/{actor}.json").json()
    assert (shown["id"], shown["name"]) == (actor, "The Renamed")


def test_decisions_about_actors_stand_in_the_log(own_client: TestClient) -> None:
    actor = two(own_client)[0]
    made = send(own_client, "/api/actors/rename", actor=actor, name="The Renamed")
    rows = own_client.get("/api/decisions").json()["rows"]
    assert [(one["number"], one["what"]) for one in rows] == [(made["number"], "rename actor")]
    assert rows[0] in own_client.get("/review.json").json()["recent"]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("merge", {"kept": "islamic-state", "others": ["islamic-state"]}, 400),
        ("merge", {"kept": "islamic-state", "others": ["Nobody of the kind"]}, 404),
        ("merge", {"kept": "islamic-state", "others": []}, 422),
        ("split", {"actor": "islamic-state", "name": "Other"}, 400),
        ("split", {"actor": "islamic-state", "name": "Other", "called": ["zebra"]}, 400),
        ("split", {"actor": "islamic-state", "name": "Other", "reports": ["r_0"]}, 404),
        ("rename", {"actor": "islamic-state", "name": "  "}, 400),
        ("rename", {"actor": "islamic-state", "name": "a\0"}, 422),
    ],
)
def test_what_cannot_be_decided_is_said(
    own_client: TestClient, path: str, body: dict[str, Any], status: int
) -> None:
    answer = own_client.post(f"/api/actors/{path}", json={"who": "Ada", **body})
    assert answer.status_code == status, answer.text
    assert own_client.get("/api/decisions").json()["rows"] == []


def test_nobody_decides_without_a_name(own_client: TestClient) -> None:
    kept, other = two(own_client)
    answer = own_client.post("/api/actors/merge", json={"kept": kept, "others": [other]})
    assert answer.status_code == 400
