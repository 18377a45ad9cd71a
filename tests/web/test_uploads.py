"""Files sent in over HTTP, and what became of them."""

from __future__ import annotations

import io
import json
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from secondsource.errors import LedgerUnavailable
from secondsource.ledger import open_ledger
from secondsource.pipeline import Plan
from secondsource.reports import Upload
from secondsource.web import uploads
from secondsource.web.uploads import Uploads, UploadState

TEXT = "The army attacked the town of Atareb on Monday, residents said. Ten people were killed."
Sent = tuple[str, tuple[str, bytes]]


def sent(name: str, data: bytes) -> Sent:
    return ("files", (name, data))


def done(client: TestClient, answer: Any) -> dict[str, Any]:
    """The job of an upload once it has ended."""
    assert answer.status_code == 202
    for _ in range(600):
        job: dict[str, Any] = client.get(answer.headers["location"]).json()
        if job["state"] in {"done", "failed"}:
            return job
        time.sleep(0.05)
    raise AssertionError(f"never read: {job}")


def zipped(**files: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.txt", text)
    return held.getvalue()


def test_files_become_reports_and_claims(own_client: TestClient) -> None:
    row = json.dumps({"outlet": "Sample Hill", "text": TEXT + " It was raining."})
    files = [
        sent("a.txt", TEXT.encode()),
        sent("rows.jsonl", row.encode()),
        sent("b.zip", zipped(one=TEXT + " Later it was calm.")),
        sent("c.bin", b"\x00\x01\x02"),
    ]
    job = done(own_client, own_client.post("/api/ingest", files=files))
    assert (job["state"], job["files"], job["stored"], job["read"]) == ("done", 4, 3, 3)
    assert job["claims"] > 0
    assert [one["file"] for one in job["rejected"]] == ["c.bin"]
    paths = [row["path"] for row in own_client.get("/reports.json?_size=500").json()["rows"]]
    assert {"a.txt", "rows.jsonl#1", "b.zip!/one.txt"} <= set(paths)
    events = own_client.get("/events.json?q=Atareb").json()["rows"]
    assert any(event["type"] == "ASSAULT" for event in events)


def test_what_is_there_is_known(own_client: TestClient) -> None:
    first = done(own_client, own_client.post("/api/ingest", files=[sent("a.txt", TEXT.encode())]))
    again = done(own_client, own_client.post("/api/ingest", files=[sent("a.txt", TEXT.encode())]))
    assert (first["stored"], first["known"]) == (1, 0)
    assert (again["stored"], again["known"]) == (0, 1)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd.txt", "passwd.txt"), ("C:\\x\\y.txt", "y.txt"), ("...", "upload-1")],
)
def test_a_name_leads_nowhere(own_client: TestClient, given: str, kept: str) -> None:
    files = [sent(given, TEXT.encode())]
    assert done(own_client, own_client.post("/api/ingest", files=files))["stored"] == 1
    paths = [row["path"] for row in own_client.get("/reports.json?_size=500").json()["rows"]]
    assert kept in paths


def test_an_address_in_a_file_is_not_fetched(
    own_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a name was looked up")

    monkeypatch.setattr("socket.getaddrinfo", refuse)
    files = [sent("http://evil.example/x.txt", b"http://evil.example/ is an address, he said.")]
    job = done(own_client, own_client.post("/api/ingest", files=files))
    assert (job["stored"], job["rejected"]) == (1, [])


def test_an_unknown_upload_is_said(own_client: TestClient) -> None:
    assert own_client.get("/api/jobs/j_0").status_code == 404


@pytest.fixture
def held(own_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading that does not begin before the event is set."""
    go = threading.Event()
    reading = uploads.ingest

    def late(*given: Any) -> Any:
        go.wait(20)
        return reading(*given)

    monkeypatch.setattr(uploads, "ingest", late)
    yield go
    go.set()


def test_only_so_many_wait(own_client: TestClient, held: threading.Event) -> None:
    answers = [own_client.post("/api/ingest", files=[sent("a.txt", b"x")]) for _ in range(12)]
    statuses = [one.status_code for one in answers]
    assert statuses[:8] == [202] * 8
    assert statuses[-1] == 429
    assert answers[-1].headers["retry-after"] == "30"
    held.set()


def test_what_the_ledger_cannot_take_is_told(
    own_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LedgerUnavailable("x.db", "the disk is full")

    monkeypatch.setattr(uploads, "ingest", fail)
    with open_ledger(own_ledger) as ledger:
        queue = Uploads(ledger, Plan(), waiting=2)
        job = queue.add([Upload(name="a.txt", data=b"x")], by="mara")
        assert job is not None
        for _ in range(200):
            ended = queue.get(job.id)
            if ended is not None and ended.state is UploadState.FAILED:
                break
            time.sleep(0.02)
        queue.close()
    assert ended is not None
    assert (ended.failure, ended.sent_by) == ("x.db: the disk is full", "mara")
