"""Numbers as they are written: figures, cardinals and ordinals in words, dozens."""

from __future__ import annotations

import math
import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_IRREGULAR_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}

SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
ORDINALS = _IRREGULAR_ORDINALS | {
    f"{word.removesuffix('y') + 'ie' if word.endswith('y') else word}th": value
    for word, value in SMALL.items()
    if value not in _IRREGULAR_ORDINALS.values() and value
}

_CARDINAL_WORD = "|".join(sorted((*SMALL, "hundred", *SCALES, "dozen"), key=len, reverse=True))
_ORDINAL_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))

CARDINAL = rf"(?:{_CARDINAL_WORD})(?:(?:[-\s]|\s+and\s+)(?:{_CARDINAL_WORD})\b)*"
"""Source of a pattern for a cardinal in words (match it without regard to case)."""

ORDINAL = rf"(?:(?:{'|'.join(_TENS)})-)?(?:{_ORDINAL_WORD})"
"""Source of a pattern for an ordinal in words up to ninety-ninth."""

FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""Source of a pattern for a number in figures, with or without thousands' commas."""

_LONGEST_ORDINAL = 18  # digits
_BREAK = re.compile(r"[-\s]+")
_MAGNITUDE = re.compile(rf"({FIGURE})[-\s]*(hundred|{'|'.join(SCALES)}|dozen)?", re.IGNORECASE)


def figure(words: str) -> float | None:
    """The value of "12,000", "2.5" or "1.5 million"; ``None`` for anything else.

    Digits without end, of which no finite number comes, are none either.
    """
    found = _MAGNITUDE.fullmatch(words.strip())
    if found is None:
        return None
    scale = {"hundred": 100, "dozen": 12, **SCALES}.get((found[2] or "").lower(), 1)
    number = float(found[1].replace(",", "")) * scale
    return number if math.isfinite(number) else None


def cardinal(words: str) -> int | None:
    """The value of a cardinal in words: "sixty-five" is 65, "two dozen" 24.

    Words in an order that no number has ("ninety six seven") give ``None``.
    """
    parts = [part for part in _BREAK.split(words.lower().strip()) if part and part != "and"]
    if parts and parts[-1] == "dozen":
        count = _below_scales(parts[:-1]) if parts[:-1] else 1
        return None if count is None else 12 * count
    total, ceiling, group = 0, float("inf"), []
    for part in parts:
        scale = SCALES.get(part)
        if scale is None:
            group.append(part)
            continue
        value = _below_scales(group) if group else 1
        if value is None or scale >= ceiling:
            return None
        total, ceiling, group = total + value * scale, scale, []
    if not group:
        return total if parts else None
    rest = _below_scales(group)
    return None if rest is None or rest >= ceiling else total + rest


def _below_scales(parts: list[str]) -> int | None:
    """The value of words without a scale: up to "ninety-nine hundred and ninety-nine"."""
    if "hundred" in parts:
        at = parts.index("hundred")
        hundreds = _below_hundred(parts[:at]) if at else 1
        rest = _below_hundred(parts[at + 1 :]) if parts[at + 1 :] else 0
        return None if hundreds is None or rest is None else 100 * hundreds + rest
    return _below_hundred(parts)


def _below_hundred(parts: list[str]) -> int | None:
    values = [SMALL.get(part) for part in parts]
    match values:
        case [int(value)]:
            return value
        case [int(tens), int(ones)] if tens >= 20 and 0 < ones < 10:
            return tens + ones
    return None


def year_in_words(words: str) -> int | None:
    """The year of "nineteen ninety-six" or "two thousand": two numbers of two digits, or one."""
    parts = [part for part in _BREAK.split(words.lower().strip()) if part]
    century, rest = _below_hundred(parts[:1]), _below_hundred(parts[1:])
    if century is not None and rest is not None and 10 <= century <= 20 and rest >= 10:
        return 100 * century + rest
    value = cardinal(words)
    return value if value is not None and 1000 <= value <= 2100 else None


def ordinal(words: str) -> int | None:
    """The value of "third", "twenty-first" or "21st"."""
    lowered = words.lower()
    if lowered[:1].isdigit():
        digits = lowered[:-2]
        return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_ORDINAL else None
    tens, _, ones = lowered.rpartition("-")
    value = ORDINALS.get(ones)
    if value is None or not tens:
        return value
    return SMALL[tens] + value if tens in SMALL and value < 10 else None
