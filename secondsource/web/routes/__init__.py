"""The routes, one module a page."""

from secondsource.web.routes import (
    actors,
    events,
    front,
    report,
    reports,
    search,
    sources,
    ties,
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
)
