"""The kinds of words that rules ask for, and which kind a word is."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from secondsource.annotations.quantities import numerals
from secondsource.annotations.times import lexicon

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
    "PERIOD": "period",
    "BETWEEN": "between",
    "TIME": "time",
    "GOOD": "good",
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
_MARKS |= {"/": "SLASH", "'": "QUOTE", "’": "QUOTE"}
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
    "LASTING": lexicon.LASTING,
}
_KIND_OF = {word: kind for kind, words in _TABLES.items() for word in words} | {
    word: kind for kind, words in _PLAIN.items() for word in words.split()
}
_NUMERIC = ("FEAST", "ISO", "CLOCK", "ORDINAL", "SHORTYEAR", "FRACTION", "FIGURE", "YEAR", "DAYNUM")
KINDS = tuple(dict.fromkeys((*_KIND_OF.values(), *_NUMERIC, "NUMERAL", "OCLOCK", *_MARKS.values())))
SYMBOLS = {kind: chr(0x100 + number) for number, kind in enumerate((*KINDS, "OTHER"))}
"""One character for each kind of word."""

_CAPITALISED_ONLY = frozenset(("may", "march"))
_BEFORE_MONTH = frozenset(
    "in since until till by from last this next of early late mid each every and to through".split()
)


def kind_of(group: str, words: str, previous: str, following: str) -> tuple[str, float | None]:
    """The kind and, for a number, the value of a token between its neighbours.

    ``group`` is the part of the token pattern that fits, ``following`` the next few characters.
    """
    if group == "WORD":
        return _word_kind(words, previous, following), None
    if group == "MARK":
        return _MARKS.get(words, "OTHER"), None
    if group in ("MONTH", "WEEKDAY", "FEAST"):
        return ("OTHER" if words[0].islower() else group), None
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
