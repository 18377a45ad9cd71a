"""The command that makes a ledger again from a zip."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from secondsource.cli.options import LedgerOption, ledger_of
from secondsource.cli.output import note


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("import")(import_zip)


def import_zip(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.zip", help="What `export --format zip` wrote.")
    ],
    ledger: LedgerOption = None,
) -> None:
    """Make a ledger again from an exported zip.

    The ledger must hold nothing yet. Reports, claims, decisions and what was taken back of them
    come back as they were, under their old numbers, or nothing does.

    \b
    Example:
      secondsource import everything.zip --ledger new.db
    """
    from secondsource.pipeline import open_workspace, restored

    with open_workspace(ledger_of(ledger)) as workspace:
        count = restored(workspace.ledger, file)
        counts = workspace.ledger.counts()
    note(f"{count} facts: {counts.reports} reports, {counts.claims} claims")
