"""Options that several commands share; one that is not given falls back to its setting."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from secondsource.fusion import Rating


class Format(StrEnum):
    """How a command prints what it found."""

    TABLE = "table"
    JSONL = "jsonl"


LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        "-l",
        metavar="FILE_OR_URL",
        help="The ledger: a file, or a postgresql:// URL.",
        show_default="SECONDSOURCE_LEDGER, else secondsource.db",
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option("--format", "-f", help="Lines for a reader, or one JSON record a line."),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        min=0,
        help="Processes that read reports; 0 means one per core.",
        show_default="SECONDSOURCE_WORKERS, else 0",
    ),
]
RegistryOption = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        metavar="FILE",
        help="Your own actors, CSV, YAML or JSONL, which win over the shipped ones.",
        show_default="SECONDSOURCE_REGISTRY, else none",
    ),
]
CodebookOption = Annotated[
    Path | None,
    typer.Option(
        "--codebook",
        metavar="FILE",
        help="Your own types, YAML, which are put on claims beside PLOVER's.",
        show_default="SECONDSOURCE_CODEBOOK, else none",
    ),
]
ReliabilityOption = Annotated[
    Path | None,
    typer.Option(
        "--reliability",
        metavar="FILE",
        help="Your own ratings of outlets from A to F, CSV or YAML, shown beside what they say.",
        show_default="SECONDSOURCE_RELIABILITY, else none",
    ),
]
TrainedOption = Annotated[
    bool | None,
    typer.Option(
        "--trained/--rules",
        help="Find attributions with the trained model too, or by rules alone.",
        show_default="SECONDSOURCE_TRAINED, else trained",
    ),
]
MostOption = Annotated[
    int | None,
    typer.Option(
        "--most",
        "-n",
        min=1,
        help="At most so many, the strongest first; JSON records are all there without it.",
        show_default="all as jsonl, 20 in a table",
    ),
]
AllOption = Annotated[bool, typer.Option("--all", "-a", help="All of them, also in a table.")]
SentencesOption = Annotated[
    int, typer.Option("--sentences", min=0, help="How many evidence sentences to print for each.")
]
MOST = 20
SENTENCES = 4


def ledger_of(given: str | None) -> str:
    """The ledger to use."""
    from secondsource.settings import load_settings

    return load_settings().ledger if given is None else given


def workers_of(given: int | None) -> int:
    """How many processes to use."""
    from secondsource.settings import load_settings

    return load_settings().workers if given is None else given


def registry_of(given: Path | None) -> Path | None:
    """The user's own actor file, if there is one."""
    from secondsource.settings import load_settings

    return load_settings().registry if given is None else given


def codebook_of(given: Path | None) -> Path | None:
    """The user's own codebook, if there is one."""
    from secondsource.settings import load_settings

    return load_settings().codebook if given is None else given


def ratings_of(given: Path | None) -> tuple[Rating, ...]:
    """The user's own ratings of outlets, none where there is no file of them.

    Raises:
        UsageError: if the file cannot be used.
    """
    from secondsource.fusion import read_ratings
    from secondsource.settings import load_settings

    path = load_settings().reliability if given is None else given
    return read_ratings(path) if path else ()


def tokens_of(given: Path | None) -> Path | None:
    """The token file, if there is one."""
    from secondsource.settings import load_settings

    return load_settings().tokens if given is None else given


def audit_of(given: Path | None) -> Path | None:
    """The file of who read what, if it is to be written."""
    from secondsource.settings import load_settings

    return load_settings().audit if given is None else given


def trained_of(given: bool | None) -> bool:
    """Whether to use the trained model."""
    from secondsource.settings import load_settings

    return load_settings().trained if given is None else given


def most_of(given: int | None, form: Format, *, everything: bool) -> int | None:
    """How many to print; ``None`` means all."""
    if everything:
        return None
    return MOST if given is None and form is Format.TABLE else given
