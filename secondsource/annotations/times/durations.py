"""Rules for lengths of time and for what recurs."""

from __future__ import annotations

from dataclasses import replace

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import lexicon
from secondsource.annotations.times.context import Context
from secondsource.annotations.times.counting import unit_of
from secondsource.annotations.times.grammar import NO_TIME, Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Unit
from secondsource.annotations.times.pinning import month_number, weekday_number

_LENGTH = "a length of time"
_RECURS = "a recurring time"


_DATED = frozenset((Unit.DAY, Unit.MONTH, Unit.YEAR))
_VAGUE = {Unit.DECADE: "E", Unit.CENTURY: "C"}
_HALF = {Unit.YEAR: "P6M", Unit.HOUR: "PT30M", Unit.DAY: "PT12H"}
_AND_A_HALF = {Unit.YEAR: "6M", Unit.HOUR: "30M", Unit.MINUTE: "30S", Unit.DAY: "T12H"}


def length(number: float | None, unit: Unit) -> str:
    """The TIMEX3 value of so many units: ``P2W``, ``PT4H``, ``P2Y6M``, ``PXD`` for no number."""
    start = "PT" if unit.of_clock else "P"
    if number is None:
        return f"{start}X{_VAGUE.get(unit, unit.letter)}"
    number *= unit.count
    if number == 0.5 and unit in _HALF:
        return _HALF[unit]
    if number % 1 == 0.5 and unit in _AND_A_HALF:
        return f"{start}{int(number)}{unit.letter}{_AND_A_HALF[unit]}"
    return f"{start}{_plain(number)}{unit.letter}"


def _plain(number: float) -> str:
    return f"{number:.0f}" if number % 1 == 0 else f"{number:.10g}"


def _lasting(value: str) -> Reading:
    return Reading(type=TimeType.DURATION, value=value, why=_LENGTH)


def _counted(found: Found, _context: Context) -> Reading | None:
    number = found["number"]
    unit = unit_of(found["unit"])
    if number.kind == "YEAR" and unit is not Unit.YEAR:
        return None
    if unit is Unit.QUARTER and found.after == "of" and number.number in (1, 3):
        return None
    amount = {"A": 1.0, "COUPLE": 2.0, "FEW": None}.get(number.kind, number.number)
    if number.kind == "HALF":
        amount = 0.5
    elif found.get("half") is not None and amount is not None:
        amount += 0.5
    bare = found.match.start("unit") == found.match.start("number") + 1
    if bare and number.lower == "an" and found["unit"].lower not in ("hour", "hr"):
        return None
    return _lasting(length(amount, unit))


def _stretch(found: Found, context: Context) -> Reading | None:
    """ "the past two months": a length that ends (or begins) at the publication date."""
    reading = _counted(found, context)
    number, unit = found["number"].number, unit_of(found["unit"])
    by = {"LAST": -1, "NEXT": 1}.get(found["which"].kind)
    now = context.now(Unit.DAY if unit is Unit.WEEK else unit)
    if reading is None or number is None or by is None or now is None or number % 1:
        return reading
    other = now.shift(by * int(number) * (7 if unit is Unit.WEEK else unit.count))
    if other is None or now.unit not in _DATED:
        return reading
    first, last = sorted((now, other), key=lambda period: period.first)
    return replace(reading, edtf=f"{first.value}/{last.value}")


def _between(found: Found, _context: Context) -> Reading:
    """ "two to three weeks": at least the first."""
    lasting = _lasting(length(found["number"].number, unit_of(found["unit"])))
    return replace(lasting, modifier="EQUAL_OR_MORE")


def _aged(found: Found, context: Context) -> Reading | None:
    """ "the three-year-old war"; of people and other things it is an age, no time."""
    noun, _ = context.described_at(found["old"].span)
    return _counted(found, context) if noun in lexicon.AGED else NO_TIME


def _lasting_word(found: Found, _context: Context) -> Reading:
    """ "a weeklong truce"."""
    return _lasting(length(1, lexicon.LASTING[found["word"].lower]))


def _long(found: Found, _context: Context) -> Reading:
    """ "the month-long siege", "a years-long feud"."""
    word = found["unit"]
    return _lasting(length(None if word.kind in ("UNITS", "HOURS") else 1, unit_of(word)))


def _every_other(found: Found, _context: Context) -> Reading:
    return Reading(type=TimeType.SET, value=length(2, unit_of(found["unit"])), why=_RECURS)


def _ended(found: Found, _context: Context) -> Reading:
    """ "for the year ended March 31"."""
    return _lasting(length(1, unit_of(found["unit"])))


def _bare(found: Found, _context: Context) -> Reading | None:
    unit = unit_of(found["unit"])
    return None if unit is Unit.SECOND else _lasting(length(None, unit))


def _vague_stretch(found: Found, _context: Context) -> Reading | None:
    """ "recent days", "coming weeks"."""
    which = found["which"]
    unit = unit_of(found["unit"])
    if which.kind == "LAST" or (which.kind == "RECENT" and unit is Unit.YEAR):
        return Reading(type=TimeType.DATE, value="PAST_REF", why="a vague reference")
    return _lasting(length(None, unit))


def _last_one(found: Found, _context: Context) -> Reading | None:
    """ "the past week": the length up to now."""
    unit = unit_of(found["unit"])
    return _lasting(length(1, unit)) if unit.of_clock else None


def _each(found: Found, _context: Context) -> Reading:
    number = found.get("number")
    value = length(number.number if number else 1, unit_of(found["unit"]))
    return Reading(type=TimeType.SET, value=value, why=_RECURS)


def _each_weekday(found: Found, _context: Context) -> Reading:
    value = f"XXXX-WXX-{weekday_number(found['weekday'])}"
    part = found.get("part")
    if part is not None:
        value += lexicon.PARTS_OF_DAY[part.lower.removesuffix("s")]
    return Reading(type=TimeType.SET, value=value, why=_RECURS)


def _each_month(found: Found, _context: Context) -> Reading:
    value = f"XXXX-{month_number(found['month']):02}"
    return Reading(type=TimeType.SET, value=value, why=_RECURS)


def _each_part(found: Found, _context: Context) -> Reading:
    part = found["part"].lower
    value = lexicon.PARTS_OF_DAY.get(part) or lexicon.SEASONS[part]
    prefix = "XXXX-XX-XX" if value.startswith("T") else "XXXX-"
    return Reading(type=TimeType.SET, value=prefix + value, why=_RECURS)


def _adverb(found: Found, _context: Context) -> Reading:
    return Reading(type=TimeType.SET, value=lexicon.SETS[found["word"].lower], why=_RECURS)


def _times_a(found: Found, _context: Context) -> Reading:
    return Reading(type=TimeType.SET, value=length(1, unit_of(found["unit"])), why=_RECURS)


_ANY = "(?P<unit>ANYUNIT)"
_AMOUNT = "(?P<number>NUM|FEW|COUPLE|A)"
_A = "(?:A(?=FEW|COUPLE))?"
_TAIL = "(?:DASH? LONG)?"

RULES: tuple[Rule, ...] = (
    rule("age", f"A? (?P<number>NUM) DASH? {_ANY} DASH? (?P<old>OLD)", _aged),
    rule("day-long", "(?P<unit>UNIT|UNITS|HOURS) DASH LONG", _long),
    rule("weeklong", "(?P<word>LASTING)", _lasting_word),
    rule("length", f"{_A} {_AMOUNT} OF? (?:MORE|FURTHER|WHOLE)? DASH? {_ANY} {_TAIL}", _counted),
    rule("length and a half", f"{_AMOUNT} {_ANY} AND A (?P<half>HALF)", _counted),
    rule("halves", f"{_AMOUNT} DASH? AND DASH? A DASH? (?P<half>HALF) DASH? {_ANY}", _counted),
    rule("one more", "(?P<number>A) FURTHER (?P<unit>UNIT)", _counted),
    rule("half", f"(?P<number>HALF) (?:A|DASH)? {_ANY}", _counted),
    rule("half a", f"A (?P<number>HALF) DASH? {_ANY}", _counted),
    rule(
        "last or next so many",
        "THE? (?P<which>LAST|NEXT|RECENT|ORDINAL|THIS) (?P<number>NUM|FEW|COUPLE) OF?"
        " (?P<unit>ANYUNIT)",
        _stretch,
    ),
    rule("length between", f"(?P<number>NUM) (?:TO|OR|DASH) NUM DASH? {_ANY}", _between),
    rule("period that ended", "THE FISCAL? (?P<unit>UNIT|QUARTER) (?=ENDED)", _ended),
    rule("plain plural", "(?P<unit>UNITS|HOURS)", _bare),
    rule(
        "plain stretch", "(?P<which>LAST|RECENT|NEXT) (?P<unit>UNITS|HOURS|QUARTER)", _vague_stretch
    ),
    rule("last hour", "THE? (?:LAST|NEXT) (?P<unit>UNIT)", _last_one),
    rule("each period", "EACH (?P<number>NUM)? (?P<unit>ANYUNIT|WEEKEND)", _each),
    rule("every other", "EACH FURTHER (?P<unit>UNIT)", _every_other),
    rule("each weekday", "EACH (?P<weekday>WEEKDAY) (?P<part>PART)?", _each_weekday),
    rule("weekdays", "(?P<weekday>WEEKDAYS)", _each_weekday),
    rule("weekday nights", "(?P<weekday>WEEKDAY) (?P<part>PARTS)", _each_weekday),
    rule("each month", "EACH (?P<month>MONTH)", _each_month),
    rule("each part", "EACH (?P<part>PART|SEASON)", _each_part),
    rule("adverb of frequency", "(?P<word>ADVERB)", _adverb),
    rule("times a period", "NUM? TIMES (?:A|EACH) (?P<unit>UNIT)", _times_a),
)
