"""Rules as patterns over kinds of words.

A rule is written with the names of kinds (``MONTH DAYNUM COMMA? YEAR?``) and compiled to a
regular expression over one character a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import lexicon
from secondsource.annotations.times.context import Context
from secondsource.annotations.times.kinds import SYMBOLS
from secondsource.annotations.times.periods import Period
from secondsource.annotations.times.words import Word

_MACROS = {
    "NUM": "(?:NUMERAL|DAYNUM|FIGURE|YEAR|FRACTION)",
    "DAYNO": "(?:DAYNUM|ORDINAL)",
    "ANYUNIT": "(?:UNIT|UNITS|HOURS|QUARTER)",
}
_MODIFYING = frozenset(("DASH", "MID", "EARLY", "LATE", "THE", "EDGE", "OF"))
_NAME = re.compile(r"(?<![A-Z])[A-Z]+(?![A-Z<])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a rule makes of an expression.

    ``period`` is the stretch of the calendar meant, from which later expressions count; ``clock``
    is the part of a value that follows the day (``T04:00``, ``TMO``) where the words give no day
    themselves.
    """

    type: TimeType
    value: str
    modifier: str | None = None
    edtf: str | None = None
    period: Period | None = None
    clock: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match over the words of a paragraph."""

    match: re.Match[str]
    words: tuple[Word, ...]

    def __getitem__(self, name: str) -> Word:
        """The first word of a named part.

        Raises:
            KeyError: if the part is absent.
        """
        word = self.get(name)
        if word is None:
            raise KeyError(name)
        return word

    def get(self, name: str) -> Word | None:
        """The first word of a named part, or ``None`` where the part is absent."""
        if name not in self.match.re.groupindex:
            return None
        at = self.match.start(name)
        return self.words[at] if at >= 0 else None

    @property
    def before(self) -> str:
        """The word before the match in lower case, ``""`` at the start of a paragraph."""
        at = self.match.start()
        return self.words[at - 1].lower if at else ""

    @property
    def before_text(self) -> str:
        """The word before the match as it is written."""
        at = self.match.start()
        return self.words[at - 1].text if at else ""

    @property
    def governor(self) -> str:
        """The word before the match and what modifies it: "until" of "until late next year"."""
        at = self.match.start()
        while at and self.words[at - 1].kind in _MODIFYING:
            at -= 1
        return self.words[at - 1].lower if at else ""

    @property
    def after(self) -> str:
        """The word after the match in lower case, ``""`` at the end of a paragraph."""
        at = self.match.end()
        return self.words[at].lower if at < len(self.words) else ""


NO_TIME = Reading(type=TimeType.DATE, value="", why="the words only look like a time")
"""What a reader gives for words of which no part is to be read by another rule."""

Reader = Callable[[Found, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern with its reader; without one, the words only look like a time."""

    name: str
    pattern: re.Pattern[str]
    read: Reader | None


def rule(name: str, pattern: str, read: Reader | None) -> Rule:
    """Compile a rule written with names of kinds."""
    return Rule(name, compiled(pattern), read)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of kinds as a regular expression over `words.symbols`."""
    for _ in range(2):
        pattern = _NAME.sub(lambda found: _MACROS.get(found[0], found[0]), pattern)
    pattern = _NAME.sub(lambda found: SYMBOLS[found[0]], pattern)
    return re.compile(pattern.replace(" ", ""))


_BEFORE = compiled(
    "(?:(?P<by>NO? MORE THAN|LESS THAN|ON LEAST|UP TO|ABOUT|THE? EDGE OF)"
    "|(?P<part>EARLY|LATE|MID|EARLIER|LATER) (?:IN|ON|DASH)?) THE? $"
)
_AFTER = compiled("OR (?:SO|MORE|LESS|LATER)")
_MEASURED = frozenset(("A", "HALF", "COUPLE", "MONTH", "CLOCK", "POINT", "ISO", "DECADE"))
_TRAILING = {"so": "APPROX", "more": "EQUAL_OR_MORE", "longer": "EQUAL_OR_MORE"}
_TRAILING |= {"less": "EQUAL_OR_LESS", "fewer": "EQUAL_OR_LESS", "later": "ON_OR_AFTER"}


def modified(
    line: str, words: tuple[Word, ...], start: int, end: int
) -> tuple[int, int, str | None]:
    """The word range with the modifiers around it ("early next year"), and TIMEX3's ``mod``."""
    modifier = None
    if (found := _AFTER.match(line, end)) is not None:
        modifier, end = _TRAILING.get(words[found.end() - 1].lower), found.end()
    found = _BEFORE.search(line[max(0, start - 5) : start])
    if found is None:
        return start, end, modifier
    group = "by" if found["by"] else "part"
    first = max(0, start - 5) + found.start(group)
    last = max(0, start - 5) + found.end(group)
    phrase = " ".join(word.lower for word in words[first:last])
    before = _modifier(phrase)
    measured = words[start].number is not None or words[start].kind in _MEASURED
    if before is None or (group == "by" and words[last - 1].kind != "OF" and not measured):
        return start, end, modifier
    return first, end, before


def _modifier(phrase: str) -> str | None:
    known = lexicon.MODIFIERS.get(phrase)
    if known is not None:
        return known
    edge = phrase.removeprefix("the ").removesuffix(" of")
    return lexicon.MODIFIERS.get(edge)
