"""Writes the pages of the reference that come from the program itself.

    python docs/make_reference.py

A test compares the pages with what this would write.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import typer
from pydantic import BaseModel
from typer.main import get_command

from secondsource.annotations import (
    ActorRecord,
    AttributionRecord,
    QuantityRecord,
    SentenceRecord,
    TimexRecord,
    ToponymRecord,
)
from secondsource.claims import AcledRecord, ClaimRecord, EntityRecord, IncidentRecord, PairRecord
from secondsource.cli.app import app
from secondsource.exports import CLAIMS, DATA_SETS, EVENTS, LINEAGE, TIES
from secondsource.settings import PREFIX, Settings
from secondsource.views import (
    ClusterDocumentRecord,
    ClusterEventRecord,
    ContradictionRecord,
    EventRecord,
    LineageRecord,
    TieRecord,
)

FOLDER = Path(__file__).parent / "reference"
WIDTH = 88
RECORDS: dict[str, tuple[type[BaseModel], ...]] = {
    "Claims": (ClaimRecord,),
    "Events": (EventRecord,),
    "Ties": (TieRecord,),
    "Contradictions": (ContradictionRecord,),
    "Lineage": (LineageRecord,),
    "Layers of annotate": (
        SentenceRecord,
        ActorRecord,
        ToponymRecord,
        TimexRecord,
        QuantityRecord,
        AttributionRecord,
        IncidentRecord,
        EntityRecord,
        PairRecord,
        AcledRecord,
    ),
    "Output of cluster": (ClusterDocumentRecord, ClusterEventRecord),
}
JSON_NAMES = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    NoneType: "null",
}


def pages() -> dict[str, str]:
    """Each generated page by its file name."""
    return {
        "cli.md": "\n".join(_commands()),
        "settings.md": "\n".join(_settings()),
        "columns.md": "\n".join(_columns()),
        "records.md": "\n".join(_records()),
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
    yield "# Columns of the exports\n"
    yield (
        'Several values in one cell are parted by "; ". An empty cell means that nothing is '
        "known.\n"
    )
    for table in (CLAIMS, EVENTS, TIES, LINEAGE, *DATA_SETS):
        yield f"## {table.name}\n\n| column | meaning |\n| --- | --- |"
        for column in table.columns:
            yield f"| `{column.name}` | {column.help} |"
        yield ""


def _records() -> Iterator[str]:
    yield "# Records\n"
    yield (
        "What the commands write with `--format jsonl`, and `annotate` and `cluster` always: one "
        "JSON object a line. Field names are final; fields may be added. Offsets are half-open, "
        "in Unicode code points of the report's stored text.\n"
    )
    seen: set[type[BaseModel]] = set()
    for title, models in RECORDS.items():
        yield f"## {title}\n"
        for model in models:
            yield from _record(model, seen)


def _record(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    yield f"### {model.__name__}\n\n{inspect.getdoc(model)}\n\n| field | value |\n| --- | --- |"
    for name, field in model.model_fields.items():
        yield f"| `{field.serialization_alias or name}` | {_kind(field.annotation)} |"
    yield ""
    for field in model.model_fields.values():
        for below in _models(field.annotation):
            yield from _record(below, seen)


def _kind(annotation: Any) -> str:
    """A field's type in words."""
    parts = get_args(annotation)
    if get_origin(annotation) in {Union, UnionType}:
        return " or ".join(map(_kind, parts))
    if get_origin(annotation) is tuple:
        if Ellipsis in parts:
            return f"list of {_kind(parts[0])}"
        return f"[{', '.join(map(_kind, parts))}]"
    return JSON_NAMES.get(annotation) or _named(annotation)


def _named(kind: type[Enum] | type[BaseModel]) -> str:
    if issubclass(kind, Enum):
        return ", ".join(f"`{member.value}`" for member in kind)
    return f"[{kind.__name__}](#{kind.__name__.lower()})"


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, words in pages().items():
        (FOLDER / name).write_text(words, encoding="utf-8")
