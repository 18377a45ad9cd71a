"""The routes, one module a page."""

from secondsource.web.routes import (
    access,
    actors,
    api,
    events,
    front,
    report,
    reports,
    search,
    sources,
    ties,
    uploads,
)

ROUTERS = (
    front.router,
    events.router,
    reports.router,
    report.router,
    actors.router,
    ties.router,
    sources.router,
    search.router,
    api.router,
    uploads.router,
    access.router,
)
