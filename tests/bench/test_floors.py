from __future__ import annotations

from pathlib import Path

import pytest

from bench import table
from bench.__main__ import fell, main
from bench.figures import Figure
from bench.floors import FLOORS, Floors, Scored, read_floors, updated, write_floors
from bench.suite import SETS
from secondsource.errors import UsageError


def scored(value: float | None, *, corpus: str = "c1", limit: int | None = None) -> Scored:
    figure = Figure(measure="F1", value=value, n=10)
    return Scored(set="s", corpus=corpus, limit=limit, figures=(figure,), seconds=1.0)


def pinned(value: float, **parts: int | None) -> Floors:
    return updated(Floors(), [scored(value, **parts)], reason=None, today="2026-01-01")


def test_a_figure_is_pinned_rounded_down() -> None:
    floor = pinned(0.45678).of("s", "F1", None)
    assert floor is not None
    assert (floor.value, floor.corpus) == (0.456, "c1")


@pytest.mark.parametrize(
    ("run", "falls"),
    [
        (scored(0.456), False),
        (scored(0.4559), True),
        (scored(None), True),
        (scored(0.1, corpus="c2"), False),
        (scored(0.1, limit=40), False),
    ],
)
def test_a_floor_holds_for_its_corpus_and_sample(run: Scored, falls: bool) -> None:
    assert fell(run, pinned(0.456)) is falls


def test_lowering_is_refused_without_a_reason() -> None:
    with pytest.raises(UsageError, match=r"0\.500 → 0\.400"):
        updated(pinned(0.5), [scored(0.4)], reason=None, today="2026-01-02")


def test_a_new_corpus_does_not_excuse_a_lower_floor() -> None:
    with pytest.raises(UsageError):
        updated(pinned(0.5), [scored(0.4, corpus="c2")], reason=None, today="2026-01-02")


def test_lowering_with_a_reason_is_recorded() -> None:
    floors = updated(pinned(0.5), [scored(0.4)], reason="stricter key", today="2026-01-02")
    [lowering] = floors.lowered
    assert (lowering.was, lowering.now, lowering.reason) == (0.5, 0.4, "stricter key")
    assert lowering.date == "2026-01-02"


def test_raising_keeps_other_floors_and_records_nothing() -> None:
    floors = updated(pinned(0.5), [scored(0.3, limit=40)], reason=None, today="2026-01-02")
    floors = updated(floors, [scored(0.6)], reason=None, today="2026-01-03")
    assert {(floor.limit, floor.value) for floor in floors.floors} == {(None, 0.6), (40, 0.3)}
    assert floors.lowered == ()


def test_what_is_not_offered_is_not_pinned() -> None:
    assert updated(Floors(), [scored(None)], reason=None, today="2026-01-02").floors == ()


def test_floors_survive_the_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == Floors()
    floors = updated(pinned(0.5), [scored(0.4)], reason="why", today="2026-01-02")
    write_floors(floors, path)
    assert read_floors(path) == floors


def test_the_pinned_file_names_sets_that_exist() -> None:
    names = {gold.name for gold in SETS}
    assert {floor.set for floor in read_floors(FLOORS).floors} <= names


def test_the_table_marks_a_fall_and_a_changed_corpus() -> None:
    floors = pinned(0.5)
    assert "BELOW FLOOR" in table.lines(scored(0.4), floors)[0]
    assert "another corpus" in table.lines(scored(0.4, corpus="c2"), floors)[0]
    assert "–" in table.lines(scored(None), Floors())[0]


def test_without_shared_data_the_bench_is_skipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECONDSOURCE_SHARED", str(tmp_path / "nowhere"))
    assert main([]) == 0
    assert "skipped" in capsys.readouterr().out


def test_a_set_without_its_files_is_skipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECONDSOURCE_SHARED", str(tmp_path))
    assert main(["--set", "polnear"]) == 0
    assert "skipped, no polnear/dev.jsonl.gz" in capsys.readouterr().out


def test_a_reason_alone_is_wrong_usage() -> None:
    assert main(["--allow-lower", "because"]) == 2
