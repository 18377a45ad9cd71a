"""The web: the workbench and the HTTP API over one ledger, for the user's own machine."""

from secondsource.web.app import create_app
from secondsource.web.listening import free_socket
from secondsource.web.options import WebOptions

__all__ = ["WebOptions", "create_app", "free_socket"]
