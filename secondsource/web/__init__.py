"""The web: the workbench and the HTTP API over one ledger, for the user's own machine."""

from secondsource.web.app import create_app
from secondsource.web.collector import keep_for_good
from secondsource.web.listening import free_socket, hosts_for, is_loopback
from secondsource.web.options import Limits, WebOptions
from secondsource.web.tokens import Token, add_token, read_tokens, remove_token
from secondsource.web.visitors import Role

__all__ = [
    "Limits",
    "Role",
    "Token",
    "WebOptions",
    "add_token",
    "create_app",
    "free_socket",
    "hosts_for",
    "is_loopback",
    "keep_for_good",
    "read_tokens",
    "remove_token",
]
