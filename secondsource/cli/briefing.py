"""The command that writes a brief of two actors."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from secondsource.cli.exporting import write_whole
from secondsource.cli.options import LedgerOption, ledger_of


class BriefFormat(StrEnum):
    """The forms of a brief."""

    MARKDOWN = "markdown"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(brief)


def brief(
    actors: Annotated[
        tuple[str, str],
        typer.Option("--actors", metavar="A B", help="The two actors.", show_default=False),
    ],
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day, in EDTF.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The last day, in EDTF.")
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option(
            "--known-by", metavar="DATE", help="Use only reports published by then, in EDTF."
        ),
    ] = None,
    form: Annotated[
        BriefFormat, typer.Option("--format", "-f", help="How to write.")
    ] = BriefFormat.MARKDOWN,
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
    """Write what is known of two actors, and who says so.

    Each sentence comes with its sources and its verdict. What is disputed stands in a section of
    its own, and nothing is said that no claim says.

    \b
    Examples:
      secondsource brief --actors islamic-state nusra-front
      secondsource brief --actors "Islamic State" "Nusra Front" --known-by 2014-09-30 -o brief.md
    """
    from secondsource.exports import brief_html, brief_markdown, masked_brief, private_persons
    from secondsource.ledger import ClaimFilter
    from secondsource.pipeline import open_workspace
    from secondsource.views import claim_records

    with open_workspace(ledger_of(ledger), create=False) as workspace:
        found = workspace.brief(actors, since=since, until=until, known_by=known_by)
        names = () if with_private_persons else claim_records(workspace.ledger, ClaimFilter())
        told = masked_brief(found, private_persons(names))
    lines = brief_html(told) if form is BriefFormat.HTML else brief_markdown(told)
    if output is None:
        sys.stdout.writelines(lines)
    else:
        write_whole(output, lines)
