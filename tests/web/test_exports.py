"""Exports over HTTP."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from fastapi.testclient import TestClient

from secondsource.exports import FORMATS

FORMS = [(form.name, part.name) for form in FORMATS for part in form.parts]


def test_the_formats_are_listed(client: TestClient) -> None:
    listed = client.get("/api/exports").json()["formats"]
    names = [(form["name"], file["name"]) for form in listed for file in form["files"]]
    assert names == [*FORMS, ("zip", "zip")]


@pytest.mark.parametrize(("form", "part"), FORMS)
def test_each_is_written(client: TestClient, form: str, part: str) -> None:
    answer = client.get(f"/api/exports/{form}", params={"what": part})
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.headers["content-security-policy"]
    assert answer.content


def test_the_main_file_comes_where_none_is_named(client: TestClient) -> None:
    named = client.get("/api/exports/acled?what=acled")
    assert client.get("/api/exports/acled").content == named.content


def test_filters_are_in_force(client: TestClient) -> None:
    def rows(query: str) -> list[dict[str, str]]:
        text = client.get(f"/api/exports/csv?what=ties{query}").text
        return list(csv.DictReader(io.StringIO(text)))

    some = rows("&actor=Hazm+Movement")
    assert 0 < len(some) < len(rows(""))


def test_everything_comes_as_a_zip(client: TestClient) -> None:
    held = zipfile.ZipFile(io.BytesIO(client.get("/api/exports/zip").content))
    assert "SHA256SUMS" in held.namelist()
    assert held.testzip() is None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing", 404),
        ("acled?what=nothing", 400),
        ("zip?actor=islamic-state", 400),
        ("csv?actor=nobody-of-this-name", 404),
        ("csv?since=soon", 422),
        ("csv?place=99999999999999999999999", 404),
    ],
)
def test_what_cannot_be_written_is_said(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/exports/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
