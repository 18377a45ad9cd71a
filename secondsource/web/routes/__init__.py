"""The routes, one module a page."""

from secondsource.web.routes import reports

ROUTERS = (reports.router,)
