"""RSS and Atom: every entry becomes a report.

feedparser is given bytes, never an address, so that it fetches nothing. A feed that declares
entities is refused before it is parsed: no feed needs them, and they are how XML is made to grow
or to read other files.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondsource.errors import Empty, InputRejected, Refused, Unreadable
from secondsource.reports.assembly import Known, assemble, stated
from secondsource.reports.news_names import canonical
from secondsource.reports.readers.fragments import fragment_text
from secondsource.reports.readers.inputs import Input
from secondsource.reports.records import Basis, Report, Stated
from secondsource.reports.rejection import Rejection, rejection
from secondsource.reports.stamps import stamp

if TYPE_CHECKING:
    from feedparser import FeedParserDict

_ENTITY = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def read_feed(source: Input) -> Iterator[Report | Rejection]:
    """A report for each entry, in the feed's order, or a rejection for an entry without text.

    Raises:
        InputRejected: if the bytes are no feed, or declare entities.
    """
    feed = _parsed(source)
    for number, entry in enumerate(feed.entries, start=1):
        name = f"{source.name}#{number}"
        try:
            yield _report(source, name, feed, entry)
        except InputRejected as error:
            yield rejection(error, source.sha256)


def _parsed(source: Input) -> FeedParserDict:
    import feedparser  # heavy, and few inputs are feeds

    if _ENTITY.search(source.data.replace(b"\x00", b"")):
        raise Refused(source.name, "the feed declares XML entities", "remove its DOCTYPE")
    feed = feedparser.parse(
        io.BytesIO(source.data), sanitize_html=False, resolve_relative_uris=False
    )
    if feed.entries:
        return feed
    if feed.bozo or not feed.version:
        raise Unreadable(
            source.name, "this is no RSS or Atom feed", "check the address or the file"
        )
    raise Empty(source.name, "the feed has no entries", "nothing to do")


def _report(source: Input, name: str, feed: FeedParserDict, entry: FeedParserDict) -> Report:
    title = fragment_text(entry.get("title", ""))
    words = _words(entry)
    text = "\n\n".join(part for part in (title, words) if part)
    if not text:
        raise Empty(name, "the entry has no words", "nothing to do")
    published, note = _published(entry)
    known = Known(
        outlet=_outlet(feed, entry),
        byline=stated(entry.get("author"), Basis.METADATA),
        title=stated(title, Basis.METADATA),
        published=published,
        path=f"{source.path}#{name.rsplit('#', 1)[1]}" if source.path else None,
        url=_address(entry) or source.url,
        bytes_sha256=source.sha256,
        notes=note,
    )
    return assemble(text, known)


def _words(entry: FeedParserDict) -> str:
    """The longest of the entry's content and summary."""
    contents = [content.get("value", "") for content in entry.get("content", [])]
    return max((fragment_text(part) for part in (*contents, entry.get("summary", ""))), key=len)


def _outlet(feed: FeedParserDict, entry: FeedParserDict) -> Stated | None:
    """The source that an aggregated entry names, else the feed's title or publisher."""
    own = entry.get("source", {}).get("title")
    name = own or feed.feed.get("title") or feed.feed.get("publisher")
    return stated(canonical(name) or name if name else None, Basis.METADATA)


def _published(entry: FeedParserDict) -> tuple[Stated | None, tuple[str, ...]]:
    written, changed = entry.get("published"), entry.get("updated")
    if written and stamp(written):
        return stated(stamp(written), Basis.METADATA), ()
    when = stamp(changed) if changed else None
    unread = [words for words in (written, None if when else changed) if words]
    notes = [f"{words!r} is no date" for words in dict.fromkeys(unread)]
    if when:
        notes.append("the feed gives only the time of the last change")
    return stated(when, Basis.METADATA), tuple(notes)


def _address(entry: FeedParserDict) -> str | None:
    """The entry's link where it is a web address: script, data and file links lead nowhere."""
    link = str(entry.get("link") or "").strip()
    return link if _WEB_ADDRESS.match(link) else None
