"""Pieces of HTML, as feeds carry them, to text with a line for each block."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote section article figure figcaption table tr hr "
    "header footer".split()
)
_SILENT = frozenset({"script", "style", "template", "noscript"})
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&[#\w]+;")


def fragment_text(markup: str) -> str:
    """The words of an HTML fragment; blocks become paragraphs. Plain text passes unchanged."""
    if not _MARKUP.search(markup):
        return markup.strip()
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return "\n\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Collects character data, with a line break at every block's border."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data.replace("\n", " "))
