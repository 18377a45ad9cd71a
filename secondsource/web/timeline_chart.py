"""Where lanes, events and states stand on a line of time: per cent across, pixels down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.fusion import earliest, latest
from secondsource.views import Bin, Lane, Mark, TieLine, TimelineContext
from secondsource.web.day_scale import DayScale, Tick, ticks_of

HEAD, TIE, ROW, COLUMNS, GAP, FOOT = 26, 26, 15, 46, 12, 26
"""Heights: a lane's head, a state, a row of events, one of counts, between lanes, the axis."""
SHORT = 1.2
"""Per cent of the width below which a stretch of days is drawn as one sign."""
_APART = 1.6
_MOST_ROWS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class TieBar:
    """One state. The first ``doubtful`` per cent are days on which it may have begun."""

    tie: TieLine
    x: float
    width: float
    y: int
    doubtful: float
    open: bool
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One event, within the days that its time may mean; ``short`` ones are one sign."""

    mark: Mark
    x: float
    width: float
    y: int
    short: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Events counted; ``height`` in pixels, of which ``disputed`` are those that a claim denies."""

    bin: Bin
    x: float
    width: float
    y: float
    height: float
    disputed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneChart:
    """One lane from ``y`` down."""

    lane: Lane
    y: int
    height: int
    bars: tuple[TieBar, ...]
    signs: tuple[Sign, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineChart:
    """The drawing."""

    lanes: tuple[LaneChart, ...]
    ticks: tuple[Tick, ...]
    height: int
    known_by: float | None


def timeline_chart(context: TimelineContext) -> TimelineChart | None:
    """The drawing of a timeline; ``None`` where no day is known."""
    if context.first_day is None or context.last_day is None:
        return None
    scale = DayScale.over(context.first_day, context.last_day)
    tallest = max((one.events for lane in context.lanes for one in lane.bins), default=1)
    lanes: list[LaneChart] = []
    y = 0
    for lane in context.lanes:
        lanes.append(_lane(lane, scale, y, tallest))
        y += lanes[-1].height + GAP
    known_by = context.known_by
    return TimelineChart(
        lanes=tuple(lanes),
        ticks=ticks_of(scale),
        height=y + FOOT,
        known_by=None if known_by is None else scale.at(known_by),
    )


def _lane(lane: Lane, scale: DayScale, y: int, tallest: int) -> LaneChart:
    top = y + HEAD
    bars = tuple(_bar(tie, scale, top + number * TIE) for number, tie in enumerate(lane.ties))
    top += len(bars) * TIE
    signs = _signs(lane.marks, scale, top)
    rows = 1 + max((sign.y - top for sign in signs), default=-ROW) // ROW
    columns = tuple(_column(one, scale, top, tallest) for one in lane.bins)
    height = top + rows * ROW + (COLUMNS if columns else 0) - y
    return LaneChart(lane=lane, y=y, height=height, bars=bars, signs=signs, columns=columns)


def _bar(tie: TieLine, scale: DayScale, y: int) -> TieBar:
    begun, surely = earliest(tie.start), latest(tie.start)
    left = scale.at(begun or surely or scale.first)
    right = scale.at(tie.end_day) if tie.end_day else 100.0
    width = max(SHORT, right - left)
    doubtful = scale.at(surely) - left if surely else 0.0
    return TieBar(
        tie=tie,
        x=left,
        width=round(width, 2),
        y=y,
        doubtful=round(min(doubtful, width), 2),
        open=tie.end_day is None,
        right=left > 55,
    )


def _signs(marks: Sequence[Mark], scale: DayScale, top: int) -> tuple[Sign, ...]:
    """Each in the first row where nothing is in its way."""
    ends: list[float] = []
    signs: list[Sign] = []
    for mark in sorted(marks, key=_began):
        x, width = _extent(mark, scale)
        free = (number for number, end in enumerate(ends) if end + _APART <= x)
        row = next(free, len(ends) if len(ends) < _MOST_ROWS else ends.index(min(ends)))
        ends[row : row + 1] = [x + width]
        short = width <= SHORT
        place = round(x + width / 2, 2) if short else x
        signs.append(Sign(mark=mark, x=place, width=width, y=top + row * ROW, short=short))
    return tuple(signs)


def _extent(mark: Mark, scale: DayScale) -> tuple[float, float]:
    left = scale.at(mark.first_day) if mark.first_day else 0.0
    right = scale.at(mark.last_day) if mark.last_day else 100.0
    return left, round(right - left, 2)


def _began(mark: Mark) -> tuple[date, date, str]:
    return mark.first_day or date.min, mark.last_day or date.max, mark.id


def _column(one: Bin, scale: DayScale, top: int, tallest: int) -> Column:
    left = scale.at(one.first_day)
    room = COLUMNS - 4
    height = max(3.0, room * one.events / tallest)
    return Column(
        bin=one,
        x=left,
        width=round(max(0.5, scale.at(one.last_day) - left), 2),
        y=round(top + room - height, 1),
        height=round(height, 1),
        disputed=round(height * one.disputed / one.events, 1),
    )
