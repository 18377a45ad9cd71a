"""The commands, each a thin wrapper that loads what it needs when it is called."""

from __future__ import annotations

import sys

import typer

from secondsource.cli import asking, reading, upkeep
from secondsource.errors import SecondsourceError, UsageError

WRONG_USAGE = 2
FAILED = 1

app = typer.Typer(
    name="secondsource",
    help=(
        "Read reports on armed conflict and keep the ledger of who did what to whom, where and "
        "when, who says so, how surely, and whether anyone independent says it too."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for module in (reading, asking, upkeep):
    module.register(app)


@app.callback(invoke_without_command=True)
def _version(
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    if version:
        from secondsource import __version__

        sys.stdout.write(f"secondsource {__version__}\n")
        raise typer.Exit


def main() -> None:
    """Run the command line; errors made on purpose become one line and an exit status."""
    try:
        app()
    except UsageError as error:
        sys.stderr.write(f"secondsource: {error}\n")
        sys.exit(WRONG_USAGE)
    except SecondsourceError as error:
        sys.stderr.write(f"secondsource: {error}\n")
        sys.exit(FAILED)
    except BrokenPipeError:
        sys.stderr.close()
