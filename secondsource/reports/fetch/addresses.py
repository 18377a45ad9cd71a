"""Which network addresses may be fetched from: public ones only, unless the caller allows more.

A host name is resolved once and the connection goes to the address that was checked, so that a
name which answers differently a moment later (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from secondsource.errors import Refused, Unreadable

Resolver = Callable[[str, int], Sequence[str]]
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_COMPATIBLE = ipaddress.ip_network("::/96")  # RFC 4291, 2.5.5.1: deprecated, never public
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """The addresses of ``host`` by the operating system, in its order of preference."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(row[4][0]) for row in rows))


def checked_address(
    host: str, port: int, resolver: Resolver, allowed_networks: Sequence[str] = ()
) -> str:
    """The address to connect to for ``host``.

    Raises:
        Unreadable: if the name does not resolve.
        Refused: if any of its addresses is not public and not allowed; one bad address among good
            ones is refused too, for nothing says which a later request would reach.
    """
    try:
        found = resolver(host, port)
    except (OSError, UnicodeError) as error:
        raise Unreadable(host, f"the host name does not resolve: {error}", _CHECK_NAME) from error
    if not found:
        raise Unreadable(host, "the host name has no address", _CHECK_NAME)
    for words in found:
        if not _allowed(_embedded(_parsed(host, words)), allowed_networks):
            raise Refused(host, f"{words} is not a public address", _ALLOW)
    return found[0]


_CHECK_NAME = "check the address for a typing error"
_ALLOW = "if this host is meant, allow its network in the reading options"


def _parsed(host: str, words: str) -> Address:
    try:
        return ipaddress.ip_address(words.split("%", maxsplit=1)[0])
    except ValueError as error:
        raise Unreadable(
            host, f"resolved to {words!r}, which is no address", _CHECK_NAME
        ) from error


def _embedded(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, where it stands for one."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address


def _allowed(address: Address, allowed_networks: Sequence[str]) -> bool:
    if any(address in ipaddress.ip_network(network) for network in allowed_networks):
        return True
    return address.is_global and not address.is_multicast and address not in _COMPATIBLE
