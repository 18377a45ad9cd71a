"""What a relative expression is counted from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from secondsource.annotations.times.periods import Period, Unit, day, month, year_of
from secondsource.text import Span

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?")


class Tense(Enum):
    """The time that a clause's verb points to."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The publication date, the last date of the text before an expression, and the tense around.

    ``last_day`` is the last day named as a value, which may be of an unknown year
    (``XXXX-11-02``); ``last`` is the last period that is fixed on the calendar. ``tag_at`` gives
    the Penn Treebank tag of the first word at a span, ``described_at`` the noun that follows and
    that the words there describe, as lemma and tag, ``("", "")`` where there is none.
    """

    published: Period | None
    last: Period | None
    last_day: str | None
    tense_at: Callable[[Span], Tense]
    tag_at: Callable[[Span], str]
    described_at: Callable[[Span], tuple[str, str]]

    def now(self, unit: Unit) -> Period | None:
        """The ``unit`` that holds the publication date, where that is known so finely."""
        return self.published.widen(unit) if self.published else None

    def then(self, unit: Unit) -> Period | None:
        """The ``unit`` that holds the last date of the text, else the publication date."""
        wide = self.last.widen(unit) if self.last else None
        return wide or self.now(unit)


# Counting from these years would leave the calendar.
_AT_THE_EDGE = frozenset({"0000", "0001", "9999"})


def published_period(edtf: str | None) -> Period | None:
    """The day, month or year of publication; ``None`` where it is absent or not a plain date."""
    found = _PUBLISHED.fullmatch(edtf or "")
    if found is None or found[1] in _AT_THE_EDGE:
        return None
    if found[3]:
        return day(int(found[1]), int(found[2]), int(found[3]))
    return month(int(found[1]), int(found[2])) if found[2] else year_of(int(found[1]))
