"""The workbench served on a free port of this machine, as `secondsource serve` does."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from secondsource.pipeline import refresh
from secondsource.web import WebOptions, create_app, free_socket

START_SECONDS = 30


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """The address at which the workbench over ``ledger`` answers."""
    app = create_app(ledger, WebOptions(refresh=refresh))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
    with free_socket("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            _wait(server, thread)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _wait(server: uvicorn.Server, thread: threading.Thread) -> None:
    ends = time.monotonic() + START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > ends:
            raise RuntimeError("the workbench did not start")
        time.sleep(0.02)
