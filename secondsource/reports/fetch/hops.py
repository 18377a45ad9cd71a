"""One HTTP request to a checked address, within limits of size and time.

The connection goes to the address that was checked; the host's name goes into the Host header and
the TLS handshake, so that certificates are verified against the name. Proxies of the environment
are not used, for a proxy would resolve the name again.
"""

from __future__ import annotations

import ssl
import time
from dataclasses import dataclass, field
from functools import lru_cache

import httpx

from secondsource.errors import Refused, TooLarge, Unreadable
from secondsource.reports.fetch.addresses import checked_address
from secondsource.reports.options import ReadOptions

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One answer. ``location`` is where it redirects to, ``data`` its body otherwise."""

    url: str
    status: int
    location: str | None
    content_type: str
    charset: str | None
    data: bytes = field(repr=False)


def request(url: str, options: ReadOptions, deadline: float, most_bytes: int) -> Hop:
    """Send one GET request. ``deadline`` is a time of `time.monotonic`.

    Raises:
        Refused: if the scheme or the address is not allowed.
        TooLarge: if the body or the time passes its limit.
        Unreadable: if the server cannot be reached or breaks the protocol.
    """
    target = _target(url)
    host, port = target.raw_host.decode("ascii"), target.port or _PORTS[target.scheme]
    address = checked_address(host, port, options.resolver, options.allowed_networks)
    headers = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": options.user_agent,
        "Accept-Encoding": "identity",
    }
    left = max(0.1, deadline - time.monotonic())
    try:
        with httpx.Client(verify=_certificates(), trust_env=False, timeout=left) as client:
            sent = client.build_request(
                "GET",
                target.copy_with(host=address),
                headers=headers,
                extensions={"sni_hostname": host},
            )
            response = client.send(sent, stream=True)
            return _answer(url, response, deadline, most_bytes)
    except httpx.TimeoutException as error:
        raise TooLarge(url, "the server did not answer in time", "try again later") from error
    except (httpx.HTTPError, httpx.StreamError) as error:
        raise Unreadable(
            url, f"the page could not be fetched: {error}", "try again later"
        ) from error


@lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    """The trusted certificates, loaded once: it takes a tenth of a second."""
    return httpx.create_ssl_context(trust_env=False)


def _target(url: str) -> httpx.URL:
    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise Unreadable(url, f"this is no web address: {error}", "correct the address") from error
    if target.scheme not in _PORTS or not target.host:
        raise Refused(url, f"{target.scheme or 'no'} addresses are not read", "use http or https")
    if target.userinfo:
        raise Refused(url, "addresses with a user name are not read", "leave the user name out")
    return target


def _answer(url: str, response: httpx.Response, deadline: float, most_bytes: int) -> Hop:
    location = response.headers.get("location") if response.status_code in _REDIRECTS else None
    data = b"" if location else _body(url, response, deadline, most_bytes)
    return Hop(
        url=url,
        status=response.status_code,
        location=location,
        content_type=response.headers.get("content-type", ""),
        charset=response.charset_encoding,
        data=data,
    )


def _body(url: str, response: httpx.Response, deadline: float, most_bytes: int) -> bytes:
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > most_bytes:
            raise TooLarge(url, f"larger than {most_bytes} bytes", "raise the limit")
        if time.monotonic() > deadline:
            raise TooLarge(url, "the server took too long to send it", "try again later")
    return bytes(data)
