"""How much is read, and from where: the limits and options of reading, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.reports.fetch.addresses import Resolver, system_resolver


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds within which inputs are read. Passing one rejects that input, not the batch.

    ``document_bytes`` bounds one file, page, row or archive member; ``archive_bytes`` the sum of
    what one archive unpacks to; ``archive_ratio`` unpacked to packed bytes of one member, checked
    from ``archive_ratio_from`` bytes on; ``archive_depth`` how many archives may lie in each
    other. ``redirects`` counts hops, ``fetch_seconds`` the whole of one fetch with its redirects.
    """

    document_bytes: int = 32 * 1024 * 1024
    pdf_pages: int = 2_000
    archive_members: int = 100_000
    archive_bytes: int = 2 * 1024 * 1024 * 1024
    archive_ratio: int = 200
    archive_ratio_from: int = 1024 * 1024
    archive_depth: int = 2
    redirects: int = 5
    fetch_seconds: float = 30.0
    robots_bytes: int = 512 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Which column of a CSV file, or key of a JSON line, holds what. ``None`` means it has none.

    Only ``text`` must be there; a missing or empty optional column is unknown, not an error.
    """

    text: str = "text"
    title: str | None = "title"
    outlet: str | None = "outlet"
    byline: str | None = "byline"
    agency: str | None = "agency"
    published: str | None = "published"
    url: str | None = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Everything a caller may decide about reading.

    ``allowed_networks`` are CIDR blocks whose addresses may be fetched although they are private
    or loopback; none are by default. ``resolver`` turns a host name into addresses.
    """

    limits: Limits = field(default_factory=Limits)
    columns: ColumnMapping = field(default_factory=ColumnMapping)
    allowed_networks: tuple[str, ...] = ()
    user_agent: str = "secondsource/0.1"
    resolver: Resolver = system_resolver
