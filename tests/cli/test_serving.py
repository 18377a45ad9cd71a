"""Serving the workbench, and the tokens that let others in."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Run

PROGRAM = (sys.executable, "-c", "from secondsource.cli import main; main()")


@pytest.mark.parametrize(
    "options",
    [("--host", "0.0.0.0"), ("--host", "::"), ("--name", "desk.lan"), ("--host", "192.0.2.1")],
)
def test_others_are_let_in_with_tokens_only(
    run: Run, small_ledger: Path, options: tuple[str, str]
) -> None:
    done = run("serve", "--ledger", str(small_ledger), *options)
    assert done.status == 2
    assert "--tokens FILE" in done.err


def test_a_token_file_that_is_not_there_is_said(
    run: Run, small_ledger: Path, tmp_path: Path
) -> None:
    missing = str(tmp_path / "none.txt")
    done = run("serve", "-l", str(small_ledger), "--host", "0.0.0.0", "--tokens", missing)
    assert done.status == 2
    assert "secondsource token add" in done.err


def test_a_certificate_needs_its_key(run: Run, small_ledger: Path) -> None:
    done = run("serve", "-l", str(small_ledger), "--certificate", "x.pem")
    assert done.status == 2
    assert "give both or none" in done.err


def test_a_token_is_made_listed_and_taken_back(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "tokens.txt")
    made = run("token", "add", "mara", "--role", "review", "--tokens", file)
    assert re.fullmatch(r"ss_[\w-]{43}\n", made.out)
    assert run("token", "list", "--tokens", file).out == "mara\treview\n"
    assert run("token", "remove", "mara", "--tokens", file).status == 0
    assert run("token", "list", "--tokens", file).out == ""


def test_a_role_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("token", "add", "mara", "--role", "boss", "--tokens", str(tmp_path / "tokens.txt"))
    assert done.status == 2


def test_a_token_needs_a_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECONDSOURCE_TOKENS", raising=False)
    done = run("token", "list")
    assert done.status == 2
    assert "--tokens" in done.err


def test_it_serves_who_has_a_token(run: Run, small_ledger: Path, tmp_path: Path) -> None:
    ledger, tokens, audit = (tmp_path / name for name in ("x.db", "tokens.txt", "audit.jsonl"))
    shutil.copy(small_ledger, ledger)
    secret = run("token", "add", "mara", "--tokens", str(tokens)).out.strip()
    options = ["--tokens", str(tokens), "--audit", str(audit), "--host", "0.0.0.0", "--port", "0"]
    with subprocess.Popen(
        [*PROGRAM, "serve", "-l", str(ledger), *options], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        port = re.search(r":(\d+)/", said)
        assert port is not None, said
        here = f"http://127.0.0.1:{port[1]}"
        bearer = {"authorization": f"Bearer {secret}"}
        assert httpx.get(f"{here}/api/me").status_code == 401
        assert httpx.get(f"{here}/api/me", headers=bearer).json()["name"] == "mara"
        assert httpx.get(f"{here}/api/me", headers={"host": "evil.example"}).status_code == 421
        process.send_signal(signal.SIGINT)
        process.wait(20)
    assert [line.count('"mara"') for line in audit.read_text().splitlines()] == [0, 1, 0]
