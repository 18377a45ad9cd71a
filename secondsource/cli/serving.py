"""The command that serves the workbench."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.options import (
    LedgerOption,
    RegistryOption,
    audit_of,
    ledger_of,
    registry_of,
    tokens_of,
)
from secondsource.cli.output import note
from secondsource.errors import UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

HOST = "127.0.0.1"
PORT = 8321
MOST_AT_ONCE = 200

TokensOption = Annotated[
    Path | None,
    typer.Option(
        "--tokens",
        metavar="FILE",
        help="Who may come in; see `token`.",
        show_default="SECONDSOURCE_TOKENS, else none",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(serve)


def serve(
    ledger: LedgerOption = None,
    registry: RegistryOption = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")
    ] = PORT,
    host: Annotated[
        str, typer.Option(help="The address to listen on; beyond loopback only with tokens.")
    ] = HOST,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="A name by which browsers ask for it; repeat for several."),
    ] = None,
    tokens: TokensOption = None,
    audit: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write who read what, as JSON lines.",
            show_default="SECONDSOURCE_AUDIT, else none",
        ),
    ] = None,
    audit_queries: Annotated[
        bool, typer.Option("--audit-queries", help="Write there also what was searched for.")
    ] = False,
    certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Serve https with this certificate.")
    ] = None,
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The key of the certificate.")
    ] = None,
) -> None:
    """Serve the workbench and the HTTP API.

    It listens on the loopback address, so that no other machine can reach it; anywhere else it
    asks for tokens. Stop it with Ctrl-C.

    \b
    Examples:
      secondsource serve --ledger x.db
      secondsource serve --host 0.0.0.0 --name desk.lan --tokens tokens.txt
    """
    from secondsource.pipeline import Plan, refresh
    from secondsource.web import WebOptions, create_app, hosts_for, keep_for_good

    asked = tokens_of(tokens)
    _check_reach(host, name or [], asked)
    own = registry_of(registry)
    options = WebOptions(
        hosts=hosts_for(host, name or []),
        registry=own,
        refresh=refresh,
        tokens=asked,
        audit=audit_of(audit),
        audit_queries=audit_queries,
        plan=Plan(registry=own),
    )
    if (certificate is None) != (key is None):
        raise UsageError("--certificate, --key", "one without the other", "give both or none")
    app = create_app(ledger_of(ledger), options)
    keep_for_good()
    _listen(app, host, port, certificate, key)


def _check_reach(host: str, names: list[str], tokens: Path | None) -> None:
    """Refuse to let anybody in whom the machine's user has not."""
    from secondsource.web import is_loopback

    if tokens is None and (names or not is_loopback(host)):
        raise UsageError(
            f"--name {names[0]}" if is_loopback(host) else f"--host {host}",
            "others could reach the ledger, and nobody is asked for a token",
            "make a token with `secondsource token add NAME --tokens FILE`, and give --tokens FILE",
        )


def _listen(app: FastAPI, host: str, port: int, certificate: Path | None, key: Path | None) -> None:
    import uvicorn

    from secondsource.web import free_socket

    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    with free_socket(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        scheme = "https" if certificate else "http"
        address = f"{scheme}://{shown}:{listening.getsockname()[1]}/"
        note(f"The workbench is at {address} (Ctrl-C stops it)")
        uvicorn.Server(config).run(sockets=[listening])
