"""Odd questions get an answer that the description has; `make fuzz` asks many more."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.fuzz import HOST, fuzz
from secondsource.web import WebOptions, create_app


@pytest.mark.slow
def test_odd_questions_get_a_described_answer(own_ledger: Path) -> None:
    app = create_app(own_ledger, WebOptions(hosts=(HOST,)))
    done = fuzz(app, cases=300)
    assert [(one.operation, one.wrong, one.command) for one in done.mishaps] == []
    assert done.cases >= 300
    assert {200, 404, 422} <= set(done.statuses)
