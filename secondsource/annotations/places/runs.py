"""Runs of capitalised words: where names can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.annotations.places.tables import demonyms
from secondsource.text import Span

MOST_WORDS = 5
"""The longest place name looked up, in words."""

_JOINING = frozenset({"of", "de", "del", "la", "le", "les", "di", "da", "do", "dos", "on", "upon"})
_ARTICLES = frozenset(
    {"al", "el", "as", "ar", "ad", "an", "ash", "at", "az", "ez", "es", "the", "bin"}
)
_ACRONYM = 4
_SHORT = frozenset({"St", "Ste", "Mt", "Ft", "Pt"})
_TAIL = r"(?:[\w‘ʿʾʻ]|[-‑](?=\w)|[’'](?!s\b)(?=\w))*"
_WORD = re.compile(
    r"(?<!\w)(?:"
    r"(?:[A-Z]\.){2,}(?:[A-Z][^\W\d_]{0,2}\.)?"  # U.S., D.C., N.Y.
    r"|[A-Z]\.[A-Z][a-z]\."  # W.Va.
    rf"|[^\W\d_a-zß-öø-ÿ]{_TAIL}"
    rf"|(?:{'|'.join(sorted(_ARTICLES | _JOINING, key=len, reverse=True))})(?:[-‑]{_TAIL}|(?!\w))"
    r")"
)
"""Words that can stand in a name: capitalised (or without case), and joining words."""


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
        """Half-open word ranges of every part that begins and ends like a name."""
        for first in range(len(self.words)):
            for end in range(first + 1, min(len(self.words), first + MOST_WORDS) + 1):
                if self.words[end - 1].named and _may_begin(self.words[first]):
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
        start = found.start()
        for piece in _pieces(found.group()):
            named = piece[0].isupper() or any(p[:1].isupper() for p in piece.split("-")[1:])
            yield Word(span=Span(start, start + len(piece)), text=piece, named=named)
            start += len(piece) + 1


def _pieces(written: str) -> list[str]:
    """Compounds apart ("US-led", "Turkish-Syrian"), names with a hyphen whole ("Al-Bukamal")."""
    first, hyphen, rest = written.replace("‑", "-").partition("-")
    if not hyphen or first.lower() in _ARTICLES:
        return [written]
    if rest[:1].islower() and rest.partition("-")[0] not in _JOINING | _ARTICLES:
        return [first, *_pieces(rest)]
    if first in demonyms() or (first.isupper() and len(first) <= _ACRONYM):
        return [first, *_pieces(rest)]
    return [written]


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


def _may_begin(word: Word) -> bool:
    if word.named:
        return word.text not in {"The", "THE"}
    return word.text in _ARTICLES and word.text != "the"
