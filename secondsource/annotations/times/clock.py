"""Rules for the time of day, with or without the day."""

from __future__ import annotations

import re

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import lexicon
from secondsource.annotations.times.context import Context, Tense
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Period, Unit
from secondsource.annotations.times.relative import weekday
from secondsource.annotations.times.words import Word

_UNDATED = "XXXX-XX-XX"
_PARTS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?")


def at(day: str | None, period: Period | None, clock: str, why: str) -> Reading:
    """A TIME of a day given as a value, or of no known day."""
    value = (day or _UNDATED) + clock
    return Reading(type=TimeType.TIME, value=value, period=period, clock=clock, why=why)


def _told(context: Context, clock: str) -> Reading:
    """A time of the day last named in the text, else of the day of publication."""
    if context.last_day is not None:
        last = context.last if context.last and context.last.unit is Unit.DAY else None
        return at(context.last_day, last, clock, "on the last day named in the text")
    now = context.now(Unit.DAY)
    return at(now.value if now else None, now, clock, "on the day of publication")


def _clock(found: Found, context: Context) -> Reading | None:
    meridiem, zone = found.get("meridiem"), found.get("zone")
    clock = _hour(found["clock"], meridiem, zone)
    return _told(context, clock) if clock else None


def _hour(word: Word, meridiem: Word | None, zone: Word | None) -> str | None:
    text = word.text
    if word.kind == "CLOCK" or word.text.isdigit():
        if len(text) == 4 and text.isdigit():
            text = f"{text[:2]}:{text[2:]}"
        parts = _PARTS.fullmatch(text)
        if parts is None:
            return None
        hour, minute = int(parts[1]), parts[2] or "00"
    else:
        hour, minute = int(word.number or 0), "00"
    if meridiem is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if meridiem.lower.startswith("p") else 0)
    if hour > 24 or int(minute) > 59:
        return None
    suffix = "Z" if zone is not None and zone.lower in ("gmt", "utc") else ""
    return f"T{hour:02}:{minute}{suffix}"


def _hour_in_part(found: Found, context: Context) -> Reading | None:
    """ "4 in the morning", "9 o'clock at night"."""
    part = lexicon.PARTS_OF_DAY[found["part"].lower]
    number = found["clock"].number
    if number is None or not 1 <= number <= 12 or number % 1:
        return None
    late = part in ("TAF", "TEV") or (part == "TNI" and number > 5)
    return _told(context, f"T{int(number) % 12 + 12 * late:02}:00")


def _point(found: Found, context: Context) -> Reading:
    return _told(context, lexicon.POINTS_OF_DAY[found["point"].lower])


def _part(found: Found, context: Context) -> Reading | None:
    """ "the morning"; "good evening" is a greeting, "$55 a night" a rate."""
    if found.before in ("good", "a", "per"):
        return None
    return _told(context, lexicon.PARTS_OF_DAY[found["part"].lower])


def _early_hours(_found: Found, context: Context) -> Reading:
    return _told(context, "TMO")


def _military(found: Found, context: Context) -> Reading | None:
    """ "0600 hrs", "at 1430 hours"; "2000 hours" may be a length, so it needs "at" or the like."""
    text = found["clock"].text
    plain = text.startswith("0") or found.before in ("at", "by", "until", "around", "from", "since")
    return _clock(found, context) if len(text) == 4 and plain else None


def _night_between(found: Found, context: Context) -> Reading | None:
    """ "the night between Thursday and Friday", "overnight from Monday to Tuesday"."""
    first, second = (weekday(found[name], context) for name in ("first", "second"))
    if first is None or second is None or first.shift(1) != second:
        return None
    return _night(first, second, "the night between two days")


def _night_of_weekday(found: Found, context: Context) -> Reading | None:
    """ "overnight Thursday"."""
    first = weekday(found["first"], context)
    return at(first.value, first, "TNI", "the night of a known day") if first else None


def _night(first: Period, second: Period, why: str) -> Reading:
    return Reading(
        type=TimeType.TIME,
        value=f"{first.value}TNI",
        edtf=f"{first.value}/{second.value}",
        period=first,
        why=why,
    )


def _this_part(found: Found, context: Context) -> Reading | None:
    """ "this morning", "last night", "the next morning"."""
    clock = lexicon.PARTS_OF_DAY[found["part"].lower]
    which = found["which"]
    by = {"LAST": -1, "NEXT": 1}.get(which.kind, 0)
    told = which.kind in ("THAT", "SAME") or which.kind == "NEXT"
    base = context.then(Unit.DAY) if told else context.now(Unit.DAY)
    shifted = base.shift(by) if base else None
    return at(shifted.value if shifted else None, shifted, clock, "counted from a known day")


def _tonight(_found: Found, context: Context) -> Reading:
    now = context.now(Unit.DAY)
    return at(now.value if now else None, now, "TNI", "the day of publication")


def _overnight(found: Found, context: Context) -> Reading:
    """The night before publication, or the one after it where the verb lies in the future."""
    now = context.now(Unit.DAY)
    if now is None:
        return at(None, None, "TNI", "nothing to count from")
    future = context.tense_at(found["night"].span) is Tense.FUTURE
    first = now if future else now.shift(-1) or now
    why = "the night next to the publication date, by the tense"
    return _night(first, first.shift(1) or first, why)


_ZONE = "(?:(?P<zone>ZONE) TIME?)"
_NIGHT = "(?:OVERNIGHT | THE? (?P<part>PART))"

RULES: tuple[Rule, ...] = (
    rule("clock", f"(?P<clock>CLOCK) (?P<meridiem>MERIDIEM)? {_ZONE}?", _clock),
    rule("hour", f"(?P<clock>DAYNUM|NUMERAL) (?P<meridiem>MERIDIEM) {_ZONE}?", _clock),
    rule("hour and zone", f"(?P<clock>FIGURE|YEAR) HOURS? {_ZONE}", _clock),
    rule("military", "(?P<clock>FIGURE|YEAR) (?:HOURS|UNITS)", _military),
    rule(
        "hour in a part",
        "(?P<clock>DAYNUM|NUMERAL) OCLOCK? (?:IN THE|ON) (?P<part>PART)",
        _hour_in_part,
    ),
    rule("point of the day", "(?P<point>POINT)", _point),
    rule("part of the day", "THE? (?P<part>PART)", _part),
    rule("early hours", "THE? EARLY (?:HOURS | PART HOURS)", _early_hours),
    rule(
        "night between",
        f"{_NIGHT} (?:OF|BETWEEN|ON)? (?P<first>WEEKDAY) (?:AND|TO|DASH|ON) (?P<second>WEEKDAY)",
        _night_between,
    ),
    rule("night of a weekday", "OVERNIGHT (?:ON|IN)? (?P<first>WEEKDAY)", _night_of_weekday),
    rule("that part", "THE? (?P<which>THIS|LAST|NEXT|SAME|THAT) (?P<part>PART)", _this_part),
    rule("tonight", "(?P<night>TONIGHT)", _tonight),
    rule("overnight", "(?P<night>OVERNIGHT)", _overnight),
)
