"""Where the states of a relation stand on a line of days, as parts of the drawing's width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.fusion import latest
from secondsource.views import State, TieContext

LEAST_SHARE = 0.6
"""Per cent of the width that a bar has at least, so that one day can be seen."""
_MARGIN = 0.04
_MOST_TICKS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One state: ``x`` and ``width`` in per cent of the drawing's width.

    The first ``doubtful`` per cent are days on which it may have begun. ``open`` where nothing
    says when it ended.
    """

    state: State
    x: float
    width: float
    doubtful: float
    open: bool
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The drawing. ``undated`` are states of which no day is known."""

    bars: tuple[Bar, ...]
    undated: tuple[State, ...]
    ticks: tuple[Tick, ...]
    publications: tuple[float, ...]
    as_of: float | None
    known_by: float | None
    first: date
    last: date


def tie_chart(context: TieContext) -> Chart | None:
    """The drawing of a relation; ``None`` where no day is known of it."""
    if context.first_day is None or context.last_day is None:
        return None
    scale = _Scale.over(context.first_day, context.last_day)
    dated = [state for state in context.states if state.start_by or state.end_by]
    return Chart(
        bars=tuple(_bar(state, scale) for state in dated),
        undated=tuple(state for state in context.states if state not in dated),
        ticks=_ticks(scale),
        publications=tuple(scale.at(day) for day in context.publications),
        as_of=_line(context.as_of, scale),
        known_by=_line(context.known_by, scale),
        first=scale.first,
        last=scale.last,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    first: date
    last: date

    @classmethod
    def over(cls, first: date, last: date) -> _Scale:
        """A scale with a margin on both sides."""
        margin = timedelta(days=max(3, round((last - first).days * _MARGIN)))
        return cls(first=first - margin, last=last + margin)

    def at(self, day: date) -> float:
        """Per cent of the width, 0 to 100."""
        share = (day - self.first).days / (self.last - self.first).days
        return round(100 * min(1.0, max(0.0, share)), 2)


def _bar(state: State, scale: _Scale) -> Bar:
    begins = state.start_from or state.start_by
    surely = state.start_by or begins
    left = scale.at(begins) if begins else 0.0
    right = scale.at(state.end_by) if state.end_by else 100.0
    doubtful = scale.at(surely) - left if surely and begins else 0.0
    width = max(LEAST_SHARE, right - left)
    return Bar(
        state=state,
        x=left,
        width=round(width, 2),
        doubtful=round(min(doubtful, width), 2),
        open=state.end_by is None,
        right=left > 60,
    )


def _line(day: str | None, scale: _Scale) -> float | None:
    asked = latest(day)
    return None if asked is None else scale.at(asked)


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """The first days of years or of months, whichever fit."""
    years = [date(year, 1, 1) for year in range(scale.first.year, scale.last.year + 1)]
    months = [
        date(year.year, month, 1)
        for year in years
        for month in range(1, 13)
        if scale.first <= date(year.year, month, 1) <= scale.last
    ]
    if len(months) <= _MOST_TICKS:
        return tuple(Tick(x=scale.at(day), label=f"{day:%Y-%m}") for day in months)
    step = len(years) // _MOST_TICKS + 1
    shown = [day for day in years[::step] if scale.first <= day]
    return tuple(Tick(x=scale.at(day), label=f"{day:%Y}") for day in shown)
