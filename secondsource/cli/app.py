"""The commands, each a thin wrapper that loads what it needs when it is called."""

from __future__ import annotations

import io
import logging
import os
import select
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from secondsource.cli import (
    asking,
    briefing,
    codebooks,
    deciding,
    exporting,
    importing,
    listing,
    reading,
    reviewing,
    serving,
    tokens,
    upkeep,
    watching,
)
from secondsource.cli.output import note
from secondsource.errors import SecondsourceError, UsageError

FAILED = 1
WRONG_USAGE = 2


class _Commands(TyperGroup):
    """The commands; one whose reader has read enough (``| head -1``) has done its work."""

    def invoke(self, ctx: Any) -> Any:
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            if not _nobody_reads():
                raise
            _write_nowhere()
            raise typer.Exit from None
        return answer


def _nobody_reads() -> bool:
    """Whether standard output is a pipe whose other end is closed."""
    watch = select.poll()
    watch.register(sys.stdout.fileno(), 0)
    return any(event & (select.POLLERR | select.POLLHUP) for _, event in watch.poll(0))


def _write_nowhere() -> None:
    """Drop what is still to be written, so that the end of the program says nothing of it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


app = typer.Typer(
    name="secondsource",
    cls=_Commands,
    help=(
        "Read reports on armed conflict and keep the ledger of who did what to whom, where and "
        "when, who says so, how surely, and whether anyone independent says it too.\n\n"
        "Data goes to standard output, everything else to standard error. Exit status: 0 success, "
        "1 some inputs were rejected or the command failed, 2 wrong usage."
    ),
    epilog="\b\nExample:\n  secondsource ingest reports/ && secondsource events",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (
    reading,
    asking,
    listing,
    deciding,
    reviewing,
    codebooks,
    briefing,
    exporting,
    importing,
    serving,
    tokens,
    watching,
    upkeep,
):
    module.register(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        from secondsource import __version__

        sys.stdout.write(f"secondsource {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Options before the command."""


def run() -> None:
    """Run the command line; errors made on purpose become one line and an exit status."""
    _speak_utf8()
    # What libraries log about single inputs is said by the rejections already.
    logging.basicConfig(level=logging.CRITICAL)
    try:
        app()
    except UsageError as error:
        note(f"secondsource: {error}")
        sys.exit(WRONG_USAGE)
    except SecondsourceError as error:
        note(f"secondsource: {error}")
        sys.exit(FAILED)


def _speak_utf8() -> None:
    """UTF-8 whatever the locale; odd file names come out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
