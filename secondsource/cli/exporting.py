"""The command that writes files for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.options import LedgerOption, ledger_of
from secondsource.errors import UsageError

if TYPE_CHECKING:
    from secondsource.claims import ClaimRecord
    from secondsource.exports import PrivatePersons
    from secondsource.pipeline import Workspace


class ExportFormat(StrEnum):
    """The formats that are written."""

    JSONL = "jsonl"
    CSV = "csv"


class What(StrEnum):
    """The records that are written."""

    CLAIMS = "claims"
    EVENTS = "events"
    TIES = "ties"
    LINEAGE = "lineage"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(export)


def export(
    form: Annotated[
        ExportFormat, typer.Option("--format", "-f", help="How to write.", show_default=False)
    ],
    what: Annotated[What, typer.Option("--what", help="What to write.")] = What.CLAIMS,
    ledger: LedgerOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to.", show_default="standard output"
        ),
    ] = None,
    with_private_persons: Annotated[
        bool,
        typer.Option(
            "--with-private-persons", help="Write the names of private persons, unmasked."
        ),
    ] = False,
) -> None:
    """Write claims, events, ties or lineage to a file.

    Claims, events and ties carry their evidence; the columns are in the documentation. Names of
    private persons are masked, in evidence too, unless you ask for them.

    \b
    Examples:
      secondsource export --format csv -o claims.csv
      secondsource export --format csv --what events -o events.csv
    """
    from secondsource.exports import private_persons
    from secondsource.pipeline import open_workspace

    with open_workspace(ledger_of(ledger), create=False) as workspace:
        persons = private_persons(() if with_private_persons else _claims(workspace))
        lines = _lines(workspace, form, what, persons)
        if output is None:
            sys.stdout.writelines(lines)
        else:
            write_whole(output, lines)


def _claims(workspace: Workspace) -> Iterator[ClaimRecord]:
    from secondsource.ledger import ClaimFilter
    from secondsource.views import claim_records

    return claim_records(workspace.ledger, ClaimFilter())


def _lines(
    workspace: Workspace, form: ExportFormat, what: What, persons: PrivatePersons
) -> Iterator[str]:
    from secondsource import exports
    from secondsource.exports import csv_lines, jsonl_lines

    csv = form is ExportFormat.CSV
    match what:
        case What.CLAIMS:
            claims = persons.masked(_claims(workspace))
            return csv_lines(exports.CLAIMS, claims) if csv else jsonl_lines(claims)
        case What.EVENTS:
            events = persons.masked(row.record for row in workspace.events())
            return csv_lines(exports.EVENTS, events) if csv else jsonl_lines(events)
        case What.TIES:
            ties = persons.masked(row.record for row in workspace.ties())
            return csv_lines(exports.TIES, ties) if csv else jsonl_lines(ties)
        case What.LINEAGE:
            lineage = persons.masked(row.record for row in workspace.lineage())
            return csv_lines(exports.LINEAGE, lineage) if csv else jsonl_lines(lineage)


def write_whole(file: Path, lines: Iterable[str]) -> None:
    """Write beside ``file`` and rename, so that it is never there half."""
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(lines)
        part.replace(file)
    except OSError as error:
        raise UsageError(
            str(file), (error.strerror or "cannot be written").lower(), "name another file"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
