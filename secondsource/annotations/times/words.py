"""A text as words of kinds, written as one character a word so that rules can be patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.annotations.quantities import numerals
from secondsource.annotations.times import feasts, lexicon
from secondsource.annotations.times.kinds import SYMBOLS, kind_of
from secondsource.text import Span

_SHORT_MONTH = "|".join(sorted(lexicon.SHORT_MONTHS, key=len, reverse=True))
_SHORT_WEEKDAY = "|".join(sorted(lexicon.SHORT_WEEKDAYS, key=len, reverse=True))
_FEAST = "|".join(
    rf"(?i:{re.escape(name)})".replace("'", "['’]")
    for name in sorted(feasts.NAMES, key=len, reverse=True)
)

_TOKEN = re.compile(
    rf"""
    (?P<ISO>\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)
      | (?<![\d/])\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\d/])
      | (?<![\d/])\d{{4}}/\d\d/\d\d(?![\d/])
      | (?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d(?![\d.])
      | (?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))
    | (?P<DECADE>(?:1[5-9]|20)\d0['’]?s\b | ['’]?\d0s\b)
    | (?P<CLOCK>\d{{1,2}}:\d\d(?::\d\d)?(?!\d) | \d{{1,2}}\.\d\d(?=\s?[ap]\.?m\b))
    | (?P<FEAST>(?<!\w)(?:{_FEAST})\b(?!/))
    | (?P<ORDINAL>\d{{1,2}}(?:st|nd|rd|th)\b | (?<!\w)(?i:{numerals.ORDINAL})\b)
    | (?P<SHORTYEAR>(?<!\w)['’]\d\d(?!\w))
    | (?P<FRACTION>\d+\s\d/\d\b)
    | (?P<FIGURE>{numerals.FIGURE})
    | (?P<NUMERAL>(?<!\w)(?i:{numerals.CARDINAL})\b)
    | (?P<MONTH>(?<![A-Za-z])(?i:{_SHORT_MONTH})(?:\.(?=\s|,|\d|$)|(?=,?\s?['’]?\d))
      | (?<=\d[\s-])(?i:{_SHORT_MONTH})\b)
    | (?P<WEEKDAY>(?<![A-Za-z])(?i:{_SHORT_WEEKDAY})\.?(?=,?\s(?:\d|(?i:{_SHORT_MONTH}))))
    | (?P<MERIDIEM>(?<![A-Za-z])[ap]\.m\b\.?)
    | (?P<OCLOCK>o['’]clock\b)
    | (?P<WORD>['’]s\b | [^\W\d_]+)
    | (?P<MARK>\S)
    """,
    re.VERBOSE,
)

# Most words can only be plain; those that cannot are known by their first letters.
_ROUGH = re.compile(r"[^\W\d_]+|\S")
_OPENERS = frozenset(
    re.split(r"[\s'-]", name)[0]
    for name in (
        *feasts.NAMES,
        *numerals.SMALL,
        *numerals.ORDINALS,
        *numerals.SCALES,
        *lexicon.SHORT_MONTHS,
        *lexicon.SHORT_WEEKDAYS,
        *("hundred", "dozen", "a", "p", "o"),
    )
)

_AHEAD = 6  # characters enough to see a digit after a month


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its kind; ``number`` is the value of a cardinal, ordinal or year."""

    text: str
    span: Span
    kind: str
    number: float | None = None

    @property
    def lower(self) -> str:
        """The words in lower case, without an abbreviation's full stop."""
        return self.text.lower().rstrip(".")


def split(text: str, within: Span) -> tuple[Word, ...]:
    """The words of a stretch of ``text``, with offsets into ``text``."""
    rows: list[Word] = []
    previous = ""
    for group, span in _tokens(text, within):
        words = span.of(text)
        ahead = text[span.end : span.end + _AHEAD]
        kind, number = kind_of(group, words, previous, ahead)
        rows.append(Word(words, span, kind, number))
        previous = words
    return tuple(rows)


def _tokens(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """The name of the part of ``_TOKEN`` that fits, and where."""
    position = within.start
    for rough in _ROUGH.finditer(text, within.start, within.end):
        start, end = rough.span()
        if start < position:
            continue
        words = rough[0]
        if words.isalpha() and words.lower() not in _OPENERS:
            yield "WORD", Span(start, end)
            continue
        found = _TOKEN.match(text, start, within.end)
        if found is not None:
            position = found.end()
            yield found.lastgroup or "MARK", Span(start, position)


def symbols(words: tuple[Word, ...]) -> str:
    """One character a word, by its kind."""
    return "".join([SYMBOLS[word.kind] for word in words])
