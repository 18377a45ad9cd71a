"""Commands run in this process, as `secondsource …` would run them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from secondsource.cli import main
from secondsource.settings import load_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a command wrote, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def rows(self) -> list[list[str]]:
        """Standard output as tab-separated lines."""
        return [line.split("\t") for line in self.out.splitlines()]


class Run(Protocol):
    """Runs one command."""

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Done: ...


@pytest.fixture(autouse=True)
def settings_of_a_test(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No setting of whoever runs the tests, and a folder of its own."""
    for name in ("LEDGER", "WORKERS", "REGISTRY", "CODEBOOK", "TOKENS", "AUDIT"):
        monkeypatch.delenv(f"SECONDSOURCE_{name}", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a pipe."""

    def command(*arguments: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["secondsource", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        code = ended.value.code
        return Done(status=code if isinstance(code, int) else 0, out=captured.out, err=captured.err)

    return command


@pytest.fixture
def ask(run: Run, small_ledger: Path) -> Run:
    """Runs a command on the small ledger."""

    def command(*arguments: str, stdin: bytes = b"") -> Done:
        return run(*arguments, "--ledger", str(small_ledger), stdin=stdin)

    return command
