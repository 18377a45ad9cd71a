"""Commands that look after the ledger and the installation."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.options import (
    Format,
    FormatOption,
    LedgerOption,
    RegistryOption,
    ledger_of,
    registry_of,
)
from secondsource.cli.output import note, print_records, printable

if TYPE_CHECKING:
    from secondsource.views import Overview

SOMETHING_AMISS = 1
_NEXT = (
    ("events", "what happened, by how many independent accounts"),
    ("ties --between A B --known-by DATE", "how two actors stood, and what was known by a day"),
    ("reports", "the reports with their ids"),
    ("show REPORT", "one report, its claims underlined"),
    ("claims --format jsonl", "every claim with its evidence, for other programs"),
    ("search WORDS", "full text"),
)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (overview, withdraw, doctor):
        app.command()(command)
    gazetteer = typer.Typer(help="Look after the list of places.", no_args_is_help=True)
    gazetteer.command(name="import")(import_places)
    app.add_typer(gazetteer, name="gazetteer")


def overview(ledger: LedgerOption = None, form: FormatOption = Format.TABLE) -> None:
    """Count what the ledger holds, and say how to look closer.

    \b
    Example:
      secondsource overview --ledger x.db
    """
    from secondsource.cli.rows import row_record
    from secondsource.pipeline import open_workspace

    place = ledger_of(ledger)
    with open_workspace(place, create=False) as workspace:
        found = workspace.overview()
    if form is Format.JSONL:
        print_records([row_record(found)])
        return
    _print_counts(found)
    option = f" --ledger {shlex.quote(place)}" if ledger is not None else ""
    sys.stdout.write("look closer:\n")
    for command, what in _NEXT:
        sys.stdout.write(printable(f"  secondsource {command}{option}   # {what}") + "\n")


def _print_counts(found: Overview) -> None:
    counts = f"{found.reports:,} reports, {found.claims:,} claims"
    named = f"{found.actors:,} actors, {found.places:,} places"
    lines = [f"ledger {found.ledger}", f"  {counts}, {named}"]
    if found.unread or found.withdrawn:
        lines.append(f"  {found.unread:,} not read yet, {found.withdrawn:,} withdrawn")
    lines += [f"  rejected {row.inputs:,}: {row.reason}" for row in found.rejections]
    for line in lines:
        sys.stdout.write(printable(line) + "\n")


def withdraw(
    report: Annotated[str, typer.Argument(help="A report: its id, the start of it, or its path.")],
    who: Annotated[str, typer.Option(help="Who decides this.", show_default=False)],
    why: Annotated[str, typer.Option(help="Why, for the log.", show_default=False)],
    ledger: LedgerOption = None,
) -> None:
    """Take a report out of the present picture.

    It stays in the ledger, and so does the reason.

    \b
    Example:
      secondsource withdraw r_0123456789abcdef --who "night desk" --why "retracted by the outlet"
    """
    from secondsource.pipeline import open_workspace

    with open_workspace(ledger_of(ledger), create=False) as workspace:
        decision = workspace.withdraw(report, who=who, why=why)
    note(f"withdrawn {decision.decided.subject}")


def import_places(
    file: Annotated[
        Path, typer.Argument(help="An unzipped GeoNames country file, such as SY.txt.")
    ],
) -> None:
    """Add the places of a GeoNames country file.

    The files are at https://download.geonames.org/export/dump/ (CC BY 4.0). Reports that were
    read before keep the places that were found in them.

    \b
    Example:
      secondsource gazetteer import SY.txt
    """
    from secondsource.annotations import import_geonames

    count = import_geonames(file)
    note(f"{count:,} places imported from {file}")


def doctor(
    ledger: LedgerOption = None,
    registry: RegistryOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Check the installation and the ledger, and say what to do.

    Builds the gazetteer's index if it is not there. Exit status 1 if anything is amiss.

    \b
    Example:
      secondsource doctor
    """
    from secondsource.cli.checks import examine, finding_line, finding_record
    from secondsource.cli.output import print_lines

    good = True
    for finding in examine(ledger_of(ledger), registry_of(registry)):
        good = good and finding.good
        if form is Format.JSONL:
            print_records([finding_record(finding)])
        else:
            print_lines([finding_line(finding)])
        sys.stdout.flush()
    if not good:
        raise typer.Exit(SOMETHING_AMISS)
