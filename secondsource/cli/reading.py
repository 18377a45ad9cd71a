"""Commands that read: ingest into a ledger, annotate and cluster without one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secondsource.cli.options import (
    CodebookOption,
    LedgerOption,
    RegistryOption,
    TrainedOption,
    WorkersOption,
    codebook_of,
    ledger_of,
    registry_of,
    trained_of,
    workers_of,
)
from secondsource.cli.output import note
from secondsource.cli.watching import tell
from secondsource.errors import UsageError

if TYPE_CHECKING:
    from secondsource.pipeline import Ingested
    from secondsource.reports import ColumnMapping

SOME_REJECTED = 1
_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (ingest, annotate, cluster):
        app.command()(command)


def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH_OR_URL",
            help="Files, folders, zip or WARC archives, feeds, or web addresses.",
            show_default=False,
        ),
    ],
    ledger: LedgerOption = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="FIELD=NAME",
            help="Which CSV column or JSON key holds a field: text, title, outlet, byline, "
            "agency, published or url. May be repeated.",
        ),
    ] = None,
    allow_network: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CIDR",
            help="A private network whose addresses may be read, such as 10.0.0.0/8.",
        ),
    ] = None,
    registry: RegistryOption = None,
    codebook: CodebookOption = None,
    trained: TrainedOption = None,
    workers: WorkersOption = None,
) -> None:
    """Read reports into the ledger and extract their claims.

    What the ledger holds already is not read again, so a run that was cut off goes on where it
    was. Exit status 1 if some inputs were rejected; the rest is stored.

    \b
    Examples:
      secondsource ingest reports/ news.zip https://example.org/feed.xml
      secondsource ingest table.csv --column text=body --column outlet=paper
    """
    from secondsource.cli.progress import progress_bar
    from secondsource.pipeline import open_workspace
    from secondsource.reports import ReadOptions

    options = ReadOptions(
        columns=_columns(columns or []), allowed_networks=_networks(allow_network or [])
    )
    with open_workspace(ledger_of(ledger)) as workspace, progress_bar() as watch:
        done = workspace.ingest(
            *inputs,
            options=options,
            workers=workers_of(workers),
            registry=registry_of(registry),
            codebook=codebook_of(codebook),
            trained=trained_of(trained),
            watch=watch,
        )
        news = workspace.look()
    _summarise(done)
    tell(news)
    if done.rejected or done.failed:
        raise typer.Exit(SOME_REJECTED)


def _summarise(done: Ingested) -> None:
    for row in done.rejected[:_SHOWN]:
        step = f" ({row.next_step})" if row.next_step else ""
        note(f"rejected {row.input}: {row.reason}{step}")
    if len(done.rejected) > _SHOWN:
        note(f"and {len(done.rejected) - _SHOWN:,} more; `secondsource rejected` names them all")
    for failed in done.failed[:_SHOWN]:
        note(f"stored {failed.report}, but it {failed.reason}")
    note(
        f"{done.new:,} new, {done.known:,} already known, {len(done.rejected):,} rejected; "
        f"{done.claims:,} claims from {done.read:,} reports"
    )


def _columns(pairs: Iterable[str]) -> ColumnMapping:
    from dataclasses import fields, replace

    from secondsource.reports import ColumnMapping

    mapping = ColumnMapping()
    known = {field.name for field in fields(mapping)}
    for given in pairs:
        field, sign, name = given.partition("=")
        if not sign or field not in known or not name:
            raise UsageError(
                f"--column {given}", "is not FIELD=NAME", f"fields are {', '.join(sorted(known))}"
            )
        mapping = replace(mapping, **{field: name})
    return mapping


def _networks(given: Iterable[str]) -> tuple[str, ...]:
    from ipaddress import ip_network

    for block in given:
        try:
            ip_network(block)
        except ValueError as error:
            raise UsageError(
                f"--allow-network {block}", str(error), "write a block such as 10.0.0.0/8"
            ) from error
    return tuple(given)


def annotate(
    layers: Annotated[
        str | None,
        typer.Option(
            metavar="L1,L2...",
            help="Layers to give: sentences, actors, places, times, quantities, attributions, "
            "claims; and by name only: incidents, acled, pairs.",
            show_default="the first seven",
        ),
    ] = None,
    registry: RegistryOption = None,
    codebook: CodebookOption = None,
    trained: TrainedOption = None,
    workers: WorkersOption = None,
) -> None:
    """Write the layers of documents on standard input.

    No ledger is needed. One JSON object a line goes in, {"id", "text", "published", "outlet"},
    and one comes out for each, in the same order. A line that cannot be read comes out as {"id",
    "error"}, and the exit status is 1.

    \b
    Example:
      secondsource annotate --layers actors,claims < in.jsonl > out.jsonl
    """
    from secondsource.pipeline import LAYERS, annotate_lines

    wanted = tuple(name.strip() for name in layers.split(",")) if layers is not None else LAYERS
    rows = annotate_lines(
        sys.stdin.buffer,
        wanted,
        workers=workers_of(workers),
        registry=registry_of(registry),
        codebook=codebook_of(codebook),
        trained=trained_of(trained),
    )
    _end(_write(rows))


def cluster(registry: RegistryOption = None, workers: WorkersOption = None) -> None:
    """Write who copied whom among documents, and their events.

    The documents are on standard input, one JSON object a line as for annotate, with "mentions" of
    events if you have them: [{"id", "start", "end"}]. No ledger is needed. A line for each document
    comes out, then a line for each event. Nothing is written if any document cannot be read, since
    the answer is about the whole set.

    \b
    Example:
      secondsource cluster < in.jsonl > out.jsonl
    """
    from secondsource.pipeline import cluster_lines

    rows = cluster_lines(
        sys.stdin.buffer, workers=workers_of(workers), registry=registry_of(registry)
    )
    _end(_write(rows))


def _end(failed: int) -> None:
    if failed:
        note(f"{failed:,} documents could not be read")
        raise typer.Exit(SOME_REJECTED)


def _write(rows: Iterable[Mapping[str, Any]]) -> int:
    """Write each row as soon as it is there; the number of those that are errors."""
    failed = 0
    for row in rows:
        failed += "error" in row
        sys.stdout.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")
        sys.stdout.flush()
    return failed
