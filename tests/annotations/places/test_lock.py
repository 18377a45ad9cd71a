from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from secondsource.annotations.places import gazetteer as module
from secondsource.annotations.places import open_gazetteer
from secondsource.annotations.places.entries import Row
from secondsource.annotations.places.lock import STALE_SECONDS, only_one
from tests.annotations.places.conftest import ROWS


def test_the_second_waits_and_does_not_build_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[float] = []

    def slowly() -> tuple[Row, ...]:
        built.append(time.monotonic())
        time.sleep(0.3)
        return ROWS

    monkeypatch.setattr(module, "full_rows", slowly)
    path = tmp_path / "new" / "places.sqlite"
    with ThreadPoolExecutor(2) as pool:
        opened = [task.result() for task in [pool.submit(open_gazetteer, path) for _ in range(2)]]
    assert len(built) == 1
    assert [len(gazetteer) for gazetteer in opened] == [len(ROWS)] * 2
    for gazetteer in opened:
        gazetteer.close()
    assert [file.name for file in path.parent.iterdir()] == ["places.sqlite"]


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    lock = tmp_path / "x.lock"
    lock.touch()
    past = time.time() - STALE_SECONDS - 1
    os.utime(lock, (past, past))
    with only_one(lock):
        assert time.time() - lock.stat().st_mtime < STALE_SECONDS
    assert not lock.exists()


def test_the_lock_goes_when_building_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="broken"), only_one(tmp_path / "x.lock"):
        raise ValueError("broken")
    assert not (tmp_path / "x.lock").exists()
