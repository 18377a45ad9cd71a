from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bench import throughput
from bench.records import InputRecord
from bench.throughput import Reading, measured


def test_a_reading_counts_after_warming_up() -> None:
    seen: list[int] = []

    def read(documents: Sequence[InputRecord]) -> int:
        seen.append(len(documents))
        return 7

    documents = [InputRecord(id=str(number), text="x") for number in range(3)]
    reading = measured(read, documents)
    assert seen == [1, 3]
    assert (reading.documents, reading.sentences) == (3, 7)
    assert reading.peak_mib > 1


def test_runs_alternate_and_medians_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    seconds = {
        "spacy": iter([10.0, 1.0, 10.0]),
        "secondsource": iter([20.0, 20.0, 200.0]),
        "secondsource-rules": iter([16.0, 1.0, 16.0]),
    }

    def apart(name: str, limit: int | None) -> Reading:
        order.append(name)
        taken = next(seconds[name])
        return Reading(
            documents=limit or 0, sentences=50, seconds=taken, cpu_seconds=taken, peak_mib=100.0
        )

    monkeypatch.setattr(throughput, "_apart", apart)
    lines = throughput.compared(3, 10)
    assert order == ["spacy", "secondsource", "secondsource-rules"] * 3
    assert lines[-2].startswith("ratio to spaCy 0.50 by the clock, 0.50 by CPU time")
    assert lines[-1].startswith("trained reader adds 0.25 by the clock, 0.25 by CPU time")


def test_without_shared_data_it_is_skipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECONDSOURCE_SHARED", str(tmp_path / "nowhere"))
    assert throughput.main([]) == 0
    assert "skipped" in capsys.readouterr().out
