"""The routes, one module a page."""

from secondsource.web.routes import events, report, reports, ties

ROUTERS = (events.router, reports.router, report.router, ties.router)
