"""Writes the pages of the reference that come from the program itself.

    python docs/make_reference.py

A test compares the pages with what this would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.main import get_command

from secondsource.cli.app import app
from secondsource.exports import CLAIMS, EVENTS, LINEAGE, TIES
from secondsource.settings import PREFIX, Settings

FOLDER = Path(__file__).parent / "reference"
WIDTH = 88


def pages() -> dict[str, str]:
    """Each generated page by its file name."""
    return {
        "cli.md": "\n".join(_commands()),
        "settings.md": "\n".join(_settings()),
        "columns.md": "\n".join(_columns()),
    }


def _commands() -> Iterator[str]:
    yield "# Command line\n"
    yield "As `secondsource COMMAND --help` prints it.\n"
    yield from _help("secondsource", get_command(app))


def _help(name: str, command: Any) -> Iterator[str]:
    context = typer.Context(
        command, info_name=name, terminal_width=WIDTH, help_option_names=["-h", "--help"]
    )
    level = "##" if name.count(" ") < 2 else "###"
    yield f"{level} {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"
    for child, below in getattr(command, "commands", {}).items():
        yield from _help(f"{name} {child}", below)


def _settings() -> Iterator[str]:
    yield "# Settings\n"
    yield "Environment variables; an option given on the command line wins over its variable.\n"
    yield "| variable | meaning | default |\n| --- | --- | --- |"
    for name, field in Settings.model_fields.items():
        default = "none" if field.default is None else f"`{field.default}`"
        yield f"| `{PREFIX}{name.upper()}` | {field.description} | {default} |"
    yield (
        f"| `{PREFIX}CACHE` | The folder of the gazetteer's index, which is built at first use. | "
        "`$XDG_CACHE_HOME/secondsource`, else `~/.cache/secondsource` |\n"
    )


def _columns() -> Iterator[str]:
    yield "# Columns of the CSV export\n"
    yield (
        'Several values in one cell are parted by "; ". An empty cell means that nothing is '
        "known.\n"
    )
    for table in (CLAIMS, EVENTS, TIES, LINEAGE):
        yield f"## {table.name}\n\n| column | meaning |\n| --- | --- |"
        for column in table.columns:
            yield f"| `{column.name}` | {column.help} |"
        yield ""


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, words in pages().items():
        (FOLDER / name).write_text(words, encoding="utf-8")
