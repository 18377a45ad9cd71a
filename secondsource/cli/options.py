"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How a command prints what it found."""

    TABLE = "table"
    JSONL = "jsonl"


LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-l",
        envvar="SECONDSOURCE_LEDGER",
        help="The ledger: a file, or a postgresql:// URL.",
        show_default=True,
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="A readable table, or one JSON record a line.")
]
WorkersOption = Annotated[
    int,
    typer.Option(
        "--workers",
        "-w",
        min=0,
        envvar="SECONDSOURCE_WORKERS",
        help="Processes that read reports; 0 means one per core.",
    ),
]
DEFAULT_LEDGER = "secondsource.db"
