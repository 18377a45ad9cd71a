"""What a page says of itself in JSON-LD and meta elements.

Names of fields: https://schema.org/NewsArticle, https://ogp.me (article:published_time) and the
Dublin Core terms. A date that is only a copyright year or stands in the article's sentences is
not taken.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.reports.stamps import stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DATES = (
    "article:published_time",
    "og:published_time",
    "date",
    "pubdate",
    "publishdate",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "sailthru.date",
    "parsely-pub-date",
)
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_AUTHORS = ("author", "article:author_name", "dc.creator", "parsely-author", "byl")
_TITLES = ("og:title", "twitter:title", "dc.title")
_DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """Fields found, as written except for ``published``, which is EDTF.

    ``unread`` are the words given for a date where none of them is one.
    """

    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    unread: str | None = None


def page_metadata(tree: HtmlElement) -> PageMetadata:
    """The metadata of a parsed page, JSON-LD before meta elements."""
    articles = list(_articles(tree))
    dates = [*_values(articles, "datePublished"), *_meta(tree, _DATES)]
    published = _first([edtf for value in dates if (edtf := stamp(value))])
    return PageMetadata(
        outlet=_first([*_values(articles, "publisher"), *_meta(tree, _OUTLETS)]),
        author=_joined([*_values(articles, "author")] or list(_meta(tree, _AUTHORS))[:1]),
        title=_first([*_values(articles, "headline"), *_meta(tree, _TITLES)]),
        published=published,
        unread=None if published else _first(dates),
    )


def _first(values: list[str]) -> str | None:
    return next((value for value in values if value), None)


def _joined(values: list[str]) -> str | None:
    """Several authors in order; addresses of profile pages are no names."""
    names = [value for value in dict.fromkeys(values) if "://" not in value]
    return ", ".join(names) or None


def _meta(tree: HtmlElement, names: tuple[str, ...]) -> Iterator[str]:
    """Contents of meta elements with one of ``names``, in the order of ``names``."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if content:
            found.setdefault(key.casefold(), content)
    return (found[name] for name in names if name in found)


def _articles(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """JSON-LD objects that describe an article."""
    for element in tree.iter("script"):
        if (element.get("type") or "").casefold().strip() != "application/ld+json":
            continue
        try:
            content: object = json.loads(element.text_content())
        except (ValueError, RecursionError):
            continue
        yield from _objects(content, _DEEPEST)


def _objects(content: object, depth: int) -> Iterator[dict[str, object]]:
    if depth == 0:
        return
    if isinstance(content, list):
        for item in content:
            yield from _objects(item, depth - 1)
    if isinstance(content, dict):
        kinds = content.get("@type")
        named = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
        if any(kind.endswith(("Article", "Posting", "Report")) for kind in named):
            yield content
        yield from _objects(content.get("@graph"), depth - 1)


def _values(articles: list[dict[str, object]], field: str) -> Iterator[str]:
    for article in articles:
        yield from _names(article.get(field))


def _names(value: object) -> Iterator[str]:
    """The words of a JSON-LD value: a string, a thing with a name, or a list of these."""
    if isinstance(value, str) and value.strip():
        yield " ".join(value.split())
    if isinstance(value, dict):
        yield from _names(value.get("name"))
    if isinstance(value, list):
        for item in value:
            yield from _names(item)
