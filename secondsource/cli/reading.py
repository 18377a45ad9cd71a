"""Commands that read: ingest into a ledger, annotate and cluster without one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secondsource.cli.options import DEFAULT_LEDGER, LedgerOption, WorkersOption
from secondsource.cli.output import notes
from secondsource.errors import Unreadable, UsageError

if TYPE_CHECKING:
    from secondsource.pipeline import Ingested, Watch
    from secondsource.reports import ColumnMapping

SOME_REJECTED = 1
_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(ingest)
    app.command()(annotate)
    app.command()(cluster)


def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, folders, zip or WARC archives, feeds, or web addresses."),
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    workers: WorkersOption = 0,
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
            help="A private network (CIDR) whose addresses may be read, such as 10.0.0.0/8."
        ),
    ] = None,
) -> None:
    """Read reports into the ledger and extract their claims.

    Exit status 0 if every input was read or known, 1 if some were rejected; the rest is stored.
    """
    from secondsource.pipeline import open_workspace
    from secondsource.reports import ReadOptions

    options = ReadOptions(
        columns=_columns(columns or []), allowed_networks=tuple(allow_network or ())
    )
    with open_workspace(ledger) as workspace, _progress() as watch:
        done = workspace.ingest(*inputs, options=options, workers=workers, watch=watch)
    _summarise(done)
    if done.rejected:
        raise typer.Exit(SOME_REJECTED)


def _summarise(done: Ingested) -> None:
    err = notes()
    for row in done.rejected[:_SHOWN]:
        step = f" ({row.next_step})" if row.next_step else ""
        err.print(f"rejected {row.input}: {row.reason}{step}", markup=False, soft_wrap=True)
    if len(done.rejected) > _SHOWN:
        err.print(f"and {len(done.rejected) - _SHOWN:,} more; `secondsource overview` counts them")
    err.print(
        f"{done.new:,} new, {done.known:,} already known, {len(done.rejected):,} rejected; "
        f"{done.claims:,} claims from {done.read:,} reports"
    )


class _progress:  # noqa: N801 - used as a block
    """A progress line on a terminal, nothing on a pipe."""

    def __enter__(self) -> Watch:
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=notes(),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._bar.start()
        task = self._bar.add_task("reading")

        def watch(progress: Any) -> None:
            elapsed = self._bar.tasks[0].elapsed or 1.0
            self._bar.update(
                task,
                description=f"{progress.stored:,} reports stored, {progress.read:,} read "
                f"({progress.read / elapsed:.1f}/s), {progress.claims:,} claims",
            )

        return watch

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _columns(pairs: Iterable[str]) -> ColumnMapping:
    from dataclasses import fields, replace

    from secondsource.reports import ColumnMapping

    mapping = ColumnMapping()
    known = {field.name for field in fields(mapping)}
    for pair in pairs:
        field, sign, name = pair.partition("=")
        if not sign or field not in known or not name:
            raise UsageError(
                f"--column {pair}", "is not FIELD=NAME", f"fields are {', '.join(sorted(known))}"
            )
        mapping = replace(mapping, **{field: name})
    return mapping


def annotate(
    layers: Annotated[
        str | None,
        typer.Option(help="Layers to give, with commas; all that are offered by default."),
    ] = None,
    workers: WorkersOption = 0,
) -> None:
    """Read documents (JSON lines) from standard input, write their layers to standard output."""
    from secondsource.pipeline import LAYERS, annotate_records

    wanted = tuple(name.strip() for name in layers.split(",")) if layers else LAYERS
    _write(annotate_records(_json_lines(sys.stdin), wanted, workers))


def cluster(workers: WorkersOption = 0) -> None:
    """Read documents (JSON lines) from standard input, write lineage and event clusters."""
    from secondsource.pipeline import cluster_records

    _write(cluster_records(_json_lines(sys.stdin), workers))


def _write(rows: Iterable[Mapping[str, Any]]) -> None:
    failed = False
    for row in rows:
        failed = failed or "error" in row
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    if failed:
        raise typer.Exit(SOME_REJECTED)


def _json_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise Unreadable(
                f"line {number}", f"this is not JSON: {error.msg}", "give one JSON object a line"
            ) from error
        if not isinstance(row, dict):
            raise Unreadable(f"line {number}", "this is not a JSON object", "give one a line")
        yield row
