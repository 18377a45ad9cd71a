"""Where the states of a relation stand on a line of days, as parts of the drawing's width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from secondsource.fusion import latest
from secondsource.views import State, TieContext
from secondsource.web.day_scale import DayScale, Tick, ticks_of

LEAST_SHARE = 0.6
"""Per cent of the width that a bar has at least, so that one day can be seen."""


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
    scale = DayScale.over(context.first_day, context.last_day)
    dated = [state for state in context.states if state.start_by or state.end_by]
    return Chart(
        bars=tuple(_bar(state, scale) for state in dated),
        undated=tuple(state for state in context.states if state not in dated),
        ticks=ticks_of(scale),
        publications=tuple(scale.at(day) for day in context.publications),
        as_of=_line(context.as_of, scale),
        known_by=_line(context.known_by, scale),
        first=scale.first,
        last=scale.last,
    )


def _bar(state: State, scale: DayScale) -> Bar:
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


def _line(day: str | None, scale: DayScale) -> float | None:
    asked = latest(day)
    return None if asked is None else scale.at(asked)
