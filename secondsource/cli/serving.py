"""The command that serves the workbench."""

from __future__ import annotations

from typing import Annotated

import typer

from secondsource.cli.options import LedgerOption, RegistryOption, ledger_of, registry_of
from secondsource.cli.output import note

HOST = "127.0.0.1"
PORT = 8321


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(serve)


def serve(
    ledger: LedgerOption = None,
    registry: RegistryOption = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")
    ] = PORT,
) -> None:
    """Serve the workbench to the browser of this machine.

    It listens on the loopback address only, so that no other machine can reach it. Stop it with
    Ctrl-C.

    \b
    Example:
      secondsource serve --ledger x.db
    """
    import uvicorn

    from secondsource.pipeline import refresh
    from secondsource.web import WebOptions, create_app, free_socket

    options = WebOptions(registry=registry_of(registry), refresh=refresh)
    app = create_app(ledger_of(ledger), options)
    with free_socket(HOST, port) as listening:
        shown = f"http://{HOST}:{listening.getsockname()[1]}/"
        note(f"The workbench is at {shown} (Ctrl-C stops it)")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
        server.run(sockets=[listening])
