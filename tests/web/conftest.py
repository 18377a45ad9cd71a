"""The workbench over the small ledger, asked without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.web import Limits, WebOptions, create_app

HERE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def workbench_ledger(small_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small ledger that the pages may read."""
    place = tmp_path_factory.mktemp("web") / "x.db"
    shutil.copy(small_ledger, place)
    return place


@pytest.fixture(scope="session")
def client(workbench_ledger: Path) -> Iterator[TestClient]:
    with TestClient(create_app(workbench_ledger), base_url=HERE) as asking:
        yield asking


@pytest.fixture(scope="session")
def forgetful_client(workbench_ledger: Path) -> Iterator[TestClient]:
    """A workbench that keeps no answers."""
    options = WebOptions(limits=Limits(kept_bytes=0))
    with TestClient(create_app(workbench_ledger, options), base_url=HERE) as asking:
        yield asking


@pytest.fixture
def own_ledger(small_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the small ledger for one test that writes."""
    return Path(shutil.copy(small_ledger, tmp_path / "own.db"))


@pytest.fixture
def own_client(own_ledger: Path) -> Iterator[TestClient]:
    with TestClient(create_app(own_ledger), base_url=HERE) as asking:
        yield asking
