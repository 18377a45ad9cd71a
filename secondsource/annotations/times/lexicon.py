"""Words of time: tables from lower-cased word to meaning."""

from __future__ import annotations

from secondsource.annotations.times.periods import Unit

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
).split()
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES, start=1)}
SHORT_WEEKDAYS = {name[:3]: number for name, number in WEEKDAYS.items()} | {
    "tues": 2,
    "thur": 4,
    "thurs": 4,
}

UNITS = {
    "second": Unit.SECOND,
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "week": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT,
    "month": Unit.MONTH,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
}
PLURAL_UNITS = {f"{name}s": unit for name, unit in UNITS.items()} | {"centuries": Unit.CENTURY}
SHORT_UNITS = {"hr": Unit.HOUR, "hrs": Unit.HOUR, "min": Unit.MINUTE, "mins": Unit.MINUTE}

PARTS_OF_DAY = {
    "morning": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "nightfall": "TEV",
    "sunset": "TEV",
    "night": "TNI",
}
POINTS_OF_DAY = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}

SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

DAYS_FROM_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}

REFERENCES = {
    "now": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "recently": "PAST_REF",
    "recent": "PAST_REF",
    "lately": "PAST_REF",
    "soon": "FUTURE_REF",
    "future": "FUTURE_REF",
}

SETS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
}

LASTING = {
    "hourlong": Unit.HOUR,
    "daylong": Unit.DAY,
    "weeklong": Unit.WEEK,
    "monthlong": Unit.MONTH,
    "yearlong": Unit.YEAR,
    "decadelong": Unit.DECADE,
    "centurylong": Unit.CENTURY,
}

AGED = frozenset(
    "war conflict truce ceasefire siege crisis uprising revolt rebellion insurgency struggle"
    " campaign offensive dispute feud blockade embargo occupation standoff stalemate strike"
    " curfew ban battle fight fighting violence bloodshed slump drought".split()
)
"""States of affairs: a "two-year-old war" says how long it has gone on, unlike a person's age."""

MODIFIERS = {
    "no more than": "EQUAL_OR_LESS",
    "no less than": "EQUAL_OR_MORE",
    "not more than": "EQUAL_OR_LESS",
    "more than": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "over": "MORE_THAN",
    "under": "LESS_THAN",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
    "early": "START",
    "earlier": "START",
    "late": "END",
    "later": "END",
    "mid": "MID",
    "beginning": "START",
    "start": "START",
    "onset": "START",
    "middle": "MID",
    "end": "END",
    "close": "END",
}
