"""News of what is watched as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from secondsource.exports.xmltext import writable
from secondsource.ledger import NewsEntry

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def atom_feed(entries: Sequence[NewsEntry], ledger: str) -> Iterator[str]:
    """One feed of all ``entries``, the newest first; ``ledger`` names where they come from."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    newest = max((one.at for one in entries), default=_NEVER)
    _add(feed, "id", f"urn:secondsource:watch:{ledger}")
    _add(feed, "title", "Secondsource: what is watched")
    _add(feed, "updated", newest.isoformat())
    _add(_add(feed, "author"), "name", "Secondsource")
    for one in sorted(entries, key=lambda one: -one.id):
        _entry(feed, one, ledger)
    ET.indent(feed)
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield ET.tostring(feed, encoding="unicode") + "\n"


def _entry(feed: ET.Element, one: NewsEntry, ledger: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", f"urn:secondsource:watch:{ledger}:{one.id}")
    _add(entry, "title", f"{one.news.kind.value}: {one.news.headline}")
    _add(entry, "updated", one.at.isoformat())
    _add(entry, "category").set("term", one.news.kind.value)
    told = "; ".join((*one.news.changes, f"watch: {one.watch}", f"id: {one.news.matter}"))
    _add(entry, "summary", told)


def _add(parent: ET.Element, tag: str, words: str | None = None) -> ET.Element:
    made = ET.SubElement(parent, f"{{{_ATOM}}}{tag}")
    if words is not None:
        made.text = writable(words)
    return made
