"""The application: the ledger, the pages, the errors and the headers put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI

from secondsource.ledger import open_ledger
from secondsource.web.access import Access
from secondsource.web.assets import mount_static
from secondsource.web.audit import Audit, AuditLog
from secondsource.web.doors import Doors
from secondsource.web.head import HeadRequests
from secondsource.web.kept import KeptAnswers
from secondsource.web.limits import BodyLimit, NulCheck
from secondsource.web.navigation import menu_of
from secondsource.web.openapi import describe
from secondsource.web.options import WebOptions
from secondsource.web.problems import handle_problems
from secondsource.web.routes import ROUTERS
from secondsource.web.security import HostCheck, SecurityHeaders
from secondsource.web.tokens import TokenFile
from secondsource.web.uploads import Uploads

DESCRIPTION = (
    "Who did what to whom, where and when, who says so, how surely, and whether anyone "
    "independent says it too. Each page has a twin ending in `.json`, each table one in `.csv`."
)


def create_app(place: str | Path, options: WebOptions | None = None) -> FastAPI:
    """The workbench over the ledger in a file or at a ``postgresql://`` URL.

    The ledger is opened at once and closed when the application shuts down.

    Raises:
        LedgerUnavailable: if the ledger cannot be opened.
        UsageError: if the token file cannot be read, or the audit written.
    """
    chosen = options or WebOptions()
    doors = Doors(TokenFile(chosen.tokens) if chosen.tokens else None)
    audit = AuditLog(chosen.audit, queries=chosen.audit_queries) if chosen.audit else None
    ledger = open_ledger(place, create=False)
    chosen.refresh(ledger)
    uploads = Uploads(ledger, chosen.plan, waiting=chosen.limits.waiting_uploads)

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        uploads.close()
        ledger.close()

    app = FastAPI(
        title="Secondsource",
        description=DESCRIPTION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=closing,
    )
    app.state.ledger = ledger
    app.state.options = chosen
    app.state.doors = doors
    app.state.answers = KeptAnswers(chosen.limits.kept_bytes)
    app.state.uploads = uploads
    app.state.menu = menu_of(
        {getattr(route, "path", "") for router in ROUTERS for route in router.routes}
    )
    for router in ROUTERS:
        app.include_router(router)
    mount_static(app)
    handle_problems(app)
    describe(app)
    limits = chosen.limits
    app.add_middleware(BodyLimit, most=limits.request_bytes, seconds=limits.seconds)
    app.add_middleware(NulCheck)
    app.add_middleware(Access, doors=doors)
    app.add_middleware(HostCheck, hosts=chosen.hosts)
    app.add_middleware(HeadRequests)
    if audit is not None:
        app.add_middleware(Audit, log=audit)
    app.add_middleware(SecurityHeaders)
    return app
