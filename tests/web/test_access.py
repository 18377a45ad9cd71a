"""Who may come in, who may change what, and from where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import Headers

from secondsource.web import Role, WebOptions, add_token, create_app, remove_token
from secondsource.web.doors import COOKIE, LASTING, Doors
from secondsource.web.tokens import TokenFile
from tests.web.conftest import HERE

PAGE = {"accept": "text/html"}
FILES = [("files", ("a.txt", b"The army attacked the town on Monday.", "text/plain"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """A workbench that asks for tokens, and a secret of each role."""

    asking: TestClient
    file: Path
    secrets: dict[Role, str]

    def bearer(self, role: Role) -> dict[str, str]:
        return {"authorization": f"Bearer {self.secrets[role]}"}

    def sign_in(self, role: Role, to: str = "/events") -> None:
        answer = self.asking.post(
            "/login", data={"token": self.secrets[role], "to": to}, follow_redirects=False
        )
        assert (answer.status_code, answer.headers["location"]) == (303, to)

    def page_token(self) -> str:
        found = re.search(
            'name="csrf-token" content="([^"]+)"', self.asking.get("/", headers=PAGE).text
        )
        assert found is not None
        return found[1]


@pytest.fixture
def locked(own_ledger: Path, tmp_path: Path) -> Iterator[Locked]:
    file = tmp_path / "tokens.txt"
    secrets = {role: add_token(file, f"{role}er", role) for role in Role}
    app = create_app(own_ledger, WebOptions(tokens=file))
    with TestClient(app, base_url=HERE) as asking:
        yield Locked(asking=asking, file=file, secrets=secrets)


@pytest.mark.parametrize("path", ["/events.json", "/reports.csv", "/api/openapi.json", "/api/me"])
def test_nobody_comes_in_without_a_token(locked: Locked, path: str) -> None:
    answer = locked.asking.get(path)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("scheme", ["Basic", "Bearer x", ""])
def test_another_token_is_none(locked: Locked, scheme: str) -> None:
    wrong = {"authorization": f"{scheme} {locked.secrets[Role.READ]}x"}
    assert locked.asking.get("/events.json", headers=wrong).status_code == 401


def test_a_token_says_who_asks(locked: Locked) -> None:
    for role in Role:
        me = locked.asking.get("/api/me", headers=locked.bearer(role)).json()
        assert me == {"name": f"{role}er", "role": role}


def test_a_token_that_is_taken_back_holds_no_longer(locked: Locked) -> None:
    locked.sign_in(Role.READ)
    remove_token(locked.file, "reader")
    assert locked.asking.get("/events.json").status_code == 401
    assert locked.asking.get("/events.json", headers=locked.bearer(Role.READ)).status_code == 401


def test_a_browser_is_led_to_the_sign_in_page_and_back(locked: Locked) -> None:
    sent = locked.asking.get("/events?q=a%26b", headers=PAGE, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (
        303,
        "/login?to=%2Fevents%3Fq%3Da%2526b",
    )
    form = locked.asking.get(sent.headers["location"], headers=PAGE).text
    assert 'name="to" value="/events?q=a%26b"' in form
    locked.sign_in(Role.READ, "/events?q=a%26b")
    assert locked.asking.get("/events.json").status_code == 200


def test_the_cookie_is_kept_from_scripts_and_other_sites(locked: Locked) -> None:
    answer = locked.asking.post(
        "/login", data={"token": locked.secrets[Role.READ]}, follow_redirects=False
    )
    cookie = answer.headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert locked.secrets[Role.READ].casefold() not in cookie


def test_the_cookie_is_for_https_alone_where_that_is_spoken(locked: Locked) -> None:
    with TestClient(locked.asking.app, base_url="https://127.0.0.1") as asking:
        answer = asking.post(
            "/login", data={"token": locked.secrets[Role.READ]}, follow_redirects=False
        )
    assert "; secure" in answer.headers["set-cookie"].casefold()


def test_a_wrong_token_stays_out(locked: Locked) -> None:
    answer = locked.asking.post("/login", data={"token": "ss_guess"}, headers=PAGE)
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("to", ["//evil.example/", "https://evil.example", "/\\evil.example", "x"])
def test_signing_in_leads_nowhere_else(locked: Locked, to: str) -> None:
    answer = locked.asking.post(
        "/login",
        data={"token": locked.secrets[Role.READ], "to": to},
        follow_redirects=False,
    )
    assert answer.headers["location"] == "/"


def test_who_signs_out_is_out(locked: Locked) -> None:
    locked.sign_in(Role.READ)
    kept = locked.asking.cookies[COOKIE]
    out = locked.asking.post(
        "/logout", data={"_token": locked.page_token()}, follow_redirects=False
    )
    assert out.status_code == 303
    answer = locked.asking.get("/events.json", headers={"cookie": f"{COOKIE}={kept}"})
    assert answer.status_code == 401


def test_a_cookie_ends(tmp_path: Path) -> None:
    now = [0.0]
    secret = add_token(tmp_path / "tokens.txt", "mara", Role.READ)
    doors = Doors(TokenFile(tmp_path / "tokens.txt"), lambda: now[0])
    held = Headers({"cookie": f"{COOKIE}={doors.open(secret)}"})
    now[0] = LASTING - 1
    assert doors.visitor(held) is not None
    now[0] = LASTING + 1
    assert doors.visitor(held) is None


@pytest.mark.parametrize(
    ("role", "status"), [(Role.READ, 403), (Role.REVIEW, 202), (Role.ADMIN, 202)]
)
def test_sending_in_needs_a_reviewer(locked: Locked, role: Role, status: int) -> None:
    answer = locked.asking.post("/api/ingest", files=FILES, headers=locked.bearer(role))
    assert answer.status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": HERE},
    ],
)
def test_another_site_changes_nothing(own_client: TestClient, headers: dict[str, str]) -> None:
    answer = own_client.post("/api/ingest", files=FILES, headers=headers)
    assert answer.status_code == 403


def test_a_page_of_ours_needs_its_token(own_client: TestClient) -> None:
    ours = {"origin": HERE, "sec-fetch-site": "same-origin"}
    found = re.search('name="csrf-token" content="([^"]+)"', own_client.get("/", headers=PAGE).text)
    assert found is not None
    without = own_client.post("/api/ingest", files=FILES, headers=ours)
    wrong = own_client.post("/api/ingest", files=FILES, headers={**ours, "x-csrf-token": "0" * 64})
    fitting = own_client.post(
        "/api/ingest", files=FILES, headers={**ours, "x-csrf-token": found[1]}
    )
    as_field = own_client.post("/api/ingest", files=FILES, data={"_token": found[1]}, headers=ours)
    answers = (without, wrong, fitting, as_field)
    assert [one.status_code for one in answers] == [403, 403, 202, 202]


def test_a_cookie_alone_changes_nothing(locked: Locked) -> None:
    locked.sign_in(Role.REVIEW)
    assert locked.asking.post("/api/ingest", files=FILES).status_code == 403
    token = {"x-csrf-token": locked.page_token()}
    assert locked.asking.post("/api/ingest", files=FILES, headers=token).status_code == 202


def test_signing_in_from_another_site_is_refused(locked: Locked) -> None:
    answer = locked.asking.post(
        "/login",
        data={"token": locked.secrets[Role.READ]},
        headers={"origin": "https://evil.example"},
    )
    assert answer.status_code == 403


def test_a_stranger_gets_the_styles_and_the_sign_in_page_only(locked: Locked) -> None:
    assert locked.asking.get("/static/css/base.css").status_code == 200
    page = locked.asking.get("/login", headers=PAGE)
    assert page.status_code == 200
    assert "csrf-token" not in page.text
    assert 'class="rooms"' not in page.text
