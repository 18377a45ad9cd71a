"""Web pages: the article's text by trafilatura, metadata by JSON-LD, meta elements and htmldate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.errors import Empty, Unreadable
from secondsource.reports.assembly import Known, assemble, stated
from secondsource.reports.news_names import canonical
from secondsource.reports.readers.decoding import decode
from secondsource.reports.readers.html_metadata import PageMetadata, page_metadata
from secondsource.reports.readers.inputs import Input
from secondsource.reports.records import Basis, Report
from secondsource.reports.stamps import stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# htmldate's wider search takes dates out of the article's own sentences, which are about events.
_DATE_SEARCH = {"extensive_search": False, "original_date": True}


def read_html(source: Input) -> Report:
    """The report of a web page. Its text is the extracted article under its headline.

    Raises:
        InputRejected: if the bytes are not text or hold no article.
    """
    decoded = decode(source.name, source.data, source.charset, markup=True)
    tree = _tree(source.name, decoded.text)
    page = page_metadata(tree)
    text, page = _extracted(source, tree, page)
    known = Known(
        outlet=stated(
            canonical(page.outlet) or page.outlet if page.outlet else None, Basis.METADATA
        ),
        byline=stated(page.author, Basis.METADATA),
        title=stated(page.title, Basis.METADATA),
        published=stated(page.published, Basis.METADATA),
        path=source.path,
        url=source.url,
        bytes_sha256=source.sha256,
        notes=tuple(note for note in (decoded.note, _unread(page)) if note),
    )
    return assemble(text, known)


def _unread(page: PageMetadata) -> str | None:
    return f"{page.unread!r} is no date" if page.unread else None


def _tree(name: str, markup: str) -> HtmlElement:
    from trafilatura import load_html  # a second to import

    tree = load_html(markup)
    if tree is None:
        raise Unreadable(name, "this is not HTML", "check the file's name and content")
    return tree


def _extracted(source: Input, tree: HtmlElement, page: PageMetadata) -> tuple[str, PageMetadata]:
    """The article's text, headline first, and the metadata with gaps filled by the extractor."""
    from trafilatura import bare_extraction  # a second to import
    from trafilatura.settings import Document  # the same

    document = bare_extraction(
        tree,
        url=source.url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATE_SEARCH,
    )
    if not isinstance(document, Document) or not (document.text or "").strip():
        raise Empty(source.name, "no article was found on the page", "save the article itself")
    title = page.title or document.title
    filled = PageMetadata(
        outlet=page.outlet,
        author=page.author or document.author,
        title=title,
        published=page.published or stamp(document.date or ""),
        unread=page.unread,
    )
    lines = str(document.text).splitlines()
    text = "\n\n".join(line.strip() for line in lines if line.strip())
    return _with_headline(text, title), filled


def _with_headline(text: str, title: str | None) -> str:
    """The text with its headline above it, unless it stands there already."""
    headline = " ".join((title or "").split())
    opening = " ".join(text.split())[: len(headline)]
    if not headline or opening.casefold() == headline.casefold():
        return text
    return f"{headline}\n\n{text}"
