"""Commands that ask the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption
from secondsource.cli.output import console, print_records, print_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

    from secondsource.pipeline import Workspace

_MostOption = Annotated[
    int, typer.Option("--sentences", min=0, help="How many evidence sentences to print for each.")
]
_SOME = 4


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (claims, events, ties, lineage, show, search, reports, actors, places):
        app.command()(command)


def _open(ledger: str) -> Workspace:
    from secondsource.pipeline import open_workspace

    return open_workspace(ledger, create=False)


def claims(
    ledger: LedgerOption = DEFAULT_LEDGER,
    report: Annotated[
        str | None, typer.Option(help="Only of this report: its id, or its path.")
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Only with this actor: a registry id.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print who did what to whom, where and when, who says so, and how surely."""
    from secondsource.claims import claim_to_record
    from secondsource.cli.wording import claim_cells
    from secondsource.views import claim_row

    with _open(ledger) as workspace:
        page = {row.id: row for row in workspace.reports()}
        found = workspace.claims(report=report, actor=actor)
        if form is Format.JSONL:
            print_records(claim_to_record(claim, page[claim.report_id]) for claim in found)
            return
        columns = ("who", "what", "to whom", "where", "when", "says who", "how", "in", "words")
        print_table(
            columns, (claim_cells(claim_row(claim, page[claim.report_id])) for claim in found)
        )


def events(
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormatOption = Format.TABLE,
    sentences: _MostOption = _SOME,
) -> None:
    """Print what happened: the claims about each event, its origins, its credibility and why."""
    from secondsource.cli.wording import event_lines

    with _open(ledger) as workspace:
        rows = workspace.events()
    if form is Format.JSONL:
        print_records(row.record for row in rows)
        return
    _blocks(event_lines(row, sentences) for row in rows)


def ties(
    ledger: LedgerOption = DEFAULT_LEDGER,
    between: Annotated[
        tuple[str, str] | None, typer.Option(help="Only between these two actors.", metavar="A B")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Only what held then: a date in EDTF.", metavar="DATE")
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option(help="Only from reports published by then.", metavar="DATE"),
    ] = None,
    form: FormatOption = Format.TABLE,
    sentences: _MostOption = _SOME,
) -> None:
    """Print the relations between actors over time, on both clocks."""
    from secondsource.cli.wording import tie_lines

    with _open(ledger) as workspace:
        rows = workspace.ties(between, as_of=as_of, known_by=known_by)
    if form is Format.JSONL:
        print_records(row.record for row in rows)
        return
    _blocks(tie_lines(row, sentences) for row in rows)


def lineage(ledger: LedgerOption = DEFAULT_LEDGER, form: FormatOption = Format.TABLE) -> None:
    """Print which report's text or information comes from which."""
    from secondsource.cli.wording import lineage_cells

    with _open(ledger) as workspace:
        rows = workspace.lineage()
    if form is Format.JSONL:
        print_records(row.record for row in rows)
        return
    columns = ("report", "outlet", "published", "relation", "from", "origin", "because")
    print_table(columns, map(lineage_cells, rows))


def show(
    report: Annotated[str, typer.Argument(help="A report: its id, the start of it, or its path.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print a report with the words of its claims underlined, and its claims."""
    from secondsource.cli.wording import page_lines

    with _open(ledger) as workspace:
        page = workspace.show(report)
    if form is Format.JSONL:
        print_records(row.record for row in page.claims)
        return
    _print(page_lines(page))


def search(
    words: Annotated[list[str], typer.Argument(help="Words that must all be there.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of each.")] = 20,
    form: FormatOption = Format.TABLE,
) -> None:
    """Search the full text of reports and claims."""
    from secondsource.cli.rows import hit_cells, hit_record

    with _open(ledger) as workspace:
        page = workspace.search(" ".join(words), limit)
    rows = (*page.reports, *page.claims)
    if form is Format.JSONL:
        print_records(map(hit_record, rows))
        return
    print_table(("found", "in", "published", "words"), map(hit_cells, rows))


def reports(ledger: LedgerOption = DEFAULT_LEDGER, form: FormatOption = Format.TABLE) -> None:
    """List the reports."""
    from secondsource.cli.rows import report_cells, row_record
    from secondsource.views import report_rows

    with _open(ledger) as workspace:
        rows = tuple(report_rows(workspace.ledger))
    if form is Format.JSONL:
        print_records(map(row_record, rows))
        return
    print_table(("id", "title", "outlet", "published", "claims"), map(report_cells, rows))


def actors(ledger: LedgerOption = DEFAULT_LEDGER, form: FormatOption = Format.TABLE) -> None:
    """List the actors that the reports mention."""
    from secondsource.cli.rows import actor_cells, row_record

    with _open(ledger) as workspace:
        rows = workspace.actors()
    if form is Format.JSONL:
        print_records(map(row_record, rows))
        return
    columns = ("id", "name", "kind", "mentions", "reports", "claims", "called")
    print_table(columns, map(actor_cells, rows))


def places(ledger: LedgerOption = DEFAULT_LEDGER, form: FormatOption = Format.TABLE) -> None:
    """List the places that the reports mention."""
    from secondsource.cli.rows import place_cells, row_record

    with _open(ledger) as workspace:
        rows = workspace.places()
    if form is Format.JSONL:
        print_records(map(row_record, rows))
        return
    columns = ("name", "admin1", "country", "precision", "lat", "lon", "mentions", "called")
    print_table(columns, map(place_cells, rows))


def _blocks(blocks: Iterable[Iterable[Text]]) -> None:
    out = console()
    for block in blocks:
        for line in block:
            out.print(line)
        out.print()


def _print(lines: Iterable[Text]) -> None:
    out = console()
    for line in lines:
        out.print(line)
