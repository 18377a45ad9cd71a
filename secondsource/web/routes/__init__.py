"""The routes, one module a page."""

from secondsource.web.routes import (
    access,
    actors,
    api,
    events,
    exports,
    front,
    network,
    places,
    report,
    reports,
    review,
    search,
    sources,
    ties,
    timeline,
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
    places.router,
    timeline.router,
    network.router,
    review.router,
    search.router,
    api.router,
    exports.router,
    uploads.router,
    access.router,
)
