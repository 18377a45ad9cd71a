"""What the package offers: a change here is a change of the product."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys

import pytest

import secondsource

ROOMS = (
    "text",
    "reports",
    "annotations",
    "claims",
    "fusion",
    "ledger",
    "views",
    "exports",
    "pipeline",
    "cli",
)


def test_the_package_offers() -> None:
    assert sorted(secondsource.__all__) == ["__version__", "annotate", "cluster", "open"]


def test_the_workspace_offers() -> None:
    from secondsource.pipeline import Workspace

    public = {name for name in vars(Workspace) if not name.startswith("_")}
    assert public == {
        "accept_claim",
        "actors",
        "add_claim",
        "add_watch",
        "brief",
        "claims",
        "close",
        "contradictions",
        "correct_claim",
        "decisions",
        "events",
        "ingest",
        "lineage",
        "listing",
        "look",
        "merge_actors",
        "merge_events",
        "overview",
        "places",
        "reject_claim",
        "rename_actor",
        "reports",
        "review_decisions",
        "search",
        "show",
        "split_actor",
        "split_event",
        "ties",
        "undo",
        "why",
        "withdraw",
    }


@pytest.mark.parametrize("room", ROOMS)
def test_a_front_door_lists_what_is_there(room: str) -> None:
    door = importlib.import_module(f"secondsource.{room}")
    assert len(set(door.__all__)) == len(door.__all__)
    for name in door.__all__:
        assert getattr(door, name) is not None


@pytest.mark.parametrize("room", ROOMS)
def test_a_front_door_is_explained(room: str) -> None:
    door = importlib.import_module(f"secondsource.{room}")
    assert door.__doc__
    for name in door.__all__:
        found = getattr(door, name)
        if inspect.isclass(found) or inspect.isfunction(found):
            assert found.__doc__, name


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, secondsource\n"
        "heavy = {'spacy', 'numpy', 'pydantic', 'sqlalchemy', 'typer', 'httpx', 'trafilatura'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_torch_is_never_loaded() -> None:
    code = (
        "import sys, secondsource as ss\n"
        "list(ss.annotate([{'id': '1', 'text': 'Rebels attacked Aleppo on Monday.'}]))\n"
        "sys.exit('torch' if 'torch' in sys.modules else None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
