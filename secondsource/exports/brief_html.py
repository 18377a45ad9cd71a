"""A brief as one HTML file that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from secondsource.exports import brief_text
from secondsource.views import Brief


def brief_html(brief: Brief) -> Iterator[str]:
    """The page in pieces; everything that reports say is escaped."""
    pages = Environment(
        loader=PackageLoader("secondsource.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    yield from pages.get_template("brief.html").stream(brief=brief, say=brief_text)
