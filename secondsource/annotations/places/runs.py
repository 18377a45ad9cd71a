"""Runs of capitalised words: where names can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text import Span

MOST_WORDS = 5
"""The longest place name looked up, in words."""

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]{1,3}\.)?"  # U.S., D.C., N.Y.
    r"|[^\W\d_]\.[A-Z][a-z]\."  # W.Va.
    r"|[^\W\d_](?:[\w‘ʿʾʻ]|[-‑](?=\w)|[’'](?!s\b)(?=\w))*"
)
_JOINING = frozenset({"of", "de", "del", "la", "le", "les", "di", "da", "do", "dos", "on", "upon"})
_ARTICLES = frozenset(
    {"al", "el", "as", "ar", "ad", "an", "ash", "at", "az", "ez", "es", "the", "bin"}
)
_SHORT = frozenset({"St", "Ste", "Mt", "Ft", "Pt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word; ``named`` where it is written like a name."""

    span: Span
    text: str
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words written like one name, in order; the first and the last are named."""

    words: tuple[Word, ...]

    def parts(self) -> Iterator[tuple[int, int]]:
        """Half-open word ranges of every part that begins and ends with a named word."""
        for first in range(len(self.words)):
            for end in range(first + 1, min(len(self.words), first + MOST_WORDS) + 1):
                if self.words[end - 1].named and (self.words[first].named or _article(self, first)):
                    yield first, end

    def span(self, first: int, end: int) -> Span:
        """The text covered by a word range."""
        return Span(self.words[first].span.start, self.words[end - 1].span.end)


def find_runs(text: str, paragraph: Span) -> Iterator[Run]:
    """The runs of a paragraph. Single joining words ("of", "al") are kept between named ones."""
    held: list[Word] = []
    for word in _words(text, paragraph):
        if held and not _adjacent(text, held[-1], word):
            yield from _closed(held)
            held = []
        if word.named or word.text in _ARTICLES or (held and word.text in _JOINING):
            held.append(word)
        elif held:
            yield from _closed(held)
            held = []
    yield from _closed(held)


def _words(text: str, paragraph: Span) -> Iterator[Word]:
    for found in _WORD.finditer(text, paragraph.start, paragraph.end):
        written = found.group()
        pieces = re.split(r"[-‑]", written)
        named = written[0].isupper() or any(piece[:1].isupper() for piece in pieces[1:])
        yield Word(span=Span(found.start(), found.end()), text=written, named=named)


def _adjacent(text: str, before: Word, after: Word) -> bool:
    between = text[before.span.end : after.span.start]
    return between in {" ", "\u00a0", "\n"} or (between == ". " and before.text in _SHORT)


def _closed(held: list[Word]) -> Iterator[Run]:
    while held and not held[-1].named:
        held = held[:-1]
    while held and not held[0].named and not (held[0].text in _ARTICLES and held[0].text != "the"):
        held = held[1:]
    if any(word.named for word in held):
        yield Run(words=tuple(held))


def _article(run: Run, index: int) -> bool:
    return run.words[index].text in _ARTICLES and run.words[index].text != "the"
