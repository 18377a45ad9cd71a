"""The application: the ledger, the pages, the errors and the headers put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI

from secondsource.ledger import open_ledger
from secondsource.web.assets import mount_static
from secondsource.web.navigation import menu_of
from secondsource.web.options import WebOptions
from secondsource.web.problems import handle_problems
from secondsource.web.routes import ROUTERS
from secondsource.web.security import HostCheck, SecurityHeaders

DESCRIPTION = (
    "Who did what to whom, where and when, who says so, how surely, and whether anyone "
    "independent says it too. Each page has a twin ending in `.json`, each table one in `.csv`."
)


def create_app(place: str | Path, options: WebOptions | None = None) -> FastAPI:
    """The workbench over the ledger in a file or at a ``postgresql://`` URL.

    The ledger is opened at once and closed when the application shuts down.

    Raises:
        LedgerUnavailable: if the ledger cannot be opened.
    """
    chosen = options or WebOptions()
    ledger = open_ledger(place, create=False)
    chosen.refresh(ledger)

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        ledger.close()

    app = FastAPI(
        title="Secondsource",
        description=DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=closing,
    )
    app.state.ledger = ledger
    app.state.options = chosen
    app.state.menu = menu_of(
        {getattr(route, "path", "") for router in ROUTERS for route in router.routes}
    )
    for router in ROUTERS:
        app.include_router(router)
    mount_static(app)
    handle_problems(app)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(HostCheck, hosts=chosen.hosts)
    return app
