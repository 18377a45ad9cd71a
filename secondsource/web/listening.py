"""Where the workbench listens, and by which names it may be asked there."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence

from secondsource.errors import UsageError

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def free_socket(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one.

    Raises:
        UsageError: if the port is taken or may not be used, or there is no such host.
    """
    family, address = _address(host, port)
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
    except OSError as error:
        listening.close()
        reason = error.strerror or str(error)
        raise UsageError(f"{host}:{port}", reason, "name another with --port") from error
    return listening


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``.

    Raises:
        UsageError: if there is no such host.
    """
    return ipaddress.ip_address(_address(host, 0)[1][0]).is_loopback


def hosts_for(host: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names by which a browser may ask: this machine's own, and those that were given.

    Where every address is listened on, the machine's name stands for them; a number is added by
    name, as any other.
    """
    given = (*names, host, *(() if is_loopback(host) else _own_names()))
    return tuple(dict.fromkeys((*LOOPBACK, *(_bracketed(one.casefold()) for one in given))))


def _own_names() -> tuple[str, ...]:
    return socket.gethostname(), socket.getfqdn()


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name and not name.startswith("[") else name


def _address(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        reason = error.strerror or "there is no such host"
        raise UsageError(host, reason, "name an address of this machine with --host") from error
    family, _, _, _, address = found[0]
    return family, (str(address[0]), int(address[1]))
