"""The review page and what reviewers send: what holds, and what is refused."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from secondsource.web import create_app
from tests.web.conftest import HERE

MOST_QUERIES = 12


@pytest.fixture
def desk(workbench_ledger: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A workbench over a ledger that the test may write to."""
    place = tmp_path / "copy.db"
    shutil.copy(workbench_ledger, place)
    with TestClient(create_app(place), base_url=HERE) as asking:
        asking.get("/review.json")
        yield asking


def review(desk: TestClient, **query: Any) -> Any:
    answer = desk.get("/review.json", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def send(desk: TestClient, path: str, **body: Any) -> Any:
    answer = desk.post(path, json={"who": "Ada", **body})
    assert answer.status_code == 200, answer.text
    return answer.json()


def queued(desk: TestClient) -> list[str]:
    """The whole queue, page by page."""
    ids: list[str] = []
    after = ""
    while True:
        page = review(desk, _size=3, _next=after)
        ids += [one["row"]["id"] for one in page["rows"]]
        if page["next"] is None:
            return ids
        after = page["next"]


def test_every_claim_stands_in_the_queue_once_what_is_disputed_first(desk: TestClient) -> None:
    ids = queued(desk)
    assert len(ids) == len(set(ids)) > 5
    rows = review(desk, _size=500)["rows"]
    assert [one["row"]["id"] for one in rows] == ids
    order = ["disputed", "watched", "low confidence", "single-origin", "not reviewed"]
    ranks = [order.index(one["reason"]) for one in rows]
    assert ranks == sorted(ranks)
    assert rows[0]["reason"] == "disputed"
    assert any("den" in why or "disputed" in why or "contra" in why for why in rows[0]["because"])


def test_the_counts_are_those_of_the_lists(desk: TestClient) -> None:
    (facet,) = review(desk)["facets"]
    for value in facet["values"]:
        rows = review(desk, reason=value["value"], _size=500)["rows"]
        assert len(rows) == value["count"]


def test_a_filter_that_is_none_is_refused(desk: TestClient) -> None:
    assert desk.get("/review.json", params={"reason": "boredom"}).status_code == 400
    assert desk.get("/review.json", params={"_next": "WzFd"}).status_code == 400
    assert desk.get("/review.json", params={"claim": "c_0"}).status_code == 404


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_what_is_decided_leaves_the_queue_and_comes_back_undone(desk: TestClient, act: str) -> None:
    first = review(desk)["claim"]["row"]["id"]
    made = send(desk, f"/api/claims/{first}/{act}", why="read it", seen={"decision": None})
    assert (made["who"], made["why"], made["subject"]) == ("Ada", "read it", first)
    after = review(desk)
    assert first not in queued(desk)
    assert [one["number"] for one in after["recent"]] == [made["number"]]
    undone = send(desk, f"/api/decisions/{made['number']}/undo", who="Bea")
    assert undone["undone_by"] == "Bea"
    assert first in queued(desk)
    again = desk.post(f"/api/decisions/{made['number']}/undo", json={"who": "Bea"})
    assert again.status_code == 409


def test_a_rejected_claim_can_still_be_looked_at(desk: TestClient) -> None:
    first = review(desk)["claim"]["row"]["id"]
    made = send(desk, f"/api/claims/{first}/reject")
    shown = review(desk, claim=first)["claim"]
    assert (shown["stands"], shown["seen"]) == (False, made["number"])
    page = desk.get("/review", params={"claim": first}).text
    assert "It does not stand" in page
    assert 'data-act="accept"' not in page


@pytest.mark.parametrize("other", ["accept", "reject"])
@pytest.mark.parametrize(
    ("mine", "body"),
    [("accept", {}), ("reject", {}), ("correct", {"change": {"polarity": "unconfirmed"}})],
)
def test_two_reviewers_do_not_overwrite_each_other(
    desk: TestClient, other: str, mine: str, body: dict[str, Any]
) -> None:
    first = review(desk)["claim"]
    path = f"/api/claims/{first['row']['id']}"
    send(desk, f"{path}/{other}", who="Bea", seen={"decision": first["seen"]})
    answer = desk.post(
        f"{path}/{mine}", json={"who": "Ada", "seen": {"decision": first["seen"]}, **body}
    )
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Bea" in answer.json()["detail"]
    assert len(desk.get("/api/decisions").json()["rows"]) == 1


def test_the_log_is_read_by_the_page_without_gap_or_repeat(desk: TestClient) -> None:
    rows = [one["row"]["id"] for one in review(desk)["rows"][:5]]
    made = [send(desk, f"/api/claims/{claim}/accept")["number"] for claim in rows]
    read: list[int] = []
    after: str | None = ""
    while after is not None:
        answer = desk.get("/api/decisions", params={"_size": 2, "_next": after}).json()
        read += [one["number"] for one in answer["rows"]]
        if after == "":
            send(desk, f"/api/claims/{rows[0]}/reject")
        after = answer["next"]
    assert read == sorted(made, reverse=True)
    about = desk.get("/api/decisions", params={"claim": rows[0], "_size": 1}).json()
    assert [one["what"] for one in about["rows"]] == ["reject claim"]
    rest = desk.get("/api/decisions", params={"claim": rows[0], "_next": about["next"]}).json()
    assert ([one["number"] for one in rest["rows"]], rest["next"]) == ([made[0]], None)


@pytest.mark.parametrize("cursor", ["!", "WzFd", "WyJkZWNpc2lvbnMiLCAxLCAxZTQwXQ=="])
def test_a_cursor_that_is_none_is_refused(desk: TestClient, cursor: str) -> None:
    assert desk.get("/api/decisions", params={"_next": cursor}).status_code == 400


def test_fields_are_corrected_by_words_of_the_report(desk: TestClient) -> None:
    rows = review(desk, _size=500)["rows"]
    row = next(one["row"] for one in rows if one["row"]["record"]["type"] == "ASSAULT")
    text = "".join(piece["text"] for piece in review(desk, claim=row["id"])["claim"]["pieces"])
    trigger = row["record"]["trigger"]
    words = {"start": trigger["start"], "end": trigger["end"] + 1}
    change = {
        "type": "COERCE",
        "mode": "arrest",
        "modality": "planned",
        "actors": [{**words, "name": "the Islamic State"}],
        "recipients": [{**words, "name": "Nobody Known"}],
        "place": {**words, "name": "Aleppo"},
        "time": {**words, "edtf": "2014-11"},
        "quantities": [{**words, "best": 14, "role": "killed"}],
        "attribution": [{**words, "name": "a neighbour", "type": "anonymous source"}],
    }
    made = send(desk, f"/api/claims/{row['id']}/correct", change=change)
    record = review(desk, claim=row["id"])["claim"]["row"]["record"]
    assert made["after"] == record
    assert (record["type"], record["mode"], record["modality"]) == ("COERCE", "arrest", "planned")
    assert [one["id"] for one in record["actors"]] == ["islamic-state"]
    assert [(one["id"], one["name"]) for one in record["recipients"]] == [(None, "Nobody Known")]
    assert (record["place"]["name"], record["place"]["country"]) == ("Aleppo", "SY")
    assert (record["time"]["edtf"], record["time"]["precision"]) == ("2014-11", "month")
    assert [(one["best"], one["role"]) for one in record["quantities"]] == [(14, "killed")]
    assert record["attribution"][-1]["source"]["name"] == "a neighbour"
    assert record["place"]["text"] == text[words["start"] : words["end"]].strip()
    assert "type, mode, modality, actors" in made["said"]


def test_what_is_cleared_is_taken_away(desk: TestClient) -> None:
    rows = review(desk, _size=500)["rows"]
    row = next(one["row"] for one in rows if one["row"]["place"])
    send(desk, f"/api/claims/{row['id']}/correct", change={"cleared": ["place"]})
    assert review(desk, claim=row["id"])["claim"]["row"]["record"]["place"] is None


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, 400),
        ({"type": "BOREDOM"}, 400),
        ({"cleared": ["type"]}, 400),
        ({"place": {"start": 5, "end": 5}}, 400),
        ({"place": {"start": 0, "end": 99999}}, 400),
        ({"place": {"start": 0, "end": 3, "geonames_id": 1}}, 404),
        ({"time": {"start": 0, "end": 3, "edtf": "someday"}}, 400),
        ({"colour": "blue"}, 422),
        ({"quantities": [{"start": 0, "end": 3, "best": -1}]}, 422),
    ],
)
def test_what_cannot_be_corrected_is_said(
    desk: TestClient, change: dict[str, Any], status: int
) -> None:
    first = review(desk)["claim"]["row"]["id"]
    answer = desk.post(f"/api/claims/{first}/correct", json={"who": "Ada", "change": change})
    assert answer.status_code == status, answer.text
    assert answer.json()["detail"]
    assert desk.get("/api/decisions").json()["rows"] == []


@pytest.mark.parametrize("text", ["a\\u0000", "\\ud800"])
@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("claims/{claim}/accept", '{"who": "TEXT"}'),
        ("claims/{claim}/accept", '{"who": "Ada", "why": "TEXT"}'),
        ("claims/{claim}/correct", '{"who": "Ada", "change": {"mode": "TEXT"}}'),
        (
            "claims/{claim}/correct",
            '{"who": "Ada", "change": {"actors": [{"start": 0, "end": 3, "name": "TEXT"}]}}',
        ),
        ("events/merge", '{"who": "Ada", "events": ["TEXT", "e_0"]}'),
        ("events/{event}/split", '{"who": "Ada", "claims": ["TEXT"]}'),
    ],
)
def test_text_that_no_database_keeps_is_refused(
    desk: TestClient, path: str, body: str, text: str
) -> None:
    shown = review(desk)["claim"]
    where = path.format(claim=shown["row"]["id"], event=shown["event"])
    sent = body.replace("TEXT", text)
    answer = desk.post(f"/api/{where}", content=sent, headers={"content-type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert "NUL" in answer.json()["detail"]


def test_nobody_decides_without_a_name(desk: TestClient) -> None:
    first = review(desk)["claim"]["row"]["id"]
    for who in (None, "", "  "):
        answer = desk.post(f"/api/claims/{first}/accept", json={"who": who})
        assert answer.status_code == 400


def test_a_missed_claim_is_added_and_found(desk: TestClient) -> None:
    shown = review(desk)["claim"]
    text = "".join(piece["text"] for piece in shown["pieces"])
    end = text.index(".")
    made = send(
        desk,
        f"/api/reports/{shown['row']['report']}/claims",
        change={"type": "CONSULT", "mode": "meet"},
        trigger={"start": 0, "end": text.index(" ")},
        evidence=[{"start": 0, "end": end + 1}],
    )
    found = review(desk, claim=made["subject"])["claim"]["row"]["record"]
    assert (found["type"], found["review"]["how"]) == ("CONSULT", "added")
    assert found["evidence"][0]["text"] == text[: end + 1]
    assert made["subject"] not in queued(desk)


def test_events_are_merged_and_split(desk: TestClient) -> None:
    one, other = (row["id"] for row in desk.get("/events.json").json()["rows"][:2])
    made = send(desk, "/api/events/merge", events=[one, other])
    rows = desk.get("/events.json").json()["rows"]
    assert len({one, other} & {row["id"] for row in rows}) == 1
    whole = next(row for row in rows if row["id"] in {one, other})
    assert whole["claims"] > 1
    assert one in made["said"]
    send(desk, f"/api/decisions/{made['number']}/undo")
    assert {one, other} <= {row["id"] for row in desk.get("/events.json").json()["rows"]}
    answer = desk.post(f"/api/events/{one}/split", json={"who": "Ada", "claims": ["c_0"]})
    assert answer.status_code == 400


def test_agreement_is_a_page_a_record_and_a_table(desk: TestClient) -> None:
    rows = review(desk)["rows"][:2]
    for who, acts in (("Ada", "accept accept"), ("Bea", "accept reject")):
        for row, act in zip(rows, acts.split(), strict=True):
            send(desk, f"/api/claims/{row['row']['id']}/{act}", who=who)
    found = {one["part"]: one for one in desk.get("/review/agreement.json").json()["rows"]}
    assert found["judgement"]["claims"] == 2
    assert found["judgement"]["pairs"][0]["agreed"] == 1
    assert "judgement,2,2," in desk.get("/review/agreement.csv").text
    assert "Ada and Bea" in desk.get("/review/agreement").text


def test_a_page_of_another_site_cannot_decide(desk: TestClient) -> None:
    first = review(desk)["claim"]["row"]["id"]
    for headers in ({"origin": "http://elsewhere.test"}, {"sec-fetch-site": "cross-site"}):
        answer = desk.post(f"/api/claims/{first}/accept", json={"who": "Ada"}, headers=headers)
        assert answer.status_code == 403
    own = desk.post(f"/api/claims/{first}/accept", json={"who": "Ada"}, headers={"origin": HERE})
    assert own.status_code == 403, "a page sends the token of its form"


def test_the_page_names_its_keys_and_says_what_happens(desk: TestClient) -> None:
    page = desk.get("/review").text
    for key in ("a", "r", "e", "n", "u"):
        assert f'aria-keyshortcuts="{key}"' in page
    assert 'role="status" aria-live="polite"' in page
    assert "<script>" not in page
    assert " style=" not in page


def test_claims_of_one_sentence_are_told_apart_in_the_queue(desk: TestClient) -> None:
    page = desk.get("/review", params={"_size": 500}).text
    listed = re.findall(r'<li><a href="[^"]*claim=[^"]*".*?</a></li>', page, re.DOTALL)
    told = [re.sub(r'href="[^"]*"| aria-current="true"', "", one) for one in listed]
    assert len(told) > 5
    rows = review(desk, _size=500)["rows"]
    for one, row in zip(told, rows, strict=True):
        assert (row["row"]["published"] or "–")[:10] in one
        assert html.escape(row["row"]["evidence"], quote=True).replace("&#x27;", "&#39;") in one


def test_the_claim_leads_to_the_pages_of_its_actors(desk: TestClient) -> None:
    rows = review(desk, _size=500)["rows"]
    record = next(
        one["row"]["record"]
        for one in rows
        if [party for party in one["row"]["record"]["actors"] if party["id"]]
    )
    page = desk.get("/review", params={"claim": record["id"]}).text
    card = page[page.index('class="decide"') :]
    for party in record["actors"] + record["recipients"]:
        if party["id"]:
            assert card.count(f'href="/actors/{party["id"]}"') == 1


def test_an_empty_queue_says_so(desk: TestClient) -> None:
    page = desk.get("/review", params={"report": "r_0"}).text
    assert "Nothing of this kind is left" in page


def test_the_page_asks_few_questions(desk: TestClient) -> None:
    asked: list[str] = []
    ledger = desk.app.state.ledger  # type: ignore[attr-defined]
    engine = ledger.reviews.store.engine

    def count(*given: Any) -> None:
        if given[2].lstrip().upper().startswith("SELECT"):
            asked.append(given[2])

    event.listen(engine, "before_cursor_execute", count)
    review(desk)
    event.remove(engine, "before_cursor_execute", count)
    assert len(asked) <= MOST_QUERIES, asked
