"""Every command explains itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.main import get_command

from secondsource.cli.app import app
from tests.cli.conftest import Run


def commands() -> Iterator[tuple[str, Any]]:
    """Every command that does something, with its words."""
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        below = getattr(command, "commands", None)
        if below is None or command.invoke_without_command:
            yield name, command
        if below is not None:
            yield from ((f"{name} {child}", made) for child, made in below.items())


NAMES = [name for name, _ in commands()]


@pytest.mark.parametrize("name", NAMES)
def test_help_explains_and_gives_an_example(run: Run, name: str) -> None:
    done = run(*name.split(), "--help")
    assert done.status == 0
    assert "Example" in done.out
    assert f"secondsource {name}" in done.out.partition("Example")[2]


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=NAMES)
def test_every_option_is_explained(name: str, command: Any) -> None:
    for parameter in command.params:
        assert getattr(parameter, "help", None) or parameter.name == "help", (name, parameter.name)


def test_the_list_of_commands_is_not_cut(run: Run) -> None:
    done = run("--help")
    assert "..." not in done.out.partition("Commands:")[2].replace("\n  Example", "")
    for name in {name.split()[0] for name in NAMES}:
        assert f"\n  {name} " in done.out


def test_no_command_prints_the_help(run: Run) -> None:
    assert "Usage:" in run().err + run().out


def test_contract_commands_are_there() -> None:
    assert {
        "ingest",
        "claims",
        "events",
        "ties",
        "lineage",
        "annotate",
        "cluster",
        "export",
        "show",
        "search",
        "actors",
        "places",
        "doctor",
    } <= set(NAMES)
    assert isinstance(app, typer.Typer)
