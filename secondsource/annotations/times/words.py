"""A text as words of kinds, written as one character a word so that rules can be patterns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from secondsource.annotations.quantities import numerals
from secondsource.annotations.times import feasts, lexicon
from secondsource.text import Span

_SHORT_MONTH = "|".join(sorted(lexicon.SHORT_MONTHS, key=len, reverse=True))
_SHORT_WEEKDAY = "|".join(sorted(lexicon.SHORT_WEEKDAYS, key=len, reverse=True))
_FEAST = "|".join(
    rf"(?i:{re.escape(name)})" for name in sorted(feasts.NAMES, key=len, reverse=True)
)

_TOKEN = re.compile(
    rf"""
    (?P<ISO>\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)
      | (?<![\d/])\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\d/])
      | (?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d(?![\d.])
      | (?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))
    | (?P<DECADE>(?:1[5-9]|20)\d0['’]?s\b | ['’]?\d0s\b)
    | (?P<CLOCK>\d{{1,2}}:\d\d(?::\d\d)?(?!\d) | \d{{1,2}}\.\d\d(?=\s?[ap]\.?m\b))
    | (?P<FEAST>(?<!\w)(?:{_FEAST})\b)
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

_PLAIN = {
    "THE": "the",
    "A": "a an",
    "THIS": "this these",
    "THAT": "that those",
    "LAST": "last past previous preceding",
    "NEXT": "next coming following upcoming forthcoming",
    "SAME": "same",
    "EACH": "every each",
    "AGO": "ago",
    "EARLIER": "earlier",
    "LATER": "later afterwards afterward",
    "BEFORE": "before",
    "AFTER": "after",
    "ENDED": "ended ending",
    "CURRENT": "current",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "EDGE": "beginning start onset middle end close",
    "OF": "of",
    "IN": "in during for within throughout",
    "ON": "on at by since until till from through via",
    "TO": "to",
    "AND": "and",
    "OR": "or",
    "FEW": "few several many numerous",
    "COUPLE": "couple",
    "HALF": "half",
    "QUARTER": "quarter quarters",
    "WEEKEND": "weekend weekends",
    "MORE": "more",
    "FURTHER": "other another additional further extra",
    "LESS": "less fewer",
    "THAN": "than",
    "NO": "no not",
    "LEAST": "least most",
    "UP": "up",
    "SO": "so longer",
    "AS": "as",
    "LATEST": "latest",
    "ABOUT": "about nearly almost roughly approximately around over under some",
    "OLD": "old",
    "LONG": "long",
    "FISCAL": "fiscal financial",
    "WHOLE": "entire whole full",
    "TIMES": "once twice times",
    "TONIGHT": "tonight",
    "OVERNIGHT": "overnight",
    "RECENT": "recent",
    "MERIDIEM": "am pm",
    "ZONE": "gmt utc bst est edt cst cdt pst pdt cet cest eet eest msk local",
    "HOURS": "hours",
    "POSSESSIVE": "'s ’s",
}
_MARKS = {",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", ".": "STOP", ";": "STOP"}
_TABLES = {
    "MONTH": lexicon.MONTHS,
    "WEEKDAY": lexicon.WEEKDAYS,
    "WEEKDAYS": [f"{name}s" for name in lexicon.WEEKDAYS],
    "UNIT": lexicon.UNITS,
    "UNITS": lexicon.PLURAL_UNITS | lexicon.SHORT_UNITS,
    "PART": lexicon.PARTS_OF_DAY,
    "PARTS": [f"{name}s" for name in lexicon.PARTS_OF_DAY],
    "POINT": lexicon.POINTS_OF_DAY,
    "SEASON": lexicon.SEASONS,
    "DECADE": lexicon.DECADES,
    "DEIXIS": lexicon.DAYS_FROM_TODAY,
    "REFERENCE": lexicon.REFERENCES,
    "ADVERB": lexicon.SETS,
}
_KIND_OF = {word: kind for kind, words in _TABLES.items() for word in words} | {
    word: kind for kind, words in _PLAIN.items() for word in words.split()
}
_NUMERIC = ("FEAST", "ISO", "CLOCK", "ORDINAL", "SHORTYEAR", "FRACTION", "FIGURE", "YEAR", "DAYNUM")
KINDS = tuple(dict.fromkeys((*_KIND_OF.values(), *_NUMERIC, "NUMERAL", "OCLOCK", *_MARKS.values())))
SYMBOLS = {kind: chr(0x100 + number) for number, kind in enumerate((*KINDS, "OTHER"))}
"""One character for each kind of word."""

_AHEAD = 6  # characters enough to see a digit after a month
_CAPITALISED_ONLY = frozenset(("may", "march"))
_BEFORE_MONTH = frozenset(
    "in since until till by from last this next of early late mid each every and to through".split()
)


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
    for found in _TOKEN.finditer(text, within.start, within.end):
        words = found[0]
        kind, number = _kind(found.lastgroup or "MARK", words, previous, text[found.end() : found.end() + _AHEAD])
        rows.append(Word(words, Span(found.start(), found.end()), kind, number))
        previous = words
    return tuple(rows)


def symbols(words: tuple[Word, ...]) -> str:
    """One character a word, by its kind."""
    return "".join([SYMBOLS[word.kind] for word in words])


def _kind(group: str, words: str, previous: str, following: str) -> tuple[str, float | None]:
    if group == "WORD":
        return _word_kind(words, previous, following), None
    if group == "MARK":
        return _MARKS.get(words, "OTHER"), None
    if group in ("MONTH", "WEEKDAY", "FEAST"):
        return (group if words[0].isupper() else "OTHER"), None
    read = _NUMBERS.get(group)
    return (group, None) if read is None else read(words)


def _word_kind(words: str, previous: str, following: str) -> str:
    lower = words.lower()
    kind = _KIND_OF.get(lower, "OTHER")
    if lower in _CAPITALISED_ONLY:
        sure = following.lstrip(" ,")[:1].isdigit() or previous[-1:].isdigit()
        sure = sure or previous.lower() in _BEFORE_MONTH
        plain = words.istitle() and previous not in ("", ".", '"', "“", "”", "?", "!")
        return kind if words[0].isupper() and (sure or plain) else "OTHER"
    return kind if kind not in ("MONTH", "WEEKDAY") or words[0].isupper() else "OTHER"


@lru_cache(maxsize=4096)
def _figure_kind(words: str) -> tuple[str, float | None]:
    value = numerals.figure(words)
    if words.isdigit() and len(words) == 4 and 1000 <= int(words) <= 2100:
        return "YEAR", value
    return ("DAYNUM" if words.isdigit() and len(words) < 3 else "FIGURE"), value


@lru_cache(maxsize=4096)
def _numeral_kind(words: str) -> tuple[str, float | None]:
    year = numerals.year_in_words(words)
    value = numerals.cardinal(words)
    if year is not None and value is None:
        return "YEAR", year
    return ("NUMERAL", value) if value is not None else ("OTHER", None)


def _ordinal_kind(words: str) -> tuple[str, float | None]:
    return "ORDINAL", numerals.ordinal(words)


def _fraction_kind(words: str) -> tuple[str, float | None]:
    whole, parts = words.split()
    above, below = parts.split("/")
    return "FRACTION", int(whole) + int(above) / (int(below) or 1)


_NUMBERS: dict[str, Callable[[str], tuple[str, float | None]]] = {
    "FIGURE": _figure_kind,
    "NUMERAL": _numeral_kind,
    "ORDINAL": _ordinal_kind,
    "FRACTION": _fraction_kind,
}
