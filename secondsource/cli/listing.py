"""Commands that list what the ledger holds."""

from __future__ import annotations

import typer

from secondsource.cli.options import Format, FormatOption, LedgerOption, ledger_of
from secondsource.cli.output import print_records, print_table


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (reports, places, rejected):
        app.command()(command)


def reports(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """List the reports.

    \b
    Example:
      secondsource reports --ledger x.db
    """
    from secondsource.cli.rows import report_cells, row_record
    from secondsource.pipeline import open_workspace

    with open_workspace(ledger_of(ledger), create=False) as workspace:
        if form is Format.JSONL:
            print_records(map(row_record, workspace.listing()))
        else:
            columns = ("id", "title", "outlet", "published", "claims")
            print_table(columns, map(report_cells, workspace.listing()))


def actors(ledger: str | None, form: Format) -> None:
    """Print the actors mentioned, most mentioned first."""
    from secondsource.cli.rows import actor_cells, row_record
    from secondsource.pipeline import open_workspace

    with open_workspace(ledger_of(ledger), create=False) as workspace:
        rows = workspace.actors()
    if form is Format.JSONL:
        print_records(map(row_record, rows))
    else:
        columns = ("id", "name", "kind", "mentions", "reports", "claims", "called")
        print_table(columns, map(actor_cells, rows))


def places(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """List the places mentioned, most mentioned first.

    \b
    Example:
      secondsource places --format jsonl
    """
    from secondsource.cli.rows import place_cells, row_record
    from secondsource.pipeline import open_workspace

    with open_workspace(ledger_of(ledger), create=False) as workspace:
        rows = workspace.places()
    if form is Format.JSONL:
        print_records(map(row_record, rows))
    else:
        columns = ("name", "admin1", "country", "precision", "lat", "lon", "mentions", "called")
        print_table(columns, map(place_cells, rows))


def rejected(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """List the inputs that gave no report, why, and what to do.

    \b
    Example:
      secondsource rejected --ledger x.db
    """
    from secondsource.cli.rows import rejection_cells, row_record
    from secondsource.pipeline import open_workspace

    with open_workspace(ledger_of(ledger), create=False) as workspace:
        found = (one.rejection for one in workspace.ledger.rejected_inputs())
        rows = (row for row in found if row is not None)
        if form is Format.JSONL:
            print_records(map(row_record, rows))
        else:
            print_table(("input", "sort", "reason", "next step"), map(rejection_cells, rows))
